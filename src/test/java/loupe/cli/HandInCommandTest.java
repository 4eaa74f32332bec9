package loupe.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import loupe.handin.Printer;
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
        assertTrue(lines.get(0).endsWith(" is empty."), said.toString());
        assertTrue(lines.contains("Opening it again and comparing it with your answers…"));
        Path out = folder.resolve("documents/Loupe hand-ins");
        try (Stream<Path> files = Files.list(out)) {
            assertEquals(3, files.count());
        }
        String receipt = said.toString().split("Receipt code: ")[1].substring(0, 8);
        assertTrue(receipt.matches("[0-9a-f]{8}"), receipt);
    }

    /** The Chromium of the tests, lent to the command. */
    private record RunningChromium() implements WindowTools {
        @Override
        public int tour(Path output, boolean dark) {
            throw new IllegalStateException();
        }

        @Override
        public int preview(Path course) {
            throw new IllegalStateException();
        }

        @Override
        public int bench(int runs) {
            throw new IllegalStateException();
        }

        @Override
        public int torture(int kills) {
            throw new IllegalStateException();
        }

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
