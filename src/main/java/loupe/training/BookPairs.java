package loupe.training;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import loupe.vocabulary.Ids;
import loupe.vocabulary.WordPieces;

/** Pairs of neighbouring stretches of books, half of them with another second one. */
final class BookPairs {

    /** A full stop or the like, quotation marks behind it, white space. */
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?][\"')]?)\\s+|\n");

    private final int[] tokens;
    private final int[] starts;

    /**
     * @param texts of which each begins with a sentence
     */
    BookPairs(List<String> texts, WordPieces pieces) {
        Ids all = new Ids(1 << 20);
        Ids sentences = new Ids(1 << 16);
        for (String text : texts) {
            for (String sentence : SENTENCE_END.split(text)) {
                int[] ids = pieces.encode(sentence);
                if (ids.length > 0) {
                    sentences.add(new int[] {all.size()});
                    all.add(ids);
                }
            }
        }
        this.tokens = all.toArray();
        this.starts = sentences.toArray();
    }

    /** All texts, one after the other. */
    int[] tokens() {
        return tokens;
    }

    /** A pair of at most so many tokens, special ones included. */
    TextPair draw(SplittableRandom random, int length) {
        int room = length - 3;
        int from = random.nextInt(starts.length);
        int wanted = random.nextInt(room / 4, room / 2 + 1);
        int to = from + 1;
        while (to + 1 < starts.length && starts[to] - starts[from] < wanted) {
            to++;
        }
        int[] first = Arrays.copyOfRange(tokens, starts[from], end(to));
        if (first.length > room * 2 / 3) { // of a long sentence, the end: the next one follows it
            first = Arrays.copyOfRange(first, first.length - room / 2, first.length);
        }
        boolean follows = random.nextBoolean();
        int next = follows ? end(to) : starts[random.nextInt(starts.length)];
        int end = Math.min(next + room - first.length, tokens.length);
        return new TextPair(
                first,
                Arrays.copyOfRange(tokens, Math.min(next, end), end),
                end <= next ? Follows.UNASKED : follows ? Follows.YES : Follows.NO,
                TextPair.Kind.BOOK);
    }

    private int end(int sentence) {
        return sentence < starts.length ? starts[sentence] : tokens.length;
    }
}
