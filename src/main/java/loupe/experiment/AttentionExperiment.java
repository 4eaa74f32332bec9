package loupe.experiment;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import loupe.model.Anatomy;
import loupe.model.AttentionKind;
import loupe.model.Stack;
import loupe.model.Trace;
import loupe.tensor.Grid;
import loupe.tensor.Torch;

/** Runs a text through a model and brings out the attention, queries, keys and values. */
public final class AttentionExperiment {
    private static final int GUESSES = 10;
    private static final List<String> PLACES =
            List.of("attn", "q", "k", "v", "value_norm", "position");

    private final Lab lab;

    public AttentionExperiment(Lab lab) {
        this.lab = lab;
    }

    /**
     * For {@link ModelThread} only.
     *
     * @throws Advice if the model cannot be opened, or cannot take what it is given
     * @throws CancellationException if that was wished
     */
    public AttentionAnswer run(AttentionRequest request, Cancellation cancellation) throws Advice {
        ModelThread.guard();
        return lab.withRoom(() -> attempt(request, cancellation));
    }

    private AttentionAnswer attempt(AttentionRequest request, Cancellation cancellation)
            throws Advice {
        stopIf(cancellation);
        OpenModel model = lab.open(request.model(), request.weights());
        stopIf(cancellation);
        long start = System.nanoTime();
        Inputs inputs = AttentionInputs.of(model, request, cancellation);
        Anatomy anatomy = model.model().anatomy();
        Set<String> places = places(anatomy);
        Optional<String> last = lastHidden(anatomy);
        Trace trace = Trace.of(with(places, last), cancellation::isWished);
        try (NDManager run = Torch.scope()) {
            model.model().run(inputs.batch(run), trace);
            List<Guess> next =
                    last.isPresent() ? next(model, trace.get(last.get()).get(0)) : List.of();
            return new AttentionAnswer(
                    model.id(),
                    request.weights(),
                    lab.device(),
                    Piece.all(inputs.tokens()),
                    Piece.all(inputs.written().orElse(List.of())),
                    inputs.written().isPresent() && request.target().isEmpty(),
                    attentions(anatomy),
                    next,
                    grids(places, trace),
                    (System.nanoTime() - start) / 1_000_000);
        }
    }

    /** Five runs: after the first the engine is there, after a few the code is compiled. */
    void warm(String modelId) throws Advice {
        for (int i = 0; i < 5; i++) {
            run(AttentionRequest.of(modelId, "a"), new Cancellation());
        }
    }

    private static List<AttentionAnswer.Attention> attentions(Anatomy anatomy) {
        boolean writes = anatomy.kind() == Anatomy.Kind.DECODER;
        return anatomy.stacks().stream()
                .map(
                        stack ->
                                AttentionAnswer.Attention.of(
                                        stack,
                                        anatomy.places()
                                                .contains(stack.kind().place("position", 0)),
                                        writes || stack.kind() == AttentionKind.DECODER))
                .toList();
    }

    /** The last hidden states of a model that guesses what comes next. */
    private static Optional<String> lastHidden(Anatomy anatomy) {
        return switch (anatomy.kind()) {
            case ENCODER -> Optional.empty();
            case DECODER -> Optional.of(hidden(anatomy, AttentionKind.SELF));
            case ENCODER_DECODER -> Optional.of(hidden(anatomy, AttentionKind.DECODER));
        };
    }

    private static String hidden(Anatomy anatomy, AttentionKind kind) {
        return kind.place("hidden", anatomy.stack(kind).layers());
    }

    private static void stopIf(Cancellation cancellation) {
        if (cancellation.isWished()) {
            throw new CancellationException("stopped before the run");
        }
    }

    /** The likeliest tokens after the last of these hidden states, (T, D). */
    private static List<Guess> next(OpenModel model, NDArray hidden) throws Advice {
        if (model.model().wordHead().isEmpty()) {
            return List.of();
        }
        NDArray last = hidden.get(hidden.getShape().get(0) - 1); // (D)
        NDArray logits = model.model().wordHead().get().logits(last); // (V)
        int count = Math.min(GUESSES, model.model().anatomy().limits().vocabulary());
        NDList best = logits.softmax(-1).topK(count, 0, true, true); // 2 of (count)
        float[] probabilities = best.get(0).toFloatArray();
        long[] ids = best.get(1).toLongArray();
        if (Float.isNaN(probabilities[0])) {
            throw new Advice(
                    ("The weights of %s lead to no numbers (NaN): its file is damaged, or its"
                                    + " training failed.")
                            .formatted(model.id()));
        }
        List<Guess> guesses = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            guesses.add(new Guess(model.targetTokenizer().decode(ids[i]), probabilities[i]));
        }
        return guesses;
    }

    private static Set<String> places(Anatomy anatomy) {
        Set<String> places = new LinkedHashSet<>();
        for (Stack stack : anatomy.stacks()) {
            for (String place : PLACES) {
                for (int layer = 0; layer < stack.layers(); layer++) {
                    places.add(stack.kind().place(place, layer));
                }
            }
        }
        places.retainAll(anatomy.places());
        return places;
    }

    private static Set<String> with(Set<String> places, Optional<String> last) {
        Set<String> more = new LinkedHashSet<>(places);
        last.ifPresent(more::add);
        return more;
    }

    /** Out of the engine, which lets go of each as soon as it has been copied. */
    private static Map<String, Grid> grids(Set<String> places, Trace trace) {
        Map<String, Grid> grids = new LinkedHashMap<>();
        for (String place : places) {
            grids.put(place, trace.grid(place).slice(0));
            trace.get(place).close();
        }
        return grids;
    }
}
