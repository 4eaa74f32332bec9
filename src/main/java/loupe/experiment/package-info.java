/** What a lesson can do: one class per experiment, plain values in and out. */
package loupe.experiment;
