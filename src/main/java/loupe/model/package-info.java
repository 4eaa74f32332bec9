/** The architectures as maths, with named places to look inside the forward pass. */
package loupe.model;
