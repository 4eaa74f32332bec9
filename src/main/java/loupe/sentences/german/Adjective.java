package loupe.sentences.german;

import java.util.Set;

/**
 * An adjective in both languages.
 *
 * @param comparative English, with an underscore for a space; empty where it has none
 * @param german as it is after "ist"
 * @param germanComparative the same, compared
 * @param stem what endings follow
 * @param kinds of nouns that it goes with
 */
record Adjective(
        String english,
        String comparative,
        String german,
        String germanComparative,
        String stem,
        Set<String> kinds) {

    Adjective {
        kinds = Set.copyOf(kinds);
    }

    boolean isCompared() {
        return !comparative.isEmpty();
    }

    boolean fits(Noun noun) {
        return noun.kinds().stream().anyMatch(kinds::contains);
    }
}
