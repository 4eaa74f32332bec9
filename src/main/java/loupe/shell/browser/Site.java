package loupe.shell.browser;

import java.util.concurrent.CompletableFuture;

/**
 * What answers the page's requests. It knows nothing of Chromium, so the same site can be served to
 * an ordinary browser.
 *
 * <p>{@link #answer} is called on Chromium's threads and must only hand over. Cancelling the future
 * means that nobody waits for the reply any more.
 */
public interface Site {

    CompletableFuture<SiteReply> answer(SiteRequest request);
}
