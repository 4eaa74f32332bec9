package loupe.shell;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javax.swing.SwingUtilities;
import loupe.shell.browser.Palette;
import loupe.shell.look.Look;

/**
 * Which look is on, and what is remembered of it: light, dark or as the system has it, and the text
 * size. Whoever shows something is told of every change. Use it on the event thread; {@link #look}
 * may be read from any.
 */
public final class Appearance {

    private static final int STEP = 10;
    private static final int LEAST = 70;
    private static final int MOST = 200;

    private final Palette palette = Palette.load();
    private final Settings settings;
    private final Executor files;
    private Consumer<Look> listener = nobody -> {};
    private volatile Look look;

    /**
     * Installs the look that was on last. This may be done on any thread before there is a window:
     * it takes a good part of the start.
     */
    public Appearance(Settings settings, Executor files) {
        this.settings = settings;
        this.files = files;
        Look.prepare();
        look = new Look(palette, isDark(), settings.get("text-size", 100, LEAST, MOST));
        look.install();
    }

    Look look() {
        return look;
    }

    /** Names who shows things, and is told of every change. */
    void tell(Consumer<Look> shown) {
        listener = shown;
    }

    String theme() {
        return settings.get("theme", "system");
    }

    private boolean isDark() {
        return theme().equals("dark")
                || theme().equals("system") && settings.get("system", "light").equals("dark");
    }

    /**
     * @param theme light, dark or system
     */
    void choose(String theme) {
        settings.put("theme", theme);
        apply(look.textSize());
        followSystem();
    }

    /** Asks the system once more, on the files thread, and follows it where that was chosen. */
    void followSystem() {
        if (theme().equals("system")) {
            files.execute(
                    () -> {
                        String now = SystemTheme.isDark() ? "dark" : "light";
                        SwingUtilities.invokeLater(
                                () -> {
                                    settings.put("system", now);
                                    apply(look.textSize());
                                });
                    });
        }
    }

    void larger() {
        resize(look.textSize() + STEP);
    }

    void smaller() {
        resize(look.textSize() - STEP);
    }

    void normal() {
        resize(100);
    }

    private void resize(int wanted) {
        int size = Math.max(LEAST, Math.min(MOST, wanted));
        settings.put("text-size", size);
        apply(size);
    }

    private void apply(int textSize) {
        Look next = new Look(palette, isDark(), textSize);
        if (!next.equals(look)) {
            look = next;
            look.install();
            listener.accept(look);
        }
    }
}
