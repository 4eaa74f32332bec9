package loupe.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javax.swing.JFileChooser;
import javax.swing.JFrame;
import loupe.lesson.Course;
import loupe.library.Installed;
import loupe.library.Library;

/** What the window's menus offer beyond the open course: other courses, languages, author mode. */
public final class Offers {

    private final CourseFrame frame;
    private final FrameMenu menu;

    Offers(CourseFrame frame, FrameMenu menu) {
        this.frame = frame;
        this.menu = menu;
    }

    /**
     * Offers courses, in the place of those that were offered before.
     *
     * @param titles of all there are
     * @param now the place of the open one
     * @param choose called with the place of the one that is wanted
     */
    public void courses(List<String> titles, int now, IntConsumer choose) {
        menu.offer("Course", titles, now, choose);
    }

    /**
     * Offers the languages of the course, where it has several.
     *
     * @param serve told the course in the language that was chosen, before its page is asked for
     */
    public void languages(Consumer<Course> serve) {
        List<String> all = frame.course().languages();
        if (all.size() > 1) {
            menu.offer(
                    "View",
                    all.stream().map(Offers::nameOf).toList(),
                    Math.max(0, all.indexOf(frame.language())),
                    place -> frame.speak(all.get(place), serve));
        }
    }

    /** "Deutsch" for de: a language in its own words. */
    private static String nameOf(String code) {
        Locale language = Locale.forLanguageTag(code);
        String name = language.getDisplayName(language);
        return name.isEmpty()
                ? code
                : name.substring(0, 1).toUpperCase(language) + name.substring(1);
    }

    /**
     * Offers to add a course to those that can be chosen.
     *
     * @param added told what was installed
     * @param wanted called with what is to be opened
     */
    public void adding(Library library, Consumer<Installed> added, Consumer<Installed> wanted) {
        JFrame window = frame.window();
        menu.add(
                "Course",
                "Add a course…",
                () ->
                        new AddWindow(window, frame.appearance().look(), library, added, wanted)
                                .open());
    }

    /**
     * Offers to follow the files of a course.
     *
     * @param start called with the folder that is chosen
     */
    public void authorMode(Consumer<Path> start) {
        menu.add(
                "Course",
                "Author mode…",
                () -> {
                    JFileChooser chooser = new JFileChooser();
                    chooser.setFileSelectionMode(JFileChooser.DIRECTORIES_ONLY);
                    chooser.setDialogTitle("The course's folder");
                    if (chooser.showOpenDialog(frame.window()) == JFileChooser.APPROVE_OPTION) {
                        start.accept(chooser.getSelectedFile().toPath());
                    }
                });
    }

    /** Offers the way out of an author's window. */
    public void back(Runnable back) {
        menu.add("Course", "Leave author mode", back);
    }
}
