package loupe.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import loupe.sentences.Part;
import loupe.vocabulary.WordPieces;

/**
 * Draws the texts of a step, from books, generated sentences and copies. Step and seed alone decide
 * them.
 */
final class PairSampler {

    private final BertPlan plan;
    private final BookPairs books;
    private final PassagePairs passages;
    private final CopyPairs copies;
    private final Masker masker;

    PairSampler(BertPlan plan, BookPairs books, WordPieces pieces) {
        this.plan = plan;
        this.books = books;
        this.passages = new PassagePairs(pieces, Part.TRAINING);
        this.copies = new CopyPairs(books.tokens(), pieces.size());
        this.masker = new Masker(pieces);
    }

    /** Sorted by length, so that texts which are read together need little padding. */
    List<MaskedText> draw(long step, BertStage stage) {
        SplittableRandom random = new SplittableRandom(plan.seed() * 0x9E3779B97F4A7C15L + step);
        List<MaskedText> texts = new ArrayList<>();
        int tokens = 0;
        while (tokens < plan.recipe().tokensPerStep()) {
            TextPair pair = pair(random, stage);
            if (pair.length() <= plan.shape().context()) {
                texts.add(masker.mask(pair, random));
                tokens += pair.length();
            }
        }
        texts.sort(Comparator.comparingInt(MaskedText::length));
        return texts;
    }

    private TextPair pair(SplittableRandom random, BertStage stage) {
        double chance = random.nextDouble();
        if (chance < stage.books()) {
            return books.draw(random, stage.length());
        }
        return chance < stage.books() + plan.recipe().copies()
                ? copies.draw(random, stage.length())
                : passages.draw(random, stage.pronouns());
    }
}
