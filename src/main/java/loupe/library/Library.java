package loupe.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import loupe.lesson.Course;
import loupe.lesson.Finding;
import loupe.lesson.LessonTrouble;
import loupe.lesson.Vocabulary;

/**
 * The folder with the installed courses: one folder for each course, in it one for each version,
 * and the file {@code current} that names the version in use. A new version is laid beside the old
 * one and comes into use when {@code current} is replaced, by one rename. Answers lie elsewhere and
 * are filed under ids, so no version touches them.
 */
public final class Library {
    private final Path folder;
    private final Vocabulary vocabulary;

    /**
     * @param folder made when the first course comes
     */
    public Library(Path folder, Vocabulary vocabulary) {
        this.folder = folder.toAbsolutePath();
        this.vocabulary = vocabulary;
    }

    /** What is installed, by title. */
    public List<Installed> courses() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Installed> courses = new ArrayList<>();
        try (Stream<Path> homes = Files.list(folder)) {
            for (Path home : homes.sorted().toList()) {
                Current.read(home).ifPresent(courses::add);
            }
        }
        courses.sort(Comparator.comparing(Installed::title));
        return courses;
    }

    /**
     * Installs a course, or a new version of one.
     *
     * @param source a packed course, a course's folder, or an https address of a packed one
     */
    public Installed add(String source, AddProgress progress)
            throws CourseTrouble, InterruptedException {
        try {
            Files.createDirectories(folder);
            Path arrived = Files.createTempDirectory(folder, ".arriving-");
            try {
                bring(source, arrived, progress);
                return install(root(arrived));
            } finally {
                Trees.delete(arrived);
            }
        } catch (IOException e) {
            throw new CourseTrouble(
                    "The course was not installed: "
                            + e.getMessage()
                            + " cannot be read or written.",
                    e);
        }
    }

    private void bring(String source, Path target, AddProgress progress)
            throws IOException, CourseTrouble, InterruptedException {
        Arrival arrival = new Arrival(Files.createDirectory(target.resolve("course")), progress);
        if (Download.isAddress(source)) {
            Path file = target.resolve("course.zip");
            new Download(progress).fetch(source, file);
            arrival.unpack(file);
            return;
        }
        Path path = Path.of(source);
        if (!Files.exists(path)) {
            throw new CourseTrouble(
                    "There is nothing at "
                            + source
                            + ". Name a packed course, a folder or an address.");
        }
        if (Files.isDirectory(path)) {
            arrival.copy(path);
        } else {
            arrival.unpack(path);
        }
    }

    /** The folder with the {@code course.yaml}: what arrived, or the one folder in it. */
    private static Path root(Path arrived) throws IOException, CourseTrouble {
        Path top = arrived.resolve("course");
        if (Files.exists(top.resolve("course.yaml"))) {
            return top;
        }
        try (Stream<Path> inside = Files.list(top)) {
            List<Path> found = inside.toList();
            if (found.size() == 1 && Files.exists(found.get(0).resolve("course.yaml"))) {
                return found.get(0);
            }
        }
        throw new CourseTrouble("The course was not installed: there is no course.yaml in it.");
    }

    private Installed install(Path arrived) throws IOException, CourseTrouble {
        Course course = open(arrived);
        Path home = Files.createDirectories(folder.resolve(course.id()));
        String name = "v-" + Trees.fingerprint(arrived);
        Path version = home.resolve(name);
        if (!Files.exists(version)) {
            Files.move(arrived, version); // in one file system: one rename
        }
        Optional<Installed> before = Current.read(home);
        Installed installed = new Installed(course.id(), course.title(), course.version(), version);
        Current.write(home, installed);
        forget(home, version, before.map(Installed::folder));
        return installed;
    }

    private Course open(Path arrived) throws CourseTrouble {
        try {
            Course course = Course.open(arrived, vocabulary);
            for (Finding each :
                    course.lessons().stream().flatMap(l -> l.findings().stream()).toList()) {
                if (each.code().equals("Y002") && each.spot().text().startsWith("schema")) {
                    throw new CourseTrouble(
                            "The course was not installed: it was written for a newer Loupe.\n"
                                    + each.print());
                }
            }
            return course;
        } catch (LessonTrouble e) {
            throw new CourseTrouble("The course was not installed. " + e.getMessage(), e);
        }
    }

    /** Versions before the last one go; the last stays for a window that still shows it. */
    private static void forget(Path home, Path now, Optional<Path> before) throws IOException {
        try (Stream<Path> versions = Files.list(home)) {
            for (Path each : versions.toList()) {
                boolean version = String.valueOf(each.getFileName()).startsWith("v-");
                if (version && !each.equals(now) && !before.filter(each::equals).isPresent()) {
                    Trees.delete(each);
                }
            }
        }
    }
}
