package loupe.vocabulary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Learns a WordPiece vocabulary: the letters of the texts, then what the most frequent pairs of
 * neighbours make, as Hugging Face's trainer does it.
 */
public final class WordPieceLearner {

    /** A letter that is rarer, such as one of a foreign word, is no token. */
    private static final int LEAST_COUNT = 3;

    private final Map<String, Integer> words = new TreeMap<>();
    private final List<String> letters;

    private WordPieceLearner(List<String> texts) {
        texts.forEach(text -> BertWords.each(text, word -> words.merge(word, 1, Integer::sum)));
        Map<String, Integer> counts = new TreeMap<>();
        words.forEach(
                (word, count) ->
                        letters(word).forEach(letter -> counts.merge(letter, count, Integer::sum)));
        Set<String> frequent = new TreeSet<>(counts.keySet());
        frequent.removeIf(letter -> counts.get(letter) < LEAST_COUNT);
        this.letters = List.copyOf(frequent);
    }

    private static List<String> letters(String word) {
        List<String> letters = new ArrayList<>();
        word.codePoints()
                .forEach(
                        point ->
                                letters.add(
                                        (letters.isEmpty() ? "" : WordPieces.INSIDE)
                                                + Character.toString(point)));
        return letters;
    }

    /**
     * A vocabulary of that size.
     *
     * @throws TrainingAdvice when the texts hold too few different words for that size, or more
     *     letters than that
     */
    public static WordPieces learn(List<String> texts, int size) {
        return new WordPieceLearner(texts).pieces(size);
    }

    private WordPieces pieces(int size) {
        List<String> parts = new ArrayList<>(letters);
        Set<String> tokens = new LinkedHashSet<>(WordPieces.SPECIAL);
        tokens.addAll(letters);
        if (tokens.size() > size) {
            throw advice(size, "it has %,d letters already. Choose a larger --vocab.", tokens);
        }
        // Two merges may make the same piece, so some more are asked for than are needed.
        for (Merge merge : merger().merges(size)) {
            String right = parts.get(merge.right()).substring(WordPieces.INSIDE.length());
            parts.add(parts.get(merge.left()) + right);
            if (tokens.size() < size) {
                tokens.add(parts.get(parts.size() - 1));
            }
        }
        if (tokens.size() < size) {
            throw advice(
                    size, "it gives only %,d. Choose a smaller --vocab or a longer text.", tokens);
        }
        return new WordPieces(List.copyOf(tokens));
    }

    private static TrainingAdvice advice(int size, String rest, Set<String> tokens) {
        return new TrainingAdvice(
                String.format(
                        Locale.ROOT,
                        "The text does not fit a vocabulary of %,d: " + rest,
                        size,
                        tokens.size()));
    }

    /** A word with a letter that is no token teaches nothing: it is unknown as a whole. */
    private PairMerger merger() {
        PairMerger merger = new PairMerger(letters.size());
        words.forEach(
                (word, count) -> {
                    int[] ids = letters(word).stream().mapToInt(letters::indexOf).toArray();
                    if (Arrays.stream(ids).allMatch(id -> id >= 0)) {
                        merger.add(ids, count);
                    }
                });
        return merger;
    }
}
