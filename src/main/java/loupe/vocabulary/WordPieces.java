package loupe.vocabulary;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A WordPiece vocabulary (Schuster, Nakajima 2012, as in BERT): words and pieces of words, those
 * that go on in a word beginning with {@code ##}. A word is cut from the left, each time at the
 * longest piece there is. The place of a token is its id; the five special ones are the first.
 */
public final class WordPieces {

    public static final List<String> SPECIAL =
            List.of("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]");
    public static final int PAD = 0;
    static final int UNKNOWN = 1;
    public static final int CLS = 2;
    public static final int SEP = 3;
    public static final int MASK = 4;

    static final String INSIDE = "##";

    /** A longer word is unknown as a whole. */
    static final int LONGEST_WORD = 100;

    private final List<String> tokens;
    private final Map<String, Integer> ids = new HashMap<>();
    private final Map<String, int[]> known = new HashMap<>();

    /**
     * @param tokens the special ones first
     */
    public WordPieces(List<String> tokens) {
        this.tokens = List.copyOf(tokens);
        if (!this.tokens.subList(0, SPECIAL.size()).equals(SPECIAL)) {
            throw new IllegalArgumentException("the first tokens must be " + SPECIAL);
        }
        this.tokens.forEach(token -> ids.put(token, ids.size()));
    }

    public int size() {
        return tokens.size();
    }

    public List<String> tokens() {
        return tokens;
    }

    /** The id of a token, or that of {@code [UNK]}. */
    public int id(String token) {
        return ids.getOrDefault(token, UNKNOWN);
    }

    /** Without special tokens. */
    public int[] encode(String text) {
        Ids all = new Ids(text.length() / 3 + 8);
        BertWords.each(text, word -> all.add(known.computeIfAbsent(word, this::cut)));
        return all.toArray();
    }

    private int[] cut(String word) {
        int[] points = word.codePoints().toArray();
        int[] pieces = new int[points.length];
        int count = 0;
        for (int from = 0; from < points.length; count++) {
            int to = points.length;
            while (to > from && !ids.containsKey(piece(points, from, to))) {
                to--;
            }
            if (to == from || points.length > LONGEST_WORD) {
                return new int[] {UNKNOWN};
            }
            pieces[count] = ids.get(piece(points, from, to));
            from = to;
        }
        return Arrays.copyOf(pieces, count);
    }

    private static String piece(int[] points, int from, int to) {
        return (from > 0 ? INSIDE : "") + new String(points, from, to - from);
    }
}
