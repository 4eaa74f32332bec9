package loupe.shell.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** What a page may do under the content security policy, tried in Chromium itself. */
class PolicyTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final PageMail mail = new PageMail();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    /** A page that tries everything a lesson must not do. */
    private static final String HOSTILE =
            """
            <!doctype html><meta charset="utf-8"><title>before</title>
            <body>
            <script>document.title = 'inline script';</script>
            <script src="/lesson/evil.js"></script>
            <img src="x" onerror="document.title = 'event handler'">
            <p id="styled" style="color: rgb(1, 2, 3)">ä</p>
            <iframe src="/lesson/frame"></iframe>
            </body>""";

    private CompletableFuture<SiteReply> site(SiteRequest request) {
        asked.add(String.join("/", request.path()));
        if (request.path().get(0).equals("page")) {
            return CompletableFuture.completedFuture(mail.take(request));
        }
        return CompletableFuture.completedFuture(
                switch (String.join("/", request.path())) {
                    case "hostile" -> SiteReply.text(200, "text/html", HOSTILE);
                    case "lesson/evil.js" ->
                            SiteReply.text(
                                    200, "text/javascript", "document.title = 'lesson script'");
                    default -> StaticFiles.missing(request.path());
                });
    }

    @Test
    void aLessonRunsNoScriptOfItsOwnAndReachesNoNetwork() throws Exception {
        try (TestBrowser.Shown shown =
                TestBrowser.show(this::site, "/hostile", new PageEvents() {})) {
            PageProbe probe = new PageProbe(shown.page(), mail);
            assertTrue(probe.becomes("document.readyState === 'complete'", PATIENCE));
            assertEquals("\"before\"", probe.value("document.title", PATIENCE));
            assertEquals(
                    "\"rgb(0, 0, 0)\"",
                    probe.value(
                            "getComputedStyle(document.getElementById('styled')).color", PATIENCE));
            assertEquals(
                    "\"ä\"",
                    probe.value("document.getElementById('styled').textContent", PATIENCE));
            assertEquals(
                    "\"blocked\"",
                    probe.value(
                            "fetch('https://example.org/').then(() => 'reached', () => 'blocked')",
                            PATIENCE));
            assertTrue(!asked.contains("lesson/frame"), "frames are not loaded");
        }
    }

    @Test
    void aLinkOutOfTheCourseIsHandedToTheWindowAndThePageStays() throws Exception {
        CompletableFuture<String> opened = new CompletableFuture<>();
        PageEvents events =
                new PageEvents() {
                    @Override
                    public void open(java.net.URI address) {
                        opened.complete(address.toString());
                    }
                };
        try (TestBrowser.Shown shown = TestBrowser.show(this::site, "/hostile", events)) {
            PageProbe probe = new PageProbe(shown.page(), mail);
            assertTrue(probe.becomes("document.readyState === 'complete'", PATIENCE));
            probe.value("(location.href = 'https://example.org/paper', 1)", PATIENCE);
            assertEquals(
                    "https://example.org/paper",
                    opened.get(PATIENCE.toSeconds(), java.util.concurrent.TimeUnit.SECONDS));
            assertEquals("\"/hostile\"", probe.value("location.pathname", PATIENCE));
        }
    }
}
