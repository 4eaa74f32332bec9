package loupe.evaluation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import java.util.List;
import loupe.model.Batch;
import loupe.model.Gpt2;
import loupe.model.Trace;
import loupe.sentences.English;
import loupe.sentences.Mark;
import loupe.sentences.Part;
import loupe.sentences.Passage;
import loupe.sentences.Role;
import loupe.sentences.Topic;

/**
 * Whether a model finds a sentence with the right verb likelier than the same with the verb in the
 * other number, where a noun of that other number stands between subject and verb. Sentences are
 * compared whole, since one form may be the beginning of the other (Warstadt et al. 2020).
 */
final class VerbNumber {

    private static final int PAIRS = 200;
    private static final long SEED = 20_261_121;

    private final Subject subject;
    private final Gpt2 model;

    VerbNumber(Subject subject) {
        this.subject = subject;
        this.model = (Gpt2) subject.model();
    }

    /** Of the pairs, the part that is told right. */
    double share() {
        List<Passage> pairs = pairs();
        return pairs.stream().filter(this::isRight).count() / (double) pairs.size();
    }

    private static List<Passage> pairs() {
        return new English(SEED, Part.HELD_OUT)
                .passages(Topic.AGREEMENT)
                .filter(VerbNumber::tempts)
                .limit(PAIRS)
                .toList();
    }

    /** Whether subject and attractor differ in number. */
    private static boolean tempts(Passage passage) {
        return !passage.mark(Role.SUBJECT)
                .orElseThrow()
                .note()
                .equals(passage.mark(Role.ATTRACTOR).orElseThrow().note());
    }

    private boolean isRight(Passage passage) {
        Mark verb = passage.mark(Role.VERB).orElseThrow();
        String text = passage.text();
        String wrong = text.substring(0, verb.start()) + verb.note() + text.substring(verb.end());
        return likelihood(text) > likelihood(wrong);
    }

    /** Logarithm of the probability of all tokens but the first; of a long text, of its end. */
    private double likelihood(String text) {
        long[] all = subject.ids(text);
        int from = Math.max(0, all.length - 1 - model.config().context());
        long[] ids = Arrays.copyOfRange(all, from, all.length);
        int length = ids.length - 1;
        try (NDManager scope = subject.scope().newSubManager()) {
            Batch seen = Batch.of(scope, Arrays.copyOf(ids, length));
            NDArray logits = model.forward(seen, Trace.nothing()); // (1, T, V)
            NDArray log = logits.reshape(length, -1).logSoftmax(-1); // (T, V)
            long[] told = Arrays.copyOfRange(ids, 1, ids.length);
            NDArray each = log.gather(scope.create(told).expandDims(1), 1); // (T, 1)
            return each.sum().getFloat();
        }
    }
}
