package loupe.sentences;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReviewsTest {

    private static final int MANY = 4_000;

    private static List<Drawn<Review>> reviews(Part part) {
        Reviews reviews = new Reviews(5, part);
        return Stream.generate(reviews::next).limit(MANY).toList();
    }

    private static List<String> filling(Drawn<Review> drawn) {
        return Stream.concat(Stream.of(drawn.template()), drawn.words().stream()).toList();
    }

    @Test
    void theSameSeedGivesTheSameReviews() {
        assertEquals(reviews(Part.TRAINING), reviews(Part.TRAINING));
    }

    @Test
    void noFillingIsLearntFromAndMeasuredOn() {
        Set<List<String>> learnt = new HashSet<>();
        reviews(Part.TRAINING).forEach(drawn -> learnt.add(filling(drawn)));
        List<Drawn<Review>> heldOut = reviews(Part.HELD_OUT);
        heldOut.forEach(drawn -> assertFalse(learnt.contains(filling(drawn)), drawn::toString));
        assertEquals(
                reviews(Part.TRAINING).stream().map(Drawn::template).collect(Collectors.toSet()),
                heldOut.stream().map(Drawn::template).collect(Collectors.toSet()));
    }

    @Test
    void halfOfThemPraiseWhetherTheyNegateOrNot() {
        for (boolean negated : new boolean[] {true, false}) {
            List<Review> some =
                    reviews(Part.TRAINING).stream()
                            .map(Drawn::value)
                            .filter(review -> review.negated() == negated)
                            .toList();
            long positive = some.stream().filter(Review::positive).count();
            assertTrue(some.size() > MANY / 4, "negated " + negated + ": " + some.size());
            assertEquals(0.5, positive / (double) some.size(), 0.04);
        }
    }

    @Test
    void aNegationTurnsWhatAWordSays() {
        for (Drawn<Review> drawn : reviews(Part.TRAINING)) {
            Review review = drawn.value();
            if (drawn.template().equals("reviews.is")
                    && review.text().matches(".* (good|great|charming)\\.")) {
                assertTrue(review.positive(), review.text());
            }
            if (drawn.template().equals("reviews.is not")
                    && review.text().matches(".* (good|great|charming)\\.")) {
                assertFalse(review.positive(), review.text());
            }
            if (drawn.template().equals("reviews.but the film")
                    && review.text().matches(".* (bad|awful|dull)\\.")) {
                assertFalse(review.positive(), review.text());
            }
        }
    }

    @Test
    void theyReadAsSentences() {
        for (Drawn<Review> drawn : reviews(Part.TRAINING)) {
            String text = drawn.value().text();
            assertTrue(text.matches("[A-Z][A-Za-z,' ]*[.!]"), text);
            assertFalse(text.matches(".*(  | [.,]|\\b[Aa] [aeio]|\\b[Aa]n [^aeiou]).*"), text);
        }
    }
}
