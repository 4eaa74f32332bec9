package loupe.training;

import ai.djl.ndarray.NDManager;
import java.util.List;
import loupe.model.Gpt2;

/**
 * What a finished model is worth, on text it never saw: mean loss a token in nats, the same in bits
 * a byte, and in bits a byte what counting tokens and pairs of tokens gives; and where its heads
 * look.
 */
record Measured(
        double loss,
        double bitsPerByte,
        double unigramBits,
        double bigramBits,
        List<HeadBehaviour> heads) {

    Measured {
        heads = List.copyOf(heads);
    }

    static Measured of(Learner learner, Texts texts, Shape shape) {
        try (NDManager scope = learner.manager().newSubManager()) {
            Gpt2 model = new Gpt2(GptTask.config(shape), learner.weights(scope));
            return of(model, scope, texts);
        }
    }

    private static Measured of(Gpt2 model, NDManager scope, Texts texts) {
        double loss = new HeldOut(model, scope).loss(texts.heldOut());
        Baseline baseline = new Baseline(texts.learnt(), model.config().vocabulary());
        return new Measured(
                loss,
                bits(loss, texts),
                bits(baseline.unigramLoss(texts.heldOut()), texts),
                bits(baseline.bigramLoss(texts.heldOut()), texts),
                new HeadStudy(model, scope).measure(texts.heldOut()));
    }

    /** From nats a token to bits a byte. */
    private static double bits(double loss, Texts texts) {
        return loss / Math.log(2) * texts.heldOut().length / texts.heldOutBytes();
    }
}
