package loupe.evaluation;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The models that ship are as good as their cards say, measured once more. What is measured on
 * books takes the books, which do not ship; the rest is measured wherever the tests run.
 */
class ShippedModelsTest {

    private static final Path HOME = Path.of(System.getProperty("loupe.home"));
    private static final Path MODELS = HOME.resolve("assets/models");

    private static final Pattern NOT_REACHED =
            Pattern.compile(
                    "^## Not reached\\R.*?(?=^## |\\z)", Pattern.MULTILINE | Pattern.DOTALL);

    static Stream<Evaluation> shipped() {
        return Arrays.stream(Evaluation.values())
                .filter(one -> Evaluation.isThere(MODELS.resolve(one.id())));
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void aModelIsWhatItsCardSaysAndAGoalItMissedIsNamed(Evaluation evaluation) throws Exception {
        Path folder = MODELS.resolve(evaluation.id());
        String card = Files.readString(folder.resolve("README.md"), StandardCharsets.UTF_8);
        Report report = evaluation.measure(folder, HOME.resolve("../shared/corpus"));
        assertFalse(report.results().isEmpty());
        assertAll(report.results().stream().map(result -> () -> assertStands(result, card)));
    }

    /**
     * A goal that is not reached has to be named where the card tells what was tried. The last
     * digit may differ from one processor to another.
     */
    private static void assertStands(Result result, String card) {
        assertTrue(result.reached() || notReached(card).contains(result.claim()), result::row);
        boolean stands =
                Stream.of(-0.002, -0.001, 0.0, 0.001, 0.002)
                        .map(
                                by ->
                                        new Result(
                                                result.claim(),
                                                result.goal(),
                                                result.measured() + by))
                        .anyMatch(near -> card.contains(near.row()));
        assertTrue(stands, "the card does not say " + result.row());
    }

    private static String notReached(String card) {
        Matcher section = NOT_REACHED.matcher(card);
        return section.find() ? section.group().replaceAll("\\s+", " ") : "";
    }

    @Test
    void allTogetherAreUnderThirtyMegabytes() throws Exception {
        try (Stream<Path> files = Files.walk(MODELS)) {
            long bytes =
                    files.filter(Files::isRegularFile)
                            .mapToLong(file -> file.toFile().length())
                            .sum();
            assertTrue(bytes < 30_000_000, bytes + " bytes");
        }
    }
}
