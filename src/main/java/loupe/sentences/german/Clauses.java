package loupe.sentences.german;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Draws what happens: a verb, whoever does it, and what the verb asks for. */
final class Clauses {

    private final Lexicon lexicon;
    private final Chance chance;
    private final Nominals nominals;
    private final Moods moods;
    private final Circumstances circumstances;

    Clauses(Lexicon lexicon, Chance chance) {
        this.lexicon = lexicon;
        this.chance = chance;
        this.nominals = new Nominals(lexicon, chance);
        this.moods = new Moods(chance);
        this.circumstances = new Circumstances(chance, nominals);
    }

    Nominals nominals() {
        return nominals;
    }

    Circumstances circumstances() {
        return circumstances;
    }

    /** Anything, by any verb. */
    Clause any() {
        double drawn = chance.random().nextDouble();
        if (drawn < 0.16) {
            return quality();
        }
        if (drawn < 0.21) {
            return somewhere();
        }
        if (drawn < 0.25) {
            return likeness();
        }
        Verb verb = verb(it -> it.frame() != Verb.Frame.THAT);
        return of(verb, nominals.subject(verb.subjects()));
    }

    /** Something that is so now. */
    Clause present() {
        Clause clause = any();
        while (clause.doing().tense() != Tense.PRESENT) {
            clause = any();
        }
        return clause;
    }

    Verb verb(Predicate<Verb> wanted) {
        return chance.of(lexicon.verbs(), wanted);
    }

    /** "She says", before what she says. */
    Clause reporting() {
        Verb verb = verb(it -> it.frame() == Verb.Frame.THAT);
        Nominal subject = nominals.subject(verb.subjects());
        Tense tense = chance.happens(0.8) ? Tense.PRESENT : Tense.PAST;
        return Clause.of(subject, new Doing(verb, tense, Optional.empty(), chance.happens(0.1)));
    }

    Clause objectless(Verb verb) {
        return objectless(verb, nominals.subject(verb.subjects()));
    }

    /** To be asked or told later what it is done to. */
    Clause objectless(Verb verb, Nominal subject) {
        return Clause.of(subject, moods.doing(verb, subject.person(), false));
    }

    /** What somebody does to that; the object is left open. */
    Clause doneTo(Noun noun) {
        Verb verb =
                verb(
                        it ->
                                it.frame() == Verb.Frame.ACCUSATIVE
                                        && it.subjects().contains("person")
                                        && noun.kinds().stream().anyMatch(it.objects()::contains));
        return objectless(verb, nominals.subject(Set.of("person")));
    }

    /** What that noun's bearer does. */
    Clause doneBy(Nominal subject, Noun noun) {
        Verb verb =
                verb(
                        it ->
                                it.frame() != Verb.Frame.THAT
                                        && noun.kinds().stream().anyMatch(it.subjects()::contains));
        return completed(objectless(verb, subject), verb);
    }

    /** Where it happens is left open. */
    Clause placeless() {
        if (chance.happens(0.4)) {
            Nominal subject = nominals.known(Set.of("person", "animal", "thing", "clothing"));
            return Clause.of(subject, Doing.plain(Verb.BE));
        }
        Set<Verb.Frame> frames =
                Set.of(Verb.Frame.NOTHING, Verb.Frame.INSIDE, Verb.Frame.SOMEWHERE);
        return objectless(verb(it -> frames.contains(it.frame())));
    }

    /** When it happens is left open. */
    Clause timeless() {
        return any().withoutFront().without(Clause.Role.TIME).without(Clause.Role.OFTEN);
    }

    Clause of(Verb verb, Nominal subject) {
        boolean negated = chance.happens(0.12);
        Clause clause = Clause.of(subject, moods.doing(verb, subject.person(), negated));
        Clause full = completed(clause, verb);
        return negated || chance.happens(0.6) ? full : circumstances.timed(full);
    }

    private Clause completed(Clause clause, Verb verb) {
        Set<String> kinds = verb.objects();
        return switch (verb.frame()) {
            case ACCUSATIVE ->
                    circumstances.withBystander(clause.withObject(object(clause, kinds)));
            case DATIVE -> clause.withRecipient(object(clause, kinds));
            case BOTH ->
                    clause.withRecipient(recipient(clause.subject()))
                            .withObject(
                                    clause.doing().isNegated()
                                            ? nominals.deniable(kinds)
                                            : nominals.any(kinds));
            case NOTHING -> circumstances.withManner(clause);
            case INSIDE -> clause.with(Clause.Role.PLACE, circumstances.inside());
            case SOMEWHERE -> clause.with(Clause.Role.PLACE, circumstances.place());
            case WHITHER -> clause.with(Clause.Role.PLACE, circumstances.direction());
            case ONTO ->
                    clause.with(
                            Clause.Role.PLACE,
                            Vocabulary.ONTO.with(nominals.one(Set.of("surface"))));
            case THAT -> throw new IllegalArgumentException("what is said comes in a clause");
            case PLACING ->
                    clause.withObject(nominals.known(kinds))
                            .with(Clause.Role.PLACE, circumstances.destination());
        };
    }

    private Nominal object(Clause clause, Set<String> kinds) {
        return clause.doing().isNegated()
                ? nominals.deniable(kinds)
                : nominals.object(kinds, clause.subject());
    }

    private Nominal recipient(Nominal giver) {
        return nominals.subject(Set.of("person"), giver);
    }

    /** "The dog is big", "The dog is bigger than the cat". */
    Clause quality() {
        NounPhrase subject =
                nominals.known(Set.of("person", "animal", "thing", "food", "place", "vehicle"));
        boolean human = subject.noun().kinds().contains("person") && chance.happens(0.5);
        return quality(human ? nominals.subject(Set.of("person")) : subject, fitting(subject));
    }

    /** What can be said of it and was not said yet. */
    Adjective fitting(NounPhrase phrase) {
        return chance.of(
                lexicon.adjectives(), it -> it.fits(phrase.noun()) && !phrase.isSaidToBe(it));
    }

    Clause quality(Nominal subject, Adjective adjective) {
        Clause clause = Clause.of(subject, moods.being(subject.person()));
        if (adjective.isCompared() && chance.happens(0.25)) {
            return clause.with(Clause.Role.QUALITY, compared(adjective));
        }
        Slot slot = Slot.of(adjective.english());
        Phrase plain =
                new Phrase(Word.all(adjective.english(), slot), Word.all(adjective.german(), slot));
        return chance.happens(0.8)
                ? clause.with(Clause.Role.QUALITY, plain)
                : circumstances.often(clause).with(Clause.Role.QUALITY, plain);
    }

    private Phrase compared(Adjective adjective) {
        Slot slot = Slot.of(adjective.english());
        Phrase more =
                new Phrase(
                        Word.all(adjective.comparative(), slot),
                        Word.all(adjective.germanComparative(), slot));
        Noun noun = chance.of(lexicon.nouns(), it -> adjective.fits(it) && it.isCounted());
        Phrase other = Phrase.of(nominals.known(noun), false, Case.NOMINATIVE);
        return more.and(Phrase.of("than", "als")).and(other);
    }

    /** "The cat is in the garden". */
    Clause somewhere() {
        Nominal subject = nominals.subject(Set.of("person", "animal", "thing", "clothing"));
        return Clause.of(subject, moods.being(subject.person()))
                .with(Clause.Role.PLACE, circumstances.place());
    }

    /** "He is a good friend". */
    private Clause likeness() {
        boolean he = chance.happens(0.5);
        Gender gender = he ? Gender.MASCULINE : Gender.FEMININE;
        Noun noun = nominals.noun(Set.of("person"), it -> it.isCounted() && it.gender() == gender);
        Adjective adjective = chance.of(lexicon.adjectives(), it -> it.fits(noun));
        Nominal subject = Pronoun.of(he ? Pronoun.Form.HE : Pronoun.Form.SHE);
        return Clause.of(subject, moods.being(Person.THIRD))
                .withObject(new NounPhrase(Determiner.A, List.of(adjective), noun, false));
    }
}
