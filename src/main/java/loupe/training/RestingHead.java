package loupe.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Map;
import loupe.vocabulary.WordPieces;

/**
 * A head that starts at rest on {@code [SEP]}, where BERT's heads look when they have nothing to do
 * (Clark et al. 2019, section 3.2): every query has a part that asks for the key of that token.
 * Training may wake it up. Small models find no such place by themselves in an hour.
 *
 * @param size width of its queries and keys
 */
record RestingHead(int layer, int head, int size) {

    private static final float KEY = 0.5f;
    private static final float QUERY = 24;

    /** Changes the parameters of a BERT, which belong to that manager. */
    void start(Map<String, NDArray> parameters, NDManager manager) {
        String attention = "bert.encoder.layer." + layer + ".attention.self.";
        float[] mark = unit(parameters.get("bert.embeddings.word_embeddings.weight"));
        int row = head * size;
        put(parameters, manager, attention + "query.bias", row, QUERY);
        for (int i = 0; i < mark.length; i++) {
            mark[i] *= KEY;
        }
        put(parameters, manager, attention + "key.weight", row * mark.length, mark);
    }

    /** The direction of the token in the table of all, (V, D). */
    private static float[] unit(NDArray table) {
        int width = Math.toIntExact(table.getShape().get(1));
        float[] unit = new float[width];
        System.arraycopy(table.toFloatArray(), WordPieces.SEP * width, unit, 0, width);
        double squares = 0;
        for (float value : unit) {
            squares += value * value;
        }
        for (int i = 0; i < width; i++) {
            unit[i] /= (float) Math.sqrt(squares);
        }
        return unit;
    }

    private static void put(
            Map<String, NDArray> parameters,
            NDManager manager,
            String name,
            int at,
            float... values) {
        try (NDArray before = parameters.get(name)) {
            float[] all = before.toFloatArray();
            System.arraycopy(values, 0, all, at, values.length);
            parameters.put(name, manager.create(all, before.getShape()));
        }
    }
}
