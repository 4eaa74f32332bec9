package loupe.token;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.jni.CharSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Lays tokens beside the text they came from. The library counts Unicode characters, Java counts
 * UTF-16 units; tokens that share a character overlap there.
 */
final class Alignment {
    private final String text;
    private final Encoding encoding;
    private final Set<Long> special;
    private final int[] units; // UTF-16 place of each Unicode character, and of the end

    Alignment(String text, Encoding encoding, Set<Long> special) {
        this.text = text;
        this.encoding = encoding;
        this.special = special;
        this.units = new int[text.codePointCount(0, text.length()) + 1];
        for (int i = 1; i < units.length; i++) {
            units[i] = text.offsetByCodePoints(units[i - 1], 1);
        }
    }

    List<Token> tokens() {
        List<Token> tokens = new ArrayList<>();
        int count = encoding.getIds().length;
        for (int first = 0; first < count; ) {
            int after = first + 1;
            while (after < count && overlap(after - 1, after)) {
                after++;
            }
            for (int i = first; i < after; i++) {
                tokens.add(token(i, i - first + 1, after - first));
            }
            first = after;
        }
        return List.copyOf(tokens);
    }

    private boolean overlap(int left, int right) {
        return start(right) < end(left);
    }

    private Token token(int i, int part, int parts) {
        long id = encoding.getIds()[i];
        boolean added = encoding.getSpecialTokenMask()[i] != 0;
        int start = start(i);
        int end = end(i);
        String own = added ? encoding.getTokens()[i] : text.substring(start, end);
        return new Token(id, own, start, end, added || special.contains(id), part, parts);
    }

    private int start(int i) {
        CharSpan span = encoding.getCharTokenSpans()[i];
        return span == null ? 0 : units[Math.max(0, span.getStart())];
    }

    private int end(int i) {
        CharSpan span = encoding.getCharTokenSpans()[i];
        return span == null ? 0 : units[Math.max(0, span.getEnd())];
    }
}
