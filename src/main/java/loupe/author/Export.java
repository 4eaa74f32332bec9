package loupe.author;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import loupe.lesson.Course;
import loupe.lesson.Finding;
import loupe.lesson.Lesson;
import loupe.lesson.LessonTrouble;
import loupe.lesson.Vocabulary;

/** Writes a course, or one lesson of it, in forms that need no Loupe. */
public final class Export {
    private final CoursePlace place;
    private final Vocabulary vocabulary;

    public Export(CoursePlace place, Vocabulary vocabulary) {
        this.place = place;
        this.vocabulary = vocabulary;
    }

    /**
     * Writes a page for each lesson that needs no other file and runs nothing.
     *
     * @return what was written
     * @throws AuthorTrouble if the course cannot be opened, has an error, or a file cannot be
     *     written
     */
    public List<Path> pages(Path output, Camera camera, ExportProgress progress)
            throws AuthorTrouble, InterruptedException {
        Course course = course();
        List<Lesson> meant = meant(course);
        Film film = new Film(course, meant, camera, progress);
        List<Path> written = new ArrayList<>();
        for (Lesson each : meant) {
            HtmlPage page = new HtmlPage(course, each, film.of(each), Printout.of(each));
            written.add(write(output.resolve(each.id() + ".html"), page::text));
        }
        return written;
    }

    /**
     * Writes the questions of each lesson for Moodle, which takes files with the ending .txt only;
     * the rest as for {@link #pages}.
     */
    public List<Path> gift(Path output) throws AuthorTrouble {
        Course course = course();
        List<Path> written = new ArrayList<>();
        for (Lesson each : meant(course)) {
            Gift gift = new Gift(course, each);
            written.add(write(output.resolve(each.id() + ".gift.txt"), gift::text));
        }
        return written;
    }

    private Course course() throws AuthorTrouble {
        List<Finding> findings = new Lint(place, vocabulary).findings();
        if (Lint.hasErrors(findings)) {
            throw new AuthorTrouble(
                    Finding.print(findings) + "Nothing was written: mend the course first.");
        }
        try {
            return Course.open(place.folder(), vocabulary);
        } catch (LessonTrouble e) {
            throw new AuthorTrouble(e.getMessage(), e);
        }
    }

    private List<Lesson> meant(Course course) {
        Path folder = place.folder().toAbsolutePath();
        return course.lessons().stream()
                .filter(
                        each ->
                                place.means(
                                        folder.relativize(each.folder())
                                                        .toString()
                                                        .replace('\\', '/')
                                                + "/lesson.md"))
                .toList();
    }

    /** What goes into a file. */
    private interface Text {
        String make() throws IOException;
    }

    private static Path write(Path file, Text text) throws AuthorTrouble {
        try {
            Path whole = file.toAbsolutePath();
            Files.createDirectories(whole.getParent());
            Mending.replace(whole, text.make());
            return file;
        } catch (IOException e) {
            throw new AuthorTrouble(file + " cannot be written: " + e.getMessage(), e);
        }
    }
}
