package loupe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Robot;
import java.awt.event.KeyEvent;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as it is started: real processes, their words on standard error, their end. */
class AppTest {

    /** No display has such a number, neither a person's nor another test's. */
    private static final String NOWHERE = ":29077";

    private static final long PATIENCE_SECONDS = 60;

    @TempDir Path folder;

    private Process start(Map<String, String> environment, String... flags) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        for (String open :
                List.of("java.base/java.lang", "java.desktop/sun.awt", "java.desktop/sun.java2d")) {
            command.add("--add-exports");
            command.add(open + "=ALL-UNNAMED");
        }
        command.addAll(List.of(flags));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "loupe.App"));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        return builder.start();
    }

    /**
     * Ends a program and waits for Chromium's processes, which would go on writing to the folder.
     */
    private static void end(Process process) throws Exception {
        List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
        all.add(process.toHandle());
        all.forEach(ProcessHandle::destroyForcibly);
        for (ProcessHandle each : all) {
            each.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
    }

    private String data(String name) {
        return "-Dloupe.data=" + folder.resolve(name);
    }

    private static String home() {
        return "-Dloupe.home=" + System.getProperty("loupe.home");
    }

    private static String firstWords(Process process) throws IOException {
        try (BufferedReader errors =
                new BufferedReader(
                        new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
            return String.valueOf(errors.readLine());
        }
    }

    @Test
    void aDisplayThatCannotBeOpenedIsSaidAndTheProgramEnds() throws Exception {
        Process process = start(Map.of("DISPLAY", NOWHERE), home(), data("a"));
        assertEquals(
                "Loupe cannot open the display "
                        + NOWHERE
                        + ". Start it in a graphical session, or run"
                        + " installer/run tour without DISPLAY to see it on a virtual one.",
                firstWords(process));
        assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS));
        assertEquals(1, process.exitValue());
    }

    @Test
    void aCourseThatIsNotThereIsSaidAndEnterInTheDialogEndsTheProgram() throws Exception {
        Path empty = Files.createDirectories(folder.resolve("empty"));
        Process process = start(Map.of(), "-Dloupe.home=" + empty, data("b"));
        try {
            assertEquals(
                    "There is no course at "
                            + empty.resolve("lessons")
                            + ": name a folder that has a course.yaml in it.",
                    firstWords(process));
            Robot keys = new Robot();
            for (int i = 0; process.isAlive() && i < 4 * PATIENCE_SECONDS; i++) {
                keys.keyPress(KeyEvent.VK_ENTER);
                keys.keyRelease(KeyEvent.VK_ENTER);
                process.waitFor(250, TimeUnit.MILLISECONDS);
            }
            assertEquals(1, process.exitValue());
        } finally {
            end(process);
        }
    }

    @Test
    void aPlaceForAnswersThatIsNoFolderIsSaid() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "not a folder");
        Process process = start(Map.of(), home(), "-Dloupe.data=" + file);
        try {
            assertEquals(
                    "Loupe keeps your answers in "
                            + file
                            + ", and cannot write there: it is no folder. Make the folder writable,"
                            + " or name another with XDG_DATA_HOME.",
                    firstWords(process));
        } finally {
            end(process);
        }
    }

    @Test
    void aChromiumThatCannotBeUnpackedIsSaid() throws Exception {
        Path file = Files.writeString(folder.resolve("cache"), "not a folder");
        Process process = start(Map.of(), home(), data("d"), "-Dloupe.cache=" + file);
        try {
            assertEquals(
                    "Chromium, which shows the lessons, could not be unpacked to "
                            + file
                            + ", which is no folder. Make room there or make the folder writable,"
                            + " then start Loupe again.",
                    firstWords(process));
        } finally {
            end(process);
        }
    }

    @Test
    void aSecondStartBringsTheFirstToTheFrontAndEnds() throws Exception {
        Process first = start(Map.of(), home(), data("c"));
        try {
            Path answers = folder.resolve("c/answers.db");
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            while (!Files.exists(answers) && System.nanoTime() < end) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
            assertTrue(Files.exists(answers), "the first window is open");
            Process second = start(Map.of(), home(), data("c"));
            assertEquals(
                    "Loupe is open already; its window was asked to the front.",
                    firstWords(second));
            assertTrue(second.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS));
            assertEquals(0, second.exitValue());
            assertTrue(first.isAlive(), "the first goes on");
        } finally {
            end(first);
        }
    }
}
