package loupe.checkpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Finds a model by its id: among the course's models, or as a folder anywhere. */
public final class Hub {
    private final Path courseModels;

    /**
     * @param home where the program is installed; the course's models lie in {@code assets/models}
     */
    public Hub(Path home) {
        this.courseModels = home.resolve("assets").resolve("models");
    }

    /**
     * @throws CheckpointException if it is not here, or its configuration is damaged
     */
    public ModelFolder find(ModelId id) throws CheckpointException {
        if (id.isFolder()) {
            return ModelFolder.open(Path.of(id.toString()));
        }
        Path folder = courseModels.resolve(id.name());
        if (!id.isCourse() || !Files.isDirectory(folder)) {
            throw new CheckpointException(
                    "The model "
                            + id
                            + " is not on this computer; the models here are: "
                            + String.join(", ", courseModels())
                            + ".");
        }
        return ModelFolder.open(folder);
    }

    /** The ids of the models that come with the course, in order. */
    public List<String> courseModels() throws CheckpointException {
        if (!Files.isDirectory(courseModels)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(courseModels)) {
            return folders.filter(folder -> Files.isRegularFile(folder.resolve("config.json")))
                    .map(folder -> "course/" + folder.getFileName())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new CheckpointException(courseModels + " cannot be read.", e);
        }
    }
}
