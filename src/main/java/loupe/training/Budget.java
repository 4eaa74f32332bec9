package loupe.training;

import java.util.Locale;
import loupe.vocabulary.TrainingAdvice;

/** How long to train: a number of steps, or, where that is 0, a time in seconds. */
public record Budget(long steps, long seconds) {

    /**
     * @throws TrainingAdvice when there is nothing to spend
     */
    public static Budget ofSteps(long steps) {
        if (steps < 1) {
            throw new TrainingAdvice("--steps is " + steps + ". Choose a number from 1 on.");
        }
        return new Budget(steps, 0);
    }

    /**
     * @throws TrainingAdvice when there is nothing to spend
     */
    public static Budget ofMinutes(double minutes) {
        if (!(minutes > 0 && minutes <= 100_000)) {
            throw new TrainingAdvice("--minutes is " + minutes + ". Choose a number above 0.");
        }
        return new Budget(0, Math.max(1, Math.round(minutes * 60)));
    }

    /** Spent so far, from 0 to 1. */
    double progress(long step, double elapsedSeconds) {
        double spent = steps > 0 ? (double) step / steps : elapsedSeconds / seconds;
        return Math.min(1, spent);
    }

    String words() {
        return steps > 0
                ? String.format(Locale.ROOT, "%,d steps", steps)
                : String.format(Locale.ROOT, "%.1f minutes", seconds / 60.0);
    }
}
