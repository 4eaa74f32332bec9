package loupe.shell.browser;

import java.net.URI;
import javax.swing.KeyStroke;

/** What the page tells the window. Called on the event thread. */
public interface PageEvents {

    /** The lesson has been painted and can be read. */
    void ready();

    /**
     * The reader scrolled.
     *
     * @param y in CSS pixels from the top of the lesson
     */
    void scrolled(String lesson, int y);

    /** The reader wants to write the answer to this question. */
    void write(String question);

    /** The reader followed a link that leads out of the course. */
    void open(URI address);

    /** An experiment was run. */
    void ran(String model, String device);

    /** A shortcut of the window was pressed while the page had the keyboard. */
    void pressed(KeyStroke key);

    /** The keyboard focus leaves the page at its end, or at its beginning. */
    void left(boolean forward);

    /** The page's process has ended by itself. */
    void crashed();
}
