package loupe;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import loupe.author.AuthorTrouble;
import loupe.cli.WindowTools;
import loupe.experiment.Lab;
import loupe.experiment.ModelThread;
import loupe.lesson.Course;
import loupe.lesson.Experiment;
import loupe.lesson.Lesson;
import loupe.panel.PanelDesk;
import loupe.shell.browser.BrowserTrouble;
import loupe.shell.browser.TakenPanel;
import loupe.shell.browser.UnseenChromium;
import loupe.shell.browser.UnseenLessons;

/** Runs experiments in a Chromium that nobody sees; it starts with the first one. */
final class PanelCamera implements WindowTools.OpenCamera {
    private final Places places;
    private final ExecutorService files = Executors.newSingleThreadExecutor();
    private final ExecutorService model = ModelThread.executor();
    private final UnseenLessons lessons;
    private Optional<UnseenChromium> chromium = Optional.empty();

    PanelCamera(Places places) {
        this.places = places;
        PanelDesk desk = new PanelDesk(model, new Lab(places.home()));
        lessons = new UnseenLessons(() -> chromium.orElseThrow().chromium(), desk, files);
    }

    @Override
    public Shot take(Course course, Lesson lesson, Experiment experiment)
            throws AuthorTrouble, InterruptedException {
        try {
            if (chromium.isEmpty()) {
                chromium = Optional.of(start());
            }
            return shot(lessons.take(course, lesson, experiment.id()));
        } catch (BrowserTrouble trouble) {
            throw new AuthorTrouble(trouble.getMessage(), trouble);
        }
    }

    private UnseenChromium start() throws AuthorTrouble, BrowserTrouble {
        if (!UnseenChromium.hasDisplay()) {
            throw new AuthorTrouble(
                    "The pictures are taken with Chromium, which needs a display, and there is none"
                            + " here: run the command in a graphical session, or install Xvfb (sudo"
                            + " apt-get install xvfb) and run it without DISPLAY. With --no-pictures"
                            + " the pages come without them.");
        }
        try {
            return UnseenChromium.start(places.cache(), "pictures", lessons.site());
        } catch (IOException e) {
            throw new AuthorTrouble(
                    "No picture can be taken, because Loupe cannot write to "
                            + places.cache()
                            + ": "
                            + e.getMessage()
                            + ". With --no-pictures the pages come without them.",
                    e);
        }
    }

    private static Shot shot(TakenPanel taken) {
        if (taken instanceof TakenPanel.Picture picture) {
            return new Picture(
                    picture.light(),
                    picture.dark(),
                    picture.width(),
                    picture.height(),
                    picture.alt());
        }
        return new Nothing("There is no picture here: " + why((TakenPanel.Refused) taken));
    }

    /** On a page that others read, "this computer" would be theirs. */
    private static String why(TakenPanel.Refused refused) {
        if (!refused.lacks().isEmpty()) {
            return "the model "
                    + refused.lacks()
                    + " was not on the computer on which this page was made.";
        }
        return "where this page was made, the experiment did not run"
                + (refused.sentence().isEmpty() ? "." : " (" + refused.sentence() + ")");
    }

    @Override
    public void close() {
        chromium.ifPresent(UnseenChromium::close);
        model.shutdownNow();
        files.shutdownNow();
    }
}
