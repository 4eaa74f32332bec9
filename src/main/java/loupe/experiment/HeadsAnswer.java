package loupe.experiment;

import java.util.List;

/**
 * What every head of a model does, layer by layer.
 *
 * @param tokens how many tokens the text has
 * @param sampleTokens how many the bundled sample has
 * @param milliseconds of all runs, without opening the model
 */
public record HeadsAnswer(
        String model,
        String device,
        int tokens,
        int sampleTokens,
        List<Row> rows,
        long milliseconds) {

    /**
     * One head.
     *
     * @param kind of attention: self, encoder, decoder or cross
     * @param text where it looks in the text
     * @param sample where it looks in the bundled sample
     * @param induction on random tokens said twice, the mean attention from a token to the one
     *     after its earlier occurrence (Olsson et al. 2022); NaN for cross-attention
     */
    public record Row(
            String kind, int layer, int head, Looks text, Looks sample, double induction) {}

    public HeadsAnswer {
        rows = List.copyOf(rows);
    }
}
