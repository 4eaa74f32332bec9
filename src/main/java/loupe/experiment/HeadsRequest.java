package loupe.experiment;

/** A wish to know what every head of a model does, on this text and on the bundled sample. */
public record HeadsRequest(String model, WeightChoice weights, Given given) {}
