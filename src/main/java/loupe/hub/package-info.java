/**
 * From a model's id to the folder that holds it: the course's models, the Hugging Face cache, and
 * the download that fills it.
 *
 * <p>Start with {@link loupe.hub.Hub}, which finds a {@link loupe.checkpoint.ModelFolder} and never
 * downloads; {@link loupe.hub.Fetcher} is the only code of ours that asks the hub for anything.
 */
package loupe.hub;
