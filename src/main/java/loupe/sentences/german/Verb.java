package loupe.sentences.german;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A verb in both languages.
 *
 * @param english base, third person, past, participle; an underscore stands for a space
 * @param present German, for each {@link Person}, without the prefix
 * @param past the same in the past, or empty where the perfect is said instead
 * @param auxiliary of the perfect
 * @param prefix what is split off, or empty
 * @param subjects kinds of nouns that do it
 * @param frame what it takes beside the subject
 * @param objects kinds of nouns it is done to
 */
record Verb(
        English english,
        List<String> present,
        Optional<List<String>> past,
        Auxiliary auxiliary,
        String participle,
        String prefix,
        Set<String> subjects,
        Frame frame,
        Set<String> objects) {

    /** The forms of an English verb. */
    record English(String base, String third, String past, String participle) {

        /** Whether the past looks like the present, so that nobody could tell "I read". */
        boolean isAmbiguous(Person person) {
            return past.equals(base) && person != Person.THIRD;
        }
    }

    /** What a verb takes beside the subject. */
    enum Frame {
        ACCUSATIVE,
        DATIVE,
        BOTH,
        NOTHING,
        INSIDE,
        SOMEWHERE,
        WHITHER,
        ONTO,
        PLACING,
        THAT
    }

    /** What a German perfect is made with. */
    enum Auxiliary {
        HAVE("habe", "hast", "hat", "haben"),
        BE("bin", "bist", "ist", "sind");

        private final List<String> forms;

        Auxiliary(String... forms) {
            this.forms = List.of(forms);
        }

        String form(Person person) {
            return forms.get(person.ordinal());
        }
    }

    static final Verb BE =
            new Verb(
                    new English("be", "is", "was", "been"),
                    List.of("bin", "bist", "ist", "sind"),
                    Optional.of(List.of("war", "warst", "war", "waren")),
                    Auxiliary.BE,
                    "gewesen",
                    "",
                    Set.of(),
                    Frame.NOTHING,
                    Set.of());

    Verb {
        subjects = Set.copyOf(subjects);
        objects = Set.copyOf(objects);
        present = List.copyOf(present);
        past = past.map(List::copyOf);
    }

    String infinitive() {
        return prefix + (this.equals(BE) ? "sein" : present.get(Person.PLURAL.ordinal()));
    }
}
