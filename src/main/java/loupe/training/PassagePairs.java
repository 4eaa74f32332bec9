package loupe.training;

import java.util.List;
import java.util.SplittableRandom;
import loupe.sentences.English;
import loupe.sentences.Part;
import loupe.sentences.Passage;
import loupe.sentences.Reviews;
import loupe.sentences.Topic;

/**
 * Generated passages cut in two. Every other one gets the second half of another passage instead of
 * its own, half of those on the same topic. Of a passage of one sentence there is only a first
 * text.
 */
final class PassagePairs {

    private static final double REVIEWS = 0.08;
    private static final double PRONOUNS = 0.25;
    private static final double WHOLE = 0.25;

    private final WordPieces pieces;
    private final Part part;

    PassagePairs(WordPieces pieces, Part part) {
        this.pieces = pieces;
        this.part = part;
    }

    TextPair draw(SplittableRandom random) {
        if (random.nextDouble() < REVIEWS) {
            String review = new Reviews(random.nextLong(), part).next().value().text();
            return pair(List.of(review), List.of(), Follows.UNASKED);
        }
        English english = new English(random.nextLong(), part);
        Passage passage =
                random.nextDouble() < PRONOUNS
                        ? english.next(Topic.PRONOUNS).value()
                        : english.next().value();
        List<String> sentences = passage.sentences();
        if (sentences.size() == 1 || random.nextDouble() < WHOLE) {
            return pair(sentences, List.of(), Follows.UNASKED);
        }
        int cut = random.nextInt(1, sentences.size());
        List<String> first = sentences.subList(0, cut);
        return random.nextBoolean()
                ? pair(first, sentences.subList(cut, sentences.size()), Follows.YES)
                : pair(first, otherSecond(english), Follows.NO);
    }

    private static List<String> otherSecond(English english) {
        Passage other = english.next().value();
        while (other.sentences().size() == 1) {
            other = english.next().value();
        }
        List<String> sentences = other.sentences();
        return sentences.subList(sentences.size() / 2, sentences.size());
    }

    private TextPair pair(List<String> first, List<String> second, Follows follows) {
        return new TextPair(
                pieces.encode(String.join(" ", first)),
                pieces.encode(String.join(" ", second)),
                follows,
                TextPair.Kind.SENTENCES);
    }
}
