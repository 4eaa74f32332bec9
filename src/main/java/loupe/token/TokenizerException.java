package loupe.token;

/** A tokenizer's file that is missing or damaged; the sentence names it. */
public final class TokenizerException extends Exception {
    private static final long serialVersionUID = 1L;

    TokenizerException(String message) {
        super(message);
    }

    TokenizerException(String message, Throwable cause) {
        super(message, cause);
    }
}
