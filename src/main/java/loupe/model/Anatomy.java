package loupe.model;

import java.util.List;

/**
 * What a model is made of, as far as those who run it must know.
 *
 * @param stacks its attentions: one, or encoder, decoder and cross-attention
 * @param places all named places, in the order in which a run passes them
 */
public record Anatomy(Kind kind, List<Stack> stacks, Limits limits, List<String> places) {

    /** How it reads: both ways, from left to right, or one text both ways and then another. */
    public enum Kind {
        ENCODER,
        DECODER,
        ENCODER_DECODER
    }

    public Anatomy {
        stacks = List.copyOf(stacks);
        places = List.copyOf(places);
        if (stacks.size() != (kind == Kind.ENCODER_DECODER ? 3 : 1)) {
            throw new IllegalArgumentException(stacks.size() + " stacks do not make a " + kind);
        }
    }

    /** The layers of that kind of attention, which must be there. */
    public Stack stack(AttentionKind attention) {
        return stacks.stream()
                .filter(stack -> stack.kind() == attention)
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("there is no " + attention + " here"));
    }
}
