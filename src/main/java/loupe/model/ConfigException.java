package loupe.model;

/** A configuration that describes no model we can build; the sentence names the key and value. */
public final class ConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ConfigException(String message) {
        super(message);
    }
}
