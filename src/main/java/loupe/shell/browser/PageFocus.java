package loupe.shell.browser;

import javax.swing.SwingUtilities;
import org.cef.browser.CefBrowser;
import org.cef.handler.CefFocusHandlerAdapter;

/** Tells the page and the window who has the keyboard. */
final class PageFocus extends CefFocusHandlerAdapter {

    private final Page page;
    private final PageEvents events;

    PageFocus(Page page, PageEvents events) {
        this.page = page;
        this.events = events;
    }

    @Override
    public void onGotFocus(CefBrowser browser) {
        SwingUtilities.invokeLater(page::gotFocus);
    }

    @Override
    public void onTakeFocus(CefBrowser browser, boolean next) {
        SwingUtilities.invokeLater(
                () -> {
                    page.releaseFocus();
                    events.left(next);
                });
    }

    /** A page that loads does not take the keyboard from somebody who is typing. */
    @Override
    public boolean onSetFocus(CefBrowser browser, FocusSource source) {
        return source == FocusSource.FOCUS_SOURCE_NAVIGATION;
    }
}
