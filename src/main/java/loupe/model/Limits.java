package loupe.model;

/**
 * What a model can take.
 *
 * @param vocabulary how many tokens there are
 * @param context the most tokens a text may have; {@code Integer.MAX_VALUE} where there is no limit
 * @param types how many token types (segments) it tells apart; 0 where it is told none
 */
public record Limits(int vocabulary, int context, int types) {

    public Limits {
        if (Math.min(vocabulary, context) < 1 || types < 0) {
            throw new IllegalArgumentException("a model has a vocabulary and a context");
        }
    }
}
