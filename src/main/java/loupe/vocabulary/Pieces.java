package loupe.vocabulary;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text cut into the pieces that byte pairs are merged inside of: words with the space before them,
 * numbers, punctuation, English contractions, white space. The pattern is GPT-2's (Radford et al.
 * 2019).
 */
final class Pieces {

    private static final Pattern PIECE =
            Pattern.compile(
                    "'s|'t|'re|'ve|'m|'ll|'d| ?\\p{L}+| ?\\p{N}+| ?[^\\s\\p{L}\\p{N}]+|\\s+(?!\\S)|\\s+",
                    Pattern.UNICODE_CHARACTER_CLASS);

    private Pieces() {}

    static void each(String text, Consumer<String> taker) {
        Matcher matcher = PIECE.matcher(text);
        while (matcher.find()) {
            taker.accept(matcher.group());
        }
    }
}
