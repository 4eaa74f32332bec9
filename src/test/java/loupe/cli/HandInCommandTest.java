package loupe.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import loupe.handin.Printer;
import loupe.library.AddProgress;
import loupe.library.Library;
import loupe.shell.browser.ChromiumPrinter;
import loupe.shell.browser.PrintShelf;
import loupe.shell.browser.TestBrowser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The hand-in on the command line, of the course that ships. */
@Timeout(120)
class HandInCommandTest {
    @TempDir Path folder;
    private final StringWriter said = new StringWriter();

    @BeforeEach
    void anEmptyDataFolder() {
        System.setProperty("loupe.data", folder.resolve("data").toString());
        System.setProperty("loupe.documents", folder.resolve("documents/Loupe").toString());
    }

    @AfterEach
    void otherTestsHaveTheirOwn() {
        System.clearProperty("loupe.data");
        System.clearProperty("loupe.documents");
    }

    private int run(String... arguments) {
        CommandLine line = new CommandLine(new HandInCommand(new RunningChromium()));
        line.setOut(new PrintWriter(said, true));
        line.setErr(new PrintWriter(said, true));
        return line.execute(arguments);
    }

    @Test
    void evenAnEmptyHandInIsMadeAndSaysWhatIsEmpty() throws Exception {
        assertEquals(0, run(), said.toString());
        List<String> lines = said.toString().lines().toList();
        assertEquals(
                "There is no name yet: who marks this will not know whose it is."
                        + " Give it with --name.",
                lines.get(0));
        assertTrue(lines.get(1).endsWith(" is empty."), said.toString());
        assertTrue(lines.contains("Opening it again and comparing it with your answers…"));
        Path out = folder.resolve("documents/Loupe/Hand-ins");
        try (Stream<Path> files = Files.list(out)) {
            assertEquals(3, files.count());
        }
        String receipt = said.toString().split("Receipt code: ")[1].substring(0, 8);
        assertTrue(receipt.matches("[0-9a-f]{8}"), receipt);
    }

    @Test
    void anAddedCourseIsHandedInUnderTheNameThatIsGiven() throws Exception {
        Path home = Path.of(System.getProperty("loupe.home"));
        new Library(folder.resolve("data/courses"), CourseWords.here())
                .add(
                        home.resolve("src/test/resources/question-course").toString(),
                        new NobodyWatches());
        assertEquals(1, run("--course", "other"));
        assertTrue(said.toString().contains("Name one of these with --course: questions."));
        assertEquals(0, run("--course", "questions", "--name", "Zoë 😀"), said.toString());
        assertFalse(said.toString().contains("There is no name yet"));
        Path out = folder.resolve("documents/Loupe/Hand-ins");
        try (Stream<Path> files = Files.list(out)) {
            Path json = files.filter(each -> each.toString().endsWith(".json")).findAny().get();
            assertTrue(Files.readString(json).contains("Zoë 😀"));
            assertTrue(json.getFileName().toString().startsWith("questions-"), json.toString());
        }
    }

    private static final class NobodyWatches implements AddProgress {
        @Override
        public void standing(String what, long done, long total) {}

        @Override
        public boolean isStopped() {
            return false;
        }
    }

    /** The Chromium of the tests, lent to the command. */
    private static final class RunningChromium extends NoWindow {
        @Override
        public int views(List<Path> homes, int runs) {
            throw new IllegalStateException();
        }

        @Override
        public OpenPrinter printer() {
            PrintShelf shelf = new PrintShelf();
            Printer printer =
                    new ChromiumPrinter(
                            () -> CompletableFuture.completedFuture(TestBrowser.on(shelf.site())),
                            shelf);
            return new OpenPrinter() {
                @Override
                public Printer printer() {
                    return printer;
                }

                @Override
                public void close() {}
            };
        }
    }
}
