package loupe.training;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import loupe.sentences.german.PairGrammar;
import loupe.sentences.german.SentencePair;
import loupe.training.TranslationBatch.Example;
import loupe.vocabulary.PairVocabulary;

/**
 * Draws the pairs of a step. Pairs for several steps are drawn at once and sorted by length, so
 * that those of one step need little padding. Step and seed alone decide.
 */
final class Translations {

    /** Steps whose pairs are drawn together. */
    private static final int BLOCK = 16;

    private final PairGrammar grammar;
    private final PairVocabulary vocabulary;
    private final int rows;
    private final int longest;
    private final long seed;
    private long drawn = -1;
    private List<List<Example>> block = List.of();

    /**
     * @param rows pairs in a step
     * @param longest tokens in a text at most; longer ones are drawn again
     */
    Translations(PairGrammar grammar, PairVocabulary vocabulary, int rows, int longest, long seed) {
        this.grammar = grammar;
        this.vocabulary = vocabulary;
        this.rows = rows;
        this.longest = longest;
        this.seed = seed;
    }

    List<Example> draw(long step) {
        if (step / BLOCK != drawn) {
            drawn = step / BLOCK;
            block = block(seed * 0x9E3779B97F4A7C15L + drawn);
        }
        return block.get((int) (step % BLOCK));
    }

    private List<List<Example>> block(long start) {
        SplittableRandom random = new SplittableRandom(start);
        List<Example> all = new ArrayList<>();
        while (all.size() < BLOCK * rows) {
            Example next = example(random);
            if (Math.max(next.read().length, next.written().length) <= longest) {
                all.add(next);
            }
        }
        all.sort(
                Comparator.comparingInt((Example pair) -> pair.written().length)
                        .thenComparingInt(pair -> pair.read().length));
        List<List<Example>> steps = new ArrayList<>();
        for (int first = 0; first < all.size(); first += rows) {
            steps.add(List.copyOf(all.subList(first, first + rows)));
        }
        Collections.shuffle(steps, new Random(start));
        return steps;
    }

    private Example example(SplittableRandom random) {
        SentencePair pair = grammar.learnt(random);
        return new Example(
                vocabulary.encode(pair.englishText()), vocabulary.encode(pair.germanText()));
    }
}
