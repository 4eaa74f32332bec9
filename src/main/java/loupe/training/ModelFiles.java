package loupe.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import loupe.checkpoint.CheckpointException;
import loupe.checkpoint.SafetensorsWriter;

/**
 * The folder a finished model goes into: weights, configuration, tokenizer, and the card that tells
 * of them.
 */
final class ModelFiles {

    private final Path folder;
    private final Plan plan;
    private final Bpe bpe;

    ModelFiles(Path folder, Plan plan, Bpe bpe) {
        this.folder = folder;
        this.plan = plan;
        this.bpe = bpe;
    }

    /**
     * Rounds the weights to what the file holds, measures the model so, and writes all files, the
     * card last.
     */
    void write(Corpus corpus, Texts texts, Run run) throws IOException, CheckpointException {
        run.learner().round();
        Measured measured = Measured.of(run.learner(), texts, plan.shape());
        new SafetensorsWriter(Map.of("format", "pt"), SafetensorsWriter.Precision.F16)
                .write(folder.resolve("model.safetensors"), run.learner().parameters());
        DurableFile.write(folder.resolve("config.json"), ConfigFile.of(plan.shape()));
        DurableFile.write(folder.resolve("tokenizer.json"), TokenizerFiles.tokenizer(bpe));
        DurableFile.write(
                folder.resolve("tokenizer_config.json"),
                TokenizerFiles.config(plan.shape().context()));
        DurableFile.write(
                folder.resolve("README.md"),
                new ModelCard(plan, corpus, texts).text(run, measured));
    }
}
