package loupe.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The four types of questions: what is read, what an answer to them is, what stays secret. */
class QuestionTest {
    private static final String CHOICE =
            """
            ::::choice{#which points=2 feedback=after-handin}
            Which head looks at the token **before**?

            - [ ] the one of layer 0 {#zero}
              > Look at *its* first row.
            - [x] the one of layer 1,
              head 2 {#one}

              > Yes: one step back each time.
            - [ ] none {#none}

            :::hint
            Look at the rows.
            :::

            :::reference{show=after-answer}
            It is in layer 1.
            :::

            :::rubric
            - Finds the head {#finds points=2}
            :::
            ::::
            """;

    @TempDir Path folder;

    private Lesson lesson(String body, String key, String settings) throws Exception {
        Files.writeString(folder.resolve("course.yaml"), "id: demo\ntitle: Demo\n" + settings);
        Path home = Files.createDirectories(folder.resolve("a"));
        Files.writeString(
                home.resolve("lesson.md"),
                "---\nschema: 1\nid: demo-lesson\ntitle: T\nlang: en\n---\n" + body);
        if (!key.isEmpty()) {
            Files.writeString(home.resolve("key.md"), key);
        }
        return Course.open(folder, Set.of("attention")).lessons().get(0);
    }

    private Lesson lesson(String body) throws Exception {
        return lesson(body, "", "");
    }

    private Choice choice(String body) throws Exception {
        return (Choice) lesson(body).questions().get(0);
    }

    private Numeric numeric(String attributes) throws Exception {
        return (Numeric)
                lesson(":::numeric{#n " + attributes + "}\nHow many?\n:::\n").questions().get(0);
    }

    @Test
    void aChoiceHasItsOptionsTheirKeysAndWhatIsSaidToThoseWhoChoseThem() throws Exception {
        Choice choice = choice(CHOICE);
        assertEquals(
                List.of(
                        new Choice.Option(
                                "zero",
                                "the one of layer 0",
                                "<p>the one of layer 0</p>\n",
                                "<p>Look at <em>its</em> first row.</p>\n"),
                        new Choice.Option(
                                "one",
                                "the one of layer 1, head 2",
                                "<p>the one of layer 1,\nhead 2</p>\n",
                                "<p>Yes: one step back each time.</p>\n"),
                        new Choice.Option("none", "none", "<p>none</p>\n", "")),
                choice.options());
        assertEquals(Set.of("one"), choice.right());
        assertEquals(Feedback.AFTER_HAND_IN, choice.feedback());
        assertEquals(
                List.of(new Reference(Reference.Show.AFTER_ANSWER, "<p>It is in layer 1.</p>\n")),
                choice.references());
        assertEquals(List.of(new Criterion("finds", "Finds the head", 2)), choice.rubric());
        assertEquals(List.of("<p>Look at the rows.</p>\n"), choice.hints());
    }

    @Test
    void whatIsRightReachesNeitherThePageNorThePrompt() throws Exception {
        Lesson lesson = lesson(CHOICE);
        assertEquals("", Finding.print(lesson.findings()));
        for (String open : List.of(lesson.html(), lesson.questions().get(0).prompt())) {
            assertTrue(open.contains("the one of layer 1"), open);
            for (String secret : List.of("checked", "[x]", "one step back", "layer 1.", "Finds")) {
                assertFalse(open.contains(secret), secret + " in " + open);
            }
        }
        assertEquals(
                "Which head looks at the token **before**?\n\n"
                        + "- [ ] the one of layer 0 {#zero}\n"
                        + "- [ ] the one of layer 1,\n  head 2 {#one}\n\n"
                        + "- [ ] none {#none}",
                lesson.questions().get(0).prompt());
    }

    @Test
    void optionsThatAreShuffledStandOnThePageInNoOrder() throws Exception {
        assertFalse(
                lesson(CHOICE.replace("points=2", "points=2 shuffle"))
                        .html()
                        .contains("the one of layer"));
    }

    @Test
    void theAnswerToAChoiceIsTheKeysInTheOrderOfTheLesson() throws Exception {
        Choice choice = choice(CHOICE);
        assertEquals("zero\nnone", choice.body(List.of("none", "gone", "zero")));
        assertEquals(
                List.of("zero", "none"),
                choice.chosen("none\ngone\n zero ").stream().map(Choice.Option::key).toList());
        assertEquals(Optional.of(true), choice.isRight("one"));
        assertEquals(Optional.of(false), choice.isRight("one\nzero"));
        assertEquals(Optional.empty(), choice.isRight(""));
        assertEquals(Optional.empty(), choice.isRight("gone"));
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "3|3",
                "-0,5|-0.5",
                "\u22122|-2",
                " 12 ms |12",
                "1.5e-3|0.0015",
                ".5|0.5",
                "7.|7",
                "+4E2|400"
            },
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false)
    void aNumberIsReadAsPeopleWriteIt(String typed, BigDecimal number) throws Exception {
        BigDecimal read = numeric("value=1 unit=ms").read(typed).orElseThrow();
        assertEquals(0, read.compareTo(number), read.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ".", "-", "many", "1 2", "1e999999999", "0x10", "NaN", "1.2.3", "3 kg"})
    void whatIsNoNumberIsNeitherRightNorWrong(String typed) throws Exception {
        Numeric numeric = numeric("value=1 unit=ms");
        assertEquals(Optional.empty(), numeric.read(typed));
        assertEquals(Optional.empty(), numeric.isRight(typed));
    }

    @Test
    void aNumberIsRightWithinItsTolerance() throws Exception {
        Numeric numeric = numeric("value=0.25 tolerance=0.01");
        assertEquals(Optional.of(true), numeric.isRight("0.26"));
        assertEquals(Optional.of(true), numeric.isRight("0,24"));
        assertEquals(Optional.of(false), numeric.isRight("0.2601"));
        assertEquals(Optional.of(true), numeric("value=3").isRight("3.000"));
    }

    @Test
    void aSecretValueComesFromTheKeyWhereThereIsOne() throws Exception {
        String body = ":::numeric{#n}\nHow many?\n:::\n";
        Lesson lesson = lesson(body, ":::key{for=n value=7}\n:::\n", "");
        assertEquals("", Finding.print(lesson.findings()));
        assertEquals(Optional.of(true), ((Numeric) lesson.questions().get(0)).isRight("7"));
        assertFalse(lesson.html().contains("7"), lesson.html());
    }

    @Test
    void aSecretChoiceComesFromTheKeyWhereThereIsOne() throws Exception {
        String open = CHOICE.replace("[x]", "[ ]");
        Lesson lesson = lesson(open, ":::key{for=which value=none}\n:::\n", "");
        assertEquals("", Finding.print(lesson.findings()));
        assertEquals(Set.of("none"), ((Choice) lesson.questions().get(0)).right());
    }

    @Test
    void aPackedCourseHasNoKeyAndNothingIsMissed() throws Exception {
        String body = ":::numeric{#n}\nHow many?\n:::\n\n" + CHOICE.replace("[x]", "[ ]");
        Lesson lesson = lesson(body, "", "packed: true\n");
        assertEquals("", Finding.print(lesson.findings()));
        assertEquals(Optional.empty(), ((Numeric) lesson.questions().get(0)).isRight("7"));
        assertEquals(Optional.empty(), ((Choice) lesson.questions().get(1)).isRight("one"));
    }

    @Test
    void aTaskIsAQuestionOfItsOwn() throws Exception {
        Question task = lesson(":::task{#do}\nOpen a head.\n:::\n").questions().get(0);
        assertEquals("Open a head.", task.prompt());
        assertTrue(task instanceof Task);
    }

    @Test
    void aReferenceWithoutARuleWaitsForTheHandIn() throws Exception {
        String body = "::::writeup{#w}\nWhat?\n\n:::reference\nThis.\n:::\n::::\n";
        assertEquals(
                Reference.Show.AFTER_HAND_IN,
                lesson(body).questions().get(0).references().get(0).show());
    }

    @Test
    void aKeyThatIsNoTextIsOneSentence() throws IOException, LessonTrouble {
        Files.writeString(folder.resolve("course.yaml"), "id: demo\ntitle: Demo\n");
        Path home = Files.createDirectories(folder.resolve("a"));
        Files.writeString(
                home.resolve("lesson.md"), "---\nschema: 1\nid: one\ntitle: T\nlang: en\n---\n");
        Files.write(home.resolve("key.md"), new byte[] {(byte) 0xff});
        assertEquals(
                "a/lesson.md: error[F001]: a/key.md is not UTF-8 text: save it again as UTF-8.\n",
                Finding.print(Course.open(folder, Set.of()).lessons().get(0).findings()));
    }
}
