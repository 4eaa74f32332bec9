package loupe.training;

import java.util.List;

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
        double loss = new HeldOut(learner.model(), learner.manager()).loss(texts.heldOut());
        Baseline baseline = new Baseline(texts.learnt(), shape.vocabulary());
        return new Measured(
                loss,
                bits(loss, texts),
                bits(baseline.unigramLoss(texts.heldOut()), texts),
                bits(baseline.bigramLoss(texts.heldOut()), texts),
                new HeadStudy(learner.model(), learner.manager()).measure(texts.heldOut()));
    }

    /** From nats a token to bits a byte. */
    private static double bits(double loss, Texts texts) {
        return loss / Math.log(2) * texts.heldOut().length / texts.heldOutBytes();
    }
}
