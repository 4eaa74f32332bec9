package loupe.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Questions that a lesson takes from the bank: there they are like its own. */
class BankTest {
    private static final String BANK =
            """
            Words around the questions are for the author.

            ::::writeup{#compare points=1 min-words=20 evidence=exp-one}
            Compare [two heads](#exp-one), as *above*.

            :::hint
            Begin with the first.
            :::

            :::reference{show=after-answer}
            One looks back, one looks around.
            :::
            ::::

            :::numeric{#layers tolerance=1}
            How many layers?
            :::

            :::choice{#which}
            Which?

            - [ ] this {#this}
            - [ ] that {#that}
            :::
            """;

    @TempDir Path folder;

    @BeforeEach
    void fillTheBank() throws Exception {
        Files.createDirectories(folder.resolve("shared/bank"));
        Files.writeString(folder.resolve("shared/bank/bank.md"), BANK);
        Files.writeString(folder.resolve("course.yaml"), "id: demo\ntitle: Demo\n");
    }

    private Lesson lesson(String body, String key) throws Exception {
        Path home = Files.createDirectories(folder.resolve("a"));
        Files.writeString(
                home.resolve("lesson.md"),
                "---\nschema: 1\nid: demo-lesson\ntitle: T\nlang: en\n---\n" + body);
        Files.writeString(home.resolve("key.md"), key);
        return Course.open(folder, Set.of("head")).lessons().get(0);
    }

    private static final String EXPERIMENT = "\n```yaml experiment {#exp-one}\nview: head\n```\n\n";
    private static final String KEY =
            ":::key{for=layers value=12}\n:::\n\n:::key{for=which value=that}\n:::\n";

    @Test
    void aQuestionOfTheBankStandsInTheLessonWhereItIsUsedWithItsHintsAndTheUsesPoints()
            throws Exception {
        Lesson lesson =
                lesson(
                        EXPERIMENT
                                + ":::task{#first}\nLook.\n:::\n\n"
                                + "::use[Compare](bank.md#compare){points=3}\n\n"
                                + ":::task{#last}\nLook again.\n:::\n",
                        "");
        assertEquals("", Finding.print(lesson.findings()));
        assertEquals(
                List.of("first", "compare", "last"),
                lesson.questions().stream().map(Question::id).toList());
        Writeup taken = (Writeup) lesson.questions().get(1);
        assertEquals(3, taken.points());
        assertEquals("exp-one", taken.evidence());
        assertEquals(20, taken.words().least());
        assertEquals(List.of("<p>Begin with the first.</p>\n"), taken.hints());
        assertEquals("Compare [two heads](#exp-one), as *above*.", taken.prompt());
        String html = lesson.html();
        assertTrue(
                html.indexOf("id=\"q-first\"") < html.indexOf("id=\"q-compare\"")
                        && html.indexOf("id=\"q-compare\"") < html.indexOf("id=\"q-last\""),
                html);
        assertTrue(html.contains("as <em>above</em>."), html);
        assertTrue(!html.contains("::use") && !html.contains("Words around"), html);
    }

    @Test
    void itsSecretAnswerStandsInTheKeyOfTheLessonThatUsesIt() throws Exception {
        Lesson lesson =
                lesson("\n::use[Layers](bank.md#layers)\n\n::use[Which](bank.md#which)\n", KEY);
        assertEquals("", Finding.print(lesson.findings()));
        assertEquals(Optional.of(true), ((Numeric) lesson.questions().get(0)).isRight("11"));
        assertEquals(Set.of("that"), ((Choice) lesson.questions().get(1)).right());
    }

    @Test
    void withoutTheSecretTheAuthorIsToldAndAPackedCourseIsNot() throws Exception {
        String uses = "\n::use[Layers](bank.md#layers)\n\n::use[Which](bank.md#which)\n";
        assertEquals(Set.of("Q011", "Q013"), codes(lesson(uses, "")));
        Files.writeString(
                folder.resolve("course.yaml"), CourseYaml.packed("id: demo\ntitle: Demo\n"));
        Lesson packed = lesson(uses, "");
        assertEquals(Set.of(), codes(packed));
        assertEquals(Optional.empty(), ((Numeric) packed.questions().get(0)).isRight("11"));
    }

    @Test
    void oneQuestionIsUsedOnceInALessonAndAnIdOfItsOwnIsNotTakenTwice() throws Exception {
        String use = "\n::use[Compare](bank.md#compare)\n";
        assertEquals(Set.of("Q004"), codes(lesson(EXPERIMENT + use + use, "")));
        assertEquals(
                Set.of("Q004"),
                codes(lesson(EXPERIMENT + "\n:::task{#compare}\nx\n:::\n" + use, "")));
    }

    @Test
    void whatItNeedsOfTheLessonAndDoesNotFindIsSaidWithTheLineOfTheBank() throws Exception {
        Lesson lesson = lesson("\n::use[Compare](bank.md#compare)\n", "");
        assertEquals(
                Set.of("shared/bank/bank.md"),
                lesson.findings().stream()
                        .map(each -> each.spot().file())
                        .collect(Collectors.toSet()));
        assertTrue(codes(lesson).contains("E009"), codes(lesson)::toString);
    }

    private static Set<String> codes(Lesson lesson) {
        return lesson.findings().stream().map(Finding::code).collect(Collectors.toSet());
    }
}
