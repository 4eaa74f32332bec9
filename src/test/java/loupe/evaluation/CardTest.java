package loupe.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class CardTest {

    private static final Report REPORT =
            new Report(
                    List.of(
                            new Result("sharpness", Goal.atLeast(0.8), 0.8004),
                            new Result("bluntness", Goal.atMost(0.95), 0.97)),
                    "In $1 more words.\n");
    private static final String SECTION =
            """
            ## Measured

            | measured | wanted | is | reached |
            |---|---|---|---|
            | sharpness | ≥ 0.80 | 0.800 | yes |
            | bluntness | ≤ 0.95 | 0.970 | no |

            In $1 more words.
            """;

    @Test
    void whatWasMeasuredStandsBeforeTheLimits() {
        assertEquals(
                "# A model\n\n" + SECTION + "\n## Limits\n\nMany.\n",
                Card.with("# A model\n\n## Limits\n\nMany.\n", REPORT));
    }

    @Test
    void anOlderMeasurementGivesWay() {
        String old = "# A model\n\n## Measured\n\n| old | row |\n\nText.\n\n## Limits\n\nMany.\n";
        String now = Card.with(old, REPORT);
        assertEquals("# A model\n\n" + SECTION + "\n## Limits\n\nMany.\n", now);
        assertEquals(now, Card.with(now, REPORT));
    }

    @Test
    void aCardWithoutLimitsEndsWithIt() {
        assertEquals("# A model\n\n" + SECTION, Card.with("# A model\n\n", REPORT));
    }
}
