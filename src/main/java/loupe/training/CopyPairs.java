package loupe.training;

import java.util.Arrays;
import java.util.SplittableRandom;
import loupe.vocabulary.WordPieces;

/**
 * Pairs whose second text is the first one, half of them random tokens, half pieces of a text. A
 * hidden token can be told from the other copy by what stands beside it, and from that heads grow
 * that look at the next token and at the one before.
 */
final class CopyPairs {

    private static final int SHORTEST = 5;

    private final int[] text;
    private final int vocabulary;

    CopyPairs(int[] text, int vocabulary) {
        this.text = text;
        this.vocabulary = vocabulary;
    }

    /** A pair of at most so many tokens, special ones included. */
    TextPair draw(SplittableRandom random, int length) {
        int most = Math.min((length - 3) / 2, text.length);
        int[] piece = new int[random.nextInt(Math.min(SHORTEST, most), most + 1)];
        if (random.nextBoolean()) {
            Arrays.setAll(piece, i -> random.nextInt(WordPieces.SPECIAL.size(), vocabulary));
        } else {
            int from = random.nextInt(text.length - piece.length + 1);
            System.arraycopy(text, from, piece, 0, piece.length);
        }
        return new TextPair(piece, piece, Follows.UNASKED, TextPair.Kind.COPY);
    }
}
