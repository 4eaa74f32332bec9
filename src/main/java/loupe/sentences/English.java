package loupe.sentences;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * English passages without end: seed and part decide them all. What belongs to one part is never
 * given for the other. One thread.
 */
public final class English {

    private static final int WEIGHTS = Arrays.stream(Topic.values()).mapToInt(Topic::weight).sum();

    private final SplittableRandom random;
    private final Part part;

    public English(long seed, Part part) {
        this.random = new SplittableRandom(seed);
        this.part = part;
    }

    /** On any topic. */
    public Drawn<Passage> next() {
        int left = random.nextInt(WEIGHTS);
        for (Topic topic : Topic.values()) {
            left -= topic.weight();
            if (left < 0) {
                return next(topic);
            }
        }
        throw new IllegalStateException("the weights add up to more than their sum");
    }

    public Drawn<Passage> next(Topic topic) {
        return topic.grammar().draw(random, part);
    }

    /** Passages on one topic, one after the other. */
    public Stream<Passage> passages(Topic topic) {
        return Stream.generate(() -> next(topic).value());
    }

    /** Passages on all topics, one after the other. */
    public Stream<Passage> passages() {
        return Stream.generate(() -> next().value());
    }
}
