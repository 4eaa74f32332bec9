package loupe.shell.browser;

import java.awt.Component;
import java.awt.Graphics2D;
import java.awt.KeyboardFocusManager;
import java.awt.image.BufferedImage;
import org.cef.CefClient;
import org.cef.browser.CefBrowser;

/**
 * One page in the window: a component to place, an address to go to, and the keyboard focus, which
 * Chromium and Swing each believe to own. Use it on the event thread only.
 */
public final class Page {

    private final CefClient client;
    private final CefBrowser browser;
    private boolean focused;
    private boolean closed;

    Page(CefClient client, String url, PageEvents events) {
        this.client = client;
        client.addFocusHandler(new PageFocus(this, events));
        client.addRequestHandler(new PageBounds(events));
        client.addLifeSpanHandler(new PagePopups(events));
        client.addContextMenuHandler(new PageMenu());
        browser = client.createBrowser(url, false, false);
    }

    public Component component() {
        return browser.getUIComponent();
    }

    /**
     * Begins the page of a window beyond the edge of the screen. It begins, with the size it has,
     * when it is first painted, which does not happen there by itself: so it is painted nowhere.
     */
    void begin() {
        Graphics2D nowhere = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
        component().paint(nowhere);
        nowhere.dispose();
    }

    public void load(String path) {
        browser.loadURL(Chromium.ORIGIN + path);
    }

    /** Runs a script of the program's own in the page. Nothing comes back. */
    public void run(String script) {
        browser.executeJavaScript(script, Chromium.ORIGIN + "/window", 1);
    }

    /** Gives the keyboard to the page. */
    public void focus() {
        KeyboardFocusManager.getCurrentKeyboardFocusManager().clearGlobalFocusOwner();
        browser.setFocus(true);
        focused = true;
    }

    /**
     * Takes the keyboard from the page for a Swing component, which must ask for the focus itself
     * afterwards. Without this, typed keys go on to the page.
     *
     * @return whether the page had it
     */
    public boolean releaseFocus() {
        boolean had = focused;
        if (had) {
            KeyboardFocusManager.getCurrentKeyboardFocusManager().clearGlobalFocusOwner();
            browser.setFocus(false);
            focused = false;
        }
        return had;
    }

    public boolean isFocused() {
        return focused;
    }

    /** Chromium says so a moment later, perhaps when there is no longer a page. */
    void gotFocus() {
        if (!focused && !closed) {
            focus();
        }
    }

    public void close() {
        closed = true;
        focused = false;
        browser.setCloseAllowed();
        browser.close(true);
        client.dispose();
    }
}
