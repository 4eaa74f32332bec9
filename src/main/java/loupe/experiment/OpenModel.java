package loupe.experiment;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import loupe.checkpoint.CheckpointException;
import loupe.checkpoint.ModelFolder;
import loupe.checkpoint.WeightFile;
import loupe.model.Architecture;
import loupe.model.Model;
import loupe.tensor.Torch;
import loupe.token.Tokenizer;
import loupe.token.TokenizerException;

/** A model in memory, with its tokenizer. For the model thread. */
final class OpenModel implements AutoCloseable {
    private final String id;
    private final ModelFolder folder;
    private final FileTime written;
    private final NDManager scope;
    private final Tokenizer tokenizer;
    private final Model model;

    private OpenModel(
            String id, ModelFolder folder, NDManager scope, Tokenizer tokenizer, Model model)
            throws CheckpointException {
        this.id = id;
        this.folder = folder;
        this.written = written(folder);
        this.scope = scope;
        this.tokenizer = tokenizer;
        this.model = model;
    }

    static OpenModel open(String id, ModelFolder folder)
            throws CheckpointException, TokenizerException {
        String config = folder.configFile().toString();
        Architecture architecture = Architecture.read(config, folder.config());
        folder.weightsFile();
        Tokenizer tokenizer = Tokenizer.open(folder.tokenizerFile());
        NDManager scope = Torch.scope();
        try (WeightFile file = folder.weights()) {
            Model model = architecture.build(file.weights(scope));
            scope.cap();
            return new OpenModel(id, folder, scope, tokenizer, model);
        } catch (CheckpointException | RuntimeException e) {
            scope.close();
            tokenizer.close();
            throw e;
        }
    }

    String id() {
        return id;
    }

    Tokenizer tokenizer() {
        return tokenizer;
    }

    Model model() {
        return model;
    }

    /** Whether its file is another one by now, as after a training. */
    boolean isOutdated() throws CheckpointException {
        return !written(folder).equals(written);
    }

    @Override
    public void close() {
        scope.close();
        tokenizer.close();
    }

    private static FileTime written(ModelFolder folder) throws CheckpointException {
        try {
            return Files.getLastModifiedTime(folder.weightsFile());
        } catch (IOException e) {
            throw new CheckpointException(folder.path() + " cannot be read.", e);
        }
    }
}
