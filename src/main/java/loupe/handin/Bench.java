package loupe.handin;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder beside the finished files in which they are made, so that each appears under its name as
 * a whole or not at all. It is gone when this is closed; one that a killed program left behind goes
 * with the next hand-in.
 */
final class Bench implements AutoCloseable {
    private static final String NAME = ".loupe-hand-in-";

    private final Path target;
    private final Path folder;
    private final List<Path> published = new ArrayList<>();
    private boolean done;

    private Bench(Path target, Path folder) {
        this.target = target;
        this.folder = folder;
    }

    static Bench in(Path target) throws IOException {
        Files.createDirectories(target);
        try (Stream<Path> inside = Files.list(target)) {
            for (Path each : inside.filter(Bench::isLeftOver).toList()) {
                delete(each);
            }
        }
        String own = NAME + ProcessHandle.current().pid() + "-";
        return new Bench(target, Files.createTempDirectory(target, own));
    }

    private static boolean isLeftOver(Path folder) {
        String name = folder.getFileName().toString();
        if (!name.matches("\\.loupe-hand-in-\\d+-\\d+")) {
            return false;
        }
        long pid = Long.parseLong(name.substring(NAME.length(), name.lastIndexOf('-')));
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty();
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    /** Puts a finished file under its name, on the disk. */
    Path publish(Path made, String name) throws IOException {
        try (FileChannel channel = FileChannel.open(made, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Path there = target.resolve(name);
        Files.move(made, there, StandardCopyOption.ATOMIC_MOVE);
        published.add(there);
        return there;
    }

    /** From now on what was published stays. */
    void done() {
        done = true;
    }

    @Override
    public void close() throws IOException {
        if (!done) {
            for (Path each : published) {
                Files.deleteIfExists(each);
            }
        }
        delete(folder);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }
}
