package loupe.sentences;

import static loupe.sentences.Lexicon.DOING;
import static loupe.sentences.Lexicon.NAMES;
import static loupe.sentences.Lexicon.PEOPLE;
import static loupe.sentences.Lexicon.THINGS;

import java.util.Arrays;
import java.util.List;

/** What is not so, and the opposite, which is: "Tom was not sad. He was happy." */
final class Negation {

    /** One and its opposite. */
    private record Poles(String one, String other) {

        static List<Poles> list(String pairs) {
            return Arrays.stream(pairs.strip().split("\\s+"))
                    .map(pair -> pair.split("/"))
                    .map(pair -> new Poles(pair[0], pair[1]))
                    .toList();
        }

        Poles turned(boolean turn) {
            return turn ? new Poles(other, one) : this;
        }

        /** Without direction, so that a pair and the same pair turned are one filling. */
        @Override
        public String toString() {
            return one.compareTo(other) < 0 ? one + "/" + other : other + "/" + one;
        }
    }

    private static final List<Poles> OF_PEOPLE =
            Poles.list(
                    """
                    happy/sad rich/poor young/old strong/weak kind/cruel brave/afraid fast/slow
                    awake/asleep early/late tall/short loud/quiet right/wrong""");
    private static final List<Poles> OF_THINGS =
            Poles.list(
                    """
                    hot/cold full/empty open/closed clean/dirty heavy/light new/old big/small
                    wet/dry cheap/expensive soft/hard good/bad dark/bright""");

    private Negation() {}

    static Grammar<Passage> grammar() {
        return new Grammar<Passage>("negation")
                .with("person is not", Negation::personIsNot)
                .with("thing is not", Negation::thingIsNot)
                .with("not one but the other", Negation::notButPeople)
                .with("one is, the other is not", Negation::oneIsOtherIsNot)
                .with("does not", Negation::doesNot)
                .with("never", Negation::never);
    }

    private static Passage personIsNot(Choice c) {
        Person who = c.word(NAMES);
        Poles poles = c.word(OF_PEOPLE).turned(c.chance(0.5));
        String where = c.word(Lexicon.PLACES).one();
        return say(
                "%s was not %s at the %s. | %s was %s.",
                who, poles.one(), where, who.subject(), poles.other());
    }

    private static Passage thingIsNot(Choice c) {
        Noun thing = c.word(THINGS);
        Poles poles = c.word(OF_THINGS).turned(c.chance(0.5));
        return say("the %s was not %s, it was %s.", thing, poles.one(), poles.other());
    }

    private static Passage notButPeople(Choice c) {
        Noun who = c.word(PEOPLE);
        Poles poles = c.word(OF_PEOPLE).turned(c.chance(0.5));
        boolean many = c.chance(0.5);
        return say(
                "the %s %s not %s but %s.",
                who.form(many), many ? "are" : "is", poles.one(), poles.other());
    }

    private static Passage oneIsOtherIsNot(Choice c) {
        List<Noun> two = c.words(THINGS, 2);
        Poles poles = c.word(OF_THINGS).turned(c.chance(0.5));
        return say(
                "the %s is %s, but the %s is not %s. | it is %s.",
                two.get(0), poles.one(), two.get(1), poles.one(), poles.other());
    }

    private static Passage doesNot(Choice c) {
        Noun who = c.word(PEOPLE);
        List<Verb> two = c.words(DOING, 2);
        boolean many = c.chance(0.5);
        return say(
                "the %s %s not %s. | %s %s.",
                who.form(many),
                many ? "do" : "does",
                two.get(0),
                many ? "they" : "the " + who,
                two.get(1).present(many));
    }

    private static Passage never(Choice c) {
        Person who = c.word(NAMES);
        Verb verb = c.word(DOING);
        String place = c.word(Lexicon.INSIDE).one();
        return say(
                "%s never %s in the %s, and nobody %s there.",
                who, verb.third(), place, verb.third());
    }

    private static Passage say(String form, Object... words) {
        return Passage.of(String.format(form, words));
    }
}
