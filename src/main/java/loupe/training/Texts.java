package loupe.training;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import loupe.vocabulary.Bpe;
import loupe.vocabulary.Ids;
import loupe.vocabulary.TrainingAdvice;

/**
 * What there is as token ids: text that is learnt from, generated sentences that are learnt from,
 * and text that is kept back to measure with, with its size in bytes.
 */
record Texts(int[] learnt, int[] sentences, int[] heldOut, long heldOutBytes) {

    /**
     * @throws TrainingAdvice when either part is too short for the context
     */
    static Texts of(Corpus corpus, List<String> sentences, Bpe bpe, int context) {
        Texts texts =
                new Texts(
                        ids(corpus.books().stream().map(Book::start).toList(), bpe),
                        ids(sentences, bpe),
                        ids(corpus.books().stream().map(Book::end).toList(), bpe),
                        corpus.books().stream().mapToLong(book -> bytes(book.end())).sum());
        int least = Math.max(20 * (context + 2), 1_000);
        int found = texts.learnt.length + texts.heldOut.length;
        if (found < least || texts.heldOut.length < context + 2) {
            throw new TrainingAdvice(
                    String.format(
                            Locale.ROOT,
                            "The text is too short: %,d tokens, and a context of %,d needs at least %,d. Choose"
                                    + " a smaller --context or a longer text.",
                            found,
                            context,
                            Math.max(least, found + 1)));
        }
        return texts;
    }

    private static int[] ids(List<String> texts, Bpe bpe) {
        Ids ids = new Ids(1 << 20);
        texts.forEach(text -> ids.add(bpe.encode(text)));
        return ids.toArray();
    }

    private static long bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
