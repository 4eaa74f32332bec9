package loupe.hub;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import loupe.checkpoint.CheckpointException;

/** Brings files of one model into the cache, each whole or not at all. */
final class Delivery {
    /** How often a file that came with a wrong checksum is fetched again. */
    private static final int CHECKSUM_TRIES = 2;

    private final HubClient client;
    private final HubCache cache;
    private final ModelId id;
    private final FetchProgress progress;

    Delivery(HubClient client, HubCache cache, ModelId id, FetchProgress progress) {
        this.client = client;
        this.cache = cache;
        this.id = id;
        this.progress = progress;
    }

    void deliver(List<RemoteFile> files, Path snapshot)
            throws IOException, CheckpointException, InterruptedException {
        Files.createDirectories(snapshot);
        Files.createDirectories(cache.repository(id).resolve("blobs"));
        List<RemoteFile> wanted = new ArrayList<>();
        for (RemoteFile file : files) {
            if (!Files.exists(snapshot.resolve(file.name()))) {
                wanted.add(file);
            }
        }
        Meter meter = new Meter(progress, wanted.stream().mapToLong(RemoteFile::bytes).sum());
        checkSpace(wanted);
        for (RemoteFile file : wanted) {
            BlobLock lock = BlobLock.take(cache.lock(id, file.etag()));
            try {
                if (Files.exists(cache.blob(id, file.etag()))) {
                    meter.had(file.name(), file.bytes()); // from another commit, or program
                } else {
                    bring(file, meter);
                }
                link(cache.blob(id, file.etag()), snapshot.resolve(file.name()));
            } finally {
                lock.close();
            }
        }
    }

    /** Not under Python's name for it: its lock and ours do not see each other. */
    private Path incomplete(RemoteFile file) {
        return cache.blob(id, file.etag() + ".loupe.incomplete");
    }

    private void checkSpace(List<RemoteFile> files) throws IOException, CheckpointException {
        long needed = 0;
        for (RemoteFile file : files) {
            Path part = incomplete(file);
            if (!Files.exists(cache.blob(id, file.etag()))) {
                needed += file.bytes() - (Files.exists(part) ? Files.size(part) : 0);
            }
        }
        long free = Files.getFileStore(cache.repository(id)).getUsableSpace();
        if (needed > free) {
            throw new CheckpointException(
                    "%s needs %s more, but only %s are free in %s: make room there, or name another place in HF_HOME."
                            .formatted(id, Bytes.text(needed), Bytes.text(free), cache.folder()));
        }
    }

    private void bring(RemoteFile file, Meter meter)
            throws IOException, CheckpointException, InterruptedException {
        Path part = incomplete(file);
        for (int tries = 1; ; tries++) {
            meter.had(file.name(), Files.exists(part) ? Files.size(part) : 0);
            LocalTrouble.unwrap(
                    () -> client.retry().run("Fetching " + file.name(), () -> all(file, meter)));
            Optional<String> found =
                    file.sha256().isPresent() ? Optional.of(Sha256.of(part)) : Optional.empty();
            if (found.equals(file.sha256())) {
                Files.move(part, cache.blob(id, file.etag()), StandardCopyOption.ATOMIC_MOVE);
                return;
            }
            Files.delete(part);
            meter.lost(file.bytes());
            if (tries == CHECKSUM_TRIES) {
                throw new CheckpointException(
                        "%s: %s came damaged %d times: its SHA-256 is %s, wanted %s. Fetch again later."
                                .formatted(id, file.name(), tries, found.get(), file.etag()));
            }
            progress.remark(file.name() + " came damaged; fetching it again.");
        }
    }

    /** One request for what is still missing. */
    private Path all(RemoteFile file, Meter meter)
            throws IOException, CheckpointException, InterruptedException {
        Path part = incomplete(file);
        long had = Files.exists(part) ? Files.size(part) : 0;
        if (had == file.bytes() && had > 0) {
            return part;
        }
        if (had > file.bytes()) {
            Files.delete(part);
            meter.lost(had);
            had = 0;
        }
        HttpResponse<PieceQueue> response = client.open(file, had);
        try (PieceQueue body = response.body()) {
            if (had > 0 && response.statusCode() != 206) {
                meter.lost(had); // the server sends all of it, or has less than we have
                had = 0;
                if (response.statusCode() == 416) {
                    Files.delete(part);
                    throw new IOException("the hub has no such range");
                }
            }
            write(body, part, had, file, meter);
        }
        if (Files.size(part) != file.bytes()) {
            throw new IOException("the connection ended early");
        }
        return part;
    }

    private void write(PieceQueue body, Path part, long from, RemoteFile file, Meter meter)
            throws IOException, InterruptedException {
        try (FileChannel out = LocalTrouble.wrap(() -> open(part, from))) {
            long at = from;
            for (Optional<List<ByteBuffer>> next = body.next();
                    next.isPresent();
                    next = body.next()) {
                for (ByteBuffer piece : next.get()) {
                    int bytes = piece.remaining();
                    at += bytes;
                    if (at > file.bytes()) {
                        throw new IOException("more came than the file has");
                    }
                    LocalTrouble.wrap(() -> writeFully(out, piece));
                    meter.came(file.name(), bytes);
                    client.retry().progressed();
                }
            }
        }
    }

    private static FileChannel open(Path part, long from) throws IOException {
        FileChannel out =
                FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        return out.truncate(from).position(from);
    }

    private static FileChannel writeFully(FileChannel out, ByteBuffer piece) throws IOException {
        while (piece.hasRemaining()) {
            out.write(piece);
        }
        return out;
    }

    /** A link as Python makes it; where the file system has none, the bytes themselves. */
    static void link(Path blob, Path entry) throws IOException {
        Files.deleteIfExists(entry); // a link to nothing
        try {
            Files.createSymbolicLink(entry, entry.getParent().relativize(blob));
        } catch (IOException | UnsupportedOperationException e) {
            Path copy = entry.resolveSibling(entry.getFileName() + ".loupe.incomplete");
            Files.copy(blob, copy, StandardCopyOption.REPLACE_EXISTING);
            Files.move(copy, entry);
            Files.delete(blob);
        }
    }
}
