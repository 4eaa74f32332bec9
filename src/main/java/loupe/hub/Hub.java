package loupe.hub;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import loupe.checkpoint.CheckpointException;
import loupe.checkpoint.ModelFolder;

/**
 * Finds a model by its id: among the course's models, as a folder anywhere, or in the cache that
 * Python's library and {@link Fetcher} fill. It never downloads.
 */
public final class Hub {
    private final Path courseModels;
    private final HubCache cache;

    /**
     * @param home where the program is installed; the course's models lie in {@code assets/models}
     */
    public Hub(Path home) {
        this(home, HubSettings.ofThisProcess());
    }

    public Hub(Path home, HubSettings settings) {
        this.courseModels = home.resolve("assets").resolve("models");
        this.cache = new HubCache(settings.cache());
    }

    /**
     * @throws CheckpointException if it is not here, or its configuration is damaged
     */
    public ModelFolder find(ModelId id) throws CheckpointException {
        if (id.isFolder()) {
            return ModelFolder.open(Path.of(id.toString()));
        }
        Optional<Path> folder = place(id);
        if (folder.isEmpty()) {
            throw new CheckpointException(
                    "The model "
                            + id
                            + " is not on this computer; the models here are: "
                            + String.join(", ", ids())
                            + "."
                            + (id.isCourse() ? "" : " Fetch it first."));
        }
        if (!id.isCourse() && !ModelFolder.isWhole(folder.get())) {
            throw new CheckpointException(
                    "The model " + id + " is only partly on this computer. Fetch it first.");
        }
        return ModelFolder.open(folder.get());
    }

    /** Whether it is not here, or not all of it, and could be fetched. */
    public boolean lacks(ModelId id) throws CheckpointException {
        if (id.isCourse() || id.isFolder()) {
            return false;
        }
        Optional<Path> folder = place(id);
        return folder.isEmpty() || !ModelFolder.isWhole(folder.get());
    }

    private Optional<Path> place(ModelId id) throws CheckpointException {
        if (!id.isCourse()) {
            return cache.find(id);
        }
        return Optional.of(courseModels.resolve(id.name())).filter(Files::isDirectory);
    }

    /** Every model that is here: those of the course, then those in the cache. */
    public List<LocalModel> models() throws CheckpointException {
        List<LocalModel> models = new ArrayList<>();
        for (String id : courseModels()) {
            models.add(model(id, courseModels.resolve(ModelId.parse(id).name())));
        }
        for (ModelId id : cache.ids()) {
            Optional<Path> folder = cache.find(id);
            if (folder.isPresent()) {
                models.add(model(id.toString(), folder.get()));
            }
        }
        return models;
    }

    private static LocalModel model(String id, Path folder) throws CheckpointException {
        return new LocalModel(id, folder, bytes(folder), ModelFolder.isWhole(folder));
    }

    private static long bytes(Path folder) throws CheckpointException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(Path::toFile).filter(File::isFile).mapToLong(File::length).sum();
        } catch (IOException e) {
            throw new CheckpointException(folder + " cannot be read.", e);
        }
    }

    private List<String> ids() throws CheckpointException {
        return models().stream().filter(LocalModel::whole).map(LocalModel::id).toList();
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
