package loupe.training;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Draws the sequences of a step. Step and seed alone decide them, so a resumed run sees what an
 * unbroken one would have seen.
 *
 * <p>Plain sequences are windows of the text, half of them from the start of a line. In the others
 * a piece of 6 to 32 tokens is repeated to the end, half of the pieces text and half random tokens:
 * what comes after a token can be told there only by looking back, and from that induction heads
 * grow (Olsson et al. 2022).
 */
final class Sampler {

    private static final int SHORTEST = 6;
    private static final int LONGEST = 32;

    private final int[] text;
    private final int[] lines;
    private final int randomTokens;
    private final double repeats;
    private final long seed;

    /**
     * @param lineBreak the id of the line break
     * @param randomTokens random pieces are made of the ids below this
     */
    Sampler(int[] text, int lineBreak, int randomTokens, Plan plan) {
        this.text = text;
        this.lines = starts(text, lineBreak, text.length - plan.shape().context() - 1);
        this.randomTokens = randomTokens;
        this.repeats = plan.recipe().repeats();
        this.seed = plan.seed();
    }

    private static int[] starts(int[] text, int lineBreak, int end) {
        Ids starts = new Ids(1024);
        starts.add(new int[] {0});
        for (int i = 1; i < end; i++) {
            if (text[i - 1] == lineBreak) {
                starts.add(new int[] {i});
            }
        }
        return starts.toArray();
    }

    Sequences draw(long step, int rows, int length) {
        SplittableRandom random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + step);
        long[][] sequences = new long[rows][length + 1];
        boolean[][] counts = new boolean[rows][length];
        for (int row = 0; row < rows; row++) {
            Arrays.fill(counts[row], true);
            if (random.nextDouble() < repeats) {
                repeat(sequences[row], counts[row], random);
            } else {
                int from = window(random, length + 1);
                fill(sequences[row], from);
            }
        }
        return new Sequences(sequences, counts);
    }

    private int window(SplittableRandom random, int length) {
        return random.nextBoolean()
                ? lines[random.nextInt(lines.length)]
                : random.nextInt(text.length - length + 1);
    }

    private void fill(long[] sequence, int from) {
        for (int i = 0; i < sequence.length; i++) {
            sequence[i] = text[from + i];
        }
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
            fill(sequence, random.nextInt(text.length - sequence.length + 1));
        }
        for (int i = period; i < sequence.length; i++) {
            sequence[i] = sequence[i - period];
        }
    }
}
