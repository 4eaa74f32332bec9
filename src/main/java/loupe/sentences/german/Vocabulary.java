package loupe.sentences.german;

import java.util.List;

/** The words of grammar and the fixed expressions that these sentences draw from. */
final class Vocabulary {

    static final List<Determiner> POSSESSIVES =
            List.of(
                    Determiner.possessive("my", "mein"),
                    Determiner.possessive("your", "dein"),
                    Determiner.possessive("his", "sein"),
                    Determiner.possessive("her", "ihr"),
                    Determiner.possessive("our", "unser"),
                    Determiner.possessive("their", "ihr"));

    static final List<Determiner> AMOUNTS =
            List.of(
                    Determiner.amount("two", "zwei"),
                    Determiner.amount("three", "drei"),
                    Determiner.amount("four", "vier"),
                    Determiner.amount("five", "fünf"),
                    Determiner.amount("six", "sechs"),
                    Determiner.amount("seven", "sieben"),
                    Determiner.amount("eight", "acht"),
                    Determiner.amount("nine", "neun"),
                    Determiner.amount("ten", "zehn"),
                    new Determiner("", "many", "viel", Determiner.Pattern.AMOUNT),
                    new Determiner("", "some", "einig", Determiner.Pattern.AMOUNT));

    static final List<Idiom> NUMBERS =
            List.of(
                    new Idiom("two", "zwei"),
                    new Idiom("three", "drei"),
                    new Idiom("four", "vier"),
                    new Idiom("five", "fünf"),
                    new Idiom("six", "sechs"),
                    new Idiom("seven", "sieben"),
                    new Idiom("eight", "acht"),
                    new Idiom("nine", "neun"),
                    new Idiom("ten", "zehn"),
                    new Idiom("eleven", "elf"),
                    new Idiom("twelve", "zwölf"));

    static final List<Idiom> GREAT_NUMBERS =
            List.of(
                    new Idiom("twenty", "zwanzig"),
                    new Idiom("thirty", "dreißig"),
                    new Idiom("forty", "vierzig"),
                    new Idiom("fifty", "fünfzig"),
                    new Idiom("a_hundred", "hundert"));

    static final List<Idiom> PAST_TIMES =
            List.of(
                    new Idiom("yesterday", "gestern"),
                    new Idiom("last week", "letzte Woche"),
                    new Idiom("last year", "letztes Jahr"),
                    new Idiom("last night", "letzte Nacht"));

    static final List<Idiom> FUTURE_TIMES =
            List.of(
                    new Idiom("tomorrow", "morgen"),
                    new Idiom("soon", "bald"),
                    new Idiom("next week", "nächste Woche"),
                    new Idiom("next year", "nächstes Jahr"));

    static final List<Idiom> TIMES =
            List.of(
                    new Idiom("today", "heute"),
                    new Idiom("now", "jetzt"),
                    new Idiom("every day", "jeden Tag"),
                    new Idiom("in_the morning", "am Morgen"),
                    new Idiom("in_the evening", "am Abend"),
                    new Idiom("on Monday", "am Montag"),
                    new Idiom("on Tuesday", "am Dienstag"),
                    new Idiom("on Wednesday", "am Mittwoch"),
                    new Idiom("on Thursday", "am Donnerstag"),
                    new Idiom("on Friday", "am Freitag"),
                    new Idiom("on Saturday", "am Samstag"),
                    new Idiom("on Sunday", "am Sonntag"));

    static final List<Idiom> OFTEN =
            List.of(
                    new Idiom("often", "oft"),
                    new Idiom("always", "immer"),
                    new Idiom("sometimes", "manchmal"),
                    new Idiom("never", "nie"),
                    new Idiom("rarely", "selten"));

    static final List<Idiom> MANNERS =
            List.of(
                    new Idiom("quickly", "schnell"),
                    new Idiom("slowly", "langsam"),
                    new Idiom("loudly", "laut"),
                    new Idiom("quietly", "leise"),
                    new Idiom("well", "gut"),
                    new Idiom("alone", "allein"));

    static final Preposition IN = new Preposition("in", "in", Case.DATIVE);
    static final Preposition INTO = new Preposition("into", "in", Case.ACCUSATIVE);
    static final Preposition TO = new Preposition("to", "zu", Case.DATIVE);
    static final Preposition THROUGH = new Preposition("through", "durch", Case.ACCUSATIVE);
    static final Preposition OUT_OF = new Preposition("out_of", "aus", Case.DATIVE);
    static final Preposition ON = new Preposition("on", "auf", Case.DATIVE);
    static final Preposition ONTO = new Preposition("onto", "auf", Case.ACCUSATIVE);

    /** After "put" English says no more than "on", German has the accusative. */
    static final Preposition PUT_ON = new Preposition("on", "auf", Case.ACCUSATIVE);

    static final Preposition PUT_IN = new Preposition("in", "in", Case.ACCUSATIVE);
    static final Preposition WITH = new Preposition("with", "mit", Case.DATIVE);
    static final Preposition FOR = new Preposition("for", "für", Case.ACCUSATIVE);
    static final Preposition WITHOUT = new Preposition("without", "ohne", Case.ACCUSATIVE);

    /** Where something is: with the dative. */
    static final List<Preposition> BESIDE =
            List.of(
                    new Preposition("under", "unter", Case.DATIVE),
                    new Preposition("behind", "hinter", Case.DATIVE),
                    new Preposition("next_to", "neben", Case.DATIVE),
                    new Preposition("in_front_of", "vor", Case.DATIVE));

    /** Where something is put: the same with the accusative. */
    static final List<Preposition> TO_BESIDE =
            BESIDE.stream()
                    .map(it -> new Preposition(it.english(), it.german(), Case.ACCUSATIVE))
                    .toList();

    private Vocabulary() {}
}
