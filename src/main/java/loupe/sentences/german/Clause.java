package loupe.sentences.german;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The core of a sentence: who does what, to whom, when, where. Told in either language, as a
 * statement, a question or after a conjunction.
 *
 * @param recipient who gets it, or the object of a verb with the dative
 * @param object in the accusative; after "be" in the nominative
 * @param front what a relative clause or a question starts with, or a time that is put first
 */
record Clause(
        Nominal subject,
        Doing doing,
        Optional<Nominal> recipient,
        Optional<Nominal> object,
        List<Adjunct> adjuncts,
        Optional<Phrase> front) {

    /** What more is said, by its place in the sentence. */
    enum Role {
        TIME,
        OFTEN,
        MANNER,
        PLACE,
        QUALITY
    }

    /** Something more that is said. */
    record Adjunct(Role role, Phrase phrase) {}

    Clause {
        adjuncts = List.copyOf(adjuncts);
    }

    static Clause of(Nominal subject, Doing doing) {
        return new Clause(
                subject, doing, Optional.empty(), Optional.empty(), List.of(), Optional.empty());
    }

    Clause withRecipient(Nominal other) {
        return new Clause(subject, doing, Optional.of(other), object, adjuncts, front);
    }

    Clause withObject(Nominal other) {
        return new Clause(subject, doing, recipient, Optional.of(other), adjuncts, front);
    }

    Clause with(Role role, Phrase phrase) {
        List<Adjunct> more = new ArrayList<>(adjuncts);
        more.add(new Adjunct(role, phrase));
        return new Clause(subject, doing, recipient, object, more, front);
    }

    Clause withFront(Phrase phrase) {
        return new Clause(subject, doing, recipient, object, adjuncts, Optional.of(phrase));
    }

    Clause withoutFront() {
        return new Clause(subject, doing, recipient, object, adjuncts, Optional.empty());
    }

    Clause without(Role role) {
        List<Adjunct> rest = adjuncts.stream().filter(it -> it.role() != role).toList();
        return new Clause(subject, doing, recipient, object, rest, front);
    }

    List<Word> englishStatement() {
        Doing.English verb = doing.english(subject.person(), false);
        List<Word> words = new ArrayList<>();
        front.ifPresent(phrase -> words.addAll(phrase.english()));
        words.addAll(subject.english(true));
        words.addAll(verb.first());
        words.addAll(afterFirst(verb));
        return words;
    }

    /** A subject that is asked for keeps its place. */
    List<Word> englishQuestion() {
        if (subject instanceof Asked) {
            return englishStatement();
        }
        Doing.English verb = doing.english(subject.person(), true);
        List<Word> words = new ArrayList<>();
        front.ifPresent(phrase -> words.addAll(phrase.english()));
        words.addAll(verb.first());
        words.addAll(subject.english(true));
        words.addAll(afterFirst(verb));
        return words;
    }

    private List<Word> afterFirst(Doing.English verb) {
        List<Word> words = new ArrayList<>();
        if (doing.isNegated()) {
            words.add(new Word("not", doing.negation()));
        }
        words.addAll(english(Role.OFTEN));
        words.addAll(verb.rest());
        recipient.ifPresent(nominal -> words.addAll(nominal.english(false)));
        object.ifPresent(nominal -> words.addAll(nominal.english(false)));
        for (Role role : List.of(Role.QUALITY, Role.MANNER, Role.PLACE, Role.TIME)) {
            words.addAll(english(role));
        }
        return words;
    }

    /** The verb comes second, whatever comes first. */
    List<Word> germanStatement() {
        if (front.isEmpty()) {
            return german(List.of(), true);
        }
        return german(front.get().german(), false);
    }

    List<Word> germanQuestion() {
        if (subject instanceof Asked) {
            return germanStatement();
        }
        return german(front.map(Phrase::german).orElse(List.of()), false);
    }

    private List<Word> german(List<Word> first, boolean subjectFirst) {
        Doing.German verb = doing.german(subject.person());
        List<Word> words = new ArrayList<>(first);
        if (subjectFirst) {
            words.addAll(subject.german(Case.NOMINATIVE));
        }
        words.add(verb.finite());
        if (!subjectFirst) {
            words.addAll(subject.german(Case.NOMINATIVE));
        }
        words.addAll(middle());
        words.addAll(verb.end());
        return words;
    }

    /** After a conjunction or a relative pronoun: the conjugated verb comes last. */
    List<Word> germanSubordinate() {
        Doing.German verb = doing.german(subject.person());
        List<Word> words = new ArrayList<>();
        front.ifPresent(phrase -> words.addAll(phrase.german()));
        words.addAll(subject.german(Case.NOMINATIVE));
        words.addAll(middle());
        if (verb.isPrefixed()) {
            Word prefix = verb.end().get(0);
            words.add(prefix.with(verb.finite(), prefix.text() + verb.finite().text()));
        } else {
            words.addAll(verb.end());
            words.add(verb.finite());
        }
        return words;
    }

    /**
     * Between the two parts of the verb: pronouns, time, what is known, "oft", what is new,
     * "nicht", manner, place. Of two pronouns the accusative comes first.
     */
    private List<Word> middle() {
        Optional<Nominal> spoken = object.map(it -> deniesObject() ? denied(it) : it);
        Optional<Nominal> receiving = recipient.map(it -> deniesRecipient() ? denied(it) : it);
        List<Word> words = new ArrayList<>();
        spoken.filter(Nominal::isPronoun).ifPresent(it -> words.addAll(it.german(objectCase())));
        receiving.filter(Nominal::isPronoun).ifPresent(it -> words.addAll(it.german(Case.DATIVE)));
        words.addAll(german(Role.TIME));
        List<Word> known = new ArrayList<>();
        List<Word> fresh = new ArrayList<>();
        receiving
                .filter(it -> !it.isPronoun())
                .ifPresent(it -> (it.isDefinite() ? known : fresh).addAll(it.german(Case.DATIVE)));
        spoken.filter(it -> !it.isPronoun())
                .ifPresent(
                        it ->
                                (it.isDefinite() && fresh.isEmpty() ? known : fresh)
                                        .addAll(it.german(objectCase())));
        words.addAll(known);
        words.addAll(german(Role.OFTEN));
        words.addAll(fresh);
        if (doing.isNegated() && !deniesObject() && !deniesRecipient()) {
            words.add(new Word("nicht", doing.negation()));
        }
        for (Role role : List.of(Role.MANNER, Role.PLACE, Role.QUALITY)) {
            words.addAll(german(role));
        }
        return words;
    }

    private Nominal denied(Nominal nominal) {
        return nominal.denied(doing.negation());
    }

    private boolean deniesObject() {
        return doing.isNegated() && object.filter(Nominal::yieldsToNo).isPresent();
    }

    private boolean deniesRecipient() {
        return doing.isNegated()
                && object.isEmpty()
                && recipient.filter(Nominal::yieldsToNo).isPresent();
    }

    private Case objectCase() {
        return doing.verb().equals(Verb.BE) ? Case.NOMINATIVE : Case.ACCUSATIVE;
    }

    private List<Word> english(Role role) {
        return phrases(role).stream().flatMap(phrase -> phrase.english().stream()).toList();
    }

    private List<Word> german(Role role) {
        return phrases(role).stream().flatMap(phrase -> phrase.german().stream()).toList();
    }

    private List<Phrase> phrases(Role role) {
        return adjuncts.stream()
                .filter(adjunct -> adjunct.role() == role)
                .map(Adjunct::phrase)
                .toList();
    }
}
