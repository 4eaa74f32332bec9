package loupe.training;

import ai.djl.ndarray.NDArray;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Adam with decoupled weight decay (Loshchilov and Hutter 2019, algorithm 2), with gradients
 * clipped to a total norm of 1 first. Only the matrices of linear layers decay: not biases, norms
 * and embeddings.
 *
 * <p>Keeps two moments of each parameter, beside it in its manager. One thread.
 */
final class AdamW {

    static final float BETA_1 = 0.9f;
    static final float BETA_2 = 0.99f;
    static final float EPSILON = 1e-8f;
    static final float DECAY = 0.1f;

    /** As GPT-2, BERT and Marian call their tables. */
    private static final Pattern EMBEDDING =
            Pattern.compile("(.*\\.)?(wte|wpe|\\w+_embeddings|shared|embed_tokens)\\.weight");

    private final Map<String, NDArray> parameters;
    private final Map<String, NDArray> first = new LinkedHashMap<>();
    private final Map<String, NDArray> second = new LinkedHashMap<>();

    AdamW(Map<String, NDArray> parameters) {
        this.parameters = parameters;
        parameters.forEach(
                (name, parameter) -> {
                    first.put(name, parameter.zerosLike());
                    second.put(name, parameter.zerosLike());
                });
    }

    /** Means of the gradients, by parameter. */
    Map<String, NDArray> first() {
        return first;
    }

    /** Means of the squared gradients, by parameter. */
    Map<String, NDArray> second() {
        return second;
    }

    /**
     * Moves every parameter, in place.
     *
     * @param step counted from 1
     * @param decay how much of a matrix goes at a rate of 1
     * @param gradients by parameter name; they are scaled in place where they are clipped
     */
    void step(long step, double rate, double decay, Map<String, NDArray> gradients) {
        float scale = Math.min(1, 1 / (norm(gradients) + 1e-6f));
        float size = (float) (rate / (1 - Math.pow(BETA_1, step)));
        float correction = (float) (1 / Math.sqrt(1 - Math.pow(BETA_2, step)));
        parameters.forEach(
                (name, parameter) -> {
                    NDArray gradient = gradients.get(name).muli(scale);
                    NDArray m = first.get(name).muli(BETA_1).addi(gradient.mul(1 - BETA_1));
                    NDArray v = second.get(name).muli(BETA_2);
                    v.addi(gradient.square().muli(1 - BETA_2));
                    // What starts from m or v would live as long as they do: closed here.
                    try (NDArray root = v.sqrt();
                            NDArray move = m.mul(size)) {
                        move.divi(root.muli(correction).addi(EPSILON));
                        if (decays(name, parameter)) {
                            parameter.muli((float) (1 - rate * decay));
                        }
                        parameter.subi(move);
                    }
                });
    }

    private static boolean decays(String name, NDArray parameter) {
        return name.endsWith("weight")
                && parameter.getShape().dimension() == 2
                && !EMBEDDING.matcher(name).matches();
    }

    /** Of all gradients together. */
    private static float norm(Map<String, NDArray> gradients) {
        double squares = 0;
        for (NDArray gradient : gradients.values()) {
            squares += gradient.square().sum().getFloat();
        }
        return (float) Math.sqrt(squares);
    }
}
