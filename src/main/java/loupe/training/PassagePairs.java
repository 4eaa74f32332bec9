package loupe.training;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import loupe.sentences.English;
import loupe.sentences.Mark;
import loupe.sentences.Part;
import loupe.sentences.Passage;
import loupe.sentences.Reviews;
import loupe.sentences.Role;
import loupe.sentences.Topic;
import loupe.vocabulary.WordPieces;

/**
 * Generated passages cut in two. Every other one gets the second half of another passage instead of
 * its own, half of those on the same topic. Of a passage of one sentence there is only a first
 * text.
 */
final class PassagePairs {

    private static final double REVIEWS = 0.08;
    private static final double WHOLE = 0.25;

    private final WordPieces pieces;
    private final Part part;

    PassagePairs(WordPieces pieces, Part part) {
        this.pieces = pieces;
        this.part = part;
    }

    /**
     * @param pronouns part of the passages that are drawn for their pronouns
     */
    TextPair draw(SplittableRandom random, double pronouns) {
        if (random.nextDouble() < REVIEWS) {
            String review = new Reviews(random.nextLong(), part).next().value().text();
            return pair(List.of(review), List.of(), Follows.UNASKED, Optional.empty());
        }
        English english = new English(random.nextLong(), part);
        Passage passage =
                random.nextDouble() < pronouns
                        ? english.next(Topic.PRONOUNS).value()
                        : english.next().value();
        List<String> sentences = passage.sentences();
        if (sentences.size() == 1 || random.nextDouble() < WHOLE) {
            return pair(sentences, List.of(), Follows.UNASKED, reference(passage));
        }
        int cut = random.nextInt(1, sentences.size());
        List<String> first = sentences.subList(0, cut);
        List<String> second = sentences.subList(cut, sentences.size());
        return random.nextBoolean()
                ? pair(first, second, Follows.YES, reference(passage))
                : pair(first, otherSecond(english), Follows.NO, Optional.empty());
    }

    private static List<String> otherSecond(English english) {
        Passage other = english.next().value();
        while (other.sentences().size() == 1) {
            other = english.next().value();
        }
        List<String> sentences = other.sentences();
        return sentences.subList(sentences.size() / 2, sentences.size());
    }

    /** Only where both words are one token each. */
    private Optional<TextPair.Reference> reference(Passage passage) {
        return passage.mark(Role.PRONOUN)
                .flatMap(
                        pronoun ->
                                passage.mark(Role.ANTECEDENT)
                                        .map(mark -> pieces.encode(passage.word(mark)))
                                        .filter(tokens -> tokens.length == 1)
                                        .map(
                                                tokens ->
                                                        new TextPair.Reference(
                                                                place(passage, pronoun),
                                                                tokens[0])));
    }

    private int place(Passage passage, Mark mark) {
        return pieces.encode(passage.text().substring(0, mark.start())).length;
    }

    private TextPair pair(
            List<String> first,
            List<String> second,
            Follows follows,
            Optional<TextPair.Reference> reference) {
        return new TextPair(
                pieces.encode(String.join(" ", first)),
                pieces.encode(String.join(" ", second)),
                follows,
                TextPair.Kind.SENTENCES,
                reference);
    }
}
