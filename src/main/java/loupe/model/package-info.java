/**
 * The architectures as maths, with named places to look inside the forward pass.
 *
 * <p>Start with {@link loupe.model.Architecture}, {@link loupe.model.Model} and {@link
 * loupe.model.Trace}.
 */
package loupe.model;
