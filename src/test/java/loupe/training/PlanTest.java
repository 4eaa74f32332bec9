package loupe.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlanTest {

    private static final Plan PLAN =
            plan(new Stage(0.6, 0.6, true, 0.4, 0.2, 0), new Stage(1, 1, false, 0.1, 0.3, 0));

    private static Plan plan(Stage... stages) {
        Recipe recipe = new Recipe(1_024, 1e-3, 0.1, List.of(stages), 1);
        return new Plan(Shape.course(), recipe, Budget.ofSteps(1_000), 1);
    }

    @Test
    void theRateRisesInALineAndFallsAlongACosineToATwentieth() {
        assertTrue(PLAN.rate(0) > 0 && PLAN.rate(0) < 1e-4);
        assertEquals(5e-4, PLAN.rate(0.05), 1e-5);
        assertEquals(1e-3, PLAN.rate(0.1), 1e-9);
        assertEquals(1e-3 * (0.05 + 0.95 / 2), PLAN.rate(0.55), 1e-9);
        assertEquals(5e-5, PLAN.rate(1), 1e-9);
    }

    @Test
    void aStageMayTakeTheRateFurtherDownThanItsShareOfTheRun() {
        Plan plan = plan(new Stage(0.5, 0.8, false, 0, 0, 0), new Stage(1, 1, false, 0, 0, 0));
        assertEquals(PLAN.rate(0.4), plan.rate(0.25), 1e-12);
        assertEquals(PLAN.rate(0.8), plan.rate(0.5), 1e-12);
        assertEquals(PLAN.rate(0.9), plan.rate(0.75), 1e-12);
        assertEquals(5e-5, plan.rate(1), 1e-9);
    }

    @Test
    void sequencesAreHalfAsLongAsTheContextInAShortenedStage() {
        assertEquals(64, PLAN.length(0.59));
        assertEquals(16, PLAN.rows(0.59));
        assertEquals(128, PLAN.length(0.6));
        assertEquals(8, PLAN.rows(0.6));
        assertEquals(128, PLAN.length(1));
    }

    @Test
    void eachStageHasItsMixture() {
        assertEquals(0.4, PLAN.stage(0.59).repeats());
        assertEquals(0.1, PLAN.stage(0.6).repeats());
        assertEquals(0.3, PLAN.stage(1).sentences());
    }

    @Test
    void aBudgetIsSpentByStepsOrByTime() {
        assertEquals(0.25, Budget.ofSteps(1_000).progress(250, 1e9));
        assertEquals(0.5, Budget.ofMinutes(2).progress(1_000_000, 60));
        assertEquals(1, Budget.ofMinutes(2).progress(0, 1_000));
    }
}
