package loupe.shell.writeup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Component;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import javax.swing.JButton;
import javax.swing.SwingUtilities;
import javax.swing.text.JTextComponent;
import loupe.shell.browser.Palette;
import loupe.shell.look.Look;
import loupe.tour.Named;
import org.junit.jupiter.api.Test;

/** What is said above the answers: nothing that was said there is lost before it is closed. */
class NoticeTest {
    private final Notice notice;

    NoticeTest() throws Exception {
        notice = onEventThread(() -> new Notice(new Look(Palette.load(), true, 100)));
    }

    private static <T> T onEventThread(Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        SwingUtilities.invokeAndWait(task);
        return task.get();
    }

    private void now(Runnable work) throws Exception {
        SwingUtilities.invokeAndWait(work);
    }

    private String said() throws Exception {
        return onEventThread(
                () ->
                        notice.component().isVisible()
                                ? ((JTextComponent) named("notice")).getText()
                                : "");
    }

    private Component named(String name) {
        return Named.in(notice.component(), name).orElseThrow();
    }

    @Test
    void aNoteWaitsBehindATroubleAndIsThereWhenItIsOver() throws Exception {
        now(() -> notice.note("The file was damaged."));
        now(() -> notice.trouble("The disk is full."));
        now(() -> notice.note("No backup could be written."));
        assertEquals("The disk is full.", said());
        now(notice::over);
        assertEquals("The file was damaged.\n\nNo backup could be written.", said());
        now(((JButton) named("notice-close"))::doClick);
        assertEquals("", said());
    }

    @Test
    void theSameIsSaidOnceAndTheOldestGoes() throws Exception {
        for (String each : List.of("one", "two", "one", "three", "four")) {
            now(() -> notice.note(each));
        }
        assertEquals("one\n\nthree\n\nfour", said());
    }

    @Test
    void onlyTheLastThatCanBeUndoneIs() throws Exception {
        List<String> done = new ArrayList<>();
        now(() -> notice.note("One is empty now.", "Undo", () -> done.add("one")));
        now(() -> notice.note("The file was damaged."));
        now(() -> notice.note("Two is empty now.", "Undo", () -> done.add("two")));
        assertEquals("The file was damaged.\n\nTwo is empty now.", said());
        JButton action = (JButton) named("notice-action");
        now(action::doClick);
        assertEquals(List.of("two"), done);
        assertEquals("The file was damaged.", said());
        assertFalse(onEventThread(action::isVisible));
        assertTrue(onEventThread(named("notice-close")::isVisible));
    }
}
