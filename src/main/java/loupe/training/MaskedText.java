package loupe.training;

import java.util.Arrays;
import java.util.Collection;
import java.util.SortedMap;
import loupe.vocabulary.WordPieces;

/**
 * A pair of texts as BERT reads it, with some tokens hidden.
 *
 * @param ids with special tokens and what hides others
 * @param second where the second text begins, or the length where there is none
 * @param places of the tokens to be told
 * @param told those tokens
 * @param reference the place of a pronoun that is asked for the word it stands for, or -1
 */
record MaskedText(int[] ids, int second, int[] places, int[] told, Follows follows, int reference) {

    int length() {
        return ids.length;
    }

    /** {@code [CLS] first [SEP]}, and {@code second [SEP]} where there is one. */
    static int[] joined(TextPair pair) {
        int[] ids = new int[pair.length()];
        ids[0] = WordPieces.CLS;
        System.arraycopy(pair.first(), 0, ids, 1, pair.first().length);
        int middle = pair.first().length + 1;
        ids[middle] = WordPieces.SEP;
        if (pair.second().length > 0) {
            System.arraycopy(pair.second(), 0, ids, middle + 1, pair.second().length);
            ids[ids.length - 1] = WordPieces.SEP;
        }
        return ids;
    }

    /** The text with these of its tokens to be told; what hides them is put in afterwards. */
    static MaskedText of(TextPair pair, int[] places) {
        int[] ids = joined(pair);
        int[] told = Arrays.stream(places).map(place -> ids[place]).toArray();
        return new MaskedText(ids, pair.first().length + 2, places, told, pair.follows(), -1);
    }

    /** The same with these places to be told, and what is to be told there. */
    MaskedText asking(SortedMap<Integer, Integer> tokens, int pronoun) {
        return new MaskedText(
                ids, second, ints(tokens.keySet()), ints(tokens.values()), follows, pronoun);
    }

    private static int[] ints(Collection<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }
}
