package loupe.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import com.google.gson.JsonObject;
import com.google.gson.reflect.TypeToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import loupe.checkpoint.CheckpointException;
import loupe.checkpoint.ModelFolder;
import loupe.checkpoint.WeightFile;
import loupe.model.Architecture;
import loupe.model.Trace;
import loupe.sentences.Drawn;
import loupe.sentences.Part;
import loupe.sentences.Review;
import loupe.sentences.Reviews;
import loupe.tensor.Factor;
import loupe.tensor.Weights;
import loupe.vocabulary.TrainingAdvice;
import loupe.vocabulary.WordPieces;

/**
 * A BERT that has learnt to read, with a head that tells whether a review of a film praises it: all
 * of it is tuned on generated reviews.
 */
final class SentimentTask implements Task {

    /** The classes, by number. */
    static final List<String> LABELS = List.of("NEGATIVE", "POSITIVE");

    private static final Budget BUDGET = Budget.ofSteps(1_500);
    private static final WarmCosine RATE = new WarmCosine(5e-4, 0.1);
    private static final int ROWS = 64;

    private final Path base;
    private final Choices choices;
    private final JsonObject config;
    private final WordPieces pieces;
    private final Architecture architecture;

    private SentimentTask(Path base, Choices choices, Map<String, Object> read, WordPieces pieces) {
        this.base = base;
        this.choices = choices;
        this.config = config(read);
        this.pieces = pieces;
        this.architecture =
                Architecture.read(
                        "config.json",
                        BertFiles.GSON.fromJson(config, new TypeToken<Map<String, Object>>() {}));
    }

    /**
     * @throws TrainingAdvice when there is no BERT to start from, or something was chosen that the
     *     BERT decides
     */
    static SentimentTask of(Materials materials, Choices choices) throws TrainingFailure {
        if (!materials.sentences()) {
            throw new TrainingAdvice(
                    "The sentiment model learns from its own reviews. Leave --corpus out.");
        }
        if (!choices.sizes().equals(Choices.Sizes.OPEN)) {
            throw new TrainingAdvice(
                    "The sentiment model has the sizes of the BERT it starts from. Leave --vocab, --layers,"
                            + " --heads, --width and --context out.");
        }
        return of(materials.base(), choices);
    }

    /**
     * @param base the folder of the BERT
     */
    static SentimentTask of(Path base, Choices choices) throws TrainingFailure {
        try {
            List<String> tokens =
                    Files.readAllLines(base.resolve("vocab.txt"), StandardCharsets.UTF_8);
            return new SentimentTask(
                    base, choices, ModelFolder.open(base).config(), new WordPieces(tokens));
        } catch (CheckpointException | NoSuchFileException missing) {
            throw new TrainingAdvice(
                    "The sentiment model starts from a BERT, and there is none in \""
                            + base
                            + "\". Train that first: installer/run train bert.");
        } catch (IOException failure) {
            throw new TrainingFailure("\"" + base + "\" could not be read.", failure);
        }
    }

    /** The BERT's, with the classes. */
    private static JsonObject config(Map<String, Object> read) {
        JsonObject root = BertFiles.GSON.toJsonTree(read).getAsJsonObject();
        root.add(
                "architectures",
                BertFiles.GSON.toJsonTree(List.of("BertForSequenceClassification")));
        JsonObject names = new JsonObject();
        JsonObject numbers = new JsonObject();
        for (int label = 0; label < LABELS.size(); label++) {
            names.addProperty(Integer.toString(label), LABELS.get(label));
            numbers.addProperty(LABELS.get(label), label);
        }
        root.add("id2label", names);
        root.add("label2id", numbers);
        return root;
    }

    @Override
    public Budget budget() {
        return choices.budget().orElse(BUDGET);
    }

    @Override
    public double rate(double progress) {
        return RATE.at(progress);
    }

    @Override
    public String fingerprint() {
        List<String> all = new ArrayList<>(List.of("sentiment", choices.toString(), "" + config));
        all.addAll(pieces.tokens());
        return Fingerprint.of(all);
    }

    /** Those of the BERT, and a new head. */
    @Override
    public Map<String, NDArray> start(NDManager manager) {
        int layers = config.get("num_hidden_layers").getAsInt();
        int width = config.get("hidden_size").getAsInt();
        Map<String, NDArray> parameters =
                Initialiser.start(
                        manager,
                        Initialiser.Names.bert(layers),
                        width,
                        choices.seed(),
                        architecture::build);
        try (WeightFile file = ModelFolder.open(base).weights()) {
            Weights learnt = file.weights(manager);
            for (String name : Set.copyOf(parameters.keySet())) {
                if (file.names().contains(name)) {
                    NDArray before = parameters.get(name);
                    // What a file hands out may lie in the file.
                    parameters.put(name, learnt.get(name, shape(before)).duplicate());
                    before.close();
                }
            }
            return parameters;
        } catch (CheckpointException damaged) {
            throw new TrainingAdvice(damaged.getMessage());
        }
    }

    private static long[] shape(NDArray tensor) {
        return tensor.getShape().getShape();
    }

    @Override
    public List<MicroBatch> draw(long step, double progress) {
        SplittableRandom random = new SplittableRandom(choices.seed() * 0x9E3779B97F4A7C15L + step);
        Reviews reviews = new Reviews(random.nextLong(), Part.TRAINING);
        List<Review> drawn =
                IntStream.range(0, ROWS)
                        .mapToObj(i -> reviews.next())
                        .map(Drawn::value)
                        .sorted(Comparator.comparingInt(review -> review.text().length()))
                        .toList();
        int parts = Math.min(choices.parts(), ROWS);
        return IntStream.range(0, parts)
                .mapToObj(part -> drawn.subList(part * ROWS / parts, (part + 1) * ROWS / parts))
                .<MicroBatch>map(this::share)
                .toList();
    }

    private Share share(List<Review> reviews) {
        List<MaskedText> texts =
                reviews.stream()
                        .map(review -> pieces.encode(review.text()))
                        .map(
                                ids ->
                                        new TextPair(
                                                ids,
                                                new int[0],
                                                Follows.UNASKED,
                                                TextPair.Kind.SENTENCES))
                        .map(pair -> MaskedText.of(pair, new int[0]))
                        .toList();
        long[] labels = reviews.stream().mapToLong(review -> review.positive() ? 1 : 0).toArray();
        return new Share(architecture, new MaskedBatch(texts), labels);
    }

    /** Some of a step's reviews, with nothing hidden, and the class of each. */
    private record Share(Architecture architecture, MaskedBatch texts, long[] labels)
            implements MicroBatch {

        @Override
        public int tokens() {
            return texts.tokens();
        }

        @Override
        public NDArray loss(Weights weights, NDManager scope) {
            Trace trace = Trace.of(Set.of("logits"));
            architecture.build(weights).run(texts.batch(scope), trace);
            NDArray classes = scope.create(labels).expandDims(1); // (B, 1)
            NDArray log = trace.get("logits").logSoftmax(-1); // (B, 2)
            return Factor.times(log.gather(classes, 1).sum(), -1f / ROWS); // ()
        }
    }

    @Override
    public void write(Path folder, Run run) throws IOException, CheckpointException {
        ModelFiles files = new ModelFiles(Map.of()).with("config.json", BertFiles.text(config));
        for (String name : List.of("tokenizer.json", "tokenizer_config.json", "vocab.txt")) {
            files = files.with(name, Files.readString(base.resolve(name), StandardCharsets.UTF_8));
        }
        files.with(ModelFiles.CARD, SentimentCard.text(run, budget(), RATE, choices, ROWS))
                .write(folder, run.learner().parameters());
    }
}
