package loupe.sentences.german;

import java.util.List;
import java.util.Set;

/** Draws whole sentences of one clause: statements, questions, fixed expressions. */
final class Sentences {

    static final Phrase STOP = Phrase.of(".", ".");
    private static final Phrase MARK = Phrase.of("?", "?");

    private final Lexicon lexicon;
    private final Chance chance;
    private final Clauses clauses;
    private final Joining joining;

    Sentences(Lexicon lexicon, Chance chance) {
        this.lexicon = lexicon;
        this.chance = chance;
        this.clauses = new Clauses(lexicon, chance);
        this.joining = new Joining(chance, clauses);
    }

    /** A sentence, or two that belong together, with the mark at the end. */
    Phrase any() {
        double drawn = chance.random().nextDouble();
        if (drawn < 0.55) {
            return statement(clauses.any()).and(STOP);
        }
        if (drawn < 0.63) {
            return question(clauses.any().withoutFront()).and(MARK);
        }
        if (drawn < 0.70) {
            return asked().and(MARK);
        }
        return drawn < 0.74 ? fixed().and(STOP) : joining.any().and(STOP);
    }

    static Phrase statement(Clause clause) {
        return new Phrase(clause.englishStatement(), clause.germanStatement());
    }

    static Phrase question(Clause clause) {
        return new Phrase(clause.englishQuestion(), clause.germanQuestion());
    }

    /** "Who sees the dog?", "What does she buy?", "Where is the cat?", "Why does she wait?" */
    private Phrase asked() {
        return question(
                switch (chance.below(6)) {
                    case 0 -> whoDoes();
                    case 1, 2 -> toWhom();
                    case 3, 4 -> clauses.placeless().withFront(Phrase.of("where", "wo"));
                    default -> clauses.timeless().withFront(whenOrWhy());
                });
    }

    private Phrase whenOrWhy() {
        return chance.happens(0.5) ? Phrase.of("why", "warum") : Phrase.of("when", "wann");
    }

    private Clause whoDoes() {
        Verb verb =
                chance.of(
                        lexicon.verbs(),
                        it ->
                                it.subjects().contains("person")
                                        && it.frame() == Verb.Frame.ACCUSATIVE);
        return clauses.of(verb, Asked.who()).withoutFront();
    }

    private Clause toWhom() {
        Verb verb = chance.of(lexicon.verbs(), it -> it.frame() == Verb.Frame.ACCUSATIVE);
        Asked asked = verb.objects().contains("person") ? Asked.who() : Asked.what();
        return clauses.objectless(verb).withFront(Phrase.of(asked, true, Case.ACCUSATIVE));
    }

    private Phrase fixed() {
        Nominals nominals = clauses.nominals();
        return switch (chance.below(5)) {
            case 0 -> clock();
            case 1 ->
                    Phrase.of(nominals.one(Set.of("thing", "clothing")), true, Case.NOMINATIVE)
                            .and(Phrase.of("costs", "kostet"))
                            .and(number(Vocabulary.GREAT_NUMBERS))
                            .and(Phrase.of("euros", "Euro"));
            case 2 -> weather();
            case 3 -> age();
            default -> thereIs();
        };
    }

    private Phrase clock() {
        return Phrase.of("it is", "es ist")
                .and(number(Vocabulary.NUMBERS))
                .and(Phrase.of("o'clock", "Uhr"));
    }

    private Phrase weather() {
        Idiom what =
                chance.of(
                        List.of(
                                new Idiom("it rains", "es regnet"),
                                new Idiom("it snows", "es schneit"),
                                new Idiom("it is cold", "es ist kalt"),
                                new Idiom("it is warm", "es ist warm"),
                                new Idiom("it is dark", "es ist dunkel")));
        return what.phrase().and(clauses.circumstances().inside());
    }

    private Phrase age() {
        Nominal subject = clauses.nominals().subject(Set.of("person"));
        Phrase years =
                number(Vocabulary.GREAT_NUMBERS.subList(0, 4))
                        .and(Phrase.of("years old", "Jahre alt"));
        Doing being = Doing.plain(Verb.BE);
        return statement(Clause.of(subject, being).with(Clause.Role.QUALITY, years));
    }

    /** German has one form for one and for many. */
    private Phrase thereIs() {
        boolean many = chance.happens(0.4);
        Set<String> kinds = Set.of("animal", "thing", "person");
        NounPhrase what = many ? clauses.nominals().several(kinds) : clauses.nominals().a(kinds);
        return Phrase.of(many ? "there are" : "there is", "es gibt")
                .and(Phrase.of(what, false, Case.ACCUSATIVE))
                .and(clauses.circumstances().inside());
    }

    private Phrase number(List<Idiom> numbers) {
        return chance.of(numbers).phrase();
    }
}
