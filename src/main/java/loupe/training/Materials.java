package loupe.training;

import java.nio.file.Path;

/**
 * What there is to learn from.
 *
 * @param corpus a text file, or a folder with {@code .txt} files
 * @param sentences whether generated sentences are mixed in
 * @param base the folder of the model that a fine-tuned one starts from
 */
public record Materials(Path corpus, boolean sentences, Path base) {}
