package loupe.experiment;

import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import loupe.model.Stack;
import loupe.model.Trace;
import loupe.tensor.Grid;
import loupe.tensor.Torch;

/**
 * Reads two texts with one model and compares the vectors of the words that both have, layer by
 * layer: whether the model keeps two meanings of one word apart, and from where on.
 */
public final class VectorsExperiment {
    private final Lab lab;

    public VectorsExperiment(Lab lab) {
        this.lab = lab;
    }

    /**
     * For {@link ModelThread} only.
     *
     * @param request the first text and the model
     * @param other the second text
     * @throws Advice if the model cannot be opened or cannot take a text, or no word is in both
     * @throws CancellationException if that was wished
     */
    public VectorsAnswer run(AttentionRequest request, String other, Cancellation cancellation)
            throws Advice {
        ModelThread.guard();
        AttentionRequest second =
                AttentionRequest.of(request.model(), other).with(request.weights());
        return lab.withRoom(() -> attempt(request, second, cancellation));
    }

    private VectorsAnswer attempt(
            AttentionRequest first, AttentionRequest second, Cancellation cancellation)
            throws Advice {
        OpenModel model = lab.open(first.model(), first.weights());
        long start = System.nanoTime();
        Read one = read(model, first, cancellation);
        Read two = read(model, second, cancellation);
        List<VectorsAnswer.Word> words = new ArrayList<>();
        for (SharedWord word : SharedWord.of(one.pieces(), two.pieces())) {
            words.add(compared(word, one, two));
        }
        if (words.isEmpty()) {
            throw new Advice(
                    "The two texts have no word in common: write one that stands in both.");
        }
        return new VectorsAnswer(
                model.id(),
                first.weights(),
                lab.device(),
                one.pieces(),
                two.pieces(),
                words,
                (System.nanoTime() - start) / 1_000_000);
    }

    /** A text and its hidden states, (T, D) before each layer and after the last. */
    private record Read(List<Piece> pieces, List<Grid> hidden) {}

    private static Read read(OpenModel model, AttentionRequest request, Cancellation cancellation)
            throws Advice {
        Inputs inputs = AttentionInputs.of(model, request, cancellation);
        Stack stack = model.model().anatomy().stacks().get(0);
        Set<String> places = new LinkedHashSet<>();
        for (int layer = 0; layer <= stack.layers(); layer++) {
            places.add(stack.kind().place("hidden", layer));
        }
        Trace trace = Trace.of(places, cancellation::isWished);
        try (NDManager run = Torch.scope()) {
            model.model().run(inputs.batch(run), trace);
            return new Read(
                    Piece.all(inputs.tokens()),
                    places.stream().map(place -> trace.grid(place).slice(0)).toList());
        }
    }

    private static VectorsAnswer.Word compared(SharedWord word, Read one, Read two) {
        List<Double> cosine = new ArrayList<>();
        List<Double> distance = new ArrayList<>();
        for (int layer = 0; layer < one.hidden().size(); layer++) {
            double[] a = mean(one.hidden().get(layer), word.inFirst());
            double[] b = mean(two.hidden().get(layer), word.inSecond());
            cosine.add(product(a, b) / Math.sqrt(product(a, a) * product(b, b)));
            distance.add(Math.sqrt(product(a, a) - 2 * product(a, b) + product(b, b)));
        }
        return new VectorsAnswer.Word(
                word.text(), word.inFirst(), word.inSecond(), cosine, distance);
    }

    private static double[] mean(Grid hidden, List<Integer> tokens) {
        double[] mean = new double[hidden.shape()[1]];
        for (int token : tokens) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += hidden.get(token, i) / tokens.size();
            }
        }
        return mean;
    }

    private static double product(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
