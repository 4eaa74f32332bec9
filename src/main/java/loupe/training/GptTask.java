package loupe.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import loupe.checkpoint.CheckpointException;
import loupe.model.Batch;
import loupe.model.Gpt2;
import loupe.model.Gpt2Config;
import loupe.sentences.English;
import loupe.sentences.Part;
import loupe.tensor.Weights;
import loupe.vocabulary.Bpe;
import loupe.vocabulary.BpeFiles;
import loupe.vocabulary.BpeLearner;
import loupe.vocabulary.TrainingAdvice;

/**
 * A GPT-2-shaped model that learns to tell the next token of a text.
 *
 * <p>Letters: B sequences, T tokens, V vocabulary.
 */
final class GptTask implements Task {

    /** The steps of the course model. */
    static final Budget BUDGET = Budget.ofSteps(24_000);

    private static final int PASSAGES = 60_000;
    private static final int PASSAGES_FOR_TOKENS = 12_000;

    private final Plan plan;
    private final Corpus corpus;
    private final Bpe bpe;
    private final Texts texts;
    private final Sampler sampler;

    private GptTask(Plan plan, Corpus corpus, Bpe bpe, Texts texts) {
        this.plan = plan;
        this.corpus = corpus;
        this.bpe = bpe;
        this.texts = texts;
        this.sampler = new Sampler(texts, bpe.encode("\n")[0], bpe.endOfText(), plan);
    }

    /** The course model, or what a person chose instead. */
    static GptTask of(Materials materials, Choices choices) throws TrainingFailure {
        Recipe recipe = Recipe.course().inParts(choices.parts());
        Plan plan =
                new Plan(
                        choices.sizes().over(Shape.course()),
                        materials.sentences() ? recipe : recipe.withoutSentences(),
                        choices.budget().orElse(BUDGET),
                        choices.seed());
        return of(plan, materials.corpus());
    }

    /**
     * @param text a file, or a folder with {@code .txt} files
     * @throws TrainingAdvice when the text cannot be used as it is
     */
    static GptTask of(Plan plan, Path text) throws TrainingFailure {
        Corpus corpus = Corpus.read(text);
        List<String> sentences = sentences(plan);
        Bpe bpe = bpe(corpus, sentences, plan.shape().vocabulary());
        Texts texts = Texts.of(corpus, sentences, bpe, plan.shape().context());
        return new GptTask(plan, corpus, bpe, texts);
    }

    /** One passage a line, as the books have one paragraph a line. */
    static List<String> sentences(Plan plan) {
        return new English(plan.seed(), Part.TRAINING)
                .passages()
                .limit(plan.recipe().hasSentences() ? PASSAGES : 0)
                .map(passage -> passage.text() + "\n")
                .toList();
    }

    /** Learnt from all text, and from fewer sentences, which would crowd it out. */
    static Bpe bpe(Corpus corpus, List<String> sentences, int size) {
        List<String> learnt = new ArrayList<>();
        corpus.books().forEach(book -> learnt.add(book.start()));
        sentences.stream().limit(PASSAGES_FOR_TOKENS).forEach(learnt::add);
        return BpeLearner.learn(learnt, size);
    }

    static Gpt2Config config(Shape shape) {
        return Gpt2Config.sized(
                shape.vocabulary(), shape.context(), shape.width(), shape.layers(), shape.heads());
    }

    static Map<String, NDArray> start(Shape shape, long seed, NDManager manager) {
        return Initialiser.start(
                manager,
                Initialiser.Names.gpt(shape.layers()),
                shape.width(),
                seed,
                weights -> new Gpt2(config(shape), weights));
    }

    /** Some of a step's sequences. */
    record Some(Gpt2Config config, Sequences sequences, Dropout dropout) implements MicroBatch {

        @Override
        public int tokens() {
            return sequences.rows() * sequences.length();
        }

        @Override
        public NDArray loss(Weights weights, NDManager scope) {
            long places = tokens();
            NDArray seen = scope.create(sequences.seen()).reshape(sequences.rows(), -1); // (B, T)
            NDArray told = scope.create(sequences.told()).expandDims(1); // (B T, 1)
            NDArray shares = scope.create(sequences.weights()).expandDims(1); // (B T, 1)
            Gpt2 model = new Gpt2(config, weights);
            NDArray logits = model.forward(Batch.of(seen), dropout.trace()); // (B, T, V)
            NDArray log = logits.reshape(places, -1).logSoftmax(-1); // (B T, V)
            return log.gather(told, 1).mul(shares).sum().neg(); // ()
        }
    }

    @Override
    public Budget budget() {
        return plan.budget();
    }

    @Override
    public double rate(double progress) {
        return plan.rate(progress);
    }

    @Override
    public String fingerprint() {
        List<String> all = new ArrayList<>(List.of(plan.toString()));
        corpus.books().forEach(book -> all.add(book.text()));
        return Fingerprint.of(all);
    }

    @Override
    public Map<String, NDArray> start(NDManager manager) {
        return start(plan.shape(), plan.seed(), manager);
    }

    @Override
    public List<MicroBatch> draw(long step, double progress) {
        Gpt2Config config = config(plan.shape());
        float rate = (float) plan.stage(progress).dropout();
        List<Sequences> parts = sampler.draw(step, progress).parts(plan.recipe().parts());
        return IntStream.range(0, parts.size())
                .<MicroBatch>mapToObj(
                        i -> {
                            long seed = (plan.seed() << 40) + step * plan.recipe().parts() + i;
                            return new Some(config, parts.get(i), new Dropout(rate, seed));
                        })
                .toList();
    }

    @Override
    public void write(Path folder, Run run) throws IOException, CheckpointException {
        new ModelFiles(Map.of())
                .with("config.json", ConfigFile.of(plan.shape()))
                .with("tokenizer.json", BpeFiles.tokenizer(bpe))
                .with("tokenizer_config.json", BpeFiles.config(plan.shape().context()))
                .with(ModelFiles.CARD, new ModelCard(plan, corpus, texts).text(run))
                .write(folder, run.learner().parameters());
    }
}
