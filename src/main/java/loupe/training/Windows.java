package loupe.training;

import java.util.SplittableRandom;
import loupe.vocabulary.Ids;

/** A text to take windows from: its tokens, and where its lines start. */
record Windows(int[] tokens, int[] lines) {

    /**
     * @param lineBreak the id of the line break
     * @param longest tokens in the longest window; there are more in the text
     */
    static Windows of(int[] tokens, int lineBreak, int longest) {
        Ids starts = new Ids(1024);
        starts.add(new int[] {0});
        for (int i = 1; i + longest <= tokens.length; i++) {
            if (tokens[i - 1] == lineBreak) {
                starts.add(new int[] {i});
            }
        }
        return new Windows(tokens, starts.toArray());
    }

    /** Fills the sequence, half of the time from the start of a line. */
    void fill(long[] sequence, SplittableRandom random) {
        fill(
                sequence,
                random.nextBoolean()
                        ? lines[random.nextInt(lines.length)]
                        : random.nextInt(tokens.length - sequence.length + 1));
    }

    /** Fills the sequence from any place. */
    void fillAnywhere(long[] sequence, SplittableRandom random) {
        fill(sequence, random.nextInt(tokens.length - sequence.length + 1));
    }

    private void fill(long[] sequence, int from) {
        for (int i = 0; i < sequence.length; i++) {
            sequence[i] = tokens[from + i];
        }
    }
}
