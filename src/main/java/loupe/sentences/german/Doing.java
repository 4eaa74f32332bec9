package loupe.sentences.german;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A verb in a sentence: when, whether denied, with a modal verb or without. */
final class Doing {

    /** English: what moves before the subject in a question, empty where nothing can; the rest. */
    record English(List<Word> first, List<Word> rest) {}

    /**
     * German: what is conjugated, and what closes the sentence.
     *
     * @param isPrefixed whether that is a prefix, which rejoins a verb that comes last
     */
    record German(Word finite, List<Word> end, boolean isPrefixed) {}

    private static final List<String> FUTURE = List.of("werde", "wirst", "wird", "werden");

    private final Verb verb;
    private final Tense tense;
    private final Optional<Modal> modal;
    private final boolean negated;
    private final Slot finite = Slot.ofGrammar();
    private final Slot meaning;
    private final Slot negation = Slot.ofGrammar();

    Doing(Verb verb, Tense tense, Optional<Modal> modal, boolean negated) {
        this.verb = verb;
        this.tense = tense;
        this.modal = modal;
        this.negated = negated;
        this.meaning = verb.equals(Verb.BE) ? Slot.ofGrammar() : Slot.of(verb.english().base());
        boolean simple = tense == Tense.PRESENT || tense == Tense.PAST;
        if (modal.isPresent() && !(simple && (tense == Tense.PRESENT || modal.get().hasPast()))) {
            throw new IllegalArgumentException(modal.get() + " has no " + tense);
        }
    }

    /** In the present, as it is. */
    static Doing plain(Verb verb) {
        return new Doing(verb, Tense.PRESENT, Optional.empty(), false);
    }

    Verb verb() {
        return verb;
    }

    Tense tense() {
        return tense;
    }

    boolean isNegated() {
        return negated;
    }

    Slot negation() {
        return negation;
    }

    /**
     * @param inverted whether it is to be a question, for which a plain verb needs "do"
     */
    English english(Person person, boolean inverted) {
        boolean helped = inverted || negated;
        String base = verb.english().base();
        if (modal.isPresent()) {
            return modal(modal.get(), person, helped);
        }
        return switch (tense) {
            case FUTURE -> split("will", base);
            case PERFECT ->
                    split(person == Person.THIRD ? "has" : "have", verb.english().participle());
            case PRESENT, PAST -> simple(person, helped);
        };
    }

    private English modal(Modal word, Person person, boolean helped) {
        String base = verb.english().base();
        if (!word.isOrdinary()) {
            return split(word.english(person, tense), base);
        }
        String form = helped ? word.base() : word.english(person, tense);
        List<Word> rest = new ArrayList<>(Word.all(form + "_to", finite));
        rest.addAll(Word.all(base, meaning));
        return new English(helped ? Word.all(help(person), finite) : List.of(), rest);
    }

    private English simple(Person person, boolean helped) {
        if (verb.equals(Verb.BE)) {
            return new English(Word.all(being(person), finite, meaning), List.of());
        }
        if (helped) {
            return split(help(person), verb.english().base());
        }
        Verb.English forms = verb.english();
        String present = person == Person.THIRD ? forms.third() : forms.base();
        String form = tense == Tense.PAST ? forms.past() : present;
        return new English(List.of(), Word.all(form, finite, meaning));
    }

    private String help(Person person) {
        return tense == Tense.PAST ? "did" : person == Person.THIRD ? "does" : "do";
    }

    private String being(Person person) {
        boolean past = tense == Tense.PAST;
        return switch (person) {
            case FIRST -> past ? "was" : "am";
            case THIRD -> past ? "was" : "is";
            case SECOND, PLURAL -> past ? "were" : "are";
        };
    }

    private English split(String first, String rest) {
        return new English(Word.all(first, finite), Word.all(rest, meaning));
    }

    German german(Person person) {
        int place = person.ordinal();
        if (modal.isPresent()) {
            return closed(modal.get().german(person, tense), verb.infinitive());
        }
        if (tense == Tense.FUTURE) {
            return closed(FUTURE.get(place), verb.infinitive());
        }
        if (tense == Tense.PRESENT || tense == Tense.PAST && verb.past().isPresent()) {
            List<String> forms = tense == Tense.PRESENT ? verb.present() : verb.past().get();
            List<Word> prefix =
                    verb.prefix().isEmpty() ? List.of() : List.of(new Word(verb.prefix(), meaning));
            Word said = new Word(forms.get(place), finite, meaning);
            return new German(said, prefix, !prefix.isEmpty());
        }
        return closed(verb.auxiliary().form(person), verb.participle());
    }

    private German closed(String first, String last) {
        return new German(new Word(first, finite), List.of(new Word(last, meaning)), false);
    }
}
