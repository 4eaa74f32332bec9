package loupe.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import loupe.tensor.Weights;

/**
 * Weights that are made when a model asks for them, as GPT-2 and BERT start (Radford et al. 2019,
 * section 2.3): normal numbers, in GPT-2 smaller by the root of the number of residual additions
 * where a layer adds to the stream, no biases, norms that change nothing. A name and a seed always
 * give the same.
 *
 * <p>Two things differ, since those numbers are for a width of 768 and small models learn to look
 * at neighbours late or never from them. Linear maps spread wider by the root of 768 / width, so
 * that queries and keys come out as large. Positions start as sines and cosines (Vaswani et al.
 * 2017, section 3.5), which the trained GPT-2's resemble: one linear map then leads from each
 * position to the one before.
 */
final class Initialiser implements Weights.Source {

    /**
     * What an architecture calls the parts that do not start as the others do.
     *
     * @param known what models look for before they ask: the prefix before all names, as in
     *     published files, and parameters that not all files have
     * @param tables of vectors for tokens and the like
     * @param positions the tables of vectors for positions
     * @param adding the maps that add to the stream and start smaller by {@code shrink}
     * @param waves what the positions start as
     */
    record Names(
            Set<String> known,
            Pattern tables,
            Pattern positions,
            Pattern adding,
            double shrink,
            Waves waves) {

        /** GPT-2's, without the prefix that some of its files have. */
        static Names gpt(int layers) {
            return new Names(
                    Set.of(),
                    Pattern.compile("wte\\.weight"),
                    Pattern.compile("wpe\\.weight"),
                    Pattern.compile(".*c_proj\\.weight"),
                    Math.sqrt(2.0 * layers),
                    Waves.SHORT);
        }

        /** BERT's. */
        static Names bert(int layers) {
            return new Names(
                    biases(layers),
                    Pattern.compile(".*\\.(word|token_type)_embeddings\\.weight"),
                    Pattern.compile(".*\\.position_embeddings\\.weight"),
                    Pattern.compile("(?!)"),
                    1,
                    Waves.PUBLISHED);
        }

        /** Its attentions have biases only where the file has them. */
        private static Set<String> biases(int layers) {
            String form = "bert.encoder.layer.%d.attention.self.%s.bias";
            return IntStream.range(0, layers)
                    .boxed()
                    .flatMap(
                            layer ->
                                    Stream.of("query", "key", "value")
                                            .map(map -> form.formatted(layer, map)))
                    .collect(Collectors.toUnmodifiableSet());
        }

        /** Marian's, whose positions are computed and no parameters. */
        static Names marian(int layers) {
            return new Names(
                    marianBiases(layers),
                    Pattern.compile(".*(shared|embed_tokens)\\.weight"),
                    Pattern.compile("(?!)"),
                    Pattern.compile("(?!)"),
                    1,
                    Waves.PUBLISHED);
        }

        private static Set<String> marianBiases(int layers) {
            return IntStream.range(0, layers)
                    .boxed()
                    .flatMap(
                            layer ->
                                    Stream.of(
                                                    "encoder.layers.%d.self_attn.",
                                                    "decoder.layers.%d.self_attn.",
                                                    "decoder.layers.%d.encoder_attn.")
                                            .map(place -> "model." + place.formatted(layer)))
                    .flatMap(
                            place ->
                                    Stream.of("q", "k", "v", "out")
                                            .map(map -> place + map + "_proj.bias"))
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    private static final double DEVIATION = 0.02;
    private static final double PUBLISHED_WIDTH = 768;

    private final NDManager manager;
    private final Names names;
    private final int width;
    private final long seed;
    private final Map<String, NDArray> made = new LinkedHashMap<>();

    private Initialiser(NDManager manager, Names names, int width, long seed) {
        this.manager = manager;
        this.names = names;
        this.width = width;
        this.seed = seed;
    }

    /**
     * The parameters that a model asks for, by published name, in the order of asking.
     *
     * @param manager where they belong
     * @param build builds the model, which is forgotten
     */
    static Map<String, NDArray> start(
            NDManager manager, Names names, int width, long seed, Consumer<Weights> build) {
        try (NDManager scope = manager.newSubManager()) {
            Initialiser initial = new Initialiser(scope, names, width, seed);
            build.accept(Weights.of(initial));
            initial.made.values().forEach(parameter -> parameter.attach(manager));
            return initial.made;
        }
    }

    @Override
    public String origin() {
        return "initial weights";
    }

    @Override
    public Set<String> names() {
        return names.known();
    }

    @Override
    public NDArray read(String name, Shape wanted) {
        return made.computeIfAbsent(name, key -> make(key, wanted));
    }

    private NDArray make(String name, Shape shape) {
        if (name.endsWith("bias")) {
            return manager.zeros(shape);
        }
        if (shape.dimension() == 1) {
            return manager.ones(shape);
        }
        boolean waves = names.positions().matcher(name).matches();
        return manager.create(waves ? names.waves().values(shape) : normal(name, shape), shape);
    }

    private float[] normal(String name, Shape shape) {
        double deviation = DEVIATION;
        if (!names.tables().matcher(name).matches()) {
            deviation *= Math.sqrt(PUBLISHED_WIDTH / width);
        }
        if (names.adding().matcher(name).matches()) {
            deviation /= names.shrink();
        }
        SplittableRandom random =
                new SplittableRandom(seed * 0x9E3779B97F4A7C15L + name.hashCode());
        float[] values = new float[Math.toIntExact(shape.size())];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (random.nextGaussian() * deviation);
        }
        return values;
    }
}
