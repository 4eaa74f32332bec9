package loupe.experiment;

import ai.djl.ndarray.NDManager;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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
        Sayings sayings = new Sayings(model, inputs);
        Trace trace = Trace.of(with(places, sayings.places()), cancellation::isWished);
        try (NDManager run = Torch.scope()) {
            model.model().run(inputs.batch(run), trace);
            List<Saying> says = sayings.of(trace);
            return new AttentionAnswer(
                    model.id(),
                    request.weights(),
                    lab.device(),
                    Piece.all(inputs.tokens()),
                    Piece.all(inputs.written().orElse(List.of())),
                    inputs.written().isPresent() && request.target().isEmpty(),
                    attentions(anatomy),
                    says,
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

    private static void stopIf(Cancellation cancellation) {
        if (cancellation.isWished()) {
            throw new CancellationException("stopped before the run");
        }
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

    private static Set<String> with(Set<String> places, Set<String> others) {
        Set<String> more = new LinkedHashSet<>(places);
        more.addAll(others);
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
