package loupe.sentences.german;

import java.util.Optional;

/**
 * What stands before adjectives and noun: articles, possessives, numbers.
 *
 * @param english in the singular
 * @param plural the same in the plural
 * @param stem what German endings follow
 * @param pattern which endings it and the adjectives after it have
 */
record Determiner(String english, String plural, String stem, Pattern pattern) {

    /** How a determiner is declined, and how adjectives are after it. */
    enum Pattern {
        /** der: irregular, then weak. */
        ARTICLE,
        /** dieser, jeder, alle: strong, then weak. */
        STRONG,
        /** ein, kein, mein: sometimes bare, then mixed. */
        POSSESSIVE,
        /** viele, einige: strong, then strong. */
        AMOUNT,
        /** zwei, Annas, nothing at all: not declined, then strong. */
        FIXED
    }

    static final Determiner THE = new Determiner("the", "the", "d", Pattern.ARTICLE);
    static final Determiner A = new Determiner("a", "", "ein", Pattern.POSSESSIVE);
    static final Determiner NO = new Determiner("no", "no", "kein", Pattern.POSSESSIVE);
    static final Determiner THIS = new Determiner("this", "these", "dies", Pattern.STRONG);
    static final Determiner EVERY = new Determiner("every", "", "jed", Pattern.STRONG);
    static final Determiner ALL = new Determiner("", "all", "all", Pattern.STRONG);
    static final Determiner NONE = new Determiner("", "", "", Pattern.FIXED);

    static Determiner possessive(String english, String german) {
        return new Determiner(english, english, german, Pattern.POSSESSIVE);
    }

    static Determiner amount(String english, String german) {
        return new Determiner("", english, german, Pattern.FIXED);
    }

    /** "Anna's", after which adjectives show gender and case themselves. */
    static Determiner owner(String name) {
        return new Determiner(name + "'s", name + "'s", name + "s", Pattern.FIXED);
    }

    /** Whether what is spoken of is known: then "nicht" and adverbs come after it. */
    boolean isDefinite() {
        return pattern == Pattern.ARTICLE
                || this.equals(THIS)
                || pattern == Pattern.POSSESSIVE && !this.equals(A) && !this.equals(NO)
                || english.endsWith("'s");
    }

    /** Whether "kein" takes its place in a negated sentence. */
    boolean yieldsToNo() {
        return this.equals(A) || this.equals(NONE);
    }

    Optional<String> english(Gender gender, String next) {
        String form = gender == Gender.PLURAL ? plural : english;
        boolean vowel = "aeiou".indexOf(next.charAt(0)) >= 0;
        return form.isEmpty()
                ? Optional.empty()
                : Optional.of(form.equals("a") && vowel ? "an" : form);
    }

    Optional<String> german(Gender gender, Case in) {
        if (stem.isEmpty() || this.equals(A) && gender == Gender.PLURAL) {
            return Optional.empty();
        }
        return Optional.of(
                switch (pattern) {
                    case ARTICLE -> Endings.article(gender, in);
                    case STRONG, AMOUNT -> stem + Endings.strong(gender, in);
                    case POSSESSIVE -> stem + Endings.possessive(gender, in);
                    case FIXED -> stem;
                });
    }

    String adjectiveEnding(Gender gender, Case in) {
        return switch (pattern) {
            case ARTICLE, STRONG -> Endings.weak(gender, in);
            case POSSESSIVE -> Endings.mixed(gender, in);
            case AMOUNT, FIXED -> Endings.strong(gender, in);
        };
    }
}
