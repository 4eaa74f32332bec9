package loupe.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PlanTest {

    private static final Plan PLAN =
            new Plan(
                    Shape.course(),
                    new Recipe(1_024, 1e-3, 0.1, 0.6, new Recipe.Mix(0.4, 0.1, 0.2), 1),
                    Budget.ofSteps(1_000),
                    1);

    @Test
    void theRateRisesInALineAndFallsAlongACosineToATwentieth() {
        assertTrue(PLAN.rate(0) > 0 && PLAN.rate(0) < 1e-4);
        assertEquals(5e-4, PLAN.rate(0.05), 1e-5);
        assertEquals(1e-3, PLAN.rate(0.1), 1e-9);
        assertEquals(1e-3 * (0.05 + 0.95 / 2), PLAN.rate(0.55), 1e-9);
        assertEquals(5e-5, PLAN.rate(1), 1e-9);
    }

    @Test
    void sequencesAreHalfAsLongAsTheContextAtFirst() {
        assertEquals(64, PLAN.length(0.59));
        assertEquals(16, PLAN.rows(0.59));
        assertEquals(128, PLAN.length(0.6));
        assertEquals(8, PLAN.rows(0.6));
    }

    @Test
    void thereAreFewerRepeatsOnLongSequences() {
        assertEquals(0.4, PLAN.repeats(0.59));
        assertEquals(0.1, PLAN.repeats(0.6));
    }

    @Test
    void aBudgetIsSpentByStepsOrByTime() {
        assertEquals(0.25, Budget.ofSteps(1_000).progress(250, 1e9));
        assertEquals(0.5, Budget.ofMinutes(2).progress(1_000_000, 60));
        assertEquals(1, Budget.ofMinutes(2).progress(0, 1_000));
    }
}
