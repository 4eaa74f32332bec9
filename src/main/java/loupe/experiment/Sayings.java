package loupe.experiment;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import loupe.model.Anatomy;
import loupe.model.AttentionKind;
import loupe.model.Trace;
import loupe.token.Token;

/**
 * What a model has to say to a text: its next word, the words it puts at masks, whether a second
 * sentence follows the first (Devlin et al. 2019, section 3.1), a classifier's labels.
 */
final class Sayings {
    private static final int GUESSES = 10;
    private static final int MOST_MASKS = 4;
    private static final String FOLLOWS = "seq_relationship_logits";
    private static final String LOGITS = "logits";
    private static final List<String> FOLLOWING =
            List.of("B goes on after A", "B is from elsewhere");

    private final OpenModel model;
    private final Inputs inputs;
    private final Anatomy anatomy;

    Sayings(OpenModel model, Inputs inputs) {
        this.model = model;
        this.inputs = inputs;
        this.anatomy = model.model().anatomy();
    }

    /** The places of a run that they are read from. */
    Set<String> places() {
        Set<String> places = new LinkedHashSet<>();
        if (model.model().wordHead().isPresent() && (reads() || !masks().isEmpty())) {
            places.add(lastHidden());
        }
        if (isPair() && anatomy.places().contains(FOLLOWS)) {
            places.add(FOLLOWS);
        }
        if (!labels().isEmpty() && anatomy.places().contains(LOGITS)) {
            places.add(LOGITS);
        }
        return places;
    }

    /**
     * Reads them off a run that kept {@link #places}.
     *
     * @throws Advice if the numbers are none
     */
    List<Saying> of(Trace trace) throws Advice {
        Set<String> kept = places();
        List<Saying> all = new ArrayList<>();
        if (kept.contains(lastHidden())) {
            NDArray hidden = trace.get(lastHidden()).get(0); // (T, D)
            if (reads()) {
                long last = hidden.getShape().get(0) - 1;
                all.add(new Saying("next", 0, words(hidden.get(last))));
            } else {
                for (int at : masks()) {
                    all.add(new Saying("masked", at, words(hidden.get(at))));
                }
            }
        }
        if (kept.contains(FOLLOWS)) {
            all.add(new Saying("follows", 0, named(trace.get(FOLLOWS).get(0), FOLLOWING)));
        }
        if (kept.contains(LOGITS)) {
            all.add(new Saying("class", 0, named(trace.get(LOGITS).get(0), labels())));
        }
        return all;
    }

    /** Whether it goes on after what it has read or written. */
    private boolean reads() {
        return anatomy.kind() != Anatomy.Kind.ENCODER;
    }

    private boolean isPair() {
        return inputs.tokens().stream().anyMatch(token -> token.segment() == 1);
    }

    private List<Integer> masks() {
        List<Token> tokens = inputs.tokens();
        return IntStream.range(0, tokens.size())
                .filter(i -> !reads() && Right.isMask(tokens.get(i)))
                .limit(MOST_MASKS)
                .boxed()
                .toList();
    }

    private String lastHidden() {
        AttentionKind kind =
                switch (anatomy.kind()) {
                    case ENCODER, DECODER -> AttentionKind.SELF;
                    case ENCODER_DECODER -> AttentionKind.DECODER;
                };
        return kind.place("hidden", anatomy.stack(kind).layers());
    }

    private List<String> labels() {
        return model.labels();
    }

    /** The likeliest tokens after a hidden state, (D). */
    private List<Guess> words(NDArray hidden) throws Advice {
        NDArray logits = model.model().wordHead().orElseThrow().logits(hidden); // (V)
        int count = Math.min(GUESSES, anatomy.limits().vocabulary());
        NDList best = logits.softmax(-1).topK(count, 0, true, true); // 2 of (count)
        float[] probabilities = checked(best.get(0).toFloatArray());
        long[] ids = best.get(1).toLongArray();
        List<Guess> guesses = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            guesses.add(new Guess(model.targetTokenizer().decode(ids[i]), probabilities[i]));
        }
        return guesses;
    }

    /** Logits, (labels), as probabilities with their names, likeliest first. */
    private List<Guess> named(NDArray logits, List<String> names) throws Advice {
        float[] probabilities = checked(logits.softmax(-1).toFloatArray());
        return IntStream.range(0, probabilities.length)
                .mapToObj(
                        i ->
                                new Guess(
                                        i < names.size() ? names.get(i) : "label " + i,
                                        probabilities[i]))
                .sorted((a, b) -> Double.compare(b.probability(), a.probability()))
                .toList();
    }

    private float[] checked(float[] probabilities) throws Advice {
        if (Float.isNaN(probabilities[0])) {
            throw new Advice(
                    ("The weights of %s lead to no numbers (NaN): its file is damaged, or its"
                                    + " training failed.")
                            .formatted(model.id()));
        }
        return probabilities;
    }
}
