package loupe.sentences;

import static loupe.sentences.Lexicon.ANIMALS;
import static loupe.sentences.Lexicon.EVENTS;
import static loupe.sentences.Lexicon.FOODS;
import static loupe.sentences.Lexicon.HE;
import static loupe.sentences.Lexicon.HE_IS;
import static loupe.sentences.Lexicon.INSIDE;
import static loupe.sentences.Lexicon.LOOKS;
import static loupe.sentences.Lexicon.MOODS;
import static loupe.sentences.Lexicon.PEOPLE;
import static loupe.sentences.Lexicon.PLACES;
import static loupe.sentences.Lexicon.PRESENTS;
import static loupe.sentences.Lexicon.SHE;
import static loupe.sentences.Lexicon.SHE_IS;
import static loupe.sentences.Lexicon.THINGS;
import static loupe.sentences.Lexicon.WAYS;

import java.util.List;

/**
 * Pronouns that refer back, one marked in each passage. Gender, number or sense leave one word that
 * it can stand for, and another stands by that it cannot: "The animal did not cross the street
 * because it was too tired."
 */
final class Pronouns {

    private static final List<Noun> CROSSED =
            Noun.list("street road river bridge field hill path market");

    private Pronouns() {}

    static Grammar<Passage> grammar() {
        return new Grammar<Passage>("pronouns")
                .with("party", Pronouns::party)
                .with("two people meet", Pronouns::twoPeopleMeet)
                .with("two people, by what they are", Pronouns::twoByWhatTheyAre)
                .with("somebody gives", Pronouns::somebodyGives)
                .with("crossing", Pronouns::crossing)
                .with("one and many", Pronouns::oneAndMany)
                .with("lost thing", Pronouns::lostThing)
                .with("own thing", Pronouns::ownThing)
                .with("oneself", Pronouns::oneself)
                .with("person and thing", Pronouns::personAndThing)
                .with("food", Pronouns::food);
    }

    /** One "he" and one "she" by name; which of them comes first is chance. */
    private record Two(Person first, Person second, boolean back) {

        static Two named(Choice c) {
            return of(c, c.word(HE), c.word(SHE));
        }

        static Two of(Choice c, Person he, Person she) {
            boolean turned = c.chance(0.5);
            return new Two(turned ? she : he, turned ? he : she, c.chance(0.5));
        }

        String one() {
            return back ? "{antecedent " + first + "}" : first.name();
        }

        String other() {
            return back ? second.name() : "{antecedent " + second + "}";
        }

        private Person meant() {
            return back ? first : second;
        }

        String subject() {
            return "{pronoun " + meant().subject() + "}";
        }
    }

    private static Passage party(Choice c) {
        String wanted = c.form("wanted to have", "had", "planned", "thought of", "wished for");
        Noun event = c.word(EVENTS);
        String who = c.form("I", "we", "they", "he", "she");
        String verb = c.form("bought", "made", "found", "chose");
        String present = c.word(PRESENTS).a();
        return say(
                "%s %s a {antecedent %s}. | %s %s %s for {pronoun it}.",
                who, wanted, event, who, verb, present);
    }

    private static Passage twoPeopleMeet(Choice c) {
        Two two = Two.named(c);
        return say(
                "%s %s %s %s the %s. | %s was %s.",
                two.one(),
                c.form("met", "saw", "found", "heard"),
                two.other(),
                c.form("at", "near", "behind"),
                c.word(PLACES),
                two.subject(),
                c.word(MOODS));
    }

    private static Passage twoByWhatTheyAre(Choice c) {
        Two two = Two.of(c, c.word(HE_IS), c.word(SHE_IS));
        String did = c.form("called", "visited", "helped", "followed", "watched");
        return say(
                "the %s %s the %s because %s was %s.",
                two.one(), did, two.other(), two.subject(), c.word(MOODS));
    }

    private static Passage somebodyGives(Choice c) {
        Two two = Two.named(c);
        String gave = c.form("gave", "brought", "sent", "showed");
        return say(
                "%s %s the %s to %s, and %s %s.",
                two.one(),
                gave,
                c.word(THINGS),
                two.other(),
                two.subject(),
                c.form("smiled", "laughed", "was glad", "went home"));
    }

    private static Passage crossing(Choice c) {
        boolean way = c.chance(0.5);
        Noun animal = c.word(ANIMALS);
        Noun place = c.word(CROSSED);
        String did = c.form("did not cross", "could not cross", "would not leave");
        return say(
                "the %s %s the %s because {pronoun it} was too %s.",
                way ? animal : "{antecedent " + animal + "}",
                did,
                way ? "{antecedent " + place + "}" : place,
                c.word(way ? WAYS : MOODS));
    }

    private static Passage oneAndMany(Choice c) {
        boolean many = c.chance(0.5);
        boolean people = c.chance(0.5);
        String some = c.word(people ? PEOPLE : ANIMALS).many();
        Noun one = c.word(ANIMALS);
        String mood = c.word(MOODS);
        String were = many ? "{pronoun they} were " + mood : "{pronoun it} was " + mood;
        return say(
                "the %s %s the %s. | %s.",
                many ? "{antecedent " + some + "}" : some,
                c.form("saw", "chased", "watched", "passed"),
                many ? one : "{antecedent " + one + "}",
                were);
    }

    private static Passage lostThing(Choice c) {
        boolean many = c.chance(0.5);
        Noun thing = c.word(THINGS);
        Person who = c.word(Lexicon.NAMES);
        return say(
                "%s %s the {antecedent %s} in the %s. | {pronoun %s} %s %s.",
                who,
                c.form("lost", "found", "left", "hid"),
                thing.form(many),
                c.word(INSIDE),
                many ? "they" : "it",
                many ? "were" : "was",
                c.word(LOOKS));
    }

    private static Passage ownThing(Choice c) {
        Two two = Two.named(c);
        String own = "{pronoun " + two.meant().possessive() + "}";
        String did = two.back() ? "saw %s and dropped %s %s" : "saw %s with %s %s";
        return say("%s %s.", two.one(), String.format(did, two.other(), own, c.word(THINGS)));
    }

    private static Passage oneself(Choice c) {
        Person who = c.word(c.chance(0.5) ? HE : SHE);
        Noun others = c.word(PEOPLE);
        return say(
                "{antecedent %s}, who %s the %s, %s {pronoun %s}.",
                who,
                c.form("helped", "watched", "liked", "called"),
                others.many(),
                c.form("hurt", "hid", "blamed", "saw", "asked"),
                who.self());
    }

    private static Passage personAndThing(Choice c) {
        boolean thing = c.chance(0.5);
        Person who = c.word(c.chance(0.5) ? HE : SHE);
        Noun what = c.word(THINGS);
        String rest =
                thing
                        ? "{pronoun it} was " + c.word(LOOKS)
                        : "{pronoun " + who.subject() + "} was " + c.word(MOODS);
        return say(
                "%s %s the %s because %s.",
                thing ? who : "{antecedent " + who + "}",
                c.form("sold", "bought", "kept", "dropped"),
                thing ? "{antecedent " + what + "}" : what,
                rest);
    }

    private static Passage food(Choice c) {
        Noun food = c.word(FOODS);
        Person cook = c.word(Lexicon.NAMES);
        return say(
                "%s bought {antecedent %s} at the %s. | The %s ate {pronoun them}.",
                cook, food.many(), c.form("market", "shop", "store"), c.word(ANIMALS));
    }

    private static Passage say(String form, Object... words) {
        return Passage.of(String.format(form, words));
    }
}
