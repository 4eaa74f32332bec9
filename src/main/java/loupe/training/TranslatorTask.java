package loupe.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import loupe.checkpoint.CheckpointException;
import loupe.model.Architecture;
import loupe.model.EncoderDecoder;
import loupe.sentences.german.PairGrammar;
import loupe.tensor.Weights;
import loupe.training.TranslationBatch.Example;
import loupe.vocabulary.PairVocabulary;
import loupe.vocabulary.TrainingAdvice;

/** A Marian-shaped model that learns to translate generated English sentences into German. */
final class TranslatorTask implements Task {

    /** In fewer tokens nearly no sentence can be said. */
    private static final int SHORTEST = 24;

    private final TranslatorPlan plan;
    private final PairVocabulary vocabulary;
    private final Architecture architecture;
    private final Translations translations;

    private TranslatorTask(TranslatorPlan plan, PairGrammar grammar, PairVocabulary vocabulary) {
        this.plan = plan;
        this.vocabulary = vocabulary;
        this.architecture = TranslatorFiles.architecture(plan.shape(), vocabulary);
        this.translations =
                new Translations(
                        grammar, vocabulary, plan.pairs(), plan.shape().context() - 2, plan.seed());
    }

    /**
     * The course model, or what a person chose instead.
     *
     * @throws TrainingAdvice when a text is given, or hardly a sentence fits the context
     */
    static TranslatorTask of(Materials materials, Choices choices) {
        if (!materials.sentences()) {
            throw new TrainingAdvice(
                    "The translator learns from its own pairs of sentences. Leave --corpus out.");
        }
        if (TranslatorPlan.of(choices).shape().context() < SHORTEST) {
            throw new TrainingAdvice(
                    "The translator's sentences need a --context of %d at least."
                            .formatted(SHORTEST));
        }
        return of(TranslatorPlan.of(choices), PairVocabulary.ENOUGH);
    }

    /**
     * @param pairs that the vocabulary is learnt from
     */
    static TranslatorTask of(TranslatorPlan plan, int pairs) {
        PairGrammar grammar = new PairGrammar();
        int size = plan.shape().vocabulary();
        return new TranslatorTask(
                plan, grammar, PairVocabulary.learn(grammar, size, pairs, plan.seed()));
    }

    @Override
    public Budget budget() {
        return plan.budget();
    }

    @Override
    public double rate(double progress) {
        return plan.rate().at(progress);
    }

    @Override
    public String fingerprint() {
        return Fingerprint.of(List.of("translator", plan.toString(), vocabulary.json()));
    }

    @Override
    public Map<String, NDArray> start(NDManager manager) {
        return Initialiser.start(
                manager,
                Initialiser.Names.marian(plan.shape().layers()),
                plan.shape().width(),
                plan.seed(),
                this::build);
    }

    private EncoderDecoder build(Weights weights) {
        return (EncoderDecoder) architecture.build(weights);
    }

    @Override
    public List<MicroBatch> draw(long step, double progress) {
        List<Example> pairs = translations.draw(step);
        int told = pairs.stream().mapToInt(pair -> pair.written().length).sum();
        int parts = Math.min(plan.parts(), pairs.size());
        List<MicroBatch> batches = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            int from = pairs.size() * part / parts;
            int to = pairs.size() * (part + 1) / parts;
            batches.add(
                    new TranslationBatch(
                            pairs.subList(from, to), 1f / told, vocabulary.padding(), this::build));
        }
        return batches;
    }

    @Override
    public void write(Path folder, Run run) throws IOException, CheckpointException {
        new ModelFiles(Map.of())
                .with("config.json", TranslatorFiles.config(plan.shape(), vocabulary))
                .with("tokenizer.json", vocabulary.json())
                .with("tokenizer_config.json", vocabulary.config(plan.shape().context()))
                .with(ModelFiles.CARD, new TranslatorCard(plan).text(run))
                .write(folder, run.learner().parameters());
    }
}
