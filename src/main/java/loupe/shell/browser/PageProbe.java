package loupe.shell.browser;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.swing.SwingUtilities;

/**
 * Asks the page for the value of an expression, for the tour, the benchmarks and the tests. Use it
 * on a thread of your own: it waits.
 */
public final class PageProbe {

    private static final long POLL_MS = 50;

    private final Page page;
    private final PageMail mail;

    public PageProbe(Page page, PageMail mail) {
        this.page = page;
        this.mail = mail;
    }

    /**
     * The value of a JavaScript expression, or of the promise it is, as JSON. What the page throws
     * comes back as {@code "threw: ..."}.
     *
     * @throws TimeoutException when the page does not answer in time
     */
    public String value(String expression, Duration patience)
            throws InterruptedException, TimeoutException {
        String key = UUID.randomUUID().toString();
        CompletableFuture<String> answer = mail.expect(key);
        String script =
                """
                (async () => {
                  let value;
                  try { value = await (%s); } catch (trouble) { value = 'threw: ' + trouble; }
                  fetch('/page/value/%s', { method: 'POST', body: JSON.stringify(value ?? null) });
                })()"""
                        .formatted(expression, key);
        SwingUtilities.invokeLater(() -> page.run(script));
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        } finally {
            mail.forget(key);
        }
    }

    /**
     * Waits until an expression is true.
     *
     * @return whether it became true in time
     */
    public boolean becomes(String expression, Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < end) {
            try {
                // A page that is just loading takes a script with it; ask again soon.
                if (value("Boolean(" + expression + ")", Duration.ofSeconds(2)).equals("true")) {
                    return true;
                }
            } catch (TimeoutException loading) {
                continue;
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MS);
        }
        return false;
    }
}
