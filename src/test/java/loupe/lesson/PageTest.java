package loupe.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a lesson's text becomes on the page, and what it never becomes. */
class PageTest {
    private static final String FRONT =
            "---\nschema: 1\nid: demo-lesson\ntitle: A <title>\nlang: en\n---\n";

    /** Every tag that a page may have; none of them runs anything. */
    private static final Pattern TAG = Pattern.compile("<(/?[A-Za-z!?][^\\s>/]*)([^>]*)>");

    private static final Set<String> TAGS =
            Set.of(
                    "main",
                    "header",
                    "section",
                    "aside",
                    "div",
                    "button",
                    "h1",
                    "h2",
                    "h3",
                    "h4",
                    "p",
                    "a",
                    "em",
                    "strong",
                    "code",
                    "pre",
                    "span",
                    "ul",
                    "ol",
                    "li",
                    "input",
                    "table",
                    "thead",
                    "tbody",
                    "tr",
                    "th",
                    "td",
                    "img",
                    "blockquote",
                    "br",
                    "hr");

    @TempDir Path folder;

    private Lesson lesson(String body) throws IOException, LessonTrouble {
        Files.writeString(
                folder.resolve("course.yaml"),
                "id: demo\ntitle: Demo\nlessons: [a]\nmodels: [course/gpt]\n");
        Path file = Files.createDirectories(folder.resolve("a")).resolve("lesson.md");
        Files.writeString(file, FRONT + body);
        return Course.open(folder, Set.of("neuron")).lessons().get(0);
    }

    private String body(String markdown) throws IOException, LessonTrouble {
        String html = lesson(markdown).html();
        return html.substring(html.indexOf("</header>\n") + 10, html.indexOf("</main>"));
    }

    @Test
    void thePageIsOneMainWithTheLessonsName() throws Exception {
        assertEquals(
                """
                <main class="lesson" data-course="demo" data-lesson="demo-lesson">
                <header class="lesson-head"><h1>A &lt;title&gt;</h1></header>
                <p>Text.</p>
                </main>""",
                lesson("Text.").html());
    }

    @Test
    void headingsGetIdsThatNothingElseHas() throws Exception {
        assertEquals(
                """
                <h2 id="one-two">One &amp; <em>two</em></h2>
                <h2 id="one-two-1">One two</h2>
                <h2 id="größe">Größe</h2>
                """,
                body("## One & *two*\n## One two\n## Größe\n"));
    }

    @Test
    void formulasAreKeptAndMoneyIsNotOne() throws Exception {
        assertEquals(
                "<p>So <span class=\"math\">q \\cdot k &lt; 1</span> costs 5 $ or 10$, \\$ $ $"
                        + " $3 and $4.</p>\n",
                body("So $q \\cdot k < 1$ costs 5 $ or 10$, \\\\\\$ $ $ $3 and $4."));
    }

    @Test
    void alertsBecomeAsides() throws Exception {
        assertEquals(
                """
                <aside class="alert warning"><p class="alert-title">Warning</p>
                <p>Be <em>careful</em>.</p>
                <p>Twice.</p>
                </aside>
                """,
                body("> [!WARNING]\n> Be *careful*.\n>\n> Twice.\n"));
    }

    @Test
    void aQuoteThatOnlyLooksLikeAnAlertStaysAQuote() throws Exception {
        assertTrue(body("> [!NOTES]\n> Text.\n").startsWith("<blockquote>"));
        assertTrue(body("> [!NOTE] Text.\n").startsWith("<blockquote>"));
    }

    @Test
    void anExperimentCarriesItsSettingsAsEscapedJson() throws Exception {
        Lesson lesson =
                lesson(
                        """
                        ```yaml experiment {#exp}
                        view: neuron
                        text: "<b> & 'quotes' \\" \\\\ \\u2028 😀"
                        layer: 2
                        heads: [0, 2]
                        kind: cross
                        allow: [text, head]
                        ```
                        """);
        assertEquals(
                "{\"view\":\"neuron\",\"text\":\"<b> & 'quotes' \\\" \\\\ \\u2028"
                        + " 😀\",\"layer\":2,\"heads\":[0,2],\"kind\":\"cross\",\"allow\":[\"text\",\"head\"],\"model\":\"course/gpt\",\"models\":[\"course/gpt\"]}",
                lesson.experiments().get(0).json());
        assertTrue(
                lesson.html()
                        .contains(
                                "data-experiment=\"{&quot;view&quot;:&quot;neuron&quot;,&quot;text&quot;:"
                                        + "&quot;&lt;b&gt; &amp; 'quotes' \\&quot; \\\\"),
                lesson.html());
    }

    @Test
    void aJavaCellIsCodeThatCanBeReadAndSaysWhatRunsBeforeIt() throws Exception {
        Lesson lesson =
                lesson(
                        """
                        ```java cell {#helpers setup hidden}
                        int a = 1 < 2 ? 1 : 0;
                        ```

                        ```java cell {#twice uses=helpers}
                        int twice() { return 2 * a; }
                        ```

                        ```java cell {#alone readonly timeout=5}
                        ```

                        ```java cell {#last uses="twice alone"}
                        twice();
                        ```
                        """);
        assertEquals(
                """
                <section class="cell" id="helpers" data-cell="{&quot;after&quot;:[],&quot;timeout&quot;:10,\
                &quot;setup&quot;:true,&quot;readonly&quot;:false}" hidden="">\
                <pre><code class="language-java">int a = 1 &lt; 2 ? 1 : 0;</code></pre></section>
                """,
                lesson.html()
                        .substring(
                                lesson.html().indexOf("<section"),
                                lesson.html().indexOf("</section>") + 11));
        assertEquals(
                List.of(
                        "helpers [] 10 true false true",
                        "twice [helpers] 10 false false false",
                        "alone [helpers] 5 false true false",
                        "last [helpers, twice, alone] 10 false false false"),
                lesson.cells().stream()
                        .map(
                                each ->
                                        String.join(
                                                " ",
                                                each.id(),
                                                each.after().toString(),
                                                String.valueOf(each.timeout()),
                                                String.valueOf(each.setup()),
                                                String.valueOf(each.readonly()),
                                                String.valueOf(each.hidden())))
                        .toList());
    }

    @Test
    void aJavaCellCanBeEvidenceAndLinkedToUnlessItIsHidden() throws Exception {
        String cells =
                "```java cell {#seen}\nint a;\n```\n\n```java cell {#unseen hidden}\nint b;\n```\n\n";
        Lesson lesson =
                lesson(cells + "See [it](#seen).\n\n:::writeup{#w1 evidence=seen}\nWhat?\n:::\n");
        assertEquals(List.of(), lesson.findings());
        assertEquals("seen", ((Writeup) lesson.questions().get(0)).evidence());
        Lesson other = lesson(cells + ":::writeup{#w1 evidence=unseen}\nWhat?\n:::\n");
        assertEquals(List.of("E009"), other.findings().stream().map(Finding::code).toList());
    }

    @Test
    void aQuestionStandsOnThePageAsTheContractSays() throws Exception {
        assertEquals(
                """
                <section class="question" id="q-w1" data-question="w1" data-kind="writeup"><header>\
                <span class="question-kind">Writeup</span> <span class="question-points">1 point\
                </span> <span class="question-hints">1 hint</span></header><div class="prompt"><p>What <em>is</em> it?</p>
                </div><button type="button" class="write">Write your answer</button>\
                </section>
                """,
                body("::::writeup{#w1 points=1}\nWhat *is* it?\n\n:::hint\nLook.\n:::\n::::\n"));
    }

    @Test
    void thePromptsHashChangesWithThePromptAndNotWithItsHints() throws Exception {
        String start = "::::writeup{#w1}\nWhat?\n";
        String without = lesson(start + "::::\n").questions().get(0).promptSha256();
        String hint = start + "\n:::hint\nLook.\n:::\n::::\n";
        assertEquals(without, lesson(hint).questions().get(0).promptSha256());
        String other = lesson(start + "More.\n::::\n").questions().get(0).promptSha256();
        assertFalse(without.equals(other));
    }

    @Test
    void windowsLineEndingsChangeNothing() throws Exception {
        String unix = "## A\n\n:::writeup{#w1}\nWhat\nnow?\n:::\n\n| a |\n|---|\n| 1 |\n";
        assertEquals(body(unix), body(unix.replace("\n", "\r\n")));
        assertEquals(
                lesson(unix).questions().get(0).promptSha256(),
                lesson(unix.replace("\n", "\r\n")).questions().get(0).promptSha256());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "a <b onclick='x()'>b</b> <style>*{}</style> <iframe src=//x>",
                "[x](javascript:alert(1)) [x](&#106;avascript:alert(1)) [x](java\\\nscript:x)",
                "[x](<java script:alert(1)>) [x]( data:text/html,<script>) <javascript:alert(1)>",
                "![x](data:image/svg+xml,<svg onload=alert(1)>) ![x](javascript:alert(1))",
                "![x\" onerror=\"alert(1)](figures/x.png \"t\\\" onload=\\\"x\")",
                "[x](https://a.b/\"onmouseover=\"x) [x](https://a.b 'q\" onclick=\"x')",
                "[ref]\n\n[ref]: javascript:alert(1) \"x\"",
                "## <script>x</script> \" onclick=\"x\n",
                "```\"><script>x</script>\ncode</code></pre><script>x\n```",
                "$</span><script>x</script>$",
                ":::\"><script>{#x}\n:::\n:::<script>\n:::",
                ":::writeup{#w1 was=\"'><script>x</script>\" x=\"<script>\"}\n<script>x</script>\n:::",
                "```yaml experiment {#e}\nview: neuron\ntext: \"'\\\"><script>x</script>\"\n```",
                "```yaml experiment {#e}\nview: \"<script>x</script>\"\n```",
                "| <script> | b |\n|:--|--:|\n| <img onerror=x> | [x](javascript:x) |",
                "&lt;script&gt;x&lt;/script&gt; &#60;script&#62; &#x0; \0 <!-- x --> <?php x ?> <![CDATA[x]]>",
            })
    void nothingAnAuthorWritesBecomesATagOrAHandler(String markdown) throws Exception {
        String html = lesson(markdown).html();
        Matcher tag = TAG.matcher(html);
        while (tag.find()) {
            assertTrue(TAGS.contains(tag.group(1).replace("/", "")), tag.group());
            String outsideQuotes = tag.group(2).replaceAll("\"[^\"]*\"", "\"\"");
            assertTrue(
                    outsideQuotes.matches(
                            "(\\s(class|id|data-[a-z]+|href|src|alt|title|type|disabled|checked|start|align|open)=\"\")*\\s?/?"),
                    tag.group());
        }
        Matcher address = Pattern.compile("(href|src)=\"([^\"]*)\"").matcher(html);
        while (address.find()) {
            assertTrue(
                    address.group(2)
                            .matches("(https?://|mailto:|#|/lesson/demo-lesson/figures/).*"),
                    address.group());
        }
        assertFalse(html.contains("style=\""), html);
    }

    @Test
    void picturesAreServedFromTheLessonsOwnAddressWithTheirWords() throws Exception {
        Files.createDirectories(folder.resolve("a/figures"));
        Files.write(folder.resolve("a/figures/a head.png"), new byte[] {1});
        assertEquals(
                "<p><img src=\"/lesson/demo-lesson/figures/a%20head.png\" alt=\"One head\" /></p>\n",
                body("![One *head*](<figures/a head.png>)"));
    }

    @Test
    void aRefusedLinkOrPictureLeavesItsWords() throws Exception {
        String html = lesson("See [this *file*](file:///x) and ![a head](figures/no.png).").html();
        assertTrue(html.contains("<p>See this <em>file</em> and a head.</p>"), html);
    }

    @Test
    void anUnknownBlockLeavesItsWords() throws Exception {
        String html = lesson(":::poll{#p}\nWhat *now*?\n:::\n\n::use[this](b.md#q)\n").html();
        assertTrue(html.contains("<div class=\"directive\">\n<p>What <em>now</em>?</p>"), html);
        assertTrue(html.contains("<div class=\"directive\">::use[this](b.md#q)</div>"), html);
    }

    static List<String> deep() {
        int n = 10_000;
        return List.of(
                "> ".repeat(n) + "x",
                "- ".repeat(n) + "x",
                "*a **b ".repeat(n),
                "*".repeat(n) + "x" + "*".repeat(n),
                "[".repeat(n) + "x" + "](u)".repeat(n),
                "![".repeat(n) + "x" + "](u)".repeat(n),
                ":::hint\n".repeat(n),
                "$".repeat(n),
                "`".repeat(n) + " `` ` ".repeat(n),
                "<".repeat(n),
                "|a".repeat(n) + "\n" + "|-".repeat(n) + "\n" + "x\n".repeat(n),
                "|".repeat(n) + "\n" + "|-".repeat(n),
                "```yaml experiment {#e}\nx: " + "[".repeat(n) + "\n```",
                ":::writeup{" + "a=\"".repeat(n) + "}\n:::");
    }

    @ParameterizedTest
    @MethodSource("deep")
    void aTextNestedTenThousandDeepNeitherHangsNorCrashes(String body) throws Exception {
        assertTrue(lesson(body).html().endsWith("</main>"));
    }

    @Test
    void whatIsNestedTooDeepIsRefusedInOneSentence() throws Exception {
        assertTrue(
                lesson("> ".repeat(10_000) + "x")
                        .html()
                        .contains(
                                "<p>a/lesson.md is nested too deep or crowded to be read: make it simpler.</p>"));
    }

    @Test
    void aFileOfTenMegabytesIsRefusedBeforeItIsRead() throws Exception {
        assertTrue(
                lesson("word ".repeat(2_000_000))
                        .html()
                        .contains(
                                "<p>a/lesson.md is larger than 512 kB: split it into lessons.</p>"));
    }
}
