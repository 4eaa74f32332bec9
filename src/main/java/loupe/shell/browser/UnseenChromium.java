package loupe.shell.browser;

import java.awt.AWTError;
import java.awt.GraphicsEnvironment;
import java.awt.HeadlessException;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.swing.SwingUtilities;

/**
 * A Chromium that shows nothing, for commands: with a profile of its own, since the window may be
 * open beside it.
 */
public final class UnseenChromium implements AutoCloseable {

    private static final long LONGEST_GOODBYE_SECONDS = 5;

    private final Chromium chromium;
    private final Path profile;

    private UnseenChromium(Chromium chromium, Path profile) {
        this.chromium = chromium;
        this.profile = profile;
    }

    /**
     * Starts it; takes a second.
     *
     * @param cache where Chromium is unpacked
     * @param use what it is for, the name of its profiles' folder
     */
    public static UnseenChromium start(Path cache, String use, Site site)
            throws BrowserTrouble, IOException {
        OwnWords.only();
        Path profile = profile(cache.resolve(use));
        return new UnseenChromium(Chromium.unpack(cache, profile, site).start(), profile);
    }

    /** Whether there is a display, without which no Chromium starts. */
    public static boolean hasDisplay() {
        try {
            GraphicsEnvironment.getLocalGraphicsEnvironment().getDefaultScreenDevice();
            return true;
        } catch (HeadlessException | AWTError | NoClassDefFoundError none) {
            System.getLogger(UnseenChromium.class.getName())
                    .log(System.Logger.Level.DEBUG, "No display", none);
            return false;
        }
    }

    public Chromium chromium() {
        return chromium;
    }

    /** A folder of this process; those of processes that were killed go. */
    private static Path profile(Path home) throws IOException {
        Files.createDirectories(home);
        try (Stream<Path> all = Files.list(home)) {
            for (Path each : all.toList()) {
                String name = each.getFileName().toString();
                if (name.matches("\\d{1,18}") && ProcessHandle.of(Long.parseLong(name)).isEmpty()) {
                    delete(each);
                }
            }
        }
        return Files.createDirectories(home.resolve("" + ProcessHandle.current().pid()));
    }

    /** A Chromium that is just ending still writes, and deletes: what is gone is gone. */
    static void delete(Path folder) throws IOException {
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes about) {
                        file.toFile().delete();
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException gone) {
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(Path inside, IOException gone) {
                        inside.toFile().delete();
                        return FileVisitResult.CONTINUE;
                    }
                });
    }

    /**
     * Ends it, or leaves it to the end of the process where it hangs, as Chromium sometimes does.
     */
    @Override
    public void close() {
        CompletableFuture<Void> ended = new CompletableFuture<>();
        SwingUtilities.invokeLater(
                () -> {
                    chromium.close();
                    ended.complete(null);
                });
        try {
            ended.get(LONGEST_GOODBYE_SECONDS, TimeUnit.SECONDS);
            delete(profile);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException | IOException e) {
            System.getLogger(UnseenChromium.class.getName())
                    .log(System.Logger.Level.DEBUG, "Chromium did not end in order", e);
        }
    }
}
