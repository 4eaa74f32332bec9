package loupe.shell;

import java.awt.Desktop;
import java.io.IOException;
import java.net.URI;
import javax.swing.KeyStroke;
import loupe.answer.Evidence;
import loupe.shell.browser.PageEvents;
import loupe.shell.browser.PageView;
import loupe.shell.writeup.AttachedView;

/** What the page says, done in the window. */
final class FrameEvents implements PageEvents {

    private final CourseFrame frame;

    FrameEvents(CourseFrame frame) {
        this.frame = frame;
    }

    @Override
    public void ready() {
        frame.lessonReady();
    }

    @Override
    public void scrolled(String lesson, int y) {
        frame.scrolled(lesson, y);
    }

    @Override
    public void write(String question) {
        frame.write(question);
    }

    @Override
    public void coded(String lesson, String cell, String code) {
        frame.writeups().code(lesson, cell, code);
    }

    @Override
    public void open(URI address) {
        try {
            if (Desktop.isDesktopSupported()
                    && Desktop.getDesktop().isSupported(Desktop.Action.BROWSE)) {
                Desktop.getDesktop().browse(address);
                return;
            }
        } catch (IOException noBrowser) {
            frame.status().tell("No browser could be started. The link leads to " + address);
            return;
        }
        frame.status().tell("The link leads to " + address + ". Open it in your browser.");
    }

    @Override
    public void ran(String model, String device) {
        frame.status().ran(model, device);
    }

    @Override
    public void viewed(PageView view) {
        Evidence evidence = new Evidence(view.saved(), view.png(), view.numbers());
        frame.writeups().attach(new AttachedView(view.experiment(), view.alt(), evidence));
    }

    @Override
    public void notViewed(String experiment) {
        frame.status()
                .tell(
                        "There is no view to attach yet. See that the experiment has run, then attach it.");
    }

    @Override
    public void pressed(KeyStroke key) {
        frame.menu().take(key);
    }

    @Override
    public void robbed() {
        if (frame.window().isFocused()) { // and no dialog
            frame.focusPage();
        }
    }

    @Override
    public void left(boolean forward) {
        if (forward) {
            frame.focusWriteup();
        } else {
            frame.focusContents();
        }
    }

    @Override
    public void crashed() {
        frame.cannotBrowse(
                "The part of Chromium that shows the lesson has ended unexpectedly. Your answers"
                        + " are safe and you can go on writing; quit Loupe and start it again to"
                        + " see the lesson.");
    }
}
