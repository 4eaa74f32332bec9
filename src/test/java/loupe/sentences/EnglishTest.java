package loupe.sentences;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EnglishTest {

    private static final int MANY = 3_000;

    private static List<Passage> passages(Topic topic) {
        List<Passage> passages = new ArrayList<>();
        for (Part part : Part.values()) {
            new English(5, part).passages(topic).limit(MANY).forEach(passages::add);
        }
        return passages;
    }

    @Test
    void theSameSeedGivesTheSamePassages() {
        List<Passage> once = new English(3, Part.TRAINING).passages().limit(200).toList();
        assertEquals(once, new English(3, Part.TRAINING).passages().limit(200).toList());
        assertNotEquals(once, new English(4, Part.TRAINING).passages().limit(200).toList());
    }

    @ParameterizedTest
    @EnumSource
    void noFillingOfATemplateIsLearntFromAndMeasuredOn(Topic topic) {
        Set<List<String>> learnt = new HashSet<>();
        Set<String> templates = new TreeSet<>();
        English training = new English(1, Part.TRAINING);
        for (int i = 0; i < MANY; i++) {
            Drawn<Passage> drawn = training.next(topic);
            learnt.add(filling(drawn));
            templates.add(drawn.template());
        }
        English heldOut = new English(1, Part.HELD_OUT);
        Set<String> measured = new TreeSet<>();
        for (int i = 0; i < MANY; i++) {
            Drawn<Passage> drawn = heldOut.next(topic);
            assertTrue(!learnt.contains(filling(drawn)), drawn::toString);
            measured.add(drawn.template());
        }
        assertEquals(templates, measured);
    }

    private static List<String> filling(Drawn<Passage> drawn) {
        return Stream.concat(Stream.of(drawn.template()), drawn.words().stream()).toList();
    }

    @ParameterizedTest
    @EnumSource
    void aTemplateIsFilledInManyWays(Topic topic) {
        English training = new English(1, Part.TRAINING);
        Map<String, Set<List<String>>> fillings = new TreeMap<>();
        for (int i = 0; i < 5 * MANY; i++) {
            Drawn<Passage> drawn = training.next(topic);
            fillings.computeIfAbsent(drawn.template(), name -> new HashSet<>()).add(drawn.words());
        }
        fillings.forEach((name, all) -> assertTrue(all.size() > 60, name + " " + all.size()));
    }

    @ParameterizedTest
    @EnumSource
    void sentencesReadAsSentences(Topic topic) {
        for (Passage passage : passages(topic)) {
            for (String sentence : passage.sentences()) {
                assertTrue(
                        sentence.matches(
                                "\"?[A-Z][^{}|%/<>]*[^ ][.?!,]\"?( (said|asked) \\w+\\.)?"),
                        sentence);
                assertTrue(
                        !sentence.matches(".*(  | [.,]|\\b[Aa] [aeio]|\\ban [^aeiou]).*"),
                        sentence);
            }
            for (Mark mark : passage.marks()) {
                assertTrue(passage.word(mark).matches("[A-Za-z]+"), passage::toString);
            }
        }
    }

    @Test
    void theVerbAgreesWithTheSubjectAndMostAttractorsWouldHaveItOtherwise() {
        List<Passage> passages = passages(Topic.AGREEMENT);
        int opposite = 0;
        for (Passage passage : passages) {
            Mark subject = passage.mark(Role.SUBJECT).orElseThrow();
            Mark attractor = passage.mark(Role.ATTRACTOR).orElseThrow();
            Mark verb = passage.mark(Role.VERB).orElseThrow();
            assertTrue(subject.end() < attractor.start() && attractor.end() < verb.start());
            boolean plural = isPlural(passage.word(subject));
            assertEquals(!plural, passage.word(verb).endsWith("s"), passage::text);
            assertEquals(plural, verb.note().endsWith("s"), passage::text);
            opposite += plural != isPlural(passage.word(attractor)) ? 1 : 0;
        }
        assertEquals(0.75, opposite / (double) passages.size(), 0.03);
    }

    private static boolean isPlural(String noun) {
        return Stream.of(
                        Lexicon.PEOPLE,
                        Lexicon.ANIMALS,
                        Lexicon.THINGS,
                        Lexicon.PLACES,
                        Noun.list("story song"))
                .flatMap(List::stream)
                .anyMatch(word -> word.many().equals(noun));
    }

    @Test
    void everyPronounHasOneAntecedentBeforeIt() {
        for (Passage passage : passages(Topic.PRONOUNS)) {
            List<Role> roles = passage.marks().stream().map(Mark::role).toList();
            assertEquals(List.of(Role.ANTECEDENT, Role.PRONOUN), roles, passage::text);
            String pronoun = passage.word(passage.mark(Role.PRONOUN).orElseThrow());
            assertTrue(
                    pronoun.matches(
                            "[Hh]er|[Ss]he|[Hh]is|[Hh]e|[Ii]t|[Tt]hey|them|himself|herself"),
                    pronoun);
        }
    }

    @Test
    void everyAmbiguousWordIsUsedInBothItsMeanings() {
        Map<String, Set<String>> meanings = new TreeMap<>();
        for (Passage passage : passages(Topic.SENSES)) {
            Mark mark = passage.mark(Role.SENSE).orElseThrow();
            meanings.computeIfAbsent(passage.word(mark).toLowerCase(), word -> new TreeSet<>())
                    .add(mark.note());
        }
        assertTrue(meanings.size() >= 10, meanings.toString());
        meanings.values().forEach(both -> assertEquals(2, both.size(), meanings::toString));
    }

    @Test
    void aNameThatComesBackStandsInAnEarlierSentence() {
        for (Passage passage : passages(Topic.NAMES)) {
            Mark name = passage.mark(Role.NAME).orElseThrow();
            assertTrue(passage.text().indexOf(passage.word(name)) < name.start(), passage::text);
        }
    }

    @Test
    void storiesHaveTwoToFourSentences() {
        Set<Integer> lengths =
                passages(Topic.STORIES).stream()
                        .map(story -> story.sentences().size())
                        .collect(Collectors.toSet());
        assertEquals(Set.of(2, 3, 4), lengths);
    }

    @Test
    void aMarkedPassageLosesItsMarksAndKeepsTheirPlaces() {
        Passage passage = Passage.of("the {subject keys} are here. | {verb is/are} it?");
        assertEquals(List.of("The keys are here.", "Is it?"), passage.sentences());
        assertEquals(
                List.of(new Mark(Role.SUBJECT, 4, 8, ""), new Mark(Role.VERB, 19, 21, "are")),
                passage.marks());
        assertEquals("Is", passage.word(passage.marks().get(1)));
    }

    @Test
    void regularNounsFollowTheSpelling() {
        assertEquals(
                List.of("boxes", "cherries", "boys", "mice"),
                Noun.list("box cherry boy mouse/mice").stream().map(Noun::many).toList());
        assertEquals("an apple", Noun.list("apple").get(0).a());
    }
}
