package loupe.torture;

import java.awt.AWTEvent;
import java.awt.EventQueue;
import java.awt.Toolkit;
import java.awt.event.KeyEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.swing.JFrame;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.SwingUtilities;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;

/**
 * A window with a text area, and somebody who types into it: 100 keystrokes a second, each a real
 * key event. With each, the whole text is offered, as the window of the program does. What is
 * measured is the time for which the event thread is busy with a keystroke.
 */
final class Keyboard implements AutoCloseable {
    private static final long BETWEEN_MS = 10;

    private final JFrame frame = new JFrame("torture");
    private final JTextArea area = new JTextArea();
    private final Stopwatch stopwatch = new Stopwatch();
    private volatile Consumer<String> typed = text -> {};

    private Keyboard() {}

    static Keyboard open() throws Exception {
        Keyboard keyboard = new Keyboard();
        SwingUtilities.invokeAndWait(keyboard::show);
        Toolkit.getDefaultToolkit().getSystemEventQueue().push(keyboard.stopwatch);
        keyboard.type("warming up".repeat(20), text -> {});
        return keyboard;
    }

    private void show() {
        area.setLineWrap(true);
        area.getDocument().addDocumentListener(new Changes());
        frame.add(new JScrollPane(area));
        frame.setSize(400, 300);
        frame.setVisible(true);
    }

    /** Types a text at the end of what is there; {@code each} gets the whole text every time. */
    Pace type(String text, Consumer<String> each) throws InterruptedException {
        typed = each;
        stopwatch.times.clear();
        EventQueue queue = Toolkit.getDefaultToolkit().getSystemEventQueue();
        for (char letter : text.toCharArray()) {
            queue.postEvent(
                    new KeyEvent(
                            area,
                            KeyEvent.KEY_TYPED,
                            System.currentTimeMillis(),
                            0,
                            KeyEvent.VK_UNDEFINED,
                            letter));
            TimeUnit.MILLISECONDS.sleep(BETWEEN_MS);
        }
        onEventThread(() -> {});
        typed = any -> {};
        return new Pace(List.copyOf(stopwatch.times));
    }

    /** Puts a text there at once, as a paste does, and times it like a keystroke. */
    void paste(String text) throws InterruptedException {
        onEventThread(() -> area.setText(text));
    }

    private static void onEventThread(Runnable work) throws InterruptedException {
        try {
            SwingUtilities.invokeAndWait(work);
        } catch (java.lang.reflect.InvocationTargetException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        SwingUtilities.invokeLater(
                () -> {
                    stopwatch.remove();
                    frame.dispose();
                });
    }

    /** Hands on every change of the text. */
    private final class Changes implements DocumentListener {
        @Override
        public void insertUpdate(DocumentEvent event) {
            typed.accept(area.getText());
        }

        @Override
        public void removeUpdate(DocumentEvent event) {
            typed.accept(area.getText());
        }

        @Override
        public void changedUpdate(DocumentEvent event) {}
    }

    /** Times what the event thread does with each key event. */
    private static final class Stopwatch extends EventQueue {
        private final List<Double> times = Collections.synchronizedList(new ArrayList<>());

        @Override
        protected void dispatchEvent(AWTEvent event) {
            long start = System.nanoTime();
            super.dispatchEvent(event);
            if (event instanceof KeyEvent) {
                times.add((System.nanoTime() - start) / 1e6);
            }
        }

        void remove() {
            pop();
        }
    }
}
