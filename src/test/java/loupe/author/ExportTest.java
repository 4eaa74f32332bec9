package loupe.author;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    @BeforeEach
    void begin() throws Exception {
        course = new Beginning(NAMES).course("Demo", folder);
        lesson = course.resolve("lessons/01-first-lesson/lesson.md");
    }

    private String export(Export.Form form) throws Exception {
        List<Path> written =
                new Export(CoursePlace.of(course), NAMES).write(form, folder.resolve("out"));
        assertEquals(1, written.size());
        return Files.readString(written.get(0));
    }

    private void body(String text) throws Exception {
        Files.writeString(
                lesson, "---\nschema: 1\nid: first-lesson\ntitle: T\nlang: en\n---\n\n" + text);
        Files.deleteIfExists(lesson.resolveSibling("key.md"));
    }

    @Test
    void aPageNeedsNoOtherFileAndRunsNothing() throws Exception {
        String page = export(Export.Form.HTML);
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
        String page = export(Export.Form.HTML);
        assertTrue(page.contains("<figure class=\"experiment\" id=\"exp-short\">"), page);
        assertTrue(page.contains("<p>Lines lead from each word on the left"), page);
        assertTrue(page.contains("<th scope=\"row\">text</th><td>The dog ran</td>"), page);
        assertTrue(page.contains("Where each of three words looks."), page);
        assertTrue(page.contains("href=\"#exp-short\""), page);
    }

    @Test
    void optionsAndHintsAreOnThePage() throws Exception {
        String page = export(Export.Form.HTML);
        assertTrue(page.contains("only at itself"), page);
        assertTrue(page.contains("<summary>Hint</summary><p>Point at the last token first.</p>"));
        assertFalse(page.contains("A model answer that students see"), page);
    }

    @Test
    void aPictureOfAnExperimentStandsInItsPlace() throws Exception {
        body(
                "```yaml experiment {#e}\nview: neuron\ntext: $1 \\2 <b>\nfallback: figures/lines.svg\n```\n");
        String page = export(Export.Form.HTML);
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
                \t~[html]a \\~ b \\# c#No\\: see C\\:\\\\x.
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
                export(Export.Form.GIFT));
    }

    @Test
    void aCourseWithAnErrorIsNotExported() throws Exception {
        body(":::poll\n:::\n");
        assertTrue(
                assertThrows(AuthorTrouble.class, () -> export(Export.Form.HTML))
                        .getMessage()
                        .endsWith("Nothing was written: mend the course first."));
    }
}
