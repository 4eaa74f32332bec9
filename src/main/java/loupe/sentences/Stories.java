package loupe.sentences;

import static loupe.sentences.Lexicon.ANIMALS;
import static loupe.sentences.Lexicon.EVENTS;
import static loupe.sentences.Lexicon.FOODS;
import static loupe.sentences.Lexicon.HE;
import static loupe.sentences.Lexicon.INSIDE;
import static loupe.sentences.Lexicon.LAST_NAMES;
import static loupe.sentences.Lexicon.LOOKS;
import static loupe.sentences.Lexicon.MOODS;
import static loupe.sentences.Lexicon.NAMES;
import static loupe.sentences.Lexicon.PEOPLE;
import static loupe.sentences.Lexicon.PLACES;
import static loupe.sentences.Lexicon.PRESENTS;
import static loupe.sentences.Lexicon.SHE;
import static loupe.sentences.Lexicon.THINGS;
import static loupe.sentences.Lexicon.WAYS;

import java.util.List;

/**
 * Small stories of two to four sentences. Who and what they are about stays the same from one
 * sentence to the next, so that a reader can tell which sentences belong together.
 */
final class Stories {

    private static final List<Noun> SEATS = Noun.list("mat rug bed sofa chair blanket roof");

    private Stories() {}

    static Grammar<Passage> grammar() {
        return new Grammar<Passage>("stories")
                .with("race", Stories::race)
                .with("celebration", Stories::celebration)
                .with("lost", Stories::lost)
                .with("election", Stories::election)
                .with("ride", Stories::ride)
                .with("cooking", Stories::cooking)
                .with("visit", Stories::visit)
                .with("sick animal", Stories::sickAnimal)
                .with("way home", Stories::wayHome)
                .with("repair", Stories::repair)
                .with("cat on the mat", Stories::catOnTheMat)
                .with("school", Stories::school);
    }

    private static Passage race(Choice c) {
        List<Noun> two = c.words(ANIMALS, 2);
        String place = c.word(PLACES).one();
        return say(
                c.count(2, 3),
                "the %1$s and the %2$s had a race to the %3$s. | the %1$s "
                        + c.form("ran fast", "rested under a tree", "was too sure of itself")
                        + ", and the %2$s "
                        + c.form("was slow", "walked on and on", "did not stop")
                        + ". | "
                        + c.form(
                                "in the end the %2$s won the race.",
                                "at last the %1$s won the race."),
                two.get(0),
                two.get(1),
                place);
    }

    private static Passage celebration(Choice c) {
        Person who = c.word(NAMES);
        return say(
                c.count(2, 4),
                "%1$s wanted to have a %2$s. | %3$s bought a %4$s for it. | the %2$s was in the %5$s, and "
                        + c.form("many friends came", "nobody was late", "everybody danced")
                        + ". | %1$s was %6$s when it was over.",
                who,
                c.word(EVENTS),
                who.subject(),
                c.word(PRESENTS),
                c.word(INSIDE),
                c.word(MOODS));
    }

    private static Passage lost(Choice c) {
        Person who = c.word(NAMES);
        Noun thing = c.word(THINGS);
        return say(
                c.count(2, 4),
                "%1$s could not find the %2$s. | %3$s looked for it in the %4$s. | the %5$s had seen the %2$s"
                        + " there. | "
                        + c.form(
                                "then %1$s found the %2$s and went home.",
                                "but the %2$s was gone."),
                who,
                thing,
                who.subject(),
                c.word(INSIDE),
                c.word(PEOPLE));
    }

    private static Passage election(Choice c) {
        Person who = c.word(NAMES);
        String last = c.word(LAST_NAMES);
        return say(
                c.count(2, 4),
                "%1$s %2$s is a candidate in the election. | %3$s %2$s spoke to the voters in the %4$s. | the"
                        + " party of %3$s %2$s "
                        + c.form("hopes to win", "needs more votes", "is small but proud")
                        + ". | most voters "
                        + c.form("trust", "do not trust", "voted for")
                        + " the candidate.",
                who,
                last,
                who.title(),
                c.word(INSIDE));
    }

    private static Passage ride(Choice c) {
        Person who = c.word(NAMES);
        Noun animal = c.word(ANIMALS);
        return say(
                c.count(2, 4),
                "the %1$s was sitting in the car. | %2$s "
                        + c.form("opened the window for", "sat down beside", "gave water to")
                        + " the %1$s. | they drove to the %3$s, and the %1$s was %4$s. | %5$s parked the car and"
                        + " let the %1$s out.",
                animal,
                who,
                c.word(PLACES),
                c.word(MOODS),
                who.subject());
    }

    private static Passage cooking(Choice c) {
        Person who = c.word(NAMES);
        List<Noun> foods = c.words(FOODS, 2);
        return say(
                c.count(2, 4),
                "%1$s bought %2$s and %3$s at the market. | %4$s cut the %2$s and cooked the %3$s. | the meal"
                        + " was "
                        + c.form("hot", "good", "sweet", "ready at noon")
                        + ", and the %5$s ate all of the %3$s. | no %2$s were left.",
                who,
                foods.get(0).many(),
                foods.get(1).many(),
                who.subject(),
                c.word(PEOPLE));
    }

    private static Passage visit(Choice c) {
        Person he = c.word(HE);
        Person she = c.word(SHE);
        Noun thing = c.word(THINGS);
        return say(
                c.count(2, 4),
                "%1$s went to the %3$s to see %2$s. | %2$s was "
                        + c.form("not there", "waiting for him", "asleep")
                        + ". | so he left %4$s for her at the door. | when she found the %5$s, she was %6$s.",
                he,
                she,
                c.word(PLACES),
                thing.a(),
                thing,
                c.word(MOODS));
    }

    private static Passage sickAnimal(Choice c) {
        Person who = c.word(NAMES);
        return say(
                c.count(2, 4),
                "the %1$s of %2$s was sick. | the doctor came and looked at the %1$s. | %2$s gave it %3$s and"
                        + " a warm blanket. | soon the %1$s was %4$s again.",
                c.word(ANIMALS),
                who,
                c.word(FOODS).many(),
                c.word(MOODS));
    }

    private static Passage wayHome(Choice c) {
        List<Noun> places = c.words(PLACES, 2);
        return say(
                c.count(2, 4),
                "the %1$s walked from the %2$s to the %3$s. | the road to the %3$s was %4$s. | so the %1$s was"
                        + " tired and sat down. | "
                        + c.form(
                                "it was dark when",
                                "the sun rose before",
                                "the rain stopped before")
                        + " the %1$s came to the %3$s.",
                c.word(PEOPLE),
                places.get(0),
                places.get(1),
                c.word(WAYS));
    }

    private static Passage repair(Choice c) {
        Person who = c.word(NAMES);
        Noun thing = c.word(THINGS);
        return say(
                c.count(2, 4),
                "the %1$s was broken. | %2$s took the %1$s to the %3$s. | the %3$s "
                        + c.form("repaired it", "looked at it", "shook a head")
                        + " and asked for money. | now the %1$s is %4$s, and %2$s is %5$s.",
                thing,
                who,
                c.word(PEOPLE),
                c.word(LOOKS),
                c.word(MOODS));
    }

    private static Passage catOnTheMat(Choice c) {
        List<Noun> two = c.words(ANIMALS, 2);
        return say(
                c.count(2, 4),
                "the %1$s "
                        + c.form("sat", "lay", "slept")
                        + " on the %3$s. | the %2$s wanted the %3$s too. | but the %1$s did not move, and the"
                        + " %2$s was %4$s. | at night both of them slept on the %3$s.",
                two.get(0),
                two.get(1),
                c.word(SEATS),
                c.word(MOODS));
    }

    private static Passage school(Choice c) {
        Person who = c.word(NAMES);
        Noun animal = c.word(ANIMALS);
        return say(
                c.count(2, 4),
                "the teacher asked %1$s about the %2$s. | %1$s "
                        + c.form("knew", "did not know", "had read")
                        + " much about %3$s. | so %4$s drew %5$s %2$s on the board. | the children laughed"
                        + " at the %2$s of %1$s.",
                who,
                animal,
                animal.many(),
                who.subject(),
                Noun.a(c.word(LOOKS)));
    }

    /** The first sentences of a story. */
    private static Passage say(int sentences, String form, Object... words) {
        String[] all = String.format(form, words).split(" \\| ");
        return Passage.of(String.join(" | ", List.of(all).subList(0, sentences)));
    }
}
