package loupe.hub;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Held while a blob is being fetched, so that two programs do not write into one file. */
final class BlobLock implements AutoCloseable {
    private static final long BETWEEN_TRIES = 200; // milliseconds

    private final FileChannel channel;

    private BlobLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Waits until nobody else has it. The system frees it when a program ends, however. */
    static BlobLock take(Path file) throws IOException, InterruptedException {
        Files.createDirectories(file.getParent());
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            while (!isTaken(channel)) {
                Thread.sleep(BETWEEN_TRIES);
            }
            return new BlobLock(channel);
        } catch (IOException | InterruptedException e) {
            channel.close();
            throw e;
        }
    }

    private static boolean isTaken(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false; // somebody in this program has it
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
