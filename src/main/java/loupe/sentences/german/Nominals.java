package loupe.sentences.german;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Draws subjects and objects. */
final class Nominals {
    private final Lexicon lexicon;
    private final Chance chance;

    Nominals(Lexicon lexicon, Chance chance) {
        this.lexicon = lexicon;
        this.chance = chance;
    }

    /** Somebody or something of these kinds: a pronoun, a name or a noun phrase. */
    Nominal subject(Set<String> kinds) {
        if (kinds.contains("person") && chance.happens(0.45)) {
            return chance.happens(0.75)
                    ? Pronoun.of(chance.of(Pronoun.FREE))
                    : Name.of(chance.of(Name.ALL));
        }
        return chance.happens(0.06) ? several(kinds, 2) : known(kinds);
    }

    /** Somebody or something, but not the same who speaks or is spoken to. */
    Nominal subject(Set<String> kinds, Nominal other) {
        Nominal drawn = subject(kinds);
        while (drawn instanceof Pronoun pronoun && pronoun.isSame(other)) {
            drawn = subject(kinds);
        }
        return drawn;
    }

    /** What something is done to by that subject: nobody sees himself here. */
    Nominal object(Set<String> kinds, Nominal subject) {
        Nominal object = object(kinds);
        while (object instanceof Pronoun pronoun && pronoun.isSame(subject)) {
            object = object(kinds);
        }
        return object;
    }

    private Nominal object(Set<String> kinds) {
        if (kinds.contains("person") && chance.happens(0.25)) {
            return chance.happens(0.7)
                    ? Pronoun.of(chance.of(Pronoun.FREE))
                    : Name.of(chance.of(Name.ALL));
        }
        boolean list = chance.happens(0.05) && !kinds.contains("baked");
        return list ? several(kinds, 2 + chance.below(2)) : any(kinds);
    }

    /** What a sentence with "not" can be about: known, or with "kein". */
    Nominal deniable(Set<String> kinds) {
        Noun noun = noun(kinds, it -> true);
        boolean plural = plural(noun);
        if (chance.happens(0.5)) {
            return phrase(definite(plural), noun, plural);
        }
        Determiner none = plural || noun.isMass() ? Determiner.NONE : Determiner.A;
        return phrase(none, noun, plural);
    }

    NounPhrase several(Set<String> kinds) {
        return phrase(Determiner.NONE, noun(kinds, it -> !it.plural().isEmpty()), true);
    }

    /** Of different nouns; fewer where there are not so many. */
    private Several several(Set<String> kinds, int count) {
        List<NounPhrase> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Noun next = noun(kinds, noun -> parts.stream().noneMatch(it -> it.noun() == noun));
            parts.add(count > 2 ? bare(next) : known(next));
        }
        return Several.of(parts);
    }

    private static NounPhrase bare(Noun noun) {
        return new NounPhrase(Determiner.NONE, List.of(), noun, !noun.isMass());
    }

    /** With an article that says which one. */
    NounPhrase known(Set<String> kinds) {
        return known(noun(kinds, it -> true));
    }

    NounPhrase known(Noun noun) {
        boolean plural = plural(noun);
        return phrase(definite(plural), noun, plural);
    }

    /** One thing, known or not, without adjectives for the most part. */
    NounPhrase one(Set<String> kinds) {
        Noun noun = noun(kinds, Noun::isCounted);
        return phrase(chance.happens(0.2) ? Determiner.A : definite(false), noun, false);
    }

    /** One thing that is new. */
    NounPhrase a(Set<String> kinds) {
        return phrase(Determiner.A, noun(kinds, Noun::isCounted), false);
    }

    NounPhrase any(Set<String> kinds) {
        Noun noun = noun(kinds, it -> true);
        boolean plural = plural(noun);
        return phrase(determiner(noun, plural), noun, plural);
    }

    /** A thing or an animal that "it" can refer to. */
    NounPhrase thing(Set<String> kinds) {
        Noun noun = noun(kinds, it -> it.isCounted() && !it.kinds().contains("person"));
        return phrase(chance.happens(0.4) ? Determiner.A : definite(false), noun, false);
    }

    NounPhrase phrase(Determiner determiner, Noun noun, boolean plural) {
        return new NounPhrase(determiner, adjectives(noun), noun, plural);
    }

    Noun noun(Set<String> kinds, Predicate<Noun> wanted) {
        return chance.of(
                lexicon.nouns(),
                noun -> noun.kinds().stream().anyMatch(kinds::contains) && wanted.test(noun));
    }

    private boolean plural(Noun noun) {
        return noun.german().isEmpty() || noun.isCounted() && chance.happens(0.25);
    }

    private Determiner definite(boolean plural) {
        double drawn = chance.random().nextDouble();
        if (drawn < 0.65) {
            return Determiner.THE;
        }
        if (drawn < 0.85) {
            return chance.of(Vocabulary.POSSESSIVES);
        }
        return drawn < 0.95 ? Determiner.THIS : Determiner.owner(chance.of(Name.ALL));
    }

    private Determiner determiner(Noun noun, boolean plural) {
        if (chance.happens(0.5)) {
            return definite(plural);
        }
        if (noun.isMass()) {
            return Determiner.NONE;
        }
        if (plural) {
            return chance.happens(0.1)
                    ? Determiner.ALL
                    : chance.happens(0.5) ? chance.of(Vocabulary.AMOUNTS) : Determiner.NONE;
        }
        return chance.happens(0.1) ? Determiner.EVERY : Determiner.A;
    }

    private List<Adjective> adjectives(Noun noun) {
        if (!chance.happens(0.4)) {
            return List.of();
        }
        List<Adjective> fitting =
                lexicon.adjectives().stream().filter(it -> it.fits(noun)).toList();
        if (fitting.isEmpty()) {
            return List.of();
        }
        Adjective first = chance.of(fitting);
        Adjective second = chance.of(fitting);
        boolean two = chance.happens(0.1) && !first.equals(second);
        return two ? List.of(first, second) : List.of(first);
    }
}
