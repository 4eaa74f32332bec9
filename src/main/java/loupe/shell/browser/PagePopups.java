package loupe.shell.browser;

import javax.swing.SwingUtilities;
import org.cef.browser.CefBrowser;
import org.cef.browser.CefFrame;
import org.cef.handler.CefLifeSpanHandlerAdapter;

/** Opens no second window: what asks for one goes to the system's browser. */
final class PagePopups extends CefLifeSpanHandlerAdapter {

    private final PageEvents events;

    PagePopups(PageEvents events) {
        this.events = events;
    }

    @Override
    public boolean onBeforePopup(CefBrowser browser, CefFrame frame, String url, String name) {
        PageBounds.outside(url)
                .ifPresent(address -> SwingUtilities.invokeLater(() -> events.open(address)));
        return true;
    }
}
