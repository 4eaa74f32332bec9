package loupe.author;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import loupe.lesson.Vocabulary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a course is for people without Loupe: a page, or questions for Moodle. */
class ExportTest {
    private static final Vocabulary NAMES = Vocabulary.ofViews(Set.of("neuron"));

    @TempDir Path folder;
    private Path course;
    private Path lesson;
    private final List<String> told = new ArrayList<>();

    @BeforeEach
    void begin() throws Exception {
        course = new Beginning(NAMES).course("Demo", folder);
        lesson = course.resolve("lessons/01-first-lesson/lesson.md");
    }

    private String page() throws Exception {
        return page((course, lesson, experiment) -> new Camera.Nothing(""));
    }

    private String page(Camera camera) throws Exception {
        List<Path> written =
                export().pages(
                                folder.resolve("out"),
                                camera,
                                (lesson, experiment, place, all) ->
                                        told.add(experiment + " " + place + "/" + all));
        assertEquals(1, written.size());
        return Files.readString(written.get(0));
    }

    private String gift() throws Exception {
        return Files.readString(export().gift(folder.resolve("out")).get(0));
    }

    private Export export() throws Exception {
        return new Export(CoursePlace.of(course), NAMES);
    }

    private void body(String text) throws Exception {
        Files.writeString(
                lesson, "---\nschema: 1\nid: first-lesson\ntitle: T\nlang: en\n---\n\n" + text);
        Files.deleteIfExists(lesson.resolveSibling("key.md"));
    }

    @Test
    void aPageNeedsNoOtherFileAndRunsNothing() throws Exception {
        String page = page();
        Matcher address = Pattern.compile("(?:src|href)=\"([^\"]*)\"").matcher(page);
        while (address.find()) {
            assertTrue(
                    address.group(1).matches("(data:image/svg\\+xml;base64,|#|https://).*"),
                    address.group());
        }
        assertTrue(page.contains("src=\"data:image/svg+xml;base64,"), page);
        assertFalse(page.contains("<script"), page);
        assertFalse(page.contains("<button"), page);
        assertFalse(page.contains("data-experiment"), page);
    }

    @Test
    void inThePlaceOfAnExperimentStandItsCaptionItsSettingsAndWhatItsAuthorWrote()
            throws Exception {
        String page = page();
        assertTrue(page.contains("<figure class=\"experiment\" id=\"exp-short\">"), page);
        assertTrue(page.contains("<p>Lines lead from each word on the left"), page);
        assertTrue(page.contains("<th scope=\"row\">text</th><td>The dog ran</td>"), page);
        assertTrue(page.contains("Where each of three words looks."), page);
        assertTrue(page.contains("href=\"#exp-short\""), page);
    }

    @Test
    void aJavaCellStandsThereWithWhatItPrintsAndAHiddenOneDoesNot() throws Exception {
        body(
                """
                ```java cell {#unseen hidden}
                String secret = "<b>";
                ```

                ```java cell {#seen uses=unseen}
                System.out.println(secret + 1);
                ```

                ```java cell {#quiet}
                int a = 1;
                ```
                """);
        String page = page();
        assertTrue(
                page.contains(
                        """
                        <section class="cell" id="seen"><pre><code class="language-java">System.out.println(secret + 1);</code></pre>
                        <p>It prints:</p>
                        <pre>&lt;b&gt;1</pre>
                        </section>
                        <section class="cell" id="quiet"><pre><code class="language-java">int a = 1;</code></pre>
                        </section>
                        """),
                page);
        assertFalse(page.contains("unseen") || page.contains("data-cell"), page);
    }

    @Test
    void optionsAndHintsAreOnThePage() throws Exception {
        String page = page();
        assertTrue(page.contains("only at itself"), page);
        assertTrue(page.contains("<summary>Hint</summary><p>Point at the last token first.</p>"));
        assertFalse(page.contains("A model answer that students see"), page);
    }

    @Test
    void theExperimentsOwnPictureIsInThePageForLightAndDark() throws Exception {
        String page =
                page(
                        (course, lesson, experiment) ->
                                new Camera.Picture(
                                        "data:image/png;base64,QQ==",
                                        "data:image/png;base64,Qg==",
                                        300,
                                        200,
                                        "Lines of “a<b”"));
        assertTrue(
                page.contains(
                        """
                        <picture>
                        <source media="(prefers-color-scheme: dark)" srcset="data:image/png;base64,Qg==">
                        <img src="data:image/png;base64,QQ==" width="300" height="200" alt="Lines of “a&lt;b”">
                        </picture>
                        <figcaption>Where each of three words looks. In Loupe this is a live experiment, in the neuron view.</figcaption>
                        """),
                page);
        assertFalse(page.contains("Lines lead from each word on the left"), page);
        assertEquals(List.of("exp-short 1/2", "exp-long 2/2"), told);
    }

    @Test
    void whereThereIsNoPictureThePageSaysWhyAndWhatItsAuthorWrote() throws Exception {
        String page =
                page((course, lesson, experiment) -> new Camera.Nothing("No <model> was there."));
        assertTrue(
                page.contains(
                        "<p class=\"no-picture\">No &lt;model&gt; was there.</p>\n<p>Lines lead"),
                page);
    }

    @Test
    void anExperimentsFallbackMayBeAPicture() throws Exception {
        body(
                "```yaml experiment {#e}\nview: neuron\ntext: $1 \\2 <b>\nfallback: figures/lines.svg\n```\n");
        String page = page();
        assertTrue(page.contains("<img src=\"data:image/svg+xml;base64,"), page);
        assertTrue(page.contains("<td>$1 \\2 &lt;b&gt;</td>"), page);
    }

    @Test
    void questionsBecomeGift() throws Exception {
        body(
                """
                ## First

                :::choice{#one points=2}
                Is 2 = 1 + 1 {really}?

                - [ ] a ~ b # c {#no}
                  > No: see C:\\x.
                - [x] yes {#yes}
                :::

                :::choice{#many multiple}
                Which?

                - [x] a {#a}
                - [x] b {#b}
                - [x] c {#c}
                - [ ] d {#d}
                :::

                :::numeric{#n value=2.5 tolerance=0.25}
                How **much** [here](#first)?
                :::

                :::writeup{#w}
                Two passages.

                And `code`.
                :::

                :::task{#t}
                Do it.
                :::
                """);
        assertEquals(
                """
                $CATEGORY: Demo/T

                // points: 2
                ::first-lesson/one::[html]Is 2 \\= 1 + 1 \\{really\\}? {
                \t~[html]a \\~ b \\# c#[html]No\\: see C\\:\\\\x.
                \t=[html]yes
                }

                ::first-lesson/many::[html]Which? {
                \t~%33.33333%[html]a
                \t~%33.33333%[html]b
                \t~%33.33333%[html]c
                \t~%-100%[html]d
                }

                ::first-lesson/n::[html]How <strong>much</strong> here? {#2.5:0.25}

                ::first-lesson/w::[html]<p>Two passages.</p>\\n<p>And <code>code</code>.</p> {}

                // t is a task, which Moodle does not know.

                """,
                gift());
    }

    @Test
    void whatMoodleCannotAskBecomesAComment() throws Exception {
        Files.writeString(
                course.resolve("course.yaml"),
                "schema: 1\nid: demo\ntitle: A/B \\new\npacked: true\nlessons: [lessons/01-first-lesson]\n");
        String options =
                IntStream.range(0, 11)
                        .mapToObj(i -> "- [x] o {#o" + i + "}\n")
                        .collect(Collectors.joining());
        body(
                ":::choice{#secret}\nWhich?\n\n- [ ] a {#a}\n- [ ] b {#b}\n:::\n\n"
                        + ":::numeric{#hidden}\nHow many?\n:::\n\n"
                        + ":::choice{#crowd multiple}\nWhich?\n\n"
                        + options
                        + ":::\n");
        assertEquals(
                """
                $CATEGORY: A//B \\\\new/T

                // secret has no right option here, and Moodle needs one.

                // hidden has no value here: without one, Moodle cannot ask for a number.

                // crowd has 11 right options; Moodle weighs 10.

                """,
                gift());
    }

    @Test
    void aNumberHasItsUnitInTheQuestionAndAnOptionMayLookLikeAWeightOrAFormat() throws Exception {
        body(
                """
                :::numeric{#n value=-3 unit="m/s"}
                How fast?
                :::

                :::choice{#c}
                Which token?

                - [x] [CLS] {#cls}
                  > [SEP] ends it.
                - [ ] %50% // of -> all {#half}
                :::
                """);
        assertEquals(
                """
                $CATEGORY: Demo/T

                ::first-lesson/n::[html]How fast? (m/s) {#-3:0}

                ::first-lesson/c::[html]Which token? {
                \t=[html][CLS]#[html][SEP] ends it.
                \t~[html]%50% // of -> all
                }

                """
                        .replace("->", "-&gt;"),
                gift());
    }

    @Test
    void aFileForMoodleHasTheEndingThatItTakes() throws Exception {
        Path written = export().gift(folder.resolve("out")).get(0);
        assertEquals("first-lesson.gift.txt", written.getFileName().toString());
    }

    @Test
    void aCourseWithAnErrorIsNotExported() throws Exception {
        body(":::poll\n:::\n");
        assertTrue(
                assertThrows(AuthorTrouble.class, () -> page())
                        .getMessage()
                        .endsWith("Nothing was written: mend the course first."));
    }
}
