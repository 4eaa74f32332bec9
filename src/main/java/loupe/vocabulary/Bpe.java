package loupe.vocabulary;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A byte-level byte-pair encoding (Sennrich et al. 2016, on bytes as in GPT-2). Ids: the 256
 * letters of {@link ByteAlphabet} in code point order, then one token for each merge, then the
 * end-of-text token.
 */
public final class Bpe {

    static final String END_OF_TEXT = "<|endoftext|>";

    private final List<String> tokens;
    private final List<Merge> merges;
    private final int[] idOfByte;
    private final Map<Merge, Integer> rank = new HashMap<>();
    private final Map<String, int[]> known = new HashMap<>();

    Bpe(List<Merge> merges) {
        this.merges = List.copyOf(merges);
        this.idOfByte = byteIds();
        String[] letters = new String[256];
        for (int value = 0; value < 256; value++) {
            letters[idOfByte[value]] = String.valueOf(ByteAlphabet.letter(value));
        }
        List<String> all = new ArrayList<>(List.of(letters));
        for (Merge merge : this.merges) {
            rank.put(merge, rank.size());
            all.add(all.get(merge.left()) + all.get(merge.right()));
        }
        all.add(END_OF_TEXT);
        this.tokens = Collections.unmodifiableList(all);
    }

    /** The id of each byte: its letter's place among all letters in code point order. */
    static int[] byteIds() {
        char[] sorted = new char[256];
        for (int value = 0; value < 256; value++) {
            sorted[value] = ByteAlphabet.letter(value);
        }
        Arrays.sort(sorted);
        int[] ids = new int[256];
        for (int value = 0; value < 256; value++) {
            ids[value] = Arrays.binarySearch(sorted, ByteAlphabet.letter(value));
        }
        return ids;
    }

    int size() {
        return tokens.size();
    }

    public int endOfText() {
        return tokens.size() - 1;
    }

    /** Tokens in the alphabet's letters; the place is the id. */
    List<String> tokens() {
        return tokens;
    }

    List<Merge> merges() {
        return merges;
    }

    public int[] encode(String text) {
        Ids ids = new Ids(text.length() / 2 + 16);
        Pieces.each(text, piece -> ids.add(known.computeIfAbsent(piece, this::merged)));
        return ids.toArray();
    }

    private int[] merged(String piece) {
        byte[] bytes = piece.getBytes(StandardCharsets.UTF_8);
        int[] ids = new int[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            ids[i] = idOfByte[bytes[i] & 0xFF];
        }
        int length = ids.length;
        for (int best = first(ids, length); best < merges.size(); best = first(ids, length)) {
            length = apply(merges.get(best), 256 + best, ids, length);
        }
        return Arrays.copyOf(ids, length);
    }

    /** The earliest learnt merge that still applies, or the number of merges where none does. */
    private int first(int[] ids, int length) {
        int best = merges.size();
        for (int i = 0; i + 1 < length; i++) {
            best = Math.min(best, rank.getOrDefault(new Merge(ids[i], ids[i + 1]), best));
        }
        return best;
    }

    /** Merges every occurrence in place, from the left; the answer is the new length. */
    static int apply(Merge merge, int merged, int[] ids, int length) {
        int end = 0;
        for (int i = 0; i < length; i++) {
            boolean here = i + 1 < length && ids[i] == merge.left() && ids[i + 1] == merge.right();
            ids[end++] = here ? merged : ids[i];
            i += here ? 1 : 0;
        }
        return end;
    }
}
