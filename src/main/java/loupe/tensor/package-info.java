/**
 * The border with the engine: the operations the models share, weights by name, plain matrices.
 *
 * <p>Start with {@link loupe.tensor.Weights}. A result belongs to the manager of its first operand,
 * so the activation stands on the left: {@code x.matMul(w)} dies with the run, {@code w.matMul(x)}
 * would stay with the weights.
 */
package loupe.tensor;
