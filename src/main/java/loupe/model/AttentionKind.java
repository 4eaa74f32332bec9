package loupe.model;

/**
 * Which attention of a model is meant: a model of one stack has only {@link #SELF}, a model that
 * reads with one stack and writes with another has the other three.
 */
public enum AttentionKind {
    SELF(""),
    ENCODER("encoder."),
    DECODER("decoder."),
    CROSS("cross.");

    private final String prefix;

    AttentionKind(String prefix) {
        this.prefix = prefix;
    }

    /** What the names of its places begin with: nothing, {@code encoder.}, ... */
    public String prefix() {
        return prefix;
    }

    /** The name of a place of that layer, such as {@code cross.attn.0}; layers count from 0. */
    public String place(String what, int layer) {
        return prefix + what + "." + layer;
    }
}
