package loupe.sentences;

import static loupe.sentences.Lexicon.ANIMALS;
import static loupe.sentences.Lexicon.DOING;
import static loupe.sentences.Lexicon.DOING_TO;
import static loupe.sentences.Lexicon.INSIDE;
import static loupe.sentences.Lexicon.LOOKS;
import static loupe.sentences.Lexicon.MOODS;
import static loupe.sentences.Lexicon.MOVING;
import static loupe.sentences.Lexicon.NAMES;
import static loupe.sentences.Lexicon.PEOPLE;
import static loupe.sentences.Lexicon.PLACES;
import static loupe.sentences.Lexicon.QUICKLY;
import static loupe.sentences.Lexicon.THINGS;

import java.util.List;
import java.util.stream.Stream;

/** Somebody does something somewhere: cats on mats, dogs in cars, rabbits and turtles. */
final class Scenes {

    private static final List<Noun> SEATS =
            Noun.list("mat rug bed chair table sofa floor roof wall box blanket basket");
    private static final List<Noun> VEHICLES =
            Noun.list("car train boat bus ship truck wagon coach");
    private static final List<Noun> LIVING =
            Stream.of(PEOPLE, ANIMALS).flatMap(List::stream).toList();
    private static final List<Verb> RESTING =
            Verb.list(
                    "sit/sits/sat/sitting lie/lies/lay/lying sleep/sleeps/slept/sleeping "
                            + "wait/waits/waited/waiting stand/stands/stood/standing");

    private Scenes() {}

    static Grammar<Passage> grammar() {
        return new Grammar<Passage>("scenes")
                .with("on the mat", Scenes::onTheMat)
                .with("in the car", Scenes::inTheCar)
                .with("doing in the car", Scenes::doingInTheCar)
                .with("does it quickly", Scenes::doesItQuickly)
                .with("one and the other", Scenes::oneAndTheOther)
                .with("simply does", Scenes::simplyDoes)
                .with("sees the small one", Scenes::seesTheSmallOne)
                .with("at a place", Scenes::atAPlace)
                .with("going there", Scenes::goingThere);
    }

    private static Passage onTheMat(Choice c) {
        return say(
                "the %s %s %s the %s.",
                c.word(ANIMALS),
                c.word(RESTING).past(),
                c.form("on", "under", "beside"),
                c.word(SEATS));
    }

    private static Passage inTheCar(Choice c) {
        return say(
                "the %s %s in the %s %s.",
                c.word(LIVING), c.word(RESTING).ing(), c.word(VEHICLES), c.word(DOING).past());
    }

    private static Passage doingInTheCar(Choice c) {
        return say(
                "the %s was %s in the %s.",
                c.word(LIVING), c.word(RESTING).ing(), c.word(VEHICLES));
    }

    private static Passage doesItQuickly(Choice c) {
        return say(
                c.form("the %s %2$s %3$s.", "the %s %3$s %2$s."),
                c.word(ANIMALS),
                c.word(QUICKLY),
                c.word(MOVING).past());
    }

    private static Passage oneAndTheOther(Choice c) {
        List<Noun> two = c.words(ANIMALS, 2);
        return say(
                "the %s %s, but the %s %s.",
                two.get(0), c.word(MOVING).past(), two.get(1), c.word(MOVING).past());
    }

    private static Passage simplyDoes(Choice c) {
        boolean many = c.chance(0.4);
        Noun who = c.word(LIVING);
        Verb verb = c.word(DOING);
        String place = c.word(INSIDE).one();
        return say(
                "the %s %s %s the %s.",
                who.form(many),
                c.chance(0.5) ? verb.past() : verb.present(many),
                c.form("in", "near"),
                place);
    }

    private static Passage seesTheSmallOne(Choice c) {
        Verb verb = c.word(DOING_TO);
        String who = c.form("she", "he", "I", "we", "they");
        String does = c.chance(0.5) ? verb.past() : verb.present(!who.endsWith("he"));
        return say("%s %s the %s %s.", who, does, c.word(LOOKS), c.word(ANIMALS));
    }

    private static Passage atAPlace(Choice c) {
        return say(
                "%s is %s because the %s in the %s is %s.",
                c.word(NAMES), c.word(MOODS), c.word(THINGS), c.word(INSIDE), c.word(LOOKS));
    }

    private static Passage goingThere(Choice c) {
        Person who = c.word(NAMES);
        return say(
                "%s %s to the %s with %s %s.",
                who, c.word(MOVING).past(), c.word(PLACES), who.possessive(), c.word(THINGS));
    }

    private static Passage say(String form, Object... words) {
        return Passage.of(String.format(form, words));
    }
}
