package loupe.sentences;

import static loupe.sentences.Lexicon.INSIDE;
import static loupe.sentences.Lexicon.LAST_NAMES;
import static loupe.sentences.Lexicon.NAMES;
import static loupe.sentences.Lexicon.PEOPLE;
import static loupe.sentences.Lexicon.PLACES;
import static loupe.sentences.Lexicon.THINGS;

import java.util.List;

/**
 * Names that come back: "Jaime Salazar is running for election. Despite his party affiliation, Mr.
 * Salazar is popular."
 */
final class Names {

    private static final List<Noun> HOMES =
            Noun.list("house castle farm village town cabin tower island street");

    private Names() {}

    static Grammar<Passage> grammar() {
        return new Grammar<Passage>("names")
                .with("election", Names::election)
                .with("candidate wins", Names::candidateWins)
                .with("trade", Names::trade)
                .with("moved", Names::moved)
                .with("letter", Names::letter)
                .with("two guests", Names::twoGuests)
                .with("said", Names::said);
    }

    private static Passage election(Choice c) {
        Person who = c.word(NAMES);
        String last = c.word(LAST_NAMES);
        String party = c.form("party affiliation", "young party", "small party", "age", "speech");
        return say(
                "%s %s %s. | %s %s %s, %s {name %s} is %s.",
                who,
                last,
                c.form("is running for election", "is a candidate", "wants to be elected"),
                c.form("despite", "with", "because of"),
                who.possessive(),
                party,
                who.title(),
                last,
                c.form("popular", "unknown", "likely to win", "behind", "the first choice"));
    }

    private static Passage candidateWins(Choice c) {
        Person who = c.word(NAMES);
        String last = c.word(LAST_NAMES);
        return say(
                "the party chose %s %s as its candidate. | many voters at the %s %s %s {name %s}.",
                who,
                last,
                c.word(PLACES),
                c.form("voted for", "like", "trust", "know"),
                who.title(),
                last);
    }

    private static Passage trade(Choice c) {
        Person who = c.word(NAMES);
        String last = c.word(LAST_NAMES);
        return say(
                "%s %s is %s. | everybody at the %s %s %s {name %s}.",
                who,
                last,
                c.word(PEOPLE).a(),
                c.word(PLACES),
                c.form("likes", "knows", "remembers", "fears"),
                who.title(),
                last);
    }

    private static Passage moved(Choice c) {
        Person who = c.word(NAMES);
        String last = c.word(LAST_NAMES);
        String place = c.word(HOMES).one();
        return say(
                "last year %s %s moved to %s. | now the %s belongs to %s {name %s}.",
                who, last, Noun.a(place), place, who.title(), last);
    }

    private static Passage letter(Choice c) {
        Person who = c.word(NAMES);
        Person other = c.wordBut(who, NAMES);
        String thing = c.word(THINGS).one();
        return say(
                "%s wrote to %s about the %s. | a week later %s answered {name %s} that the %s was gone.",
                who, other, thing, other, who, thing);
    }

    private static Passage twoGuests(Choice c) {
        Person one = c.word(NAMES);
        Person two = c.wordBut(one, NAMES);
        boolean first = c.chance(0.5);
        return say(
                "%s and %s came to the %s. | %s brought %s, and {name %s} brought nothing.",
                one, two, c.word(PLACES), first ? one : two, c.word(THINGS).a(), first ? two : one);
    }

    private static Passage said(Choice c) {
        Person who = c.word(NAMES);
        Person other = c.wordBut(who, NAMES);
        return say(
                "\"where is the %s, %s?\" asked %s. | \"it is in the %s, {name %s},\" said %s.",
                c.word(THINGS), other, who, c.word(INSIDE), who, other);
    }

    private static Passage say(String form, Object... words) {
        return Passage.of(String.format(form, words));
    }
}
