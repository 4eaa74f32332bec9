package loupe.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** What a student wrote, as HTML that runs nothing and fetches nothing. */
class MarkdownTest {
    private static String html(String text) {
        return Markdown.html(text, address -> address.equals("evidence:ab") ? "known.png" : "");
    }

    @Test
    void markdownIsRenderedAndHtmlIsText() {
        assertEquals(
                "<p><strong>Bold</strong> &lt;script&gt;x&lt;/script&gt;</p>\n",
                html("**Bold** <script>x</script>"));
    }

    @Test
    void aPictureIsShownIfItIsKnownAndIsItsCaptionOtherwise() {
        assertEquals(
                "<p><img src=\"known.png\" alt=\"A view\" /></p>\n",
                html("![A view](evidence:ab)"));
        assertEquals("<p><em>[picture: far]</em></p>\n", html("![far](https://example.org/a.png)"));
    }

    @Test
    void aLinkLeadsToTheWebOrIsText() {
        assertEquals(
                "<p><a href=\"https://example.org/\">out</a></p>\n",
                html("[out](https://example.org/)"));
        assertEquals("<p>run</p>\n", html("[run](javascript:alert(1))"));
        assertEquals("<p>file</p>\n", html("[file](file:///etc/passwd)"));
    }

    @Test
    void aLinkThatWasCopiedFromAnExperimentLeadsThere() {
        assertEquals(
                "<p><a href=\"#heads?whole=true&amp;layer=1&amp;text=A%20cat\">there</a></p>\n",
                html("[there](#heads?whole=true&layer=1&text=A%20cat)"));
        assertEquals("<p>odd</p>\n", html("[odd](#a/b)"));
    }

    @Test
    void aLineEndsWhereItWasEndedAsInTheHandIn() {
        assertEquals("<p>one<br>\ntwo</p>\n", html("one\ntwo"));
    }

    @Test
    void directivesAreNothingSpecialInAnAnswer() {
        assertTrue(html(":::hint\nx\n:::\n").contains(":::hint"));
    }

    @Test
    void whatIsNestedBeyondMeasureIsShownAsItWasTyped() {
        String deep = "> ".repeat(500) + "x";
        assertFalse(html(deep).isEmpty());
        String crowded = "*".repeat(5_000);
        assertEquals("<pre>" + crowded + "</pre>", html(crowded));
    }
}
