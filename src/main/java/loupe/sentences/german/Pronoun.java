package loupe.sentences.german;

import java.util.List;

/** A personal pronoun. */
record Pronoun(Form form, Slot slot) implements Nominal {

    /** Its forms: English subject and object, German nominative, accusative and dative. */
    enum Form {
        I("I me ich mich mir", Person.FIRST),
        YOU("you you du dich dir", Person.SECOND),
        HE("he him er ihn ihm", Person.THIRD),
        SHE("she her sie sie ihr", Person.THIRD),
        IT("it it es es ihm", Person.THIRD),
        WE("we us wir uns uns", Person.PLURAL),
        THEY("they them sie sie ihnen", Person.PLURAL),
        /** For a thing whose German word is masculine. */
        IT_HE("it it er ihn ihm", Person.THIRD),
        /** For a thing whose German word is feminine. */
        IT_SHE("it it sie sie ihr", Person.THIRD);

        private final List<String> words;
        private final Person person;

        Form(String words, Person person) {
            this.words = List.of(words.split(" "));
            this.person = person;
        }
    }

    /** Those that need nothing to refer to. */
    static final List<Form> FREE = List.of(Form.I, Form.YOU, Form.HE, Form.SHE, Form.WE, Form.THEY);

    static Pronoun of(Form form) {
        return new Pronoun(form, Slot.ofGrammar());
    }

    /** For an animal or a thing that was named before. */
    static Pronoun forThing(Gender gender) {
        return of(
                switch (gender) {
                    case MASCULINE -> Form.IT_HE;
                    case FEMININE -> Form.IT_SHE;
                    case NEUTER -> Form.IT;
                    case PLURAL -> Form.THEY;
                });
    }

    /** Whether both are the one who speaks, or who is spoken to: then English says "myself". */
    boolean isSame(Nominal other) {
        boolean alone = form != Form.HE && form != Form.SHE && form != Form.THEY;
        return alone && other instanceof Pronoun pronoun && pronoun.form == form;
    }

    @Override
    public List<Word> english(boolean subject) {
        return List.of(new Word(form.words.get(subject ? 0 : 1), slot));
    }

    @Override
    public List<Word> german(Case in) {
        return List.of(new Word(form.words.get(2 + in.ordinal()), slot));
    }

    @Override
    public Person person() {
        return form.person;
    }

    @Override
    public boolean isPronoun() {
        return true;
    }
}
