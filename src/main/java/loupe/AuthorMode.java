package loupe;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javax.swing.SwingUtilities;
import loupe.author.AuthorTrouble;
import loupe.author.Editor;
import loupe.author.Watch;
import loupe.cli.CourseWords;
import loupe.lesson.Course;
import loupe.lesson.Finding;
import loupe.lesson.LessonTrouble;
import loupe.lesson.Vocabulary;
import loupe.shell.CourseFrame;
import loupe.shell.browser.LoupeSite;

/**
 * A window that follows the files of its course: what is saved is shown, what is wrong is listed,
 * and a click on it opens the place.
 */
final class AuthorMode {
    private final Path course;
    private final Vocabulary words;
    private final LoupeSite site;
    private final CourseFrame frame;

    private AuthorMode(Path course, Path home, LoupeSite site, CourseFrame frame) {
        this.course = course;
        this.words = CourseWords.of(home);
        this.site = site;
        this.frame = frame;
    }

    /**
     * Begins to follow a course until its window goes; on the event thread.
     *
     * @param home where the program is installed
     * @param files the thread that reads files
     */
    static void start(Path course, Path home, LoupeSite site, CourseFrame frame, Executor files) {
        frame.offers().languages(site::show);
        frame.showFindings(finding -> open(course, finding, frame));
        CompletableFuture<Watch> watch =
                CompletableFuture.supplyAsync(
                        () -> {
                            AuthorMode mode = new AuthorMode(course, home, site, frame);
                            mode.renew();
                            return Watch.start(
                                    course,
                                    () -> CompletableFuture.runAsync(mode::renew, files).join());
                        },
                        files);
        frame.whenLeft(() -> watch.thenAccept(Watch::close));
    }

    /** Reads the course anew. A course that cannot be opened leaves the last one on the screen. */
    private void renew() {
        List<Finding> findings = Course.check(course, words);
        try {
            Course fresh = Course.open(course, words).in(frame.language());
            site.show(fresh);
            SwingUtilities.invokeLater(() -> frame.renew(fresh, findings));
        } catch (LessonTrouble unreadable) {
            SwingUtilities.invokeLater(() -> frame.found(findings));
        }
    }

    private static void open(Path course, Finding finding, CourseFrame frame) {
        Optional<Editor> editor = Editor.named();
        if (editor.isEmpty()) {
            frame.say(
                    "The place",
                    finding.print()
                            + "\n\nSet VISUAL to your editor (such as: code), and a click opens it there.");
            return;
        }
        try {
            Path file = course.resolve(finding.spot().file());
            int line = Math.max(1, finding.spot().line());
            editor.get().open(file, line, Math.max(1, finding.spot().column()));
        } catch (AuthorTrouble trouble) {
            frame.say("The editor", trouble.getMessage());
        }
    }
}
