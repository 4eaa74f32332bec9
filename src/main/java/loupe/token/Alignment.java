package loupe.token;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.jni.CharSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Lays tokens beside the texts they came from. The library counts Unicode characters, Java counts
 * UTF-16 units; tokens that share a character overlap there.
 */
final class Alignment {
    /** What WordPiece writes before a piece that is not the first of its word. */
    private static final String CONTINUATION = "##";

    private final List<String> texts;
    private final List<int[]> units; // for each text: where its Unicode characters start, and end
    private final Encoding encoding;
    private final long[] ids;
    private final Map<Long, String> special;
    private final int[] segments;

    /**
     * @param texts one, or the two of a pair
     * @param ids what the model calls each token
     * @param special the names of the marks, by the ids of the encoding
     */
    Alignment(List<String> texts, Encoding encoding, long[] ids, Map<Long, String> special) {
        this.texts = texts;
        this.units = texts.stream().map(Alignment::units).toList();
        this.encoding = encoding;
        this.ids = ids;
        this.special = special;
        this.segments = segments(encoding.getSequenceIds(), texts.size());
    }

    List<Token> tokens() {
        List<Token> tokens = new ArrayList<>();
        for (int first = 0; first < ids.length; ) {
            int after = first + 1;
            while (after < ids.length && overlap(after - 1, after)) {
                after++;
            }
            for (int i = first; i < after; i++) {
                tokens.add(token(i, i - first + 1, after - first));
            }
            first = after;
        }
        return List.copyOf(tokens);
    }

    private static int[] units(String text) {
        int[] units = new int[text.codePointCount(0, text.length()) + 1];
        for (int i = 1; i < units.length; i++) {
            units[i] = text.offsetByCodePoints(units[i - 1], 1);
        }
        return units;
    }

    /** What is in no text belongs to the one before it. */
    private static int[] segments(long[] found, int texts) {
        int[] segments = new int[found.length];
        int last = 0;
        for (int i = 0; i < found.length; i++) {
            last = found[i] > 0 && found[i] < texts ? (int) found[i] : last;
            segments[i] = last;
        }
        return segments;
    }

    private boolean overlap(int left, int right) {
        return segments[left] == segments[right]
                && start(right) < end(left)
                && end(right) > start(left); // a mark has no place, which is written as 0..0
    }

    private static boolean goesOn(String entry) {
        return entry.length() > CONTINUATION.length() && entry.startsWith(CONTINUATION);
    }

    private Token token(int i, int part, int parts) {
        int start = start(i);
        int end = end(i);
        boolean mark = encoding.getSpecialTokenMask()[i] != 0;
        String own = mark ? encoding.getTokens()[i] : texts.get(segments[i]).substring(start, end);
        boolean named = own.strip().equals(special.get(encoding.getIds()[i])); // "[UNK]", not 日
        int type = (int) encoding.getTypeIds()[i];
        boolean text = !mark && !named;
        boolean continues = text && goesOn(encoding.getTokens()[i]);
        return new Token(ids[i], own, start, end, !text, part, parts, segments[i], type, continues);
    }

    private int start(int i) {
        CharSpan span = encoding.getCharTokenSpans()[i];
        return span == null ? 0 : units.get(segments[i])[Math.max(0, span.getStart())];
    }

    private int end(int i) {
        CharSpan span = encoding.getCharTokenSpans()[i];
        return span == null ? 0 : units.get(segments[i])[Math.max(0, span.getEnd())];
    }
}
