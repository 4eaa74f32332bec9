package loupe.tensor;

import ai.djl.ndarray.NDArray;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The activation functions that checkpoints name in their configuration. */
public enum Activation {
    GELU("gelu", x -> x.getNDArrayInternal().gelu()),
    GELU_NEW("gelu_new", Activation::tanhGelu),
    GELU_FAST("gelu_fast", Activation::tanhGelu),
    GELU_PYTORCH_TANH("gelu_pytorch_tanh", Activation::tanhGelu),
    GELU_PYTHON("gelu_python", x -> x.getNDArrayInternal().gelu()),
    GELU_10("gelu_10", x -> x.getNDArrayInternal().gelu().clip(-10, 10)),
    QUICK_GELU("quick_gelu", x -> x.mul(sigmoid(Factor.times(x, 1.702f)))),
    RELU("relu", x -> x.getNDArrayInternal().relu()),
    RELU6("relu6", x -> x.clip(0, 6)),
    SILU("silu", x -> x.mul(sigmoid(x))),
    SWISH("swish", x -> x.mul(sigmoid(x))),
    MISH("mish", Activation::mish),
    SIGMOID("sigmoid", Activation::sigmoid),
    TANH("tanh", NDArray::tanh),
    LINEAR("linear", x -> x);

    private static final float TWICE_ROOT = (float) (2 * Math.sqrt(2 / Math.PI));

    private final String published;
    private final UnaryOperator<NDArray> function;

    Activation(String published, UnaryOperator<NDArray> function) {
        this.published = published;
        this.function = function;
    }

    /** The activation that configurations call so. */
    public static Optional<Activation> named(String published) {
        return Arrays.stream(values()).filter(a -> a.published.equals(published)).findFirst();
    }

    /** The name in configurations, such as {@code gelu_new}. */
    public String published() {
        return published;
    }

    /** Element by element; any shape, which stays. */
    public NDArray apply(NDArray x) {
        return function.apply(x);
    }

    /**
     * GELU by the tanh approximation (Hendrycks, Gimpel 2016, section 2), in fewer passes over the
     * numbers: (1 + tanh u) / 2 is the sigmoid of 2 u.
     */
    private static NDArray tanhGelu(NDArray x) {
        try (NDArray u = x.mul(x)) {
            Factor.into(u, 0.044715f * TWICE_ROOT).addi(TWICE_ROOT);
            try (NDArray half = sigmoid(u.muli(x))) {
                return x.mul(half);
            }
        }
    }

    /** x tanh(log(1 + e^x)) (Misra 2019), by a logarithm that no large x can overflow. */
    private static NDArray mish(NDArray x) {
        NDArray softplus = x.maximum(0f).add(x.abs().neg().exp().add(1f).log());
        return x.mul(softplus.tanh());
    }

    private static NDArray sigmoid(NDArray x) {
        return x.getNDArrayInternal().sigmoid();
    }
}
