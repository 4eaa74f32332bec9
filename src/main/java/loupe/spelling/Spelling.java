package loupe.spelling;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.hunspell.Hunspell;
import org.apache.lucene.analysis.hunspell.Suggester;
import org.apache.lucene.analysis.hunspell.SuggestionTimeoutException;

/**
 * Finds the words of a text that the dictionary of its language does not know. What is no prose is
 * passed over: code, formulas, addresses, words with digits or capitals inside. Not safe for two
 * threads; slow at first, so it belongs on a thread of its own.
 */
public final class Spelling {
    private static final Pattern SKIPPED =
            Pattern.compile(
                    "```.*?(?:```|\\z)|`[^`\\n]*`|\\$[^$\\n]+\\$|!?\\[[^\\]\\n]*\\]\\([^)\\n]*\\)"
                            + "|\\S+://\\S+|\\S+@\\S+",
                    Pattern.DOTALL);
    private static final Pattern WORD =
            Pattern.compile("[\\p{L}\\p{M}\\p{N}_]+(?:['\u2019][\\p{L}\\p{M}]+)*");
    private static final int SUGGESTIONS = 5;
    private static final int PATIENCE_MS = 2_000;
    private static final int REMEMBERED = 5_000;

    /** Words of the field, which a general dictionary does not have. */
    private static final Set<String> FIELD =
            Set.of(
                    "softmax",
                    "logit",
                    "logits",
                    "token",
                    "tokens",
                    "tokenizer",
                    "tokenizers",
                    "tokenization",
                    "embedding",
                    "embeddings",
                    "unembedding",
                    "encoder",
                    "encoders",
                    "autoregressive",
                    "pretrained",
                    "pretraining",
                    "subword",
                    "subwords",
                    "bigram",
                    "bigrams",
                    "hyperparameter",
                    "hyperparameters",
                    "overfitting",
                    "interpretability");

    private final Hunspell dictionary;
    private final Suggester suggester;
    private final Map<String, Boolean> known =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                    return size() > REMEMBERED;
                }
            };

    Spelling(Dictionaries.Loaded loaded) {
        dictionary = loaded.checker();
        suggester = loaded.suggester();
    }

    /** A word of a text, by where it stands. */
    public record Mark(int start, int end) {
        public Mark {
            if (start < 0 || end <= start) {
                throw new IllegalArgumentException("no word: " + start + " to " + end);
            }
        }
    }

    /** The dictionary of a language ({@code en}, {@code de-CH}), if there is one here. */
    public static Optional<Spelling> of(String language) {
        return Dictionaries.find(language).map(Spelling::new);
    }

    /** The unknown words of a text, in their order. */
    public List<Mark> unknown(String text) {
        List<Mark> marks = new ArrayList<>();
        Matcher skipped = SKIPPED.matcher(text);
        int from = 0;
        while (skipped.find()) {
            words(text, from, skipped.start(), marks);
            from = skipped.end();
        }
        words(text, from, text.length(), marks);
        return marks;
    }

    private void words(String text, int from, int to, List<Mark> marks) {
        Matcher word = WORD.matcher(text).region(from, to);
        while (word.find()) {
            if (isProse(word.group()) && !isKnown(word.group())) {
                marks.add(new Mark(word.start(), word.end()));
            }
        }
    }

    /** Names of variables, abbreviations and single letters are no words of a language. */
    private static boolean isProse(String word) {
        boolean plain = word.codePoints().noneMatch(c -> Character.isDigit(c) || c == '_');
        boolean capitals = word.codePoints().skip(1).anyMatch(Character::isUpperCase);
        return word.length() > 1 && word.length() < 60 && plain && !capitals;
    }

    private boolean isKnown(String word) {
        String plain = word.replace('\u2019', '\'');
        return known.computeIfAbsent(
                plain,
                each ->
                        FIELD.contains(each.toLowerCase(java.util.Locale.ROOT))
                                || dictionary.spell(each));
    }

    /** What an unknown word may have been meant to be: five words at most. */
    public List<String> suggestions(String word) {
        List<String> found;
        try {
            found =
                    suggester.suggestWithTimeout(
                            word.replace('\u2019', '\''), PATIENCE_MS, () -> {});
        } catch (SuggestionTimeoutException slow) {
            found = slow.getPartialResult();
        }
        return found.subList(0, Math.min(SUGGESTIONS, found.size()));
    }
}
