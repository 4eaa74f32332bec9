package loupe.experiment;

import java.util.List;

/**
 * What a model answers to a text with one of its heads, likeliest first.
 *
 * @param about {@code next} for the next token, {@code masked} for a hidden word, {@code follows}
 *     for whether the second sentence goes on after the first, {@code class} for a classifier's
 *     labels
 * @param at which token is asked about: the masked one; 0 where that says nothing
 */
public record Saying(String about, int at, List<Guess> guesses) {

    public Saying {
        guesses = List.copyOf(guesses);
    }
}
