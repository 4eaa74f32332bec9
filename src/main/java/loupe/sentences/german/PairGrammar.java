package loupe.sentences.german;

import java.util.List;
import java.util.SplittableRandom;

/**
 * English-German sentence pairs by a grammar of some hundreds of words. A pair either may be learnt
 * from or is held out, and all pairs with the same nouns, verbs and adjectives share that fate: a
 * held-out sentence is never a learnt one in another number, tense or person.
 */
public final class PairGrammar {

    /** One filling in so many is held out. */
    private static final int HELD_OUT = 20;

    /** Chosen so that "She sees the small elephant." is held out. */
    private static final int SALT = 20;

    private final Lexicon lexicon = Lexicon.read();

    /** A pair to learn from. */
    public SentencePair learnt(SplittableRandom random) {
        return draw(random, false);
    }

    /** A pair to measure with. */
    public SentencePair heldOut(SplittableRandom random) {
        return draw(random, true);
    }

    /** Whether pairs with this filling are never learnt from; those of one word always are. */
    public static boolean isHeldOut(List<String> filling) {
        return filling.size() > 1
                && Math.floorMod((filling.hashCode() + SALT) * 0x9E3779B9, HELD_OUT) == 0;
    }

    private SentencePair draw(SplittableRandom random, boolean wanted) {
        Sentences sentences = new Sentences(lexicon, new Chance(random));
        SentencePair pair = SentencePair.of(sentences.any());
        while (isHeldOut(pair.filling()) != wanted) {
            pair = SentencePair.of(sentences.any());
        }
        return pair;
    }
}
