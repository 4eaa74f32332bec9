package loupe.sentences;

import static loupe.sentences.Lexicon.ANIMALS;
import static loupe.sentences.Lexicon.DOING;
import static loupe.sentences.Lexicon.DOING_TO;
import static loupe.sentences.Lexicon.LOOKS;
import static loupe.sentences.Lexicon.MOODS;
import static loupe.sentences.Lexicon.PEOPLE;
import static loupe.sentences.Lexicon.PLACES;
import static loupe.sentences.Lexicon.THINGS;

import java.util.List;
import java.util.stream.Stream;

/**
 * Verbs that agree with a subject some words away, with a noun of the other number between them in
 * three of four (Linzen et al. 2016). "The key to the cabinets is old."
 */
final class Agreement {

    private static final List<Noun> LIVING =
            Stream.of(PEOPLE, ANIMALS).flatMap(List::stream).toList();
    private static final List<Noun> ABOUT =
            Noun.list("picture story book song letter box bag basket");
    private static final double OPPOSITE = 0.75;

    /** Subject, attractor, and the verb that agrees with the subject. */
    private record Pair(boolean plural, boolean other, Noun noun, Noun between) {

        static Pair of(Choice c, List<Noun> subjects, List<Noun> attractors) {
            boolean plural = c.chance(0.5);
            boolean other = c.chance(OPPOSITE) != plural;
            Noun noun = c.word(subjects);
            return new Pair(plural, other, noun, c.wordBut(noun, attractors));
        }

        String subject() {
            return "{subject " + noun.form(plural) + "/" + number(plural) + "}";
        }

        String attractor() {
            return "{attractor " + between.form(other) + "/" + number(other) + "}";
        }

        private static String number(boolean plural) {
            return plural ? "plural" : "singular";
        }

        String verb(String singular, String many) {
            return "{verb " + (plural ? many + "/" + singular : singular + "/" + many) + "}";
        }

        String verb(Verb verb) {
            return verb(verb.third(), verb.base());
        }

        String be(Choice c) {
            return c.chance(0.6) ? verb("is", "are") : verb("was", "were");
        }
    }

    private Agreement() {}

    static Grammar<Passage> grammar() {
        return new Grammar<Passage>("agreement")
                .with("thing beside things", Agreement::thingBesideThings)
                .with("picture of animals", Agreement::pictureOfAnimals)
                .with("person beside animals", Agreement::personBesideAnimals)
                .with("person with things", Agreement::personWithThings)
                .with("one who does to others", Agreement::oneWhoDoesToOthers)
                .with("one whom others do to", Agreement::oneWhomOthersDoTo)
                .with("one doing to others", Agreement::oneDoingToOthers)
                .with("thing that one has", Agreement::thingThatOneHas)
                .with("one who does, does", Agreement::oneWhoDoesDoes)
                .with("ones at places", Agreement::onesAtPlaces);
    }

    private static Passage thingBesideThings(Choice c) {
        Pair p = Pair.of(c, THINGS, THINGS);
        String near = c.form("near", "beside", "behind", "under", "next to", "to the left of");
        return say(
                "the %s %s the %s %s %s.",
                p.subject(), near, p.attractor(), p.be(c), c.word(LOOKS));
    }

    private static Passage pictureOfAnimals(Choice c) {
        Pair p = Pair.of(c, ABOUT, ANIMALS);
        String of = p.noun().one().matches("box|bag|basket") ? "with" : c.form("of", "about");
        return say(
                "the %s %s the %s %s %s.", p.subject(), of, p.attractor(), p.be(c), c.word(LOOKS));
    }

    private static Passage personBesideAnimals(Choice c) {
        Pair p = Pair.of(c, PEOPLE, ANIMALS);
        String near = c.form("near", "beside", "behind", "with", "in front of");
        return say(
                "the %s %s the %s %s %s.",
                p.subject(), near, p.attractor(), p.be(c), c.word(MOODS));
    }

    private static Passage personWithThings(Choice c) {
        Pair p = Pair.of(c, PEOPLE, THINGS);
        String has = p.verb("has", "have");
        return say(
                "the %s with the %s %s been %s %s.",
                p.subject(),
                p.attractor(),
                has,
                c.word(MOODS),
                c.form("all day", "for hours", "since morning", "this week"));
    }

    private static Passage oneWhoDoesToOthers(Choice c) {
        Pair p = Pair.of(c, LIVING, LIVING);
        Verb verb = c.word(DOING_TO);
        String does = c.chance(0.5) ? verb.past() : verb.present(p.plural());
        return say(
                "the %s that %s the %s %s %s.",
                p.subject(), does, p.attractor(), p.be(c), c.word(MOODS));
    }

    private static Passage oneWhomOthersDoTo(Choice c) {
        Pair p = Pair.of(c, LIVING, LIVING);
        String does = c.word(DOING_TO).present(p.other());
        return say(
                "the %s that the %s %s %s %s.",
                p.subject(), p.attractor(), does, p.be(c), c.word(MOODS));
    }

    private static Passage oneDoingToOthers(Choice c) {
        Pair p = Pair.of(c, LIVING, LIVING);
        return say(
                "the %s %s the %s %s %s.",
                p.subject(), c.word(DOING_TO).ing(), p.attractor(), p.be(c), c.word(MOODS));
    }

    private static Passage thingThatOneHas(Choice c) {
        Pair p = Pair.of(c, THINGS, PEOPLE);
        String bought = c.form("bought", "found", "lost", "sold", "carried", "painted");
        return say(
                "the %s that the %s %s %s %s.",
                p.subject(), p.attractor(), bought, p.be(c), c.word(LOOKS));
    }

    private static Passage oneWhoDoesDoes(Choice c) {
        Pair p = Pair.of(c, LIVING, LIVING);
        String near = c.form("near", "beside", "behind", "with");
        return say(
                "the %s %s the %s %s %s.",
                p.subject(),
                near,
                p.attractor(),
                p.verb(c.word(DOING)),
                c.form("every day", "in the morning", "at night", "again", "a little"));
    }

    private static Passage onesAtPlaces(Choice c) {
        Pair p = Pair.of(c, LIVING, PLACES);
        String near = c.form("from", "in", "near", "outside");
        return say(
                "the %s %s the %s %s %s.",
                p.subject(), near, p.attractor(), p.be(c), c.word(MOODS));
    }

    private static Passage say(String form, Object... words) {
        return Passage.of(String.format(form, words));
    }
}
