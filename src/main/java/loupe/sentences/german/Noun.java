package loupe.sentences.german;

import java.util.Set;

/**
 * A noun in both languages. A form it does not have is empty: what is not counted has no plural,
 * some words have nothing else.
 *
 * @param gender of the singular
 * @param oblique the singular in all cases but the nominative: another word for weak nouns
 * @param kinds what sort of thing it is, for what can be said of it
 */
record Noun(
        String english,
        String englishPlural,
        Gender gender,
        String german,
        String oblique,
        String plural,
        Set<String> kinds) {

    Noun {
        kinds = Set.copyOf(kinds);
        if (german.isEmpty() && plural.isEmpty()) {
            throw new IllegalArgumentException(english + " has neither singular nor plural");
        }
    }

    String name() {
        return english.isEmpty() ? englishPlural : english;
    }

    boolean isCounted() {
        return !german.isEmpty() && !plural.isEmpty();
    }

    boolean isMass() {
        return plural.isEmpty();
    }

    String english(Gender agreeing) {
        return agreeing == Gender.PLURAL ? englishPlural : english;
    }

    String german(Gender agreeing, Case in) {
        if (agreeing != Gender.PLURAL) {
            return in == Case.NOMINATIVE ? german : oblique;
        }
        boolean taken = plural.endsWith("n") || plural.endsWith("s");
        return in == Case.DATIVE && !taken ? plural + "n" : plural;
    }
}
