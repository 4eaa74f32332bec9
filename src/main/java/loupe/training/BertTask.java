package loupe.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import com.google.gson.reflect.TypeToken;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import loupe.checkpoint.CheckpointException;
import loupe.model.Architecture;
import loupe.sentences.English;
import loupe.sentences.Part;
import loupe.sentences.Passage;
import loupe.sentences.Reviews;
import loupe.tensor.Factor;
import loupe.tensor.Weights;
import loupe.vocabulary.TrainingAdvice;
import loupe.vocabulary.WordPieceLearner;
import loupe.vocabulary.WordPieces;

/**
 * A BERT that learns to guess hidden words, and whether one text follows another (Devlin et al.
 * 2019), from books and generated sentences.
 */
final class BertTask implements Task {

    /** The steps of the course model. */
    private static final Budget BUDGET = Budget.ofSteps(18_000);

    /** Passages that the vocabulary is learnt from, beside the books. */
    private static final int VOCABULARY_PASSAGES = 40_000;

    private static final int VOCABULARY_REVIEWS = 4_000;

    /** The part of the run with weight decay. */
    private static final double PLAIN = 0.52;

    /** Special tokens start farther from 0 than others, so that heads soon tell them apart. */
    private static final float SPECIAL = 4;

    /** Texts of like length are read together, which needs less padding. */
    private static final int GROUPS = 2;

    private final BertPlan plan;
    private final Corpus corpus;
    private final WordPieces pieces;
    private final Architecture architecture;
    private final PairSampler sampler;

    private BertTask(BertPlan plan, Corpus corpus, WordPieces pieces) {
        this.plan = plan;
        this.corpus = corpus;
        this.pieces = pieces;
        this.architecture = architecture(plan.shape());
        List<String> learnt = corpus.books().stream().map(Book::start).toList();
        this.sampler = new PairSampler(plan, new BookPairs(learnt, pieces), pieces);
    }

    /** The course model, or what a person chose instead. */
    static BertTask of(Materials materials, Choices choices) throws TrainingFailure {
        BertRecipe recipe = BertRecipe.course();
        return of(
                new BertPlan(
                        choices.sizes().over(BertPlan.course()),
                        materials.sentences() ? recipe : recipe.withoutSentences(),
                        choices.budget().orElse(BUDGET),
                        choices.seed(),
                        GROUPS * choices.parts()),
                materials.corpus());
    }

    /**
     * @param text a file, or a folder with {@code .txt} files
     * @throws TrainingAdvice when the text cannot be used as it is
     */
    static BertTask of(BertPlan plan, Path text) throws TrainingFailure {
        Corpus corpus = Corpus.read(text);
        return new BertTask(plan, corpus, pieces(plan, corpus));
    }

    private static WordPieces pieces(BertPlan plan, Corpus corpus) {
        List<String> texts = new ArrayList<>();
        corpus.books().forEach(book -> texts.add(book.start()));
        if (plan.recipe().sentences() > 0) {
            addSentences(texts);
        }
        return WordPieceLearner.learn(texts, plan.shape().vocabulary());
    }

    private static void addSentences(List<String> texts) {
        new English(0, Part.TRAINING)
                .passages()
                .limit(VOCABULARY_PASSAGES)
                .map(Passage::text)
                .forEach(texts::add);
        Reviews reviews = new Reviews(0, Part.TRAINING);
        Stream.generate(() -> reviews.next().value().text())
                .limit(VOCABULARY_REVIEWS)
                .forEach(texts::add);
    }

    static Architecture architecture(Shape shape) {
        return Architecture.read(
                "config.json",
                BertFiles.GSON.fromJson(
                        BertFiles.config(shape, "BertForPreTraining"),
                        new TypeToken<Map<String, Object>>() {}));
    }

    static Map<String, NDArray> start(Shape shape, long seed, NDManager manager) {
        Map<String, NDArray> parameters =
                Initialiser.start(
                        manager,
                        Initialiser.Names.bert(shape.layers()),
                        shape.width(),
                        seed,
                        architecture(shape)::build);
        parameters
                .get("bert.embeddings.word_embeddings.weight")
                .get(new NDIndex("0:" + WordPieces.SPECIAL.size()))
                .muli(SPECIAL);
        new RestingHead(shape.layers() / 2, shape.heads() - 1, shape.width() / shape.heads())
                .start(parameters, manager);
        return parameters;
    }

    /**
     * Some of a step's texts.
     *
     * @param reference what a pronoun that is asked for the word it stands for weighs
     * @param told what all tokens to be told weigh together in the whole step
     * @param asked how many pairs are asked about in the whole step
     */
    record Share(
            Architecture architecture, MaskedBatch texts, float reference, float told, int asked)
            implements MicroBatch {

        @Override
        public int tokens() {
            return texts.tokens();
        }

        /** The mean over the tokens to be told, and the mean over the pairs asked about. */
        @Override
        public NDArray loss(Weights parameters, NDManager scope) {
            BertRun run = BertRun.of(architecture.build(parameters), texts, scope);
            NDArray answers = scope.create(texts.answers()).expandDims(1); // (M, 1)
            NDArray weights = scope.create(texts.weights(reference)).expandDims(1); // (M, 1)
            NDArray words = run.words().logSoftmax(-1).gather(answers, 1).mul(weights).sum(); // ()
            NDArray follows = scope.create(texts.follows()).expandDims(1); // (B, 1)
            NDArray asks = scope.create(texts.asks()).expandDims(1); // (B, 1)
            NDArray pairs = run.follows().logSoftmax(-1).gather(follows, 1).mul(asks).sum(); // ()
            return Factor.times(words, -1f / told)
                    .add(Factor.times(pairs, -1f / Math.max(1, asked)));
        }
    }

    @Override
    public Budget budget() {
        return plan.budget();
    }

    @Override
    public double rate(double progress) {
        return plan.recipe().rate().at(progress);
    }

    /** Heads grow sharp in the second half, and decay would blunt them. */
    @Override
    public double decay(double progress) {
        return progress < PLAIN ? AdamW.DECAY : 0;
    }

    @Override
    public String fingerprint() {
        List<String> all = new ArrayList<>(List.of("bert", plan.toString()));
        corpus.books().forEach(book -> all.add(book.text()));
        all.addAll(pieces.tokens()); // they tell of the generated sentences, too
        return Fingerprint.of(all);
    }

    @Override
    public Map<String, NDArray> start(NDManager manager) {
        return start(plan.shape(), plan.seed(), manager);
    }

    @Override
    public List<MicroBatch> draw(long step, double progress) {
        BertStage stage = plan.stage(progress);
        MaskedBatch all = new MaskedBatch(sampler.draw(step, stage));
        float told = all.weight(stage.reference());
        int number = Math.min(plan.parts(), all.rows());
        return IntStream.range(0, number)
                .mapToObj(
                        part ->
                                all.texts()
                                        .subList(
                                                part * all.rows() / number,
                                                (part + 1) * all.rows() / number))
                .<MicroBatch>map(
                        texts ->
                                new Share(
                                        architecture,
                                        new MaskedBatch(texts),
                                        stage.reference(),
                                        told,
                                        all.asked()))
                .toList();
    }

    @Override
    public void write(Path folder, Run run) throws IOException, CheckpointException {
        String config = BertFiles.text(BertFiles.config(plan.shape(), "BertForPreTraining"));
        ModelFiles files = new ModelFiles(Map.of()).with("config.json", config);
        BertFiles.tokenizer(files, pieces, plan.shape().context())
                .with(ModelFiles.CARD, new BertCard(plan, corpus).text(run))
                .write(folder, run.learner().parameters());
    }
}
