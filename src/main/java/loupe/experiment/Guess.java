package loupe.experiment;

/**
 * A token that may come next.
 *
 * @param probability between 0 and 1
 */
public record Guess(String text, double probability) {}
