package loupe.library;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/** The file that says which version of a course is in use: its folder, its title, its version. */
final class Current {
    private static final String FILE = "current";

    private Current() {}

    /** What is in use; nothing in a folder that is no course's, or where the file is damaged. */
    static Optional<Installed> read(Path home) throws IOException {
        Path file = home.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        if (lines.size() < 3 || !lines.get(0).matches("v-[0-9a-f]+")) {
            return Optional.empty();
        }
        Path folder = home.resolve(lines.get(0));
        String id = String.valueOf(home.getFileName());
        return Optional.of(new Installed(id, lines.get(1), lines.get(2), folder))
                .filter(each -> Files.isDirectory(each.folder()));
    }

    static void write(Path home, Installed installed) throws IOException {
        Path beside = home.resolve(FILE + ".new");
        String text =
                installed.folder().getFileName()
                        + "\n"
                        + line(installed.title())
                        + "\n"
                        + line(installed.version())
                        + "\n";
        Files.writeString(beside, text);
        try (FileChannel file = FileChannel.open(beside, StandardOpenOption.WRITE)) {
            file.force(true);
        }
        Files.move(
                beside,
                home.resolve(FILE),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    private static String line(String text) {
        return text.replaceAll("\\R", " ");
    }
}
