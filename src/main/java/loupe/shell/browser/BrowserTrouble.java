package loupe.shell.browser;

/** Chromium did not start or did not answer; the message is the sentence shown to the person. */
public final class BrowserTrouble extends Exception {

    private static final long serialVersionUID = 1L;

    BrowserTrouble(String sentence) {
        super(sentence);
    }

    BrowserTrouble(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
