package loupe.sentences.german;

import java.util.List;
import java.util.Set;

/** Draws what more is said of something that happens: when, how often, how, where, with whom. */
record Circumstances(Chance chance, Nominals nominals) {

    /** "For the child", now and then. */
    Clause withBystander(Clause clause) {
        if (clause.doing().isNegated() || !chance.happens(0.08)) {
            return clause;
        }
        return clause.with(
                Clause.Role.PLACE,
                chance.of(Vocabulary.FOR, Vocabulary.WITH, Vocabulary.WITHOUT)
                        .with(nominals.object(Set.of("person"), clause.subject())));
    }

    /** How, where or with whom. */
    Clause withManner(Clause clause) {
        double drawn = chance.random().nextDouble();
        if (drawn < 0.35) {
            return clause.with(Clause.Role.MANNER, chance.of(Vocabulary.MANNERS).phrase());
        }
        if (drawn < 0.65) {
            return clause.with(Clause.Role.PLACE, inside());
        }
        return drawn < 0.8
                ? clause.with(
                        Clause.Role.PLACE,
                        chance.of(Vocabulary.WITH, Vocabulary.WITHOUT)
                                .with(
                                        nominals.object(
                                                Set.of("person", "animal"), clause.subject())))
                : clause;
    }

    /** With a time that fits the tense, at the end or in front, or with "often". */
    Clause timed(Clause clause) {
        if (chance.happens(0.35)) {
            return often(clause);
        }
        List<Idiom> times =
                switch (clause.doing().tense()) {
                    case PRESENT -> Vocabulary.TIMES;
                    case PAST -> Vocabulary.PAST_TIMES;
                    case PERFECT -> List.of(Vocabulary.TIMES.get(0));
                    case FUTURE -> Vocabulary.FUTURE_TIMES;
                };
        Phrase time = chance.of(times).phrase();
        return chance.happens(0.4) ? clause.withFront(time) : clause.with(Clause.Role.TIME, time);
    }

    Clause often(Clause clause) {
        return clause.doing().isNegated()
                ? clause
                : clause.with(Clause.Role.OFTEN, chance.of(Vocabulary.OFTEN).phrase());
    }

    /** "In the garden". */
    Phrase inside() {
        return Vocabulary.IN.with(nominals.one(Set.of("place")));
    }

    /** Where something is. */
    Phrase place() {
        double drawn = chance.random().nextDouble();
        if (drawn < 0.5) {
            return inside();
        }
        return drawn < 0.65
                ? Vocabulary.ON.with(nominals.one(Set.of("surface")))
                : chance.of(Vocabulary.BESIDE)
                        .with(nominals.one(Set.of("surface", "vehicle", "building")));
    }

    /** Where somebody goes. */
    Phrase direction() {
        return chance.of(Vocabulary.INTO, Vocabulary.TO, Vocabulary.THROUGH, Vocabulary.OUT_OF)
                .with(nominals.one(Set.of("place")));
    }

    /** Where something is put. */
    Phrase destination() {
        double drawn = chance.random().nextDouble();
        if (drawn < 0.4) {
            return Vocabulary.PUT_ON.with(nominals.one(Set.of("surface")));
        }
        return drawn < 0.6
                ? Vocabulary.PUT_IN.with(nominals.one(Set.of("opening")))
                : chance.of(Vocabulary.TO_BESIDE).with(nominals.one(Set.of("thing", "surface")));
    }
}
