package loupe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javax.swing.SwingUtilities;
import loupe.answer.AnswerPlace;
import loupe.answer.Profile;
import loupe.author.AuthorTrouble;
import loupe.author.CoursePlace;
import loupe.lesson.Course;
import loupe.lesson.LessonTrouble;
import loupe.panel.PanelCatalog;
import loupe.shell.CourseFrame;
import loupe.shell.browser.LoupeSite;

/**
 * From one window to the next: another course, an author's window, and back. What was written is
 * saved and its store closed before the next window opens one. On the event thread.
 */
final class Passage {
    private final Places places;
    private final LoupeSite site;
    private final CourseDesk courses;
    private final Executor files;
    private final Opener opener;
    private final Runnable closeAnswers;

    /** Opens a window. */
    interface Opener {
        CourseFrame open(Course course, Profile person);
    }

    /**
     * @param files the thread that reads files
     * @param closeAnswers closes the store of the window that went; called on that thread
     */
    Passage(
            Places places,
            LoupeSite site,
            CourseDesk courses,
            Executor files,
            Opener opener,
            Runnable closeAnswers) {
        this.places = places;
        this.site = site;
        this.courses = courses;
        this.files = files;
        this.opener = opener;
        this.closeAnswers = closeAnswers;
    }

    /** Opens a window in which other courses can be chosen. */
    void open(Course course, Profile person) {
        CourseFrame frame = opener.open(course, person);
        frame.offers().languages(site::show);
        Consumer<Course> other = chosen -> instead(chosen, () -> open(chosen, person));
        courses.offer(frame, other);
        courses.offerAdding(frame, other);
        frame.offers()
                .authorMode(
                        folder ->
                                author(
                                        folder,
                                        frame,
                                        () -> instead(course, () -> open(course, person))));
    }

    /** Opens an author's window and no other. */
    void preview(Course course, Profile person) {
        CourseFrame frame = opener.open(course, person);
        AuthorMode.start(places.lessons(), places.home(), site, frame, files);
    }

    private void author(Path folder, CourseFrame before, Runnable back) {
        files.execute(
                () -> {
                    try {
                        Path course = CoursePlace.of(folder).folder();
                        Course read = Course.open(course, PanelCatalog.ids());
                        AnswerPlace scratch = places.preview(course).answers();
                        Files.createDirectories(scratch.data());
                        Profile nobody = new Profile("author", "", "", scratch);
                        SwingUtilities.invokeLater(
                                () ->
                                        before.leave(
                                                () ->
                                                        instead(
                                                                read,
                                                                () ->
                                                                        author(
                                                                                read, course,
                                                                                nobody, back))));
                    } catch (AuthorTrouble | LessonTrouble | IOException trouble) {
                        SwingUtilities.invokeLater(
                                () -> before.say("Author mode", trouble.getMessage()));
                    }
                });
    }

    private void author(Course read, Path course, Profile nobody, Runnable back) {
        CourseFrame frame = opener.open(read, nobody);
        AuthorMode.start(course, places.home(), site, frame, files);
        frame.offers().back(() -> frame.leave(back));
    }

    private void instead(Course course, Runnable open) {
        site.show(course);
        files.execute(
                () -> {
                    closeAnswers.run();
                    SwingUtilities.invokeLater(open);
                });
    }
}
