package loupe.shell.browser;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonSyntaxException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import javax.swing.SwingUtilities;

/**
 * What the page reports ({@code POST /page/...}), carried to the window's event thread. Also brings
 * back the value of a script that {@link #expect} was told of.
 */
public final class PageMail {

    private final Map<String, CompletableFuture<String>> awaited = new ConcurrentHashMap<>();
    private volatile PageEvents window;

    /** Names the window that is told; what came before goes unheard. */
    public void deliverTo(PageEvents events) {
        window = events;
    }

    /** The body that will be posted to {@code /page/value/<key>}. */
    CompletableFuture<String> expect(String key) {
        return awaited.computeIfAbsent(key, fresh -> new CompletableFuture<>());
    }

    void forget(String key) {
        awaited.remove(key);
    }

    /** Takes one report. Called on Chromium's threads. */
    SiteReply take(SiteRequest request) {
        if (!request.isPost() || request.path().size() < 2) {
            return StaticFiles.missing(request.path());
        }
        String what = request.path().get(1);
        String detail = request.path().size() > 2 ? request.path().get(2) : "";
        try {
            switch (what) {
                case "ready" -> tell(PageEvents::ready);
                case "write" -> tell(events -> events.write(detail));
                case "keyboard" -> tell(PageEvents::robbed);
                case "key" ->
                        KeyCode.read(detail).ifPresent(key -> tell(events -> events.pressed(key)));
                case "scroll" -> scrolled(json(request));
                case "open" -> open(json(request));
                case "code" -> coded(json(request));
                case "state" -> ran(json(request));
                case "view" -> viewed(json(request));
                case "no-view" -> tell(events -> events.notViewed(detail));
                case "value" -> value(detail, request.body());
                default -> {
                    return StaticFiles.missing(request.path());
                }
            }
            return SiteReply.done();
        } catch (JsonSyntaxException
                | IllegalStateException
                | IllegalArgumentException
                | NullPointerException malformed) {
            return SiteReply.text(400, "text/plain", "This report cannot be read.");
        }
    }

    private void value(String key, String json) {
        CompletableFuture<String> waiting = awaited.get(key);
        if (waiting != null) {
            waiting.complete(json);
        }
    }

    private static JsonObject json(SiteRequest request) {
        return JsonParser.parseString(request.body()).getAsJsonObject();
    }

    private void scrolled(JsonObject report) {
        String lesson = report.get("lesson").getAsString();
        int y = report.get("y").getAsInt();
        tell(events -> events.scrolled(lesson, y));
    }

    private void open(JsonObject report) {
        PageBounds.outside(report.get("href").getAsString())
                .ifPresent(address -> tell(events -> events.open(address)));
    }

    private void coded(JsonObject report) {
        String lesson = report.get("lesson").getAsString();
        String cell = report.get("cell").getAsString();
        String code = report.get("code").getAsString();
        tell(events -> events.coded(lesson, cell, code));
    }

    private void ran(JsonObject report) {
        String model = report.get("model").getAsString();
        String device = report.get("device").getAsString();
        tell(events -> events.ran(model, device));
    }

    private void viewed(JsonObject report) {
        PageView view = PageView.of(report);
        tell(events -> events.viewed(view));
    }

    private void tell(Consumer<PageEvents> message) {
        PageEvents events = window;
        if (events != null) {
            SwingUtilities.invokeLater(() -> message.accept(events));
        }
    }
}
