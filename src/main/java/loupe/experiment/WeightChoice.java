package loupe.experiment;

import java.util.Arrays;
import java.util.stream.Collectors;
import loupe.model.Variant;

/**
 * Which weights a model runs with: its own, or others in their place.
 *
 * @param variant {@code trained}, {@code random}, {@code random-attention}, {@code identity} or
 *     {@code random-embeddings}
 * @param seed of what is drawn: one seed always gives the same
 */
public record WeightChoice(String variant, long seed) {

    public static final WeightChoice TRAINED = new WeightChoice("trained", 0);

    /**
     * @throws Advice if there is no such variant
     */
    public static WeightChoice of(String variant, long seed) throws Advice {
        if (Variant.named(variant).isEmpty()) {
            throw new Advice(
                    "There are no weights \"%s\": choose %s."
                            .formatted(
                                    variant,
                                    Arrays.stream(Variant.values())
                                            .map(Variant::published)
                                            .collect(Collectors.joining(", "))));
        }
        return new WeightChoice(variant, seed);
    }

    Variant weights() {
        return Variant.named(variant).orElseThrow();
    }
}
