package loupe.hub;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import loupe.checkpoint.CheckpointException;
import loupe.checkpoint.ModelFolder;
import loupe.checkpoint.ShardedFile;

/**
 * Downloads models from the hub into the cache that Python's library uses too, on one thread,
 * "fetch". Only what a model needs comes: its configuration, its tokenizer, its best weights.
 */
public final class Fetcher implements AutoCloseable {
    private static final String NOTHING_TO_RUN =
            "%s has no weights that Loupe can read: wanted one of %s; found %s.";

    private final HubSettings settings;
    private final Pause pause;
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(
                    work -> {
                        Thread thread = new Thread(work, "fetch");
                        thread.setDaemon(true);
                        return thread;
                    });

    public Fetcher(HubSettings settings) {
        this(settings, wait -> Thread.sleep(wait.toMillis()));
    }

    Fetcher(HubSettings settings, Pause pause) {
        this.settings = settings;
        this.pause = pause;
    }

    /** Begins; a second fetch waits for the first. */
    public Fetch start(ModelId id, FetchProgress progress) {
        return new Fetch(thread.submit(() -> fetch(id, progress)));
    }

    /** Ends what is under way; what came stays. */
    @Override
    public void close() {
        thread.shutdownNow();
    }

    private Path fetch(ModelId id, FetchProgress progress)
            throws CheckpointException, InterruptedException {
        refuse(id);
        HubClient client = new HubClient(settings, id, new Retry(pause, progress));
        HubCache cache = new HubCache(settings.cache());
        HubListing listing = client.listing();
        Path snapshot = cache.snapshot(id, listing.commit());
        Delivery delivery = new Delivery(client, cache, id, progress);
        try {
            String weights = weights(id, listing);
            List<String> names = new ArrayList<>(listing.companions());
            if (weights.endsWith(".index.json")) {
                delivery.deliver(List.of(client.describe(listing.commit(), weights)), snapshot);
                names.addAll(ShardedFile.shards(snapshot.resolve(weights)));
            }
            names.add(weights);
            List<RemoteFile> files = new ArrayList<>();
            for (String name : names) {
                files.add(client.describe(listing.commit(), name));
            }
            delivery.deliver(files, snapshot);
            publish(cache.ref(id), listing.commit());
            return snapshot;
        } catch (IOException e) {
            throw new CheckpointException(
                    "%s cannot be kept in %s (%s). What came stays; mend that and fetch again."
                            .formatted(id, settings.cache(), reason(e)),
                    e);
        }
    }

    private void refuse(ModelId id) throws CheckpointException {
        if (id.isCourse() || id.isFolder()) {
            throw new CheckpointException(
                    id + " is not on the hub: only NAME or ORG/NAME can be fetched.");
        }
        if (settings.offline()) {
            throw new CheckpointException(
                    "HF_HUB_OFFLINE is set, so nothing is fetched: unset it to fetch " + id + ".");
        }
    }

    private static String weights(ModelId id, HubListing listing) throws CheckpointException {
        Optional<String> best =
                ModelFolder.BEST_FIRST.stream().filter(listing.names()::contains).findFirst();
        return best.orElseThrow(
                () ->
                        new CheckpointException(
                                NOTHING_TO_RUN.formatted(
                                        id,
                                        String.join(", ", ModelFolder.BEST_FIRST),
                                        String.join(", ", listing.names()))));
    }

    /** Only now is the model found: a fetch that was broken off leaves the earlier one standing. */
    private static void publish(Path ref, String commit) throws IOException {
        Files.createDirectories(ref.getParent());
        Path part = Files.createTempFile(ref.getParent(), "main", ".part");
        Files.writeString(part, commit);
        Files.move(part, ref, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String reason(IOException e) {
        String reason = e instanceof FileSystemException trouble ? trouble.getReason() : null;
        return Stream.of(reason, e.getMessage(), e.getClass().getSimpleName())
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }
}
