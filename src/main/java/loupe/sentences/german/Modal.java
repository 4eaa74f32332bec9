package loupe.sentences.german;

import java.util.List;

/** A modal verb in both languages. */
enum Modal {
    CAN("can can could", "kann kannst kann können", "konnte konntest konnte konnten"),
    WANT("want wants wanted", "will willst will wollen", "wollte wolltest wollte wollten"),
    MUST("must must -", "muss musst muss müssen", ""),
    MAY("may may -", "darf darfst darf dürfen", ""),
    SHOULD("should should -", "sollte solltest sollte sollten", "");

    private final List<String> english;
    private final List<String> present;
    private final List<String> past;

    Modal(String english, String present, String past) {
        this.english = List.of(english.split(" "));
        this.present = List.of(present.split(" "));
        this.past = List.of(past.split(" "));
    }

    /** Whether English treats it as any other verb: "does not want to". */
    boolean isOrdinary() {
        return this == WANT;
    }

    boolean hasPast() {
        return past.size() > 1;
    }

    String base() {
        return english.get(0);
    }

    String english(Person person, Tense tense) {
        return english.get(tense == Tense.PAST ? 2 : person == Person.THIRD ? 1 : 0);
    }

    String german(Person person, Tense tense) {
        return (tense == Tense.PAST ? past : present).get(person.ordinal());
    }
}
