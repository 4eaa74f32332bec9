/**
 * From a model id to weights: safetensors and PyTorch files, and the folders they lie in.
 *
 * <p>Start with {@link loupe.checkpoint.Hub}, which finds a {@link loupe.checkpoint.ModelFolder}.
 */
package loupe.checkpoint;
