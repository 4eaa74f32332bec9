package loupe.sentences.german;

import java.util.Map;

/** The endings of German articles and adjectives, by gender and case. */
final class Endings {

    /** Masculine, feminine, neuter and plural, each in nominative, accusative and dative. */
    private static final Map<Gender, String[]> STRONG =
            Map.of(
                    Gender.MASCULINE, new String[] {"er", "en", "em"},
                    Gender.FEMININE, new String[] {"e", "e", "er"},
                    Gender.NEUTER, new String[] {"es", "es", "em"},
                    Gender.PLURAL, new String[] {"e", "e", "en"});

    private static final Map<Gender, String[]> ARTICLE =
            Map.of(
                    Gender.MASCULINE, new String[] {"der", "den", "dem"},
                    Gender.FEMININE, new String[] {"die", "die", "der"},
                    Gender.NEUTER, new String[] {"das", "das", "dem"},
                    Gender.PLURAL, new String[] {"die", "die", "den"});

    private Endings() {}

    /** The definite article. */
    static String article(Gender gender, Case in) {
        return ARTICLE.get(gender)[in.ordinal()];
    }

    /** Of the relative pronoun, which differs from the article in one place. */
    static String relative(Gender gender, Case in) {
        return gender == Gender.PLURAL && in == Case.DATIVE ? "denen" : article(gender, in);
    }

    /** What shows gender and case in full: after dies-, and of an adjective with nothing before. */
    static String strong(Gender gender, Case in) {
        return STRONG.get(gender)[in.ordinal()];
    }

    /** After ein, kein, mein: as the strong one, but nothing where they have no ending. */
    static String possessive(Gender gender, Case in) {
        return isBare(gender, in) ? "" : strong(gender, in);
    }

    /** Of an adjective after a word that shows gender and case. */
    static String weak(Gender gender, Case in) {
        boolean plain =
                gender != Gender.PLURAL
                        && (in == Case.NOMINATIVE
                                || in == Case.ACCUSATIVE && gender != Gender.MASCULINE);
        return plain ? "e" : "en";
    }

    /** Of an adjective after ein, kein, mein: strong where those have no ending. */
    static String mixed(Gender gender, Case in) {
        return isBare(gender, in) ? strong(gender, in) : weak(gender, in);
    }

    private static boolean isBare(Gender gender, Case in) {
        return gender == Gender.MASCULINE && in == Case.NOMINATIVE
                || gender == Gender.NEUTER && in != Case.DATIVE;
    }
}
