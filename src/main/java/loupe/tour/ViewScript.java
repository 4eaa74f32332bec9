package loupe.tour;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import loupe.shell.CourseFrame;
import loupe.shell.browser.PageMail;
import loupe.shell.browser.PageProbe;

/**
 * The part of the views' benchmark that runs inside the window. Prints a line {@code figure NAME
 * VALUE} for everything it measures and ends the process.
 */
final class ViewScript {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final PageProbe page;
    private final int runs;

    private ViewScript(PageProbe page, int runs) {
        this.page = page;
        this.runs = runs;
    }

    static void run(CourseFrame frame, PageMail mail) {
        int status = 1;
        try {
            frame.readable().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            PageProbe page = new PageProbe(frame.page().orElseThrow(), mail);
            new ViewScript(page, Integer.getInteger("loupe.bench.runs")).measure();
            status = 0;
        } catch (Exception failure) {
            System.err.println("failed " + failure);
        }
        Runtime.getRuntime().halt(status);
    }

    private void measure() throws Exception {
        page.value(meter(), PATIENCE);
        figure("first", "meter.firstPaint()");
        figure("bytes", "meter.megabytes()");
        for (int i = 1; i < runs; i++) {
            figure("paint", "meter.runAgain()");
        }
        for (int i = 0; i < runs; i++) {
            figure("change", "meter.change(" + (i + 1) + ")");
        }
        hover();
        figure("open", "meter.open()");
        hover();
        System.err.println("figure memory " + rendererMegabytes());
    }

    private void hover() throws Exception {
        figure("frames", "meter.hover()");
        figure("slowest", "meter.slowest");
    }

    /** What the page measured; nothing where a view does not have it. */
    private void figure(String name, String expression) throws Exception {
        String value = page.value(expression, PATIENCE);
        if (value.startsWith("\"threw")) {
            throw new IOException(name + ": " + value);
        }
        if (!value.equals("null")) {
            System.err.println("figure " + name + " " + value);
        }
    }

    private static String meter() {
        try (InputStream file = ViewScript.class.getResourceAsStream("meter.js")) {
            return new String(file.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As Linux counts what is in memory; the largest of the renderers. */
    private static String rendererMegabytes() {
        double most =
                ProcessHandle.current()
                        .descendants()
                        .filter(ViewScript::isRenderer)
                        .mapToDouble(ViewScript::megabytes)
                        .max()
                        .orElse(0);
        return String.format(Locale.ROOT, "%.1f", most);
    }

    /** One that a zygote begot keeps the zygote's name where Chromium runs without its sandbox. */
    private static boolean isRenderer(ProcessHandle process) {
        return read(process, "cmdline").contains("--type=renderer")
                || isZygote(process) && process.parent().filter(ViewScript::isZygote).isPresent();
    }

    private static boolean isZygote(ProcessHandle process) {
        return read(process, "cmdline").contains("--type=zygote");
    }

    private static double megabytes(ProcessHandle process) {
        return read(process, "status")
                .lines()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1000.0)
                .findFirst()
                .orElse(0);
    }

    private static String read(ProcessHandle process, String file) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), file));
        } catch (IOException gone) {
            return "";
        }
    }
}
