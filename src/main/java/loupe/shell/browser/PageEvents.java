package loupe.shell.browser;

import java.net.URI;
import javax.swing.KeyStroke;

/**
 * What the page tells the window; what nobody listens to is nothing. Called on the event thread.
 */
public interface PageEvents {

    /** The lesson has been painted and can be read. */
    default void ready() {}

    /**
     * The reader scrolled.
     *
     * @param y in CSS pixels from the top of the lesson
     */
    default void scrolled(String lesson, int y) {}

    /** The reader wants to write the answer to this question. */
    default void write(String question) {}

    /** A Java cell of this lesson was changed, and this is its code now. */
    default void coded(String lesson, String cell, String code) {}

    /** The reader followed a link that leads out of the course. */
    default void open(URI address) {}

    /** An experiment was run. */
    default void ran(String model, String device) {}

    /** What a panel shows was asked for with {@code window.loupe.attach(id)}, and here it is. */
    default void viewed(PageView view) {}

    /** What a panel shows was asked for, and it has nothing to show yet. */
    default void notViewed(String experiment) {}

    /** A shortcut of the window was pressed while the page had the keyboard. */
    default void pressed(KeyStroke key) {}

    /** A click into the page lost the keyboard to the window, which was not meant. */
    default void robbed() {}

    /** The keyboard focus leaves the page at its end, or at its beginning. */
    default void left(boolean forward) {}

    /** The page's process has ended by itself. */
    default void crashed() {}
}
