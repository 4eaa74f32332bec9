package loupe.evaluation;

import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import loupe.checkpoint.CheckpointException;
import loupe.checkpoint.ModelFolder;
import loupe.checkpoint.WeightFile;
import loupe.model.Architecture;
import loupe.model.Model;
import loupe.tensor.Torch;
import loupe.token.Tokenizer;
import loupe.token.TokenizerException;

/** A model that is examined, in memory, with its tokenizer. One thread. */
final class Subject implements AutoCloseable {

    private final NDManager scope;
    private final Model model;
    private final Tokenizer tokenizer;
    private final Path path;
    private final Map<String, Object> config;

    private Subject(
            NDManager scope,
            Model model,
            Tokenizer tokenizer,
            Path path,
            Map<String, Object> config) {
        this.scope = scope;
        this.model = model;
        this.tokenizer = tokenizer;
        this.path = path;
        this.config = config;
    }

    static Subject open(Path path) throws CheckpointException, TokenizerException {
        ModelFolder folder = ModelFolder.open(path);
        Tokenizer tokenizer = Tokenizer.ofFolder(path);
        NDManager scope = Torch.scope();
        try (WeightFile file = folder.weights()) {
            Architecture read = Architecture.read(folder.configFile().toString(), folder.config());
            Model model = read.build(file.weights(scope));
            return new Subject(scope, model, tokenizer, path, folder.config());
        } catch (CheckpointException | RuntimeException e) {
            scope.close();
            tokenizer.close();
            throw e;
        }
    }

    /** Where it lies, for what else an examiner has to read. */
    Path path() {
        return path;
    }

    /** Its {@code config.json}. */
    Map<String, Object> config() {
        return config;
    }

    Model model() {
        return model;
    }

    /** The most tokens it takes. */
    int context() {
        return model.anatomy().limits().context();
    }

    Tokenizer tokenizer() {
        return tokenizer;
    }

    /** Lives as long as the subject; open a scope under it for a run. */
    NDManager scope() {
        return scope;
    }

    /** The ids of texts, one after the other, without marks around them. */
    int[] ids(List<String> texts) {
        return texts.stream()
                .flatMapToLong(text -> LongStream.of(tokenizer.ids(text)))
                .mapToInt(Math::toIntExact)
                .toArray();
    }

    long[] ids(String text) {
        return tokenizer.ids(text);
    }

    @Override
    public void close() {
        scope.close();
        tokenizer.close();
    }
}
