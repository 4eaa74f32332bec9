package loupe.shell;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.Component;
import java.awt.KeyboardFocusManager;
import java.beans.PropertyChangeListener;
import java.net.URLEncoder;
import java.util.Optional;
import javax.swing.SwingUtilities;
import loupe.shell.browser.Chromium;
import loupe.shell.browser.Page;
import loupe.shell.browser.PageEvents;

/**
 * The lesson's page, where there is one, in its pane, and the keyboard that goes to and fro between
 * it and Swing. Use it on the event thread only.
 */
final class LessonPage {

    private static final String FOCUS_OWNER = "focusOwner";

    private final LessonPane pane;
    private final PropertyChangeListener focusMoves = change -> takeFocus(change.getNewValue());
    private Optional<Page> page = Optional.empty();

    LessonPage(LessonPane pane) {
        this.pane = pane;
        keyboard().addPropertyChangeListener(FOCUS_OWNER, focusMoves);
    }

    private static KeyboardFocusManager keyboard() {
        return KeyboardFocusManager.getCurrentKeyboardFocusManager();
    }

    /** A Swing component that gets the focus while the page has the keyboard must be given it. */
    private void takeFocus(Object owner) {
        if (owner instanceof Component component
                && page.isPresent()
                && !SwingUtilities.isDescendingFrom(component, page.get().component())
                && page.get().releaseFocus()) {
            component.requestFocus();
        }
    }

    /** The window is gone: the keyboard is no longer this page's affair. */
    void forgetKeyboard() {
        keyboard().removePropertyChangeListener(FOCUS_OWNER, focusMoves);
    }

    void open(Chromium chromium, String path, PageEvents events) {
        Page opened = chromium.open(path, events);
        page = Optional.of(opened);
        pane.show(opened.component());
    }

    /** There is no page from here on; a sentence can stand in its place. */
    void close() {
        page.ifPresent(Page::close);
        page = Optional.empty();
    }

    void load(String path) {
        page.ifPresent(shown -> shown.load(path));
    }

    /** Calls a function of the page with one text. */
    void tell(String function, String text) {
        String safe = URLEncoder.encode(text, UTF_8).replace("+", "%20");
        run("window.loupe." + function + "(decodeURIComponent('" + safe + "'))");
    }

    void look(String theme, int textSize) {
        run("window.loupe.set({theme: '" + theme + "', scale: " + textSize / 100.0 + "})");
    }

    private void run(String script) {
        page.ifPresent(shown -> shown.run(script));
    }

    void focus() {
        page.ifPresent(Page::focus);
    }

    /** Whether keys go to the page now. */
    boolean hasKeyboard() {
        return page.isPresent() && page.get().isFocused();
    }

    Optional<Page> page() {
        return page;
    }
}
