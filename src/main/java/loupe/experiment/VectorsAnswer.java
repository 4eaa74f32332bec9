package loupe.experiment;

import java.util.List;

/**
 * How far apart two texts keep the words that both have, from the embeddings to the last layer.
 *
 * @param first the tokens of one text
 * @param second those of the other
 * @param words what both texts have, in the order of the first
 */
public record VectorsAnswer(
        String model,
        WeightChoice weights,
        String device,
        List<Piece> first,
        List<Piece> second,
        List<Word> words,
        long milliseconds) {

    /**
     * A word in both texts. Its vector is the mean of the hidden states of its tokens.
     *
     * @param inFirst where its tokens stand in the first text
     * @param inSecond and in the second
     * @param cosine the cosine similarity of its two vectors, before layer 0, before layer 1, ...,
     *     after the last; 1 for the same direction
     * @param distance their Euclidean distance, likewise
     */
    public record Word(
            String text,
            List<Integer> inFirst,
            List<Integer> inSecond,
            List<Double> cosine,
            List<Double> distance) {

        public Word {
            inFirst = List.copyOf(inFirst);
            inSecond = List.copyOf(inSecond);
            cosine = List.copyOf(cosine);
            distance = List.copyOf(distance);
        }
    }

    public VectorsAnswer {
        first = List.copyOf(first);
        second = List.copyOf(second);
        words = List.copyOf(words);
    }
}
