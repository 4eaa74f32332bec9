package loupe.shell.browser;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;
import javax.swing.SwingUtilities;
import org.cef.browser.CefBrowser;
import org.cef.browser.CefFrame;
import org.cef.handler.CefRequestHandlerAdapter;
import org.cef.network.CefRequest;

/** Keeps the page on the course: what leads elsewhere goes to the system's browser or nowhere. */
final class PageBounds extends CefRequestHandlerAdapter {

    private static final Set<String> OUTSIDE = Set.of("http", "https", "mailto");

    private final PageEvents events;

    PageBounds(PageEvents events) {
        this.events = events;
    }

    @Override
    public boolean onBeforeBrowse(
            CefBrowser browser,
            CefFrame frame,
            CefRequest request,
            boolean userGesture,
            boolean redirect) {
        String url = request.getURL();
        if (url.startsWith(Chromium.ORIGIN + "/") || url.equals("about:blank")) {
            return false;
        }
        outside(url).ifPresent(address -> SwingUtilities.invokeLater(() -> events.open(address)));
        return true;
    }

    @Override
    public void onRenderProcessTerminated(
            CefBrowser browser, TerminationStatus status, int code, String detail) {
        SwingUtilities.invokeLater(events::crashed);
    }

    /** The address, if it is of a kind that may be handed to the system. */
    static Optional<URI> outside(String url) {
        try {
            URI address = new URI(url);
            return address.getScheme() != null && OUTSIDE.contains(address.getScheme())
                    ? Optional.of(address)
                    : Optional.empty();
        } catch (URISyntaxException notAnAddress) {
            return Optional.empty();
        }
    }
}
