package loupe.sentences.german;

import java.util.List;
import java.util.Set;

/** Draws sentences of two clauses: after conjunctions, with "that", relative, side by side. */
final class Joining {

    private static final Phrase COMMA = new Phrase(List.of(Word.COMMA), List.of(Word.COMMA));
    private static final Phrase GERMAN_COMMA = new Phrase(List.of(), List.of(Word.COMMA));

    /** What "it" may stand for. */
    private static final Set<String> THINGS =
            Set.of("animal", "thing", "clothing", "food", "vehicle", "building", "text");

    private final Chance chance;
    private final Clauses clauses;

    Joining(Chance chance, Clauses clauses) {
        this.chance = chance;
        this.clauses = clauses;
    }

    /** Without the mark at the end. */
    Phrase any() {
        return switch (chance.below(12)) {
            case 0, 1 ->
                    Sentences.statement(clauses.any())
                            .and(GERMAN_COMMA)
                            .and(reason())
                            .and(subordinate(clauses.any()));
            case 2 -> first();
            case 3, 4 -> reported();
            case 5, 6 -> sideBySide();
            case 7, 8 -> described();
            default -> referring();
        };
    }

    private static Phrase subordinate(Clause clause) {
        Clause plain = clause.withoutFront();
        return new Phrase(plain.englishStatement(), plain.germanSubordinate());
    }

    private Phrase reason() {
        return chance.happens(0.7) ? Phrase.of("because", "weil") : Phrase.of("although", "obwohl");
    }

    /** "If it rains, we wait": the first clause takes the first place before the German verb. */
    private Phrase first() {
        Clause main = clauses.any().withoutFront();
        return Phrase.of("if", "wenn")
                .and(subordinate(clauses.present()))
                .and(COMMA)
                .and(new Phrase(main.englishStatement(), main.germanQuestion()));
    }

    private Phrase reported() {
        return Sentences.statement(clauses.reporting())
                .and(GERMAN_COMMA)
                .and(Phrase.of("that", "dass"))
                .and(subordinate(clauses.any()));
    }

    private Phrase sideBySide() {
        boolean and = chance.happens(0.5);
        Phrase conjunction = and ? Phrase.of("and", "und") : COMMA.and(Phrase.of("but", "aber"));
        return Sentences.statement(clauses.any())
                .and(conjunction)
                .and(Sentences.statement(clauses.any().withoutFront()));
    }

    /** "The man who sees the dog is old", "The dog that the woman sees is small". */
    private Phrase described() {
        NounPhrase head = clauses.nominals().known(Set.of("person", "animal", "thing"));
        Relative relative = Relative.to(head);
        boolean does = !head.noun().kinds().contains("thing") && chance.happens(0.5);
        Clause inner =
                does
                        ? clauses.doneBy(relative, head.noun())
                        : clauses.doneTo(head.noun())
                                .withFront(Phrase.of(relative, false, Case.ACCUSATIVE));
        NounPhrase whole = head.with(inner);
        return Sentences.statement(clauses.quality(whole, clauses.fitting(head)));
    }

    /** "I buy the table because it is cheap", "She has a cat. I like it". */
    private Phrase referring() {
        Verb verb =
                clauses.verb(
                        it ->
                                it.frame() == Verb.Frame.ACCUSATIVE
                                        && it.subjects().contains("person")
                                        && it.objects().stream().anyMatch(THINGS::contains));
        NounPhrase thing = clauses.nominals().thing(verb.objects());
        Clause first =
                clauses.objectless(verb, clauses.nominals().subject(Set.of("person")))
                        .withObject(thing);
        Pronoun it = Pronoun.forThing(thing.gender());
        Phrase start = Sentences.statement(first);
        return switch (chance.below(3)) {
            case 0 ->
                    start.and(GERMAN_COMMA)
                            .and(Phrase.of("because", "weil"))
                            .and(subordinate(clauses.quality(it, clauses.fitting(thing))));
            case 1 ->
                    start.and(Sentences.STOP)
                            .and(Sentences.statement(clauses.quality(it, clauses.fitting(thing))));
            default ->
                    start.and(Sentences.STOP)
                            .and(Sentences.statement(clauses.doneTo(thing.noun()).withObject(it)));
        };
    }
}
