/**
 * What a lesson can do: one class per experiment, plain values in and out.
 *
 * <p>Start with {@link loupe.experiment.Lab} and {@link loupe.experiment.AttentionExperiment}. All
 * of it that runs a model belongs to one thread, {@link loupe.experiment.ModelThread}.
 */
package loupe.experiment;
