package loupe.tour;

import java.awt.AWTException;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Toolkit;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import javax.imageio.ImageIO;
import javax.swing.SwingUtilities;

/** A person's hand and eye: a mouse that is moved, keys that are pressed, the screen as it is. */
public final class Hand {

    private static final int PAUSE_MS = 15;

    private static final Map<Character, Integer> SHIFTED =
            Map.of(
                    '?', KeyEvent.VK_SLASH,
                    ':', KeyEvent.VK_SEMICOLON,
                    '"', KeyEvent.VK_QUOTE,
                    '!', KeyEvent.VK_1);

    /** How long a thing must not have moved before a person would aim at it. */
    private static final long STILL_MS = 60;

    private final Robot robot;

    public Hand() throws AWTException {
        robot = new Robot();
        robot.setAutoDelay(PAUSE_MS);
    }

    public void moveTo(int x, int y) {
        robot.mouseMove(x - 2, y - 1);
        robot.mouseMove(x, y);
    }

    public void click(int x, int y) {
        moveTo(x, y);
        robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
        robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
    }

    /** Clicks into the middle of a Swing component, once it stands still. */
    public void click(Component component) throws InterruptedException {
        Rectangle place = place(component);
        Rectangle before;
        do {
            before = place;
            Thread.sleep(STILL_MS);
            place = place(component);
        } while (!place.equals(before));
        click(place.x + place.width / 2, place.y + Math.min(place.height / 2, 40));
    }

    /** Presses keys together, such as control and Q. */
    public void chord(int... keys) {
        for (int key : keys) {
            robot.keyPress(key);
        }
        for (int i = keys.length - 1; i >= 0; i--) {
            robot.keyRelease(keys[i]);
        }
    }

    /** Types letters, digits, spaces and common punctuation on a US keyboard. */
    public void type(String text) {
        for (char letter : text.toCharArray()) {
            if (Character.isUpperCase(letter)) {
                chord(KeyEvent.VK_SHIFT, KeyEvent.getExtendedKeyCodeForChar(letter));
            } else if (SHIFTED.containsKey(letter)) {
                chord(KeyEvent.VK_SHIFT, SHIFTED.get(letter));
            } else {
                chord(KeyEvent.getExtendedKeyCodeForChar(letter));
            }
        }
    }

    /** Where a component stands on the screen. */
    public static Rectangle place(Component component) throws InterruptedException {
        AtomicReference<Rectangle> place = new AtomicReference<>();
        try {
            SwingUtilities.invokeAndWait(
                    () -> {
                        Point corner = component.getLocationOnScreen();
                        place.set(new Rectangle(corner, component.getSize()));
                    });
        } catch (InvocationTargetException notShown) {
            throw new IllegalStateException(component + " is not on the screen", notShown);
        }
        return place.get();
    }

    /** Writes what the screen shows now as a PNG file. */
    public void photograph(Path file) throws IOException {
        Dimension screen = Toolkit.getDefaultToolkit().getScreenSize();
        robot.waitForIdle();
        ImageIO.write(robot.createScreenCapture(new Rectangle(screen)), "png", file.toFile());
    }
}
