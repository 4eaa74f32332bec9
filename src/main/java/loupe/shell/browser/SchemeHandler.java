package loupe.shell.browser;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Vector;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.cef.callback.CefCallback;
import org.cef.handler.CefResourceHandlerAdapter;
import org.cef.misc.IntRef;
import org.cef.misc.StringRef;
import org.cef.network.CefPostData;
import org.cef.network.CefPostDataElement;
import org.cef.network.CefRequest;
import org.cef.network.CefResponse;

/**
 * One request of Chromium, handed to the {@link Site} and answered when the site is ready. Called
 * on Chromium's threads; it does no work of its own. It always ends, since a handler that does not
 * leaves the page's request hanging for good.
 */
final class SchemeHandler extends CefResourceHandlerAdapter {

    /**
     * Lessons cannot run scripts of their own: scripts come from {@code /web} alone (and in tests
     * from {@code /web-test}), everything else from this origin, and nothing from the network.
     */
    static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; script-src loupe://app/web/ loupe://app/web-test/;"
                    + " style-src loupe://app/; font-src loupe://app/;"
                    + " img-src loupe://app/ data: blob:; connect-src loupe://app/;"
                    + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final Logger LOG = Logger.getLogger(SchemeHandler.class.getName());

    private final Site site;
    private CompletableFuture<SiteReply> pending = CompletableFuture.completedFuture(null);
    private volatile SiteReply reply;
    private int sent;

    SchemeHandler(Site site) {
        this.site = site;
    }

    @Override
    public boolean processRequest(CefRequest request, CefCallback callback) {
        try {
            pending =
                    site.answer(
                            SiteRequest.of(request.getMethod(), request.getURL(), body(request)));
        } catch (RuntimeException failure) {
            pending = CompletableFuture.failedFuture(failure);
        }
        pending.whenComplete(
                (answer, failure) -> {
                    if (failure != null && !pending.isCancelled()) {
                        LOG.log(Level.SEVERE, "No reply to " + request.getURL(), failure);
                    }
                    reply = answer != null ? answer : broken();
                    callback.Continue();
                });
        return true;
    }

    private static SiteReply broken() {
        return SiteReply.text(500, "text/plain", "Loupe could not answer. The log says why.");
    }

    @Override
    public void getResponseHeaders(CefResponse response, IntRef length, StringRef redirect) {
        response.setStatus(reply.status());
        response.setMimeType(reply.type());
        response.setHeaderMap(
                Map.of(
                        "Content-Type",
                        isText(reply.type()) ? reply.type() + "; charset=utf-8" : reply.type(),
                        "Content-Security-Policy",
                        CONTENT_SECURITY_POLICY,
                        "X-Content-Type-Options",
                        "nosniff",
                        "Cache-Control",
                        reply.type().startsWith("font/") ? "max-age=86400" : "no-store"));
        length.set(reply.body().length);
    }

    private static boolean isText(String type) {
        return type.startsWith("text/") || type.equals("application/json");
    }

    @Override
    public boolean readResponse(byte[] out, int wanted, IntRef read, CefCallback callback) {
        byte[] body = reply.body();
        int size = Math.min(wanted, body.length - sent);
        System.arraycopy(body, sent, out, 0, size);
        sent += size;
        read.set(size);
        return size > 0;
    }

    /** Also called after an ordinary end, when there is nothing left to cancel. */
    @Override
    public void cancel() {
        pending.cancel(false);
    }

    private static String body(CefRequest request) {
        CefPostData data = request.getPostData();
        if (data == null) {
            return "";
        }
        Vector<CefPostDataElement> elements = new Vector<>();
        data.getElements(elements);
        StringBuilder body = new StringBuilder();
        for (CefPostDataElement element : elements) {
            byte[] bytes = new byte[element.getBytesCount()];
            element.getBytes(bytes.length, bytes);
            body.append(new String(bytes, StandardCharsets.UTF_8));
        }
        return body.toString();
    }
}
