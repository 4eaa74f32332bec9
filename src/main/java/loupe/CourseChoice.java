package loupe;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import loupe.lesson.Course;
import loupe.lesson.LessonTrouble;
import loupe.lesson.Vocabulary;
import loupe.library.Installed;
import loupe.library.Library;
import loupe.panel.PanelCatalog;

/**
 * The courses a person can choose from: first the one that came with Loupe, then the installed
 * ones.
 *
 * @param now the place of the one that is open
 */
record CourseChoice(List<Entry> all, int now) {
    private static final Logger LOG = Logger.getLogger(CourseChoice.class.getName());

    CourseChoice {
        all = List.copyOf(all);
    }

    /** A course by its id; empty for the one that came with Loupe. */
    record Entry(String id, String title, Path folder) {}

    /** All there are; the one with that id is chosen, where it is there. */
    static CourseChoice of(Places places, String id) {
        List<Entry> all = new ArrayList<>();
        all.add(new Entry("", "The course that came with Loupe", places.lessons()));
        try {
            Vocabulary views = Vocabulary.ofViews(PanelCatalog.ids());
            for (Installed each : new Library(places.courses(), views).courses()) {
                String version = each.version().isEmpty() ? "" : " (" + each.version() + ")";
                all.add(new Entry(each.id(), each.title() + version, each.folder()));
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, "The installed courses cannot be listed", e);
        }
        List<String> ids = all.stream().map(Entry::id).toList();
        return new CourseChoice(all, Math.max(0, ids.indexOf(id)));
    }

    List<String> titles() {
        return all.stream().map(Entry::title).toList();
    }

    CourseChoice choose(int place) {
        return new CourseChoice(all, place);
    }

    String id() {
        return all.get(now).id();
    }

    Course read() throws LessonTrouble {
        return Course.open(all.get(now).folder(), PanelCatalog.ids());
    }
}
