package loupe.training;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Draws the sequences of a step. Step and seed alone decide them, so a resumed run sees what an
 * unbroken one would have seen.
 *
 * <p>Plain sequences are windows of the text or of generated sentences, half of them from the start
 * of a line. In the others a piece of 6 to 32 tokens is repeated to the end, half of the pieces
 * text and half random tokens: what comes after a token can be told there only by looking back, and
 * from that induction heads grow (Olsson et al. 2022).
 */
final class Sampler {

    private static final int SHORTEST = 6;
    private static final int LONGEST = 32;

    private final Windows text;
    private final Windows sentences;
    private final int randomTokens;
    private final Plan plan;

    /**
     * @param lineBreak the id of the line break
     * @param randomTokens random pieces are made of the ids below this
     */
    Sampler(Texts texts, int lineBreak, int randomTokens, Plan plan) {
        int longest = plan.shape().context() + 1;
        this.text = Windows.of(texts.learnt(), lineBreak, longest);
        this.sentences = Windows.of(texts.sentences(), lineBreak, longest);
        this.randomTokens = randomTokens;
        this.plan = plan;
    }

    /**
     * @param progress part of the run, 0 to 1
     */
    Sequences draw(long step, double progress) {
        SplittableRandom random = new SplittableRandom(plan.seed() * 0x9E3779B97F4A7C15L + step);
        int rows = plan.rows(progress);
        int length = plan.length(progress);
        double repeats = plan.stage(progress).repeats();
        double generated = repeats + plan.stage(progress).sentences();
        long[][] sequences = new long[rows][length + 1];
        boolean[][] counts = new boolean[rows][length];
        for (int row = 0; row < rows; row++) {
            Arrays.fill(counts[row], true);
            double kind = random.nextDouble();
            if (kind < repeats) {
                repeat(sequences[row], counts[row], random);
            } else if (kind < generated) {
                sentences.fill(sequences[row], random);
            } else {
                text.fill(sequences[row], random);
            }
        }
        return new Sequences(sequences, counts);
    }

    private void repeat(long[] sequence, boolean[] counts, SplittableRandom random) {
        int longest = Math.min(LONGEST, sequence.length / 2);
        int period = random.nextInt(Math.min(SHORTEST, longest), longest + 1);
        if (random.nextBoolean()) {
            for (int i = 0; i < period; i++) {
                sequence[i] = random.nextInt(randomTokens);
            }
            Arrays.fill(counts, 0, period - 1, false);
        } else {
            text.fillAnywhere(sequence, random);
        }
        for (int i = period; i < sequence.length; i++) {
            sequence[i] = sequence[i - period];
        }
    }
}
