/**
 * The protocol between page and program: which panels exist, requests in, replies and binary grids
 * out.
 */
package loupe.panel;
