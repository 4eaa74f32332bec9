package loupe.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import loupe.sentences.Mark;
import loupe.sentences.Passage;
import loupe.sentences.Role;
import loupe.token.Token;
import loupe.token.Tokenizer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A word of several tokens, cut by the published tokenizer. */
class ReadingTest {

    private static final Passage PASSAGE =
            new Passage(
                    List.of("The xylophonist, who was tired, slept."),
                    List.of(
                            new Mark(Role.ANTECEDENT, 4, 15, ""),
                            new Mark(Role.PRONOUN, 17, 20, "")));

    private static Tokenizer tokenizer;

    @BeforeAll
    static void open() throws Exception {
        tokenizer =
                Tokenizer.ofFolder(
                        Path.of(System.getProperty("loupe.home"))
                                .resolve("../shared/hub/bert-base-uncased"));
    }

    @AfterAll
    static void close() {
        tokenizer.close();
    }

    private static List<String> texts(Reading reading, Reading.Span span) {
        return reading.tokens().subList(span.start(), span.end()).stream()
                .map(Token::text)
                .toList();
    }

    @Test
    void aMarkedWordIsAllItsTokens() {
        Reading reading = Reading.of(PASSAGE, tokenizer);
        assertEquals(
                "xylophonist",
                String.join("", texts(reading, reading.span(Role.ANTECEDENT).orElseThrow())));
        assertEquals(List.of("who"), texts(reading, reading.span(Role.PRONOUN).orElseThrow()));
    }

    @Test
    void wordsAreWholeAndPunctuationIsNone() {
        Reading reading = Reading.of(PASSAGE, tokenizer);
        assertEquals(
                List.of("The", "xylophonist", "who", "was", "tired", "slept"),
                reading.words().stream()
                        .map(span -> String.join("", texts(reading, span)))
                        .toList());
        assertTrue(reading.words().contains(reading.span(Role.PRONOUN).orElseThrow()));
    }

    @Test
    void aGapHidesSomeTokensAndNoMark() {
        List<Token> tokens = Reading.of(PASSAGE, tokenizer).tokens();
        SplittableRandom random = new SplittableRandom(1);
        int hidden = 0;
        for (int i = 0; i < 500; i++) {
            Gap gap = Gap.of(tokens, Optional.empty(), random);
            hidden += gap.hidden().size();
            List<Token> seen = gap.seen(103);
            for (int place = 0; place < tokens.size(); place++) {
                boolean now = gap.hidden().contains(place);
                assertEquals(now ? 103 : tokens.get(place).id(), seen.get(place).id());
                assertTrue(!now || !tokens.get(place).special());
            }
        }
        assertTrue(hidden >= 500 && hidden < 500 * 4, "hidden " + hidden);
    }
}
