package loupe.training;

import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import loupe.vocabulary.WordPieces;

/**
 * Chooses the tokens of a text that are to be told, and hides them: of ten, eight behind {@code
 * [MASK]}, one behind a random token, and one stays (Devlin et al. 2019, section 3.1). In a copy
 * only one of the two is hidden.
 *
 * <p>Where it is known what a pronoun stands for, the pronoun is hidden as well, or it stays and
 * the word it stands for is to be told: from that heads grow that look there.
 */
final class Masker {

    private static final double LEAST_OF_BOOKS = 0.15;
    private static final double MOST_OF_BOOKS = 0.45;
    private static final double SHARE = 0.2;
    private static final double SHARE_OF_COPY = 0.3;
    private static final double SHARE_OF_REFERENCES = 0.75;
    private static final double HIDDEN_PRONOUNS = 0.3;

    private final int vocabulary;

    Masker(WordPieces pieces) {
        this.vocabulary = pieces.size();
    }

    /** At least one token is to be told. */
    MaskedText mask(TextPair pair, SplittableRandom random) {
        MaskedText text = MaskedText.of(pair, told(pair, random));
        boolean copy = pair.kind() == TextPair.Kind.COPY;
        for (int place : text.places()) {
            text.ids()[place] = copy ? WordPieces.MASK : hidden(text.ids()[place], random);
        }
        return pair.reference()
                .filter(reference -> random.nextDouble() < SHARE_OF_REFERENCES)
                .map(reference -> refer(text, pair, reference, random))
                .orElse(text);
    }

    private int[] told(TextPair pair, SplittableRandom random) {
        int[] open = open(pair, random);
        double share = share(pair.kind(), random);
        int[] chosen = IntStream.of(open).filter(place -> random.nextDouble() < share).toArray();
        return chosen.length > 0 ? chosen : new int[] {open[random.nextInt(open.length)]};
    }

    /** The places that may be chosen. */
    private static int[] open(TextPair pair, SplittableRandom random) {
        int middle = pair.first().length + 1;
        IntStream all = IntStream.range(1, pair.length() - 1).filter(place -> place != middle);
        if (pair.kind() != TextPair.Kind.COPY) {
            return all.toArray();
        }
        boolean late = random.nextBoolean();
        return all.filter(place -> place > middle == late).toArray();
    }

    private static double share(TextPair.Kind kind, SplittableRandom random) {
        return switch (kind) {
            case BOOK -> random.nextDouble(LEAST_OF_BOOKS, MOST_OF_BOOKS);
            case SENTENCES -> SHARE;
            case COPY -> SHARE_OF_COPY;
        };
    }

    private int hidden(int token, SplittableRandom random) {
        int other = random.nextInt(WordPieces.SPECIAL.size(), vocabulary);
        double chance = random.nextDouble();
        return chance < 0.8 ? WordPieces.MASK : chance < 0.9 ? other : token;
    }

    /** The same text, in which the pronoun is asked about, too. */
    private static MaskedText refer(
            MaskedText text, TextPair pair, TextPair.Reference reference, SplittableRandom random) {
        int place = pair.joined(reference.pronoun());
        int pronoun = MaskedText.joined(pair)[place];
        boolean hides = random.nextDouble() < HIDDEN_PRONOUNS;
        text.ids()[place] = hides ? WordPieces.MASK : pronoun;
        TreeMap<Integer, Integer> told = new TreeMap<>();
        for (int i = 0; i < text.places().length; i++) {
            told.put(text.places()[i], text.told()[i]);
        }
        told.put(place, hides ? pronoun : reference.antecedent());
        return text.asking(told, hides ? -1 : place);
    }
}
