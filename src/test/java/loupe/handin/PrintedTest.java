package loupe.handin;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.imageio.ImageIO;
import loupe.answer.Evidence;
import loupe.shell.browser.ChromiumPrinter;
import loupe.shell.browser.PrintShelf;
import loupe.shell.browser.TestBrowser;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A hand-in printed by the real Chromium, and opened again. */
@Timeout(60)
class PrintedTest {
    @TempDir Path folder;

    private static Printer chromium() {
        PrintShelf shelf = new PrintShelf();
        return new ChromiumPrinter(
                () -> CompletableFuture.completedFuture(TestBrowser.on(shelf.site())), shelf);
    }

    private static final String LONG =
            """
            Head **4.7** looks at the *token before*. I found it by going through all heads
            with the arrow keys and watching the diagonal.

            ## What it does

            1. For `bank`, most weight is on `the`.
            2. For the first token there is nothing before it: weight 1 on itself.

            | token | weight on the one before |
            |---|---:|
            | the | 0.81 |
            | dog | 0.77 |

            > It is a previous-token head.

            ```
            scores = q @ k.T / sqrt(d)
            ```

            - [x] tried with another text
            - [ ] tried with gpt2

            Emoji: 😀 👩‍👩‍👧‍👦 🇩🇪 👍🏽. Hebrew: שלום עולם, 42 מילים.

            العربية تُكتب من اليمين إلى اليسار، مع كلمة attention في الوسط.

            <script>alert(1)</script> and [a bad link](javascript:alert(1)) and
            [a good one](https://example.org/a?b=c&d=e).
            ![elsewhere](https://example.org/x.png)

            Long: %s
            """
                    .formatted("x".repeat(300));

    private void fill(Student student) throws Exception {
        Evidence view = Student.view();
        student.saver.past().keep(view).get();
        student.writes("what-you-see", LONG + "\n\n" + view.markdown("Head 4.7 on my text") + "\n");
        student.writes("same-word", "itself");
        student.writes("how-much", "0.25");
        student.writes("try-it", "done");
        student.wroteOnce("tasks", "old-name", "Written before it was renamed.");
        student.wroteOnce("tasks", "withdrawn", "Nobody asks this any more. \0");
    }

    @Test
    void everyAnswerIsInThePdfOnAPageOfItsOwnAndInTheFileInsideIt() throws Exception {
        try (Student student = new Student(folder)) {
            fill(student);
            List<HandIn.Step> steps = new ArrayList<>();
            HandIn.Result result =
                    student.handIn(chromium())
                            .start(folder.resolve("out"), steps::add)
                            .result()
                            .get();
            Path pdf = result.record().file();
            keepForEyes(pdf);
            assertEquals(List.of(HandIn.Step.values()), steps);
            assertEquals(6, result.answers());
            assertEquals(6, result.questions());
            assertEquals(FileSha256.of(pdf).substring(0, 8), result.record().receipt());
            Pdf.Opened opened =
                    Pdf.open(pdf, List.of("q.heads.what-you-see", "q.tasks.withdrawn", "q.no.no"));
            assertArrayEquals(
                    Files.readAllBytes(result.json()), opened.files().get(HandIn.jsonName()));
            assertEquals(2, opened.places().size());
            Contents contents = Check.contents(opened).orElseThrow();
            assertTrue(contents.answers().get(0).body().contains("👩‍👩‍👧‍👦"));
            assertEquals("Nobody asks this any more. \0", contents.answers().get(6).body());
            assertEquals("Written before it was renamed.", contents.answers().get(5).body());
            assertEquals(
                    List.of(result.record()), student.saver.past().handIns("reading-heads").get());
            try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
                String text = new PDFTextStripper().getText(document);
                assertTrue(text.contains("Ada Lovelace"), text);
                assertTrue(text.contains("שלום עולם"), text);
                assertTrue(text.contains("<script>alert(1)</script>"), text);
                assertTrue(text.contains("Reading heads: a <small> course"), text);
                assertTrue(document.getPage(0).getMediaBox().getWidth() > 590, "A4");
            }
        }
        try (var left = Files.list(folder.resolve("out"))) {
            assertEquals(3, left.count());
        }
    }

    /** Leaves the pages as pictures where a person can look at them. */
    private static void keepForEyes(Path pdf) throws Exception {
        Path out = Files.createDirectories(Path.of("target/hand-in"));
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            for (int page = 0; page < document.getNumberOfPages(); page++) {
                BufferedImage image = new PDFRenderer(document).renderImageWithDPI(page, 80);
                ImageIO.write(image, "png", out.resolve("page-" + page + ".png").toFile());
            }
        }
    }
}
