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

    /** What a course can be written as. */
    public enum Form {
        /** A page for each lesson that needs no other file. */
        HTML,
        /** Questions for Moodle. */
        GIFT
    }

    /**
     * Writes the files.
     *
     * @return what was written
     * @throws AuthorTrouble if the course cannot be opened, has an error, or a file cannot be
     *     written
     */
    public List<Path> write(Form form, Path output) throws AuthorTrouble {
        List<Finding> findings = new Lint(place, vocabulary).findings();
        if (Lint.hasErrors(findings)) {
            throw new AuthorTrouble(
                    Finding.print(findings) + "Nothing was written: mend the course first.");
        }
        try {
            Course course = Course.open(place.folder(), vocabulary);
            Files.createDirectories(output);
            List<Path> written = new ArrayList<>();
            for (Lesson each : course.lessons()) {
                String folder = place.folder().toAbsolutePath().relativize(each.folder()) + "/";
                if (place.means(folder.replace('\\', '/') + "lesson.md")) {
                    written.add(write(form, course, each, output));
                }
            }
            return written;
        } catch (IOException e) {
            throw new AuthorTrouble(output + " cannot be written: " + e.getMessage(), e);
        } catch (LessonTrouble e) {
            throw new AuthorTrouble(e.getMessage(), e);
        }
    }

    private static Path write(Form form, Course course, Lesson lesson, Path output)
            throws IOException {
        boolean html = form == Form.HTML;
        Path file = output.resolve(lesson.id() + (html ? ".html" : ".gift"));
        String text = html ? new HtmlPage(course, lesson).text() : new Gift(course, lesson).text();
        Mending.replace(file.toAbsolutePath(), text);
        return file;
    }
}
