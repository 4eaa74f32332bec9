package loupe.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.concurrent.CancellationException;
import loupe.model.Anatomy;
import loupe.model.AttentionKind;
import loupe.token.Token;

/**
 * Finds heads: measures where each head of a model looks, on a text, on a small text that comes
 * with the program, and on random tokens said twice. The last two are measured once for a model.
 */
public final class HeadsExperiment {
    /** What does not depend on the text. */
    private record Known(
            int tokens, Map<HeadRun.Place, Looks> sample, Map<HeadRun.Place, Double> induction) {}

    private final Lab lab;
    private final Map<OpenModel, Known> known = new WeakHashMap<>();

    public HeadsExperiment(Lab lab) {
        this.lab = lab;
    }

    /**
     * For {@link ModelThread} only.
     *
     * @throws Advice if the model cannot be opened, or cannot take what it is given
     * @throws CancellationException if that was wished
     */
    public HeadsAnswer run(AttentionRequest request, Cancellation cancellation) throws Advice {
        ModelThread.guard();
        return lab.withRoom(() -> attempt(request, cancellation));
    }

    private HeadsAnswer attempt(AttentionRequest request, Cancellation cancellation) throws Advice {
        OpenModel model = lab.open(request.model(), request.weights());
        long start = System.nanoTime();
        Inputs inputs = AttentionInputs.of(model, request, cancellation);
        Map<HeadRun.Place, Looks> text = looks(model, inputs, cancellation);
        Known same = known(model, cancellation);
        List<HeadsAnswer.Row> rows = new ArrayList<>();
        text.forEach(
                (place, looks) ->
                        rows.add(
                                new HeadsAnswer.Row(
                                        place.kind().name().toLowerCase(Locale.ROOT),
                                        place.layer(),
                                        place.head(),
                                        looks,
                                        same.sample().get(place),
                                        same.induction().getOrDefault(place, Double.NaN))));
        return new HeadsAnswer(
                model.id(),
                lab.device(),
                inputs.tokens().size(),
                same.tokens(),
                rows,
                (System.nanoTime() - start) / 1_000_000);
    }

    private Known known(OpenModel model, Cancellation cancellation) throws Advice {
        Known before = known.get(model);
        if (before != null) {
            return before;
        }
        Map<HeadRun.Place, List<Looks>> passages = new LinkedHashMap<>();
        int tokens = 0;
        for (String passage : Sample.passages()) {
            Inputs inputs = sample(model, passage);
            tokens += inputs.tokens().size();
            looks(model, inputs, cancellation)
                    .forEach(
                            (place, looks) ->
                                    passages.computeIfAbsent(place, p -> new ArrayList<>())
                                            .add(looks));
        }
        Map<HeadRun.Place, Looks> sample = new LinkedHashMap<>();
        passages.forEach((place, all) -> sample.put(place, Looks.mean(all)));
        Known fresh = new Known(tokens, sample, Induction.of(model, cancellation));
        known.put(model, fresh);
        return fresh;
    }

    private static Map<HeadRun.Place, Looks> looks(
            OpenModel model, Inputs inputs, Cancellation cancellation) {
        Map<HeadRun.Place, Looks> looks = new LinkedHashMap<>();
        new HeadRun(model, cancellation)
                .visit(
                        inputs::batch,
                        (place, row, pattern) ->
                                looks.put(
                                        place,
                                        Looks.of(
                                                pattern,
                                                read(inputs, place.kind()),
                                                place.kind() != AttentionKind.CROSS)));
        return looks;
    }

    /** Which tokens are looked at. */
    private static List<Token> read(Inputs inputs, AttentionKind kind) {
        return kind == AttentionKind.DECODER
                ? inputs.written().orElse(inputs.tokens())
                : inputs.tokens();
    }

    /** A passage as the model reads it, and where it also writes, as what it has written. */
    private static Inputs sample(OpenModel model, String passage) throws Advice {
        List<Token> read = fitted(model, model.tokenizer().encode(passage));
        return new Inputs(
                read,
                false,
                writes(model)
                        ? Optional.of(fitted(model, model.targetTokenizer().encode(passage)))
                        : Optional.empty());
    }

    private static List<Token> fitted(OpenModel model, List<Token> tokens) throws Advice {
        int most = model.model().anatomy().limits().context();
        return Inputs.fitting(model, tokens.subList(0, Math.min(most, tokens.size())));
    }

    static boolean writes(OpenModel model) {
        return model.model().anatomy().kind() == Anatomy.Kind.ENCODER_DECODER;
    }
}
