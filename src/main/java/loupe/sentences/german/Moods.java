package loupe.sentences.german;

import java.util.Optional;

/** Draws when something happens, whether it does, and whether it can, must or should. */
record Moods(Chance chance) {

    /** Of what somebody or something is. */
    Doing being(Person person) {
        return doing(Verb.BE, person, chance.happens(0.15));
    }

    /** A verb in a tense or with a modal verb; where English would be ambiguous, in the perfect. */
    Doing doing(Verb verb, Person person, boolean negated) {
        double drawn = chance.random().nextDouble();
        if (drawn < 0.16) {
            Modal modal = modal(verb, negated);
            boolean past = modal.hasPast() && chance.happens(0.25);
            return new Doing(verb, past ? Tense.PAST : Tense.PRESENT, Optional.of(modal), negated);
        }
        boolean plain = verb.equals(Verb.BE);
        Tense tense =
                drawn < 0.6 || plain && drawn < 0.75
                        ? Tense.PRESENT
                        : drawn < 0.84
                                ? Tense.PAST
                                : drawn < 0.92 && !plain ? Tense.PERFECT : Tense.FUTURE;
        boolean unclear = tense == Tense.PAST && verb.english().isAmbiguous(person);
        return new Doing(verb, unclear ? Tense.PERFECT : tense, Optional.empty(), negated);
    }

    /** "Must not" and "may not" mean other things than their German words. */
    private Modal modal(Verb verb, boolean negated) {
        if (verb.equals(Verb.BE)) {
            return negated
                    ? chance.of(Modal.CAN, Modal.SHOULD)
                    : chance.of(Modal.CAN, Modal.MUST, Modal.SHOULD);
        }
        return negated ? chance.of(Modal.CAN, Modal.WANT, Modal.SHOULD) : chance.of(Modal.values());
    }
}
