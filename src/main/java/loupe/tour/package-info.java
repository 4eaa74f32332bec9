/** Drives the real window as a person would: the tour and the benchmarks. */
package loupe.tour;
