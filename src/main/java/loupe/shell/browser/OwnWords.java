package loupe.shell.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintStream;

/** Standard output without the lines that JCEF prints there at its start and its end. */
final class OwnWords extends PrintStream {

    private OwnWords(PrintStream out) {
        super(out, true, UTF_8);
    }

    /** From now on nothing else is printed. */
    static void only() {
        System.setOut(new OwnWords(System.out));
    }

    @Override
    public void println(String line) {
        if (line == null || !line.matches("(initialize|shutdown) on Thread\\[.*")) {
            super.println(line);
        }
    }
}
