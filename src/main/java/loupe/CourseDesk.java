package loupe;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.swing.SwingUtilities;
import loupe.cli.CourseWords;
import loupe.lesson.Course;
import loupe.lesson.LessonTrouble;
import loupe.library.Installed;
import loupe.library.Library;
import loupe.shell.CourseFrame;
import loupe.shell.Settings;

/** Which course is open, and how another one takes its place. */
final class CourseDesk {
    private static final Logger LOG = Logger.getLogger(CourseDesk.class.getName());
    private static final String CHOSEN = "course";
    private static final String LANGUAGE = "language";

    private final Places places;
    private final Settings settings;
    private final Executor files;
    private volatile CourseChoice choice;

    /**
     * @param files the thread that reads files
     */
    CourseDesk(Places places, Settings settings, Executor files) {
        this.places = places;
        this.settings = settings;
        this.files = files;
    }

    /**
     * The course that was chosen last, or, if it cannot be opened any more, the one that came with
     * Loupe. On the files thread.
     */
    Course read() throws LessonTrouble {
        choice = CourseChoice.of(places, settings.get(CHOSEN, ""));
        try {
            return choice.read().in(settings.get(LANGUAGE, ""));
        } catch (LessonTrouble trouble) {
            if (choice.now() == 0) {
                throw trouble;
            }
            LOG.log(Level.WARNING, "The course " + choice.id() + " cannot be opened", trouble);
            choice = choice.choose(0);
            return choice.read().in(settings.get(LANGUAGE, ""));
        }
    }

    /**
     * Offers the courses in a window's menu, where there are several; on the event thread.
     *
     * @param instead called, on the event thread, with the course that is to take the window's
     *     place, once all that was written in it is saved
     */
    void offer(CourseFrame frame, Consumer<Course> instead) {
        if (choice.all().size() > 1) {
            frame.offers()
                    .courses(
                            choice.titles(),
                            choice.now(),
                            place -> change(choice.choose(place), frame, instead));
        }
    }

    /** Offers to add a course; what is added is in the menu at once, and can be opened. */
    void offerAdding(CourseFrame frame, Consumer<Course> instead) {
        Library library = new Library(places.courses(), CourseWords.of(places.home()));
        frame.offers()
                .adding(
                        library,
                        added -> files.execute(() -> listAnew(frame, instead)),
                        wanted -> files.execute(() -> open(wanted, frame, instead)));
    }

    private void listAnew(CourseFrame frame, Consumer<Course> instead) {
        CourseChoice fresh = CourseChoice.of(places, choice.id());
        SwingUtilities.invokeLater(
                () -> {
                    choice = fresh;
                    offer(frame, instead);
                });
    }

    private void open(Installed wanted, CourseFrame frame, Consumer<Course> instead) {
        CourseChoice chosen = CourseChoice.of(places, wanted.id());
        SwingUtilities.invokeLater(() -> change(chosen, frame, instead));
    }

    private void change(CourseChoice other, CourseFrame before, Consumer<Course> instead) {
        files.execute(
                () -> {
                    try {
                        Course read = other.read().in(settings.get(LANGUAGE, ""));
                        SwingUtilities.invokeLater(
                                () ->
                                        before.leave(
                                                () -> {
                                                    choice = other;
                                                    settings.put(CHOSEN, other.id());
                                                    instead.accept(read);
                                                }));
                    } catch (LessonTrouble trouble) {
                        SwingUtilities.invokeLater(
                                () -> before.say("This course", trouble.getMessage()));
                    }
                });
    }
}
