package loupe.author;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Looks at a course's folder four times a second and tells when something in it was saved. It
 * compares times and sizes and asks no system for events, so that every editor and every network
 * folder is followed alike.
 */
public final class Watch implements AutoCloseable {
    private static final long PAUSE_MS = 250;
    private static final int DEEPEST = 8;
    private static final int MOST_FILES = 5_000;

    private final Path folder;
    private final Runnable changed;
    private final Thread thread = new Thread(this::look, "watch");
    private long known;
    private volatile boolean closed;

    private Watch(Path folder, Runnable changed) {
        this.folder = folder;
        this.changed = changed;
        thread.setDaemon(true);
    }

    /**
     * Begins to look.
     *
     * @param changed called on the thread "watch"; the next look comes when it has returned
     */
    public static Watch start(Path folder, Runnable changed) {
        Watch watch = new Watch(folder, changed);
        watch.known = watch.state();
        watch.thread.start();
        return watch;
    }

    private void look() {
        while (!closed) {
            try {
                TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
            } catch (InterruptedException ended) {
                return;
            }
            long now = state();
            if (now != known && !closed) {
                known = now;
                changed.run();
            }
        }
    }

    /** One number for names, times and sizes of all files; what is hidden does not count. */
    private long state() {
        try (Stream<Path> files = Files.walk(folder, DEEPEST)) {
            return files.limit(MOST_FILES)
                    .filter(each -> !String.valueOf(each.getFileName()).startsWith("."))
                    .mapToLong(Watch::state)
                    .reduce(0, (all, each) -> all * 31 + each);
        } catch (IOException | java.io.UncheckedIOException e) {
            return 0; // a folder that is being moved: the next look sees it again
        }
    }

    private static long state(Path file) {
        try {
            BasicFileAttributes found =
                    Files.readAttributes(
                            file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            long time = found.isDirectory() ? 0 : found.lastModifiedTime().to(TimeUnit.NANOSECONDS);
            return file.hashCode() * 17L + time * 13 + found.size();
        } catch (IOException gone) {
            return file.hashCode();
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}
