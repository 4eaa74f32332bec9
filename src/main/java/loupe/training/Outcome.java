package loupe.training;

/**
 * How a training run ended: the model is there, or the run was stopped and can be taken up again.
 */
public enum Outcome {
    FINISHED,
    STOPPED
}
