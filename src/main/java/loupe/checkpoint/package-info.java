/**
 * From a folder to weights: the configuration, safetensors and PyTorch's pickles, in one file or in
 * several.
 *
 * <p>Start with {@link loupe.checkpoint.ModelFolder}, which opens a {@link
 * loupe.checkpoint.WeightFile}.
 */
package loupe.checkpoint;
