/**
 * Text written by a model, token by token: greedy and beam search, sampling.
 *
 * <p>Start with {@link loupe.generation.Generation}. The search knows of a model only that it says
 * what may come next, {@link loupe.generation.NextToken}.
 */
package loupe.generation;
