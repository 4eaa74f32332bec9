package loupe.author;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import loupe.lesson.Course;
import loupe.lesson.CourseYaml;
import loupe.lesson.Finding;
import loupe.lesson.LessonTrouble;
import loupe.lesson.Vocabulary;

/**
 * Packs a course for students: checked, its questions entered in {@code ids.lock}, and without what
 * is not for them. The same course makes the same bytes, whenever and wherever it is packed.
 */
public final class Packing {
    /** The first moment a ZIP file can name: it says nothing of when it was made. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final Path folder;
    private final Vocabulary vocabulary;

    public Packing(Path folder, Vocabulary vocabulary) {
        this.folder = folder;
        this.vocabulary = vocabulary;
    }

    /**
     * What was packed, or why it was not: with an error among the findings there is no file.
     *
     * @param entries what went in
     * @param leftOut what did not, each with the reason
     */
    public record Outcome(
            List<Finding> findings, Path file, List<String> entries, Map<String, String> leftOut) {
        public Outcome {
            findings = List.copyOf(findings);
            entries = List.copyOf(entries);
            leftOut = new TreeMap<>(leftOut);
        }

        public boolean packed() {
            return !Lint.hasErrors(findings);
        }
    }

    /**
     * Packs it.
     *
     * @param output the file to write, {@code .zip} where its name has no ending, or a folder for
     *     one named after the course and its version
     */
    public Outcome pack(Path output) throws AuthorTrouble {
        List<Finding> findings = Course.check(folder, vocabulary);
        if (Lint.hasErrors(findings)) {
            return new Outcome(findings, output, List.of(), Map.of());
        }
        try {
            Course course = Course.open(folder, vocabulary);
            Path file = file(output, course);
            refuseNowhere(file.toAbsolutePath().getParent());
            Mending.replace(folder.resolve("ids.lock"), course.idsLock(folder));
            Contents contents = Contents.of(folder, course);
            write(contents.files(), course.id(), file.toAbsolutePath());
            return new Outcome(
                    findings, file, List.copyOf(contents.files().keySet()), contents.leftOut());
        } catch (IOException e) {
            throw new AuthorTrouble(
                    "The course cannot be packed: "
                            + e.getMessage()
                            + " cannot be read or written. See that you may, or name another place"
                            + " with --output.",
                    e);
        } catch (LessonTrouble e) {
            throw new AuthorTrouble(e.getMessage(), e);
        }
    }

    private static Path file(Path output, Course course) {
        if (Files.isDirectory(output)) {
            return output.resolve(name(course) + ".zip");
        }
        String name = String.valueOf(output.getFileName());
        return name.contains(".") ? output : output.resolveSibling(name + ".zip");
    }

    /** Before anything is noted as published. */
    private static void refuseNowhere(Path place) throws AuthorTrouble {
        if (!Files.isDirectory(place)) {
            throw new AuthorTrouble(
                    "There is no folder "
                            + place
                            + " to put the course into: make it, or name another.");
        }
    }

    private static String name(Course course) {
        String version = course.version().replaceAll("[^A-Za-z0-9.-]", "-");
        return course.id() + (version.isEmpty() ? "" : "-" + version);
    }

    private static void write(Map<String, Path> files, String course, Path file)
            throws IOException {
        Path beside = Files.createTempFile(file.getParent(), ".loupe", ".zip");
        try {
            try (OutputStream out = Files.newOutputStream(beside);
                    ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
                zip.setLevel(Deflater.BEST_COMPRESSION);
                for (Map.Entry<String, Path> each : files.entrySet()) {
                    ZipEntry entry = new ZipEntry(course + "/" + each.getKey());
                    entry.setTimeLocal(NO_TIME);
                    zip.putNextEntry(entry);
                    zip.write(bytes(each.getKey(), each.getValue()));
                    zip.closeEntry();
                }
            }
            Permissions.copy(file, beside);
            Files.move(
                    beside,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    /** A packed course says that it is one: it has no keys, and nobody misses them. */
    private static byte[] bytes(String name, Path file) throws IOException {
        return name.equals("course.yaml")
                ? CourseYaml.packed(Files.readString(file)).getBytes(StandardCharsets.UTF_8)
                : Files.readAllBytes(file);
    }

    /** Lines for a person: what went in, what did not. */
    public static List<String> lines(Outcome outcome) {
        List<String> lines = new ArrayList<>();
        outcome.entries().forEach(each -> lines.add("  " + each));
        outcome.leftOut().forEach((name, why) -> lines.add("  without " + name + ": " + why));
        return lines;
    }
}
