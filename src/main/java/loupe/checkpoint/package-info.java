/** From a model id to weights: safetensors files and the folders they lie in. */
package loupe.checkpoint;
