package loupe.experiment;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Set;
import java.util.concurrent.CancellationException;
import loupe.model.Anatomy;
import loupe.model.AttentionKind;
import loupe.model.Stack;
import loupe.model.Trace;
import loupe.tensor.Gradient;
import loupe.tensor.Grid;
import loupe.tensor.Torch;

/**
 * Computes which scores of one head a step of training would raise, and which it would lower.
 *
 * <p>The loss is followed back to the head's attention A: with G its derivative there, the
 * derivative by the score before the softmax is A (G - sum over the row of A G).
 */
public final class GradientExperiment {
    private final Lab lab;

    public GradientExperiment(Lab lab) {
        this.lab = lab;
    }

    /**
     * For {@link ModelThread} only.
     *
     * @throws Advice if the model cannot be opened or cannot take what it is given, or nothing in
     *     it tells the model what would be right
     * @throws CancellationException if that was wished
     */
    public GradientAnswer run(GradientRequest request, Cancellation cancellation) throws Advice {
        ModelThread.guard();
        return lab.withRoom(() -> attempt(request, cancellation));
    }

    private GradientAnswer attempt(GradientRequest request, Cancellation cancellation)
            throws Advice {
        OpenModel model = lab.open(request.run().model(), request.run().weights());
        long start = System.nanoTime();
        Inputs inputs = AttentionInputs.of(model, request.run(), cancellation);
        Right right = Right.of(model, inputs, request.answer());
        Stack stack = stack(model, request);
        String place = AttentionKind.SELF.place("attn", request.layer());
        try (NDManager run = Torch.scope()) {
            Trace plain = Trace.of(Set.of(place), cancellation::isWished);
            model.model().run(inputs.batch(run), plain);
            NDArray attention = plain.get(place); // (1, N, T, T)
            Grid now = Grid.of(attention).slice(0).slice(request.head());
            Gradient.Slopes slopes =
                    Gradient.by(
                            attention, changed -> loss(model, inputs, right, run, place, changed));
            Grid push = push(now, slopes.slopes().slice(0).slice(request.head()));
            return new GradientAnswer(
                    model.id(),
                    request.run().weights(),
                    lab.device(),
                    Piece.all(inputs.tokens()),
                    stack.layers(),
                    stack.heads(),
                    right.reads(),
                    right.reads() ? "next" : "masked",
                    slopes.value(),
                    now,
                    push,
                    (System.nanoTime() - start) / 1_000_000);
        }
    }

    private static Stack stack(OpenModel model, GradientRequest request) throws Advice {
        Anatomy anatomy = model.model().anatomy();
        Stack stack = anatomy.stack(AttentionKind.SELF);
        if (request.layer() >= stack.layers() || request.head() >= stack.heads()) {
            throw new Advice(
                    "%s has layers 0 to %d with heads 0 to %d: there is no layer %d, head %d."
                            .formatted(
                                    model.id(),
                                    stack.layers() - 1,
                                    stack.heads() - 1,
                                    request.layer(),
                                    request.head()));
        }
        return stack;
    }

    /** Mean loss in nats when this attention stands at that place, (). */
    static NDArray loss(
            OpenModel model,
            Inputs inputs,
            Right right,
            NDManager run,
            String place,
            NDArray attention) {
        int layers = model.model().anatomy().stack(AttentionKind.SELF).layers();
        String last = AttentionKind.SELF.place("hidden", layers);
        Trace trace = Trace.of(Set.of(last)).replacing(place, attention);
        model.model().run(inputs.batch(run), trace);
        NDArray asked = trace.get(last).get(0).get(run.create(right.places())); // (M, D)
        NDArray logits = model.model().wordHead().orElseThrow().logits(asked); // (M, V)
        NDArray told = run.create(right.ids()).expandDims(1); // (M, 1)
        return logits.logSoftmax(-1).gather(told, 1).mean().neg(); // ()
    }

    /** Minus the derivative by the scores, from that by the attention, both (T, T). */
    static Grid push(Grid attention, Grid slopes) {
        int[] shape = attention.shape();
        float[] push = new float[attention.size()];
        for (int row = 0; row < shape[0]; row++) {
            double mean = 0;
            for (int to = 0; to < shape[1]; to++) {
                mean += attention.get(row, to) * slopes.get(row, to);
            }
            for (int to = 0; to < shape[1]; to++) {
                push[row * shape[1] + to] =
                        (float) (attention.get(row, to) * (mean - slopes.get(row, to)));
            }
        }
        return Grid.of(shape, push);
    }
}
