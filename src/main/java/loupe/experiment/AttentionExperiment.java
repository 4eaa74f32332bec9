package loupe.experiment;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import loupe.model.Anatomy;
import loupe.model.AttentionKind;
import loupe.model.Batch;
import loupe.model.Stack;
import loupe.model.Trace;
import loupe.tensor.Grid;
import loupe.tensor.Torch;
import loupe.token.Token;

/** Runs a text through a model and brings out the attention, queries, keys and values. */
public final class AttentionExperiment {
    private static final int GUESSES = 10;
    private static final List<String> PLACES = List.of("attn", "q", "k", "v");

    private final Lab lab;

    public AttentionExperiment(Lab lab) {
        this.lab = lab;
    }

    /**
     * For {@link ModelThread} only.
     *
     * @throws Advice if the model cannot be opened, or the text is too long for it
     * @throws CancellationException if that was wished
     */
    public AttentionAnswer run(AttentionRequest request, Cancellation cancellation) throws Advice {
        ModelThread.guard();
        stopIf(cancellation);
        OpenModel model = lab.open(request.model());
        stopIf(cancellation);
        long start = System.nanoTime();
        List<Token> tokens = fitting(model, model.tokenizer().encode(request.text()));
        Stack stack = onlyStack(model);
        Set<String> places = places(stack.layers());
        String last = AttentionKind.SELF.place("hidden", stack.layers());
        Trace trace = Trace.of(with(places, last), cancellation::isWished);
        try (NDManager run = Torch.scope()) {
            Batch batch = Batch.of(run, tokens.stream().mapToLong(Token::id).toArray());
            model.model().run(batch, trace);
            return new AttentionAnswer(
                    model.id(),
                    lab.device(),
                    tokens.stream().map(Piece::of).toList(),
                    stack.layers(),
                    stack.heads(),
                    stack.headSize(),
                    stack.scales(),
                    readsOn(model),
                    readsOn(model) ? next(model, trace.get(last).get(0)) : List.of(),
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

    /** Whether it is one that guesses what comes next. */
    private static boolean readsOn(OpenModel model) {
        return model.model().anatomy().kind() == Anatomy.Kind.DECODER;
    }

    private static Stack onlyStack(OpenModel model) throws Advice {
        Anatomy anatomy = model.model().anatomy();
        if (anatomy.kind() == Anatomy.Kind.ENCODER_DECODER) {
            throw new Advice(
                    ("%s reads one text and writes another: choose a model of one text here.")
                            .formatted(model.id()));
        }
        return anatomy.stack(AttentionKind.SELF);
    }

    private static void stopIf(Cancellation cancellation) {
        if (cancellation.isWished()) {
            throw new CancellationException("stopped before the run");
        }
    }

    private static List<Token> fitting(OpenModel model, List<Token> tokens) throws Advice {
        if (tokens.isEmpty()) {
            throw new Advice(
                    "%s finds no token in this text: write a few words.".formatted(model.id()));
        }
        int context = model.model().anatomy().limits().context();
        if (tokens.size() > context) {
            throw new Advice(
                    "The text has %d tokens and %s reads at most %d: shorten it."
                            .formatted(tokens.size(), model.id(), context));
        }
        int vocabulary = model.model().anatomy().limits().vocabulary();
        if (tokens.stream().anyMatch(token -> token.id() >= vocabulary)) {
            throw new Advice(
                    ("The tokenizer of %s knows tokens that the model does not (it has %d): one of"
                                    + " the two files is from another model.")
                            .formatted(model.id(), vocabulary));
        }
        return tokens;
    }

    /** The likeliest tokens after the last of these hidden states, (T, D). */
    private static List<Guess> next(OpenModel model, NDArray hidden) throws Advice {
        NDArray last = hidden.get(hidden.getShape().get(0) - 1); // (D)
        NDArray logits = model.model().wordHead().orElseThrow().logits(last); // (V)
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
            guesses.add(new Guess(model.tokenizer().decode(ids[i]), probabilities[i]));
        }
        return guesses;
    }

    private static Set<String> places(int layers) {
        Set<String> places = new LinkedHashSet<>();
        for (String place : PLACES) {
            IntStream.range(0, layers).mapToObj(i -> place + "." + i).forEach(places::add);
        }
        return places;
    }

    private static Set<String> with(Set<String> places, String last) {
        Set<String> more = new LinkedHashSet<>(places);
        more.add(last);
        return more;
    }

    private static Map<String, Grid> grids(Set<String> places, Trace trace) {
        Map<String, Grid> grids = new LinkedHashMap<>();
        places.forEach(place -> grids.put(place, trace.grid(place).slice(0)));
        return grids;
    }
}
