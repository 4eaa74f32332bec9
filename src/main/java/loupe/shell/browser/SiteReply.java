package loupe.shell.browser;

import java.nio.charset.StandardCharsets;

/**
 * One reply to the page.
 *
 * @param status an HTTP status
 * @param type a media type without its charset; text is always UTF-8
 * @param body not copied: replies can be many megabytes and have one owner at a time
 */
public record SiteReply(int status, String type, byte[] body) {

    public static SiteReply text(int status, String type, String body) {
        return new SiteReply(status, type, body.getBytes(StandardCharsets.UTF_8));
    }

    public static SiteReply json(String body) {
        return text(200, "application/json", body);
    }

    public static SiteReply bytes(byte[] body) {
        return new SiteReply(200, "application/octet-stream", body);
    }

    /** An accepted event that needs no words. */
    public static SiteReply done() {
        return text(200, "text/plain", "");
    }

    public static SiteReply missing(String sentence) {
        return text(404, "text/plain", sentence);
    }
}
