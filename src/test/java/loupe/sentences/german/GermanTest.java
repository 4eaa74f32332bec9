package loupe.sentences.german;

import static loupe.sentences.german.Speech.clause;
import static loupe.sentences.german.Speech.doing;
import static loupe.sentences.german.Speech.is;
import static loupe.sentences.german.Speech.nominal;
import static loupe.sentences.german.Speech.not;
import static loupe.sentences.german.Speech.phrase;
import static loupe.sentences.german.Speech.quality;
import static loupe.sentences.german.Speech.question;
import static loupe.sentences.german.Speech.said;
import static loupe.sentences.german.Speech.statement;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import loupe.sentences.german.Clause.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sentences that were checked by hand, for each thing the grammar knows. */
class GermanTest {

    @ParameterizedTest
    @CsvSource({
        "the small dog, der kleine Hund, den kleinen Hund, dem kleinen Hund",
        "the old cat, die alte Katze, die alte Katze, der alten Katze",
        "the new book, das neue Buch, das neue Buch, dem neuen Buch",
        "the rich people, die reichen Leute, die reichen Leute, den reichen Leuten",
        "a small dog, ein kleiner Hund, einen kleinen Hund, einem kleinen Hund",
        "an old cat, eine alte Katze, eine alte Katze, einer alten Katze",
        "a new book, ein neues Buch, ein neues Buch, einem neuen Buch",
        "my good friend, mein guter Freund, meinen guten Freund, meinem guten Freund",
        "our old house, unser altes Haus, unser altes Haus, unserem alten Haus",
        "her red shoes, ihre roten Schuhe, ihre roten Schuhe, ihren roten Schuhen",
        "this big car, dieses große Auto, dieses große Auto, diesem großen Auto",
        "these big cars, diese großen Autos, diese großen Autos, diesen großen Autos",
        "every young man, jeder junge Mann, jeden jungen Mann, jedem jungen Mann",
        "all old women, alle alten Frauen, alle alten Frauen, allen alten Frauen",
        "two small children, zwei kleine Kinder, zwei kleine Kinder, zwei kleinen Kindern",
        "many old trees, viele alte Bäume, viele alte Bäume, vielen alten Bäumen",
        "some new books, einige neue Bücher, einige neue Bücher, einigen neuen Büchern",
        "cold water, kaltes Wasser, kaltes Wasser, kaltem Wasser",
        "hot coffee, heißer Kaffee, heißen Kaffee, heißem Kaffee",
        "fresh milk, frische Milch, frische Milch, frischer Milch",
        "an expensive coat, ein teurer Mantel, einen teuren Mantel, einem teuren Mantel",
        "the dark room, das dunkle Zimmer, das dunkle Zimmer, dem dunklen Zimmer",
        "Anna's small dog, Annas kleiner Hund, Annas kleinen Hund, Annas kleinem Hund",
        "the elephant, der Elefant, den Elefanten, dem Elefanten",
        "the elephants, die Elefanten, die Elefanten, den Elefanten",
        "a tired lion, ein müder Löwe, einen müden Löwen, einem müden Löwen",
        "the neighbour, der Nachbar, den Nachbarn, dem Nachbarn",
        "the mice, die Mäuse, die Mäuse, den Mäusen",
        "the babies, die Babys, die Babys, den Babys"
    })
    void articlesAdjectivesAndNounsAgree(String english, String who, String whom, String toWhom) {
        assertEquals(who, german(english, Case.NOMINATIVE));
        assertEquals(whom, german(english, Case.ACCUSATIVE));
        assertEquals(toWhom, german(english, Case.DATIVE));
    }

    private static String german(String english, Case in) {
        List<String> words = phrase(english).german(in).stream().map(Word::text).toList();
        return String.join(" ", words);
    }

    @Test
    void theVerbComesSecond() {
        assertEquals(
                "She sees the small elephant. | Sie sieht den kleinen Elefanten.",
                statement(clause("she", is("see")).withObject(phrase("the small elephant"))));
        assertEquals(
                "Today she reads a new book. | Heute liest sie ein neues Buch.",
                statement(
                        clause("she", is("read"))
                                .withObject(phrase("a new book"))
                                .withFront(Phrase.of("today", "heute"))));
        assertEquals(
                "You often eat red apples. | Du isst oft rote Äpfel.",
                statement(
                        clause("you", is("eat"))
                                .withObject(phrase("red apples"))
                                .with(Role.OFTEN, Phrase.of("often", "oft"))));
        assertEquals(
                "I always see him. | Ich sehe ihn immer.",
                statement(
                        clause("I", is("see"))
                                .withObject(nominal("he"))
                                .with(Role.OFTEN, Phrase.of("always", "immer"))));
    }

    @Test
    void somethingIsGivenToSomebody() {
        assertEquals(
                "We give the child a ball. | Wir geben dem Kind einen Ball.",
                statement(
                        clause("we", is("give"))
                                .withRecipient(phrase("the child"))
                                .withObject(phrase("a ball"))));
        assertEquals(
                "The man shows them his dogs. | Der Mann zeigt ihnen seine Hunde.",
                statement(
                        clause("the man", is("show"))
                                .withRecipient(nominal("they"))
                                .withObject(phrase("his dogs"))));
        assertEquals(
                "The boy helps the old neighbour. | Der Junge hilft dem alten Nachbarn.",
                statement(
                        clause("the boy", is("help")).withRecipient(phrase("the old neighbour"))));
        assertEquals(
                "The hat belongs to me. | Der Hut gehört mir.",
                statement(clause("the hat", is("belong_to")).withRecipient(nominal("I"))));
    }

    @Test
    void thePastIsAPerfectWithItsParticipleAtTheEnd() {
        assertEquals(
                "She saw the elephant yesterday. | Sie hat gestern den Elefanten gesehen.",
                statement(
                        clause("she", doing("see", Tense.PAST))
                                .withObject(phrase("the elephant"))
                                .with(Role.TIME, Phrase.of("yesterday", "gestern"))));
        assertEquals(
                "The dog has run into the park. | Der Hund ist in den Park gelaufen.",
                statement(
                        clause("the dog", doing("run", Tense.PERFECT))
                                .with(Role.PLACE, Vocabulary.INTO.with(phrase("the park")))));
        assertEquals(
                "I was tired. | Ich war müde.",
                statement(
                        clause("I", doing("be", Tense.PAST)).with(Role.QUALITY, quality("tired"))));
        assertEquals(
                "They had a dog. | Sie hatten einen Hund.",
                statement(clause("they", doing("have", Tense.PAST)).withObject(phrase("a dog"))));
    }

    @Test
    void modalsAndTheFutureSendTheInfinitiveToTheEnd() {
        assertEquals(
                "He can buy the car. | Er kann das Auto kaufen.",
                statement(
                        clause("he", doing(Modal.CAN, "buy", Tense.PRESENT))
                                .withObject(phrase("the car"))));
        assertEquals(
                "She wants to invite you. | Sie will dich einladen.",
                statement(
                        clause("she", doing(Modal.WANT, "invite", Tense.PRESENT))
                                .withObject(nominal("you"))));
        assertEquals(
                "You must sleep. | Du musst schlafen.",
                statement(clause("you", doing(Modal.MUST, "sleep", Tense.PRESENT))));
        assertEquals(
                "We will visit Anna. | Wir werden Anna besuchen.",
                statement(clause("we", doing("visit", Tense.FUTURE)).withObject(nominal("Anna"))));
    }

    @Test
    void prefixesAreSplitOff() {
        assertEquals(
                "I call the doctor. | Ich rufe den Arzt an.",
                statement(clause("I", is("call")).withObject(phrase("the doctor"))));
        assertEquals(
                "Peter invited us. | Peter hat uns eingeladen.",
                statement(clause("Peter", doing("invite", Tense.PAST)).withObject(nominal("we"))));
        assertEquals("She gets up. | Sie steht auf.", statement(clause("she", is("get_up"))));
    }

    @Test
    void notIsNichtOrKein() {
        assertEquals(
                "She does not see the dog. | Sie sieht den Hund nicht.",
                statement(clause("she", not("see")).withObject(phrase("the dog"))));
        assertEquals(
                "She does not see a dog. | Sie sieht keinen Hund.",
                statement(clause("she", not("see")).withObject(phrase("a dog"))));
        assertEquals(
                "We do not drink cold milk. | Wir trinken keine kalte Milch.",
                statement(clause("we", not("drink")).withObject(phrase("cold milk"))));
        assertEquals(
                "I do not help a thief. | Ich helfe keinem Dieb.",
                statement(clause("I", not("help")).withRecipient(phrase("a thief"))));
        assertEquals(
                "The room is not dark. | Das Zimmer ist nicht dunkel.",
                statement(clause("the room", not("be")).with(Role.QUALITY, quality("dark"))));
        assertEquals(
                "He does not live in the city. | Er wohnt nicht in der Stadt.",
                statement(
                        clause("he", not("live"))
                                .with(Role.PLACE, Vocabulary.IN.with(phrase("the city")))));
        assertEquals(
                "They cannot sleep. | Sie können nicht schlafen.",
                statement(
                        clause(
                                "they",
                                new Doing(
                                        Speech.LEXICON.verb("sleep"),
                                        Tense.PRESENT,
                                        Optional.of(Modal.CAN),
                                        true))));
    }

    @Test
    void questionsPutTheVerbFirstOrAfterTheQuestionWord() {
        assertEquals(
                "Does she see the dog? | Sieht sie den Hund?",
                question(clause("she", is("see")).withObject(phrase("the dog"))));
        assertEquals(
                "Did you sleep? | Hast du geschlafen?",
                question(clause("you", doing("sleep", Tense.PAST))));
        assertEquals(
                "Are they happy? | Sind sie glücklich?",
                question(clause("they", is("be")).with(Role.QUALITY, quality("happy"))));
        assertEquals(
                "Who sees the dog? | Wer sieht den Hund?",
                question(Clause.of(Asked.who(), is("see")).withObject(phrase("the dog"))));
        assertEquals(
                "Who does the dog see? | Wen sieht der Hund?",
                question(
                        clause("the dog", is("see"))
                                .withFront(Phrase.of(Asked.who(), true, Case.ACCUSATIVE))));
        assertEquals(
                "Where does he live? | Wo wohnt er?",
                question(clause("he", is("live")).withFront(Phrase.of("where", "wo"))));
    }

    @Test
    void theVerbComesLastAfterAConjunction() {
        Clause sleeps = clause("the cat", doing("sleep", Tense.PERFECT));
        assertEquals(
                "Because the cat has slept. | Weil die Katze geschlafen hat.",
                said(
                        Phrase.of("because", "weil")
                                .and(
                                        new Phrase(
                                                sleeps.englishStatement(),
                                                sleeps.germanSubordinate())),
                        "."));
        Clause calls = clause("he", is("call")).withObject(nominal("I"));
        assertEquals(
                "That he calls me. | Dass er mich anruft.",
                said(
                        Phrase.of("that", "dass")
                                .and(
                                        new Phrase(
                                                calls.englishStatement(),
                                                calls.germanSubordinate())),
                        "."));
    }

    @Test
    void relativePronounsHaveTheGenderOfTheirNounAndTheCaseOfTheirPlace() {
        NounPhrase man = phrase("the man");
        Clause sees = Clause.of(Relative.to(man), is("see")).withObject(phrase("a dog"));
        assertEquals(
                "The man who sees a dog is old. | Der Mann, der einen Hund sieht, ist alt.",
                statement(Clause.of(man.with(sees), is("be")).with(Role.QUALITY, quality("old"))));
        NounPhrase dog = phrase("the dog");
        Clause seen =
                clause("the woman", is("see"))
                        .withFront(Phrase.of(Relative.to(dog), false, Case.ACCUSATIVE));
        assertEquals(
                "The dog that the woman sees is small. | Der Hund, den die Frau sieht, ist klein.",
                statement(
                        Clause.of(dog.with(seen), is("be")).with(Role.QUALITY, quality("small"))));
    }

    @Test
    void placesTakeTheDativeAndDirectionsTheAccusative() {
        assertEquals(
                "The cat is under the table. | Die Katze ist unter dem Tisch.",
                statement(
                        clause("the cat", is("be"))
                                .with(
                                        Role.PLACE,
                                        Vocabulary.BESIDE.get(0).with(phrase("the table")))));
        assertEquals(
                "The cat jumps onto the table. | Die Katze springt auf den Tisch.",
                statement(
                        clause("the cat", is("jump"))
                                .with(Role.PLACE, Vocabulary.ONTO.with(phrase("the table")))));
        assertEquals(
                "She puts the book on the bed. | Sie legt das Buch auf das Bett.",
                statement(
                        clause("she", is("put"))
                                .withObject(phrase("the book"))
                                .with(Role.PLACE, Vocabulary.PUT_ON.with(phrase("the bed")))));
        assertEquals(
                "He goes into the house. | Er geht ins Haus.",
                statement(
                        clause("he", is("go"))
                                .with(Role.PLACE, Vocabulary.INTO.with(phrase("the house")))));
        assertEquals(
                "They go to the school. | Sie gehen zur Schule.",
                statement(
                        clause("they", is("go"))
                                .with(Role.PLACE, Vocabulary.TO.with(phrase("the school")))));
    }

    @Test
    void itHasTheGenderOfWhatItRefersTo() {
        assertEquals("er", it(phrase("the table"), Case.NOMINATIVE));
        assertEquals("sie", it(phrase("the lamp"), Case.NOMINATIVE));
        assertEquals("es", it(phrase("the book"), Case.NOMINATIVE));
        assertEquals("ihn", it(phrase("a dog"), Case.ACCUSATIVE));
        assertEquals("ihr", it(phrase("a cat"), Case.DATIVE));
    }

    private static String it(NounPhrase phrase, Case in) {
        return Pronoun.forThing(phrase.gender()).german(in).get(0).text();
    }
}
