package loupe.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Chooses the tokens of a text that are to be told, and hides them: of ten, eight behind {@code
 * [MASK]}, one behind a random token, and one stays (Devlin et al. 2019, section 3.1).
 *
 * <p>In generated sentences pronouns are chosen more often, and more of them stay or become another
 * pronoun: whether the one that stands there is right can only be told by the word it refers to,
 * and from that heads grow that look there. In a copy only one of the two is hidden.
 */
final class Masker {

    private static final double SHARE_OF_BOOKS = 0.25;
    private static final double SHARE = 0.2;
    private static final double SHARE_OF_PRONOUNS = 0.6;
    private static final double SHARE_OF_COPY = 0.3;

    private final List<Integer> pronouns;
    private final Set<Integer> isPronoun;
    private final int vocabulary;

    Masker(WordPieces pieces) {
        this.vocabulary = pieces.size();
        this.pronouns =
                Stream.of("he", "she", "it", "they", "him", "her", "them", "his", "its", "their")
                        .map(pieces::id)
                        .filter(id -> id != WordPieces.UNKNOWN)
                        .toList();
        this.isPronoun = pronouns.stream().collect(Collectors.toUnmodifiableSet());
    }

    /** At least one token is to be told. */
    MaskedText mask(TextPair pair, SplittableRandom random) {
        int[] joined = MaskedText.joined(pair);
        List<Integer> chosen = new ArrayList<>();
        int[] open = open(pair, joined, random);
        for (int place : open) {
            if (random.nextDouble() < share(pair, joined[place])) {
                chosen.add(place);
            }
        }
        if (chosen.isEmpty()) {
            chosen.add(open[random.nextInt(open.length)]);
        }
        MaskedText text =
                MaskedText.of(pair, chosen.stream().mapToInt(Integer::intValue).toArray());
        for (int place : text.places()) {
            text.ids()[place] = hidden(pair, text.ids()[place], random);
        }
        return text;
    }

    /** The places that may be chosen. */
    private static int[] open(TextPair pair, int[] joined, SplittableRandom random) {
        boolean copy = pair.kind() == TextPair.Kind.COPY;
        int middle = pair.first().length + 1;
        boolean late = copy && random.nextBoolean();
        return IntStream.range(late ? middle : 1, copy && !late ? middle : joined.length)
                .filter(place -> joined[place] != WordPieces.SEP)
                .toArray();
    }

    private double share(TextPair pair, int token) {
        return switch (pair.kind()) {
            case BOOK -> SHARE_OF_BOOKS;
            case SENTENCES -> isPronoun.contains(token) ? SHARE_OF_PRONOUNS : SHARE;
            case COPY -> SHARE_OF_COPY;
        };
    }

    private int hidden(TextPair pair, int token, SplittableRandom random) {
        double chance = random.nextDouble();
        if (pair.kind() == TextPair.Kind.COPY) {
            return WordPieces.MASK;
        }
        if (pair.kind() == TextPair.Kind.SENTENCES && isPronoun.contains(token)) {
            int other = pronouns.get(random.nextInt(pronouns.size()));
            return chance < 0.3 ? WordPieces.MASK : chance < 0.65 ? other : token;
        }
        int other = random.nextInt(WordPieces.SPECIAL.size(), vocabulary);
        return chance < 0.8 ? WordPieces.MASK : chance < 0.9 ? other : token;
    }
}
