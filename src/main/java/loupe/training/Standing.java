package loupe.training;

import java.time.Duration;

/**
 * Where a training run stands: steps done, part of the budget spent (0 to 1), mean loss of late,
 * tokens a second, time left.
 */
public record Standing(
        long step, double progress, double loss, double tokensPerSecond, Duration left) {}
