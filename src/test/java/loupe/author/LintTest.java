package loupe.author;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import loupe.lesson.Finding;
import loupe.lesson.Vocabulary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checking a course from outside, mending it, and the three forms of what is said. */
class LintTest {
    private static final Vocabulary NAMES = Vocabulary.ofViews(Set.of("neuron"));
    private static final String BROKEN =
            """
            ---
            schema: 1
            id: first
            titel: First
            title: First
            lang: en
            ---

            Before.
            :::writeup{#w1 pionts=4 minwords=80}
            What?

            :::hint
            Look.
            :::

            :::hint
            Look again.
            :::
            :::
            After.

            :::chioce{#c1}
            Which?

            - [x] this {#this}
            - [ ] that {#that}
            :::
            """;

    private static final String MENDED =
            """
            ---
            schema: 1
            id: first
            title: First
            title: First
            lang: en
            ---
            """;

    @TempDir Path folder;
    private Path lesson;

    @BeforeEach
    void begin() throws IOException {
        Files.writeString(
                folder.resolve("course.yaml"), "id: demo\ntitle: Demo\nlessons: [a, b]\n");
        lesson = write("a", BROKEN);
        write("b", "---\nschema: 1\nid: second\ntitle: T\nlang: en\n---\n\n:::poll\n:::\n");
    }

    private Path write(String name, String text) throws IOException {
        Path file = Files.createDirectories(folder.resolve(name)).resolve("lesson.md");
        return Files.writeString(file, text);
    }

    private Lint lint(Path path) throws AuthorTrouble {
        return new Lint(CoursePlace.of(path), NAMES);
    }

    private static String codes(List<Finding> findings) {
        return String.join(" ", findings.stream().map(Finding::code).toList());
    }

    @Test
    void aLessonInACourseIsCheckedAlone() throws Exception {
        assertEquals("D002", codes(lint(folder.resolve("b")).findings()));
        assertEquals("D002", codes(lint(folder.resolve("b/lesson.md")).findings()));
        assertTrue(lint(folder).findings().size() > 5);
    }

    @Test
    void whatIsMechanicalIsMendedAndNothingElseChanges() throws Exception {
        write("a", BROKEN.replace("titel: First\n", "sumary: First\n"));
        lint(folder.resolve("a")).mend();
        assertEquals(
                """
                ---
                schema: 1
                id: first
                summary: First
                title: First
                lang: en
                ---

                Before.

                ::::writeup{#w1 points=4 min-words=80}
                What?

                :::hint
                Look.
                :::

                :::hint
                Look again.
                :::
                ::::

                After.

                :::choice{#c1}
                Which?

                - [x] this {#this}
                - [ ] that {#that}
                :::
                """,
                Files.readString(lesson));
        assertEquals("", codes(lint(folder.resolve("a")).findings()));
    }

    @Test
    void aMendingThatMakesAnotherMistakeStopsThereForAPerson() throws Exception {
        lint(folder.resolve("a")).mend();
        assertTrue(Files.readString(lesson).startsWith(MENDED));
        assertTrue(codes(lint(folder.resolve("a")).findings()).contains("Y001"));
    }

    @Test
    void lineEndsAndTheMarkAtTheBeginningStay() throws Exception {
        String windows = BROKEN.replace("titel: First\n", "").replace("\n", "\r\n");
        Files.writeString(lesson, "\uFEFF" + windows);
        lint(folder.resolve("a")).mend();
        String mended = Files.readString(lesson);
        assertTrue(mended.startsWith("\uFEFF---\r\n"), mended);
        assertTrue(mended.contains("Before.\r\n\r\n::::writeup{#w1 points=4"), mended);
        assertEquals(mended, mended.replace("\r\n", "\n").replace("\n", "\r\n"));
    }

    @Test
    void aCourseWithNothingToMendKeepsItsFiles() throws Exception {
        String before = Files.readString(folder.resolve("b/lesson.md"));
        assertEquals(List.of(), lint(folder.resolve("b")).mend());
        assertEquals(before, Files.readString(folder.resolve("b/lesson.md")));
    }

    @Test
    void mendingLeavesNoFileBeside() throws Exception {
        lint(folder).mend();
        try (Stream<Path> files = Files.list(folder.resolve("a"))) {
            assertEquals(List.of(lesson), files.toList());
        }
    }

    @Test
    void theFormForProgramsHasEverything() throws Exception {
        List<Finding> findings = lint(folder).findings();
        JsonArray all =
                JsonParser.parseString(FindingFormat.JSON.print(findings, "x/")).getAsJsonArray();
        assertEquals(findings.size(), all.size());
        JsonObject first = all.get(0).getAsJsonObject();
        assertEquals(
                "{\"file\":\"x/a/lesson.md\",\"line\":4,\"column\":1,\"width\":5,\"severity\":\"error\","
                        + "\"code\":\"Y002\",\"message\":\"\\\"titel\\\" is not a setting of the front"
                        + " matter\",\"fix\":\"did you mean \\\"title\\\"?\",\"mechanical\":true}",
                first.toString());
    }

    @Test
    void theFormForGitHubEscapesWhatWouldEndIt() throws Exception {
        write(
                "b",
                "---\nschema: 1\nid: second\ntitle: T\nlang: en\n---\n\n![](figures/100%,a.png)\n");
        assertEquals(
                """
                ::error file=my%3Acourse/b/lesson.md,line=8,col=1,endColumn=24,title=A001::this picture has no alternative text%0Afix: say in the square brackets what it shows
                ::error file=my%3Acourse/b/lesson.md,line=8,col=1,endColumn=24,title=F001::a picture may not come from "figures/100%25,a.png"%0Afix: put it into the folder figures of this lesson and write figures/name.png
                """,
                FindingFormat.GITHUB.print(lint(folder.resolve("b")).findings(), "my:course/"));
    }

    @Test
    void aPathWithoutACourseIsOneSentence() throws Exception {
        Path nowhere = folder.resolve("nowhere");
        AuthorTrouble none = assertThrows(AuthorTrouble.class, () -> CoursePlace.of(nowhere));
        assertEquals(
                "There is nothing at " + nowhere + ". Name a course's folder, or a lesson in one.",
                none.getMessage());
    }
}
