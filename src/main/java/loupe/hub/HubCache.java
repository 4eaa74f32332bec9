package loupe.hub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import loupe.checkpoint.CheckpointException;

/**
 * The folder that Python's library and this program share:
 *
 * <pre>
 * models--org--name/refs/main                   the commit that main is
 * models--org--name/snapshots/COMMIT/config.json a link into blobs
 * models--org--name/blobs/ETAG                  the bytes
 * .locks/models--org--name/ETAG.lock            held while the blob is being fetched
 * </pre>
 */
record HubCache(Path folder) {
    private static final String PREFIX = "models--";

    Path repository(ModelId id) {
        return folder.resolve(PREFIX + id.toString().replace("/", "--"));
    }

    Path blob(ModelId id, String etag) {
        return repository(id).resolve("blobs").resolve(etag);
    }

    Path lock(ModelId id, String etag) {
        Path locks = folder.resolve(".locks").resolve(repository(id).getFileName());
        return locks.resolve(etag + ".lock");
    }

    Path snapshot(ModelId id, String commit) {
        return repository(id).resolve("snapshots").resolve(commit);
    }

    Path ref(ModelId id) {
        return repository(id).resolve("refs").resolve("main");
    }

    /** The files of the model as {@code main} was when it was last fetched. */
    Optional<Path> find(ModelId id) throws CheckpointException {
        if (!Files.isRegularFile(ref(id))) {
            return Optional.empty();
        }
        try {
            String commit = Files.readString(ref(id)).strip();
            Path snapshot = snapshot(id, commit);
            return commit.matches("[0-9a-zA-Z]+") && Files.isDirectory(snapshot)
                    ? Optional.of(snapshot)
                    : Optional.empty();
        } catch (IOException e) {
            throw new CheckpointException(ref(id) + " cannot be read.", e);
        }
    }

    /** The ids of the models that have been fetched, by whatever program, in order. */
    List<ModelId> ids() throws CheckpointException {
        List<ModelId> ids = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return ids;
        }
        try (Stream<Path> folders = Files.list(folder)) {
            for (Path each : folders.sorted().toList()) {
                String name = String.valueOf(each.getFileName());
                String id = name.replaceFirst(PREFIX, "").replaceFirst("--", "/");
                if (name.startsWith(PREFIX) && ModelId.isName(id)) {
                    ids.add(ModelId.parse(id));
                }
            }
            return ids;
        } catch (IOException e) {
            throw new CheckpointException(folder + " cannot be read.", e);
        }
    }
}
