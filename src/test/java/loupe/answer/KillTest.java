package loupe.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real process that types, really killed. */
@Timeout(300)
class KillTest {
    @TempDir Path folder;

    private Process typist(List<String> prefix, String how, int size) throws IOException {
        List<String> command = new ArrayList<>(prefix);
        String classes =
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path"));
        command.addAll(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classes,
                        Typist.class.getName(),
                        folder.resolve("data").toString(),
                        folder.resolve("copies").toString(),
                        how,
                        String.valueOf(size)));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    private static BufferedReader out(Process process) {
        return process.inputReader(StandardCharsets.UTF_8);
    }

    private static long number(String line) {
        assertTrue(line.startsWith("saved "), line);
        return Long.parseLong(line.substring("saved ".length()));
    }

    @Test
    void everythingReportedSavedIsThereAfterAKill() throws Exception {
        Random random = new Random();
        long reported = 0;
        for (int round = 0; round < 15; round++) {
            boolean flush = round % 3 != 0;
            Process process = typist(List.of(), flush ? "flush" : "wait", random.nextInt(30_000));
            BufferedReader out = out(process);
            int lines = flush ? 1 + random.nextInt(200) : 1 + random.nextInt(2);
            for (int n = 0; n < lines; n++) {
                reported = number(out.readLine());
            }
            // A moment that no line marks: somewhere within a save.
            TimeUnit.MICROSECONDS.sleep(random.nextInt(5_000));
            process.toHandle().destroyForcibly(); // leaves what it printed to be read
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.matches("saved \\d+")) { // the kill can tear the last line
                    reported = Math.max(reported, number(line));
                }
            }
            assertEquals(137, process.waitFor(), "killed by the system, not ended");
            assertKept(reported);
        }
    }

    private void assertKept(long reported) throws Exception {
        Path file = folder.resolve("data/answers.db");
        assertEquals("ok", Desk.ask(file, "PRAGMA integrity_check"));
        for (String question : List.of("w1", "w2")) {
            String body =
                    Desk.ask(
                            file,
                            "SELECT CAST(body AS TEXT) FROM event e JOIN head h ON h.event = e.id"
                                    + " WHERE h.question = '"
                                    + question
                                    + "'");
            long kept = Long.parseLong(body.substring(0, body.indexOf(':')));
            assertTrue(kept >= reported, "reported " + reported + ", kept " + kept);
        }
    }

    @Test
    void aDiskThatTakesNoMoreLosesNothingAndIsTriedAgain() throws Exception {
        List<String> limited = List.of("prlimit", "--fsize=6000000:unlimited");
        Process process = typist(limited, "flush", 400_000);
        BufferedReader out = out(process);
        long reported = 0;
        String line = out.readLine();
        for (; line.startsWith("saved"); line = out.readLine()) {
            reported = number(line);
        }
        Path file = folder.resolve("data/answers.db");
        assertEquals(
                "failed Your answers cannot be saved in "
                        + file
                        + ", because the disk refuses to write: see whether it is full or gone."
                        + " Your text is kept here and saving goes on trying.",
                line);
        assertKept(reported);
        new ProcessBuilder("prlimit", "--fsize=unlimited", "--pid", "" + process.pid())
                .inheritIO()
                .start()
                .waitFor();
        while (!line.equals("recovered")) {
            line = out.readLine();
        }
        reported = number(out.readLine());
        process.destroyForcibly();
        process.waitFor();
        assertKept(reported);
    }

    @Test
    void aKilledProgramLeavesNothingInTheTempFolder() throws Exception {
        Path temp = java.nio.file.Files.createDirectory(folder.resolve("temp"));
        List<String> own = List.of("env", "JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=" + temp);
        for (String saved : List.of("saved 1", "saved 2")) {
            Process process = typist(own, "flush", 10);
            assertEquals(saved, out(process).readLine());
            process.destroyForcibly();
            process.waitFor();
        }
        assertEquals(List.of(), List.of(temp.toFile().list()));
        assertEquals(1, folder.resolve("data/native").toFile().list().length);
    }

    @Test
    void whereTheTempFolderIsOfNoUseTheLibraryLiesBesideTheAnswers() throws Exception {
        List<String> noTemp = List.of("env", "JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=/proc/none");
        Process process = typist(noTemp, "flush", 10);
        assertEquals("saved 1", out(process).readLine());
        process.destroyForcibly();
        process.waitFor();
        assertTrue(folder.resolve("data/native").toFile().list().length > 0);
    }
}
