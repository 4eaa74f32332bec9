package loupe.sentences.german;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/** Decisions by chance; the same seed makes the same ones. */
record Chance(SplittableRandom random) {

    boolean happens(double probability) {
        return random.nextDouble() < probability;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    @SafeVarargs
    final <T> T of(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    <T> T of(List<T> choices, Predicate<T> wanted) {
        return of(choices.stream().filter(wanted).toList());
    }
}
