package loupe.vocabulary;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Learns a byte-level byte-pair encoding from texts. */
public final class BpeLearner {

    private BpeLearner() {}

    /**
     * A byte-pair encoding with exactly {@code size} tokens.
     *
     * @throws TrainingAdvice when the texts hold too few pairs for that size
     */
    public static Bpe learn(List<String> texts, int size) {
        List<Merge> merges = merger(texts).merges(size - 257);
        if (merges.size() < size - 257) {
            throw new TrainingAdvice(
                    String.format(
                            Locale.ROOT,
                            "The text is too short for %,d tokens: it gives only %,d. Choose a smaller"
                                    + " --vocab or a longer text.",
                            size,
                            merges.size() + 257));
        }
        return new Bpe(merges);
    }

    private static PairMerger merger(List<String> texts) {
        Map<String, Integer> pieces = new TreeMap<>();
        texts.forEach(text -> Pieces.each(text, piece -> pieces.merge(piece, 1, Integer::sum)));
        int[] idOfByte = Bpe.byteIds();
        PairMerger merger = new PairMerger(256);
        pieces.forEach(
                (piece, count) -> {
                    byte[] bytes = piece.getBytes(StandardCharsets.UTF_8);
                    int[] letters = new int[bytes.length];
                    for (int i = 0; i < bytes.length; i++) {
                        letters[i] = idOfByte[bytes[i] & 0xFF];
                    }
                    merger.add(letters, count);
                });
        return merger;
    }
}
