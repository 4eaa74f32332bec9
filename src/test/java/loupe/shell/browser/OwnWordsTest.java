package loupe.shell.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class OwnWordsTest {

    @Test
    void whatJcefPrintsIsLeftOutAndNothingElse() {
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(printed, true, UTF_8));
            OwnWords.only();
            System.out.println("initialize on Thread[AWT-EventQueue-0,6,main] with library path x");
            System.out.println("Wrote a.html");
            System.out.printf("%s%n", "ü");
            System.out.println("shutdown on Thread[AWT-EventQueue-0,6,main]");
            System.out.flush();
        } finally {
            System.setOut(before);
        }
        assertEquals("Wrote a.html\nü\n", printed.toString(UTF_8));
    }
}
