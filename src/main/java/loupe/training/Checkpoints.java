package loupe.training;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import loupe.checkpoint.CheckpointException;

/**
 * The checkpoints of one run in its folder; the last two are kept, in case the last one is damaged.
 */
final class Checkpoints {

    private static final int KEPT = 2;

    private final Path folder;

    Checkpoints(Path folder) {
        this.folder = folder;
    }

    void save(Checkpoint checkpoint) throws IOException, CheckpointException {
        String name = String.format(Locale.ROOT, "step-%09d.safetensors", checkpoint.step());
        checkpoint.write(folder.resolve(name));
        DurableFile.forceFolder(folder);
        List<Path> all = newestFirst();
        for (Path old : all.subList(Math.min(KEPT, all.size()), all.size())) {
            Files.delete(old);
        }
    }

    /**
     * The newest checkpoint that is whole.
     *
     * @param scope where its tensors belong
     * @param progress told of each one that is not
     */
    Optional<Checkpoint> latest(NDManager scope, Progress progress) throws IOException {
        for (Path file : newestFirst()) {
            try {
                return Optional.of(Checkpoint.read(file, scope));
            } catch (CheckpointException damaged) {
                progress.remark(
                        "A checkpoint is damaged and is passed over: " + damaged.getMessage());
            }
        }
        return Optional.empty();
    }

    void delete() throws IOException {
        for (Path file : newestFirst()) {
            Files.delete(file);
        }
    }

    private List<Path> newestFirst() throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(
                            file ->
                                    file.getFileName()
                                            .toString()
                                            .matches("step-\\d+\\.safetensors"))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
    }
}
