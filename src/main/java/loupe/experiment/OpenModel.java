package loupe.experiment;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Optional;
import loupe.checkpoint.CheckpointException;
import loupe.checkpoint.ModelFolder;
import loupe.checkpoint.WeightFile;
import loupe.model.Architecture;
import loupe.model.Model;
import loupe.model.Start;
import loupe.tensor.Torch;
import loupe.tensor.Weights;
import loupe.token.Tokenizer;
import loupe.token.TokenizerException;

/** A model in memory, with its tokenizer. For the model thread. */
final class OpenModel implements AutoCloseable {
    private final String id;
    private final ModelFolder folder;
    private final FileTime written;
    private final NDManager scope;
    private final Model model;
    private Optional<Tokenizer> tokenizer = Optional.empty();
    private Optional<Tokenizer> targetTokenizer = Optional.empty();

    private OpenModel(String id, ModelFolder folder, NDManager scope, Model model)
            throws CheckpointException {
        this.id = id;
        this.folder = folder;
        this.written = written(folder);
        this.scope = scope;
        this.model = model;
    }

    static OpenModel open(String id, ModelFolder folder, WeightChoice choice)
            throws CheckpointException {
        String config = folder.configFile().toString();
        Architecture architecture = Architecture.read(config, folder.config());
        Start start = Start.read(config, folder.config());
        folder.weightsFile();
        NDManager scope = Torch.scope();
        try (WeightFile file = folder.weights()) {
            Weights weights = choice.weights().of(file.weights(scope), start, scope, choice.seed());
            Model model = architecture.build(weights);
            scope.cap();
            return new OpenModel(id, folder, scope, model);
        } catch (CheckpointException | RuntimeException e) {
            scope.close();
            throw e;
        }
    }

    String id() {
        return id;
    }

    /** How it writes, as its files say. */
    Map<String, Object> writing() throws Advice {
        try {
            return folder.writing();
        } catch (CheckpointException e) {
            throw new Advice(e.getMessage(), e);
        }
    }

    /** Opened when it is first asked for: ids need none. */
    Tokenizer tokenizer() throws Advice {
        try {
            if (tokenizer.isEmpty()) {
                tokenizer = Optional.of(Tokenizer.ofFolder(folder.path()));
            }
            return tokenizer.get();
        } catch (TokenizerException e) {
            throw new Advice(e.getMessage(), e);
        }
    }

    /** The one for what the model writes. */
    Tokenizer targetTokenizer() throws Advice {
        try {
            if (targetTokenizer.isEmpty()) {
                targetTokenizer = Optional.of(Tokenizer.ofFolderForTarget(folder.path()));
            }
            return targetTokenizer.get();
        } catch (TokenizerException e) {
            throw new Advice(e.getMessage(), e);
        }
    }

    Model model() {
        return model;
    }

    /**
     * Whether its file is another one by now, as after a training, or is gone: opening the model
     * again then says what is wrong.
     */
    boolean isOutdated() {
        try {
            return !written(folder).equals(written);
        } catch (CheckpointException gone) {
            return true;
        }
    }

    @Override
    public void close() {
        scope.close();
        tokenizer.ifPresent(Tokenizer::close);
        targetTokenizer.ifPresent(Tokenizer::close);
    }

    private static FileTime written(ModelFolder folder) throws CheckpointException {
        try {
            return Files.getLastModifiedTime(folder.weightsFile());
        } catch (IOException e) {
            throw new CheckpointException(folder.path() + " cannot be read.", e);
        }
    }
}
