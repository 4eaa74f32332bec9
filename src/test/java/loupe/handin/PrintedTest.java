package loupe.handin;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import loupe.answer.Evidence;
import loupe.answer.HandedIn;
import loupe.shell.browser.ChromiumPrinter;
import loupe.shell.browser.PrintShelf;
import loupe.shell.browser.TestBrowser;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
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
        student.codes(
                "mean", "double mean(double... all) {\n    return all[0] < 1 ? 0 : 1; // 漢\n}");
        student.codes("printed", "");
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
            assertEquals(1, result.cells());
            assertEquals(FileSha256.of(pdf).substring(0, 8), result.record().receipt());
            Pdf.Opened opened =
                    Pdf.open(
                            pdf,
                            List.of(
                                    "q.heads.what-you-see",
                                    "q.tasks.mean",
                                    "q.tasks.withdrawn",
                                    "q.no.no"));
            assertArrayEquals(
                    Files.readAllBytes(result.json()), opened.files().get(HandIn.jsonName()));
            assertEquals(3, opened.places().size());
            Contents contents = Check.contents(opened).orElseThrow();
            assertTrue(contents.answers().get(0).body().contains("👩‍👩‍👧‍👦"));
            assertEquals("Nobody asks this any more. \0", contents.answers().get(7).body());
            Contents.Answer code = contents.answers().get(6);
            assertEquals(
                    List.of("cell", "mean", true),
                    List.of(code.type(), code.question(), code.asked()));
            assertEquals("double mean(double... all) { return 0; }", code.prompt());
            String markdown = Files.readString(result.markdown());
            String fenced = "> ```java\n> " + code.prompt() + "\n> ```\n\n```java\n" + code.body();
            assertTrue(markdown.contains(fenced + "\n```\n"), markdown);
            assertEquals("Written before it was renamed.", contents.answers().get(5).body());
            assertEquals(
                    List.of(result.record()), student.saver.past().handIns("reading-heads").get());
            try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
                String text = new PDFTextStripper().getText(document);
                assertTrue(text.contains("Ada Lovelace"), text);
                assertTrue(text.contains("שלום עולם"), text);
                assertTrue(text.contains("<script>alert(1)</script>"), text);
                assertTrue(text.contains("Java · mean"), text);
                assertTrue(text.contains("return all[0] < 1 ? 0 : 1; // 漢"), text);
                assertTrue(text.contains("Reading heads: a <small> course"), text);
                assertTrue(document.getPage(0).getMediaBox().getWidth() > 590, "A4");
            }
        }
        try (var left = Files.list(folder.resolve("out"))) {
            assertEquals(3, left.count());
        }
    }

    @Test
    void whatCannotBePrintedWellIsPrintedAllTheSame() throws Exception {
        try (Student student = new Student(folder)) {
            student.writes("what-you-see", "*a ".repeat(20_000) + "\0" + "é".repeat(200_000));
            student.writes("same-word", "an-option-that-is-gone");
            student.writes("how-much", "<b>about</b> a quarter");
            Path pdf = handIn(student).record().file();
            try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
                String text = new PDFTextStripper().getText(document);
                assertTrue(text.contains("an-option-that-is-gone (no longer offered)"));
                assertTrue(text.contains("<b>about</b> a quarter"));
                assertTrue(document.getNumberOfPages() > 30);
            }
        }
    }

    private HandIn.Result handIn(Student student) throws Exception {
        return student.handIn(chromium()).start(folder.resolve("out"), step -> {}).result().get();
    }

    @Test
    void aPreviewNamesWhatIsEmptyTooShortOrChanged() throws Exception {
        try (Student student = new Student(folder)) {
            student.writes("what-you-see", "Four words and evidence.");
            student.writes("same-word", "stop");
            student.writes("how-much", "a lot");
            assertEquals(
                    List.of(
                            "what-you-see TOO_SHORT 4 same",
                            "same-word FINE 0 same",
                            "how-much UNREADABLE 0 same",
                            "try-it EMPTY 0 same",
                            "more EMPTY 0 same",
                            "renamed EMPTY 0 same"),
                    preview(student));
            handIn(student);
            assertEquals(List.of(), changed(student));
            student.writes("same-word", "itself");
            student.writes("more", "This came later.");
            assertEquals(List.of("same-word", "more"), changed(student));
        }
    }

    private static List<String> preview(Student student) throws Exception {
        return student.handIn(chromium()).preview().get().items().stream()
                .map(
                        each ->
                                each.question().id()
                                        + " "
                                        + each.fill()
                                        + " "
                                        + each.words()
                                        + (each.changed() ? " changed" : " same"))
                .toList();
    }

    private static List<String> changed(Student student) throws Exception {
        return student.handIn(chromium()).preview().get().items().stream()
                .filter(Preview.Item::changed)
                .map(each -> each.question().id())
                .toList();
    }

    @Test
    void aSecondHandInInTheSameMinuteLeavesTheFirstAlone() throws Exception {
        try (Student student = new Student(folder)) {
            HandIn.Result first = handIn(student);
            HandIn.Result second = handIn(student);
            assertTrue(!first.record().file().equals(second.record().file()));
            assertEquals(first.record().sha256(), FileSha256.of(first.record().file()));
            assertTrue(
                    first.record()
                            .file()
                            .getFileName()
                            .toString()
                            .matches("reading-heads-ada-lovelace-1815-\\d{8}-\\d{4}(-\\d)?\\.pdf"));
        }
    }

    @Test
    void workIsRemovedOnlyWhenTheHandInStillHoldsAllOfIt() throws Exception {
        Student student = new Student(folder);
        assertEquals(
                "Your work stays on this computer, because you have not handed it in yet. Hand it"
                        + " in first.",
                refused(student));
        student.writes("more", "All my work.");
        HandedIn done = handIn(student).record();
        student.writes("more", "All my work, and one word.");
        assertEquals(
                "Your work stays on this computer, because your answer \"more\" is not in the last"
                        + " hand-in. Hand in again first.",
                refused(student));
        student.writes("more", "All my work.");
        byte[] good = Files.readAllBytes(done.file());
        Files.writeString(done.file(), "spoilt");
        assertTrue(refused(student).contains(" was changed. Hand in again first."));
        Files.delete(done.file());
        assertTrue(refused(student).contains("is no longer at " + done.file()));
        Files.write(done.file(), good);
        assertEquals(
                done, Removal.allowed(student.course, student.profile, student.saver.past()).get());
        student.close();
        Path own = student.profile.place().copies().resolve("reading-heads/mine.md");
        Files.write(own, "f\u00fcr mich".getBytes(StandardCharsets.ISO_8859_1));
        List<String> said = Removal.remove(student.profile, done);
        assertTrue(said.get(0).startsWith("Removed your answers with their history and backups: "));
        assertTrue(Files.exists(done.file()));
        assertTrue(Files.notExists(student.profile.place().data()));
        assertTrue(Files.exists(own), "it is not Loupe's");
        try (Stream<Path> left = Files.walk(student.profile.place().copies())) {
            assertEquals(List.of(own), left.filter(Files::isRegularFile).toList());
        }
    }

    private static String refused(Student student) {
        return assertThrows(
                        ExecutionException.class,
                        () ->
                                Removal.allowed(
                                                student.course,
                                                student.profile,
                                                student.saver.past())
                                        .get())
                .getCause()
                .getMessage();
    }

    @Test
    void aHandInThatIsStoppedOrCannotBeWrittenLeavesNothing() throws Exception {
        try (Student student = new Student(folder)) {
            student.writes("more", "All my work.");
            CompletableFuture<Void> printing = new CompletableFuture<>();
            Job job =
                    student.handIn((document, pdf) -> printing)
                            .start(
                                    folder.resolve("out"),
                                    step -> {
                                        if (step == HandIn.Step.PRINTING) {
                                            Thread.yield();
                                        }
                                    });
            job.cancel();
            assertThrows(CancellationException.class, () -> job.result().get());
            assertTrue(
                    Files.notExists(folder.resolve("out"))
                            || folder.resolve("out").toFile().list().length == 0);
            Path file = Files.writeString(folder.resolve("a-file"), "in the way");
            Job blocked = student.handIn(chromium()).start(file, step -> {});
            Exception trouble =
                    assertThrows(ExecutionException.class, () -> blocked.result().get());
            assertTrue(
                    trouble.getCause()
                            .getMessage()
                            .startsWith(
                                    "The hand-in could not be written to "
                                            + file
                                            + ", and nothing of it was left there. Your answers"
                                            + " are safe."));
            Job bad =
                    student.handIn(
                                    (document, pdf) ->
                                            CompletableFuture.failedFuture(
                                                    new HandInTrouble("The printer is gone.")))
                            .start(folder.resolve("out"), step -> {});
            assertEquals(
                    "The printer is gone.",
                    assertThrows(ExecutionException.class, () -> bad.result().get())
                            .getCause()
                            .getMessage());
            assertEquals(0, folder.resolve("out").toFile().list().length);
            assertEquals(List.of(), student.saver.past().handIns("reading-heads").get());
        }
    }

    @Test
    void aPdfThatIsNotWhatWasWrittenIsThrownAway() throws Exception {
        try (Student student = new Student(folder)) {
            student.writes("more", "All my work.");
            Printer empty =
                    (document, pdf) -> {
                        try (PDDocument blank = new PDDocument()) {
                            blank.addPage(new PDPage());
                            blank.save(pdf.toFile());
                            return CompletableFuture.completedFuture(null);
                        } catch (IOException e) {
                            return CompletableFuture.failedFuture(e);
                        }
                    };
            Job job = student.handIn(empty).start(folder.resolve("out"), step -> {});
            assertEquals(
                    "The hand-in was made, opened again, and is not right: not every question"
                            + " begins a page of its own. It was thrown away. Your answers are"
                            + " safe: try again, and tell your instructor if it happens twice.",
                    assertThrows(ExecutionException.class, () -> job.result().get())
                            .getCause()
                            .getMessage());
            assertEquals(0, folder.resolve("out").toFile().list().length);
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
