package loupe.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Pattern;

/**
 * How the parameters of an architecture are before any training, by their published names: matrices
 * are drawn from normal numbers, biases are 0, the gains of norms are 1, and the vector of the
 * padding is 0.
 *
 * <p>A name and a seed always give the same numbers, whatever else is drawn.
 */
public final class Start {

    /** The spread (standard deviation) of a matrix of that name. */
    interface Spread {
        double of(String name);
    }

    /** Tables whose row for the padding is 0. */
    private record Padded(Pattern tables, int row) {}

    private static final Pattern NOTHING = Pattern.compile("(?!)");

    private final Pattern attention;
    private final Pattern embeddings;
    private final Spread spread;
    private final Padded padded;
    private final Pattern fixed;

    private Start(
            Pattern attention, Pattern embeddings, Spread spread, Padded padded, Pattern fixed) {
        this.attention = attention;
        this.embeddings = embeddings;
        this.spread = spread;
        this.padded = padded;
        this.fixed = fixed;
    }

    /**
     * That of the model a {@code config.json} describes.
     *
     * @param origin the file, for messages
     * @throws ConfigException if the type is not supported or a key makes no sense
     */
    public static Start read(String origin, Map<String, ?> json) {
        return ModelType.read(origin, json).start(new Settings(origin, json));
    }

    /** Radford et al. 2019, section 2.3: smaller where a layer adds to the stream. */
    static Start gpt2(Settings settings) {
        double range = settings.positive("initializer_range", 0.02);
        double adding = range / Math.sqrt(2.0 * settings.count("n_layer"));
        return new Start(
                Pattern.compile("attn\\.c_attn\\."),
                Pattern.compile("\\bw[tp]e\\."),
                name -> name.endsWith("c_proj.weight") ? adding : range,
                new Padded(NOTHING, 0),
                NOTHING);
    }

    /** BERT and its relatives. */
    static Start bert(Settings settings) {
        return encoder(settings, "\\bword_embeddings\\.", 0);
    }

    /** BERT's, but positions have a vector for the padding, too. */
    static Start roberta(Settings settings) {
        return encoder(settings, "\\b(word|position)_embeddings\\.", 1);
    }

    private static Start encoder(Settings settings, String padded, int padding) {
        double range = settings.positive("initializer_range", 0.02);
        return new Start(
                Pattern.compile("\\battention\\.(self\\.)?(query|key|value|[qkv]_lin)\\."),
                Pattern.compile("\\b(word|position|token_type)_embeddings\\."),
                name -> range,
                new Padded(Pattern.compile(padded), settings.index("pad_token_id", padding)),
                NOTHING);
    }

    /** BART, and Marian, whose positions are computed and never learnt. */
    static Start bart(Settings settings) {
        double range = settings.positive("init_std", 0.02);
        boolean computed = settings.text("model_type", "bart").equals("marian");
        return new Start(
                Pattern.compile("_attn\\.[qkv]_proj\\."),
                Pattern.compile("\\b(shared|embed_tokens|embed_positions)\\."),
                name -> range,
                new Padded(
                        Pattern.compile("\\b(shared|embed_tokens)\\."),
                        settings.index("pad_token_id", 1)),
                computed ? Pattern.compile("\\bembed_positions\\.") : NOTHING);
    }

    /** Raffel et al. 2020: each matrix by what it reads, since nothing else scales the scores. */
    static Start t5(Settings settings) {
        double factor = settings.positive("initializer_factor", 1);
        double width = settings.count("d_model");
        double size = settings.count("d_kv");
        double heads = settings.count("num_heads");
        double inner = settings.count("d_ff");
        return new Start(
                Pattern.compile("Attention\\.[qkv]\\."),
                Pattern.compile("\\b(shared|embed_tokens)\\."),
                name -> {
                    if (name.matches(".*\\b(shared|embed_tokens|lm_head)\\.weight")) {
                        return factor;
                    }
                    if (name.endsWith("Attention.q.weight")) {
                        return factor / Math.sqrt(width * size);
                    }
                    if (name.endsWith("Attention.o.weight")) {
                        return factor / Math.sqrt(heads * size);
                    }
                    return factor / Math.sqrt(name.endsWith(".wo.weight") ? inner : width);
                },
                new Padded(NOTHING, 0),
                NOTHING);
    }

    /** Whether it belongs to a projection to queries, keys or values. */
    boolean isAttention(String name) {
        return attention.matcher(name).find();
    }

    /** Whether it is a table that the input is looked up in. */
    boolean isEmbedding(String name) {
        return embeddings.matcher(name).find() && !isFixed(name);
    }

    /** Whether it is no parameter at all, though files hold it. */
    boolean isFixed(String name) {
        return fixed.matcher(name).find();
    }

    /** The parameter as it is before any training. */
    NDArray fresh(NDManager scope, String name, Shape shape, long seed) {
        if (name.endsWith("bias") || name.endsWith("beta")) {
            return scope.zeros(shape);
        }
        return shape.dimension() < 2
                ? scope.ones(shape)
                : scope.create(normal(name, shape, seed), shape);
    }

    /**
     * The projection that changes nothing: what a head gets is its slice of what the layer reads.
     */
    NDArray identity(NDManager scope, String name, Shape shape) {
        if (name.endsWith("bias")) {
            return scope.zeros(shape);
        }
        int rows = Math.toIntExact(shape.get(0));
        int columns = Math.toIntExact(shape.get(1));
        if (!name.endsWith("c_attn.weight")) {
            return scope.eye(rows, columns, 0, DataType.FLOAT32); // (out, in)
        }
        NDArray one = scope.eye(rows); // (D, D)
        return NDArrays.concat(new NDList(one, one, one), 1); // (D, 3 D)
    }

    private float[] normal(String name, Shape shape, long seed) {
        double deviation = spread.of(name);
        SplittableRandom random =
                new SplittableRandom(seed * 0x9E3779B97F4A7C15L + name.hashCode());
        float[] values = new float[Math.toIntExact(shape.size())];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (random.nextGaussian() * deviation);
        }
        if (padded.tables().matcher(name).find() && padded.row() < shape.get(0)) {
            int width = Math.toIntExact(shape.get(1));
            int first = padded.row() * width;
            Arrays.fill(values, first, first + width, 0);
        }
        return values;
    }
}
