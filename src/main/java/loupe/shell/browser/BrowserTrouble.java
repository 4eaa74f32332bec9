package loupe.shell.browser;

/** Chromium could not be started; the message is the sentence shown to the person. */
public final class BrowserTrouble extends Exception {

    private static final long serialVersionUID = 1L;

    BrowserTrouble(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
