package loupe.shell.browser;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PageMailTest {
    private static final String VIEW =
            """
            {"experiment":"exp-1","view":"head","state":{"layer":1,"heads":[0,2]},"link":"#exp-1?layer=1",
            "alt":"Heads, layer 1.","svg":"<svg/>","png":"data:image/png;base64,iVBORw==","numbers":"a,b\\r\\n"}""";

    private final PageMail mail = new PageMail();

    private int post(String body) {
        SiteRequest request = new SiteRequest("POST", List.of("page", "view"), Map.of(), body);
        return mail.take(request).status();
    }

    @Test
    void aViewThatIsTakenAlongReachesTheWindowWhole() throws Exception {
        CompletableFuture<PageView> seen = new CompletableFuture<>();
        mail.deliverTo(
                new PageEvents() {
                    @Override
                    public void viewed(PageView view) {
                        seen.complete(view);
                    }
                });
        assertEquals(200, post(VIEW));
        PageView view = seen.get(10, TimeUnit.SECONDS);
        assertEquals(
                List.of(
                        "exp-1",
                        "head",
                        "{\"layer\":1,\"heads\":[0,2]}",
                        "#exp-1?layer=1",
                        "Heads, layer 1.",
                        "<svg/>",
                        "a,b\r\n"),
                List.of(
                        view.experiment(),
                        view.view(),
                        view.state(),
                        view.link(),
                        view.alt(),
                        view.svg(),
                        view.numbers()));
        assertArrayEquals(new byte[] {(byte) 0x89, 'P', 'N', 'G'}, view.png());
    }

    @Test
    void aViewThatCannotBeReadIsRefused() {
        for (String body :
                List.of(
                        "",
                        "{}",
                        "[]",
                        VIEW.replace("data:image/png;base64,", ""),
                        VIEW.replace("iVBORw==", "?"),
                        VIEW.replace("{\"layer\":1,\"heads\":[0,2]}", "3"))) {
            assertEquals(400, post(body), body);
        }
    }
}
