package loupe.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import loupe.answer.AnswerPlace;
import loupe.answer.AnswerSaver;
import loupe.answer.Profile;
import loupe.answer.Profiles;
import loupe.answer.QuestionKey;
import loupe.lesson.Stem;
import loupe.lesson.Writeup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The saved answers on the command line, in a data folder of the test. */
@Timeout(120)
class AnswersCommandTest {
    private static final String W1 = "demo/heads/w1";

    @TempDir Path folder;
    private final StringWriter said = new StringWriter();

    @BeforeEach
    void someAnswers() throws Exception {
        System.setProperty("loupe.data", folder.resolve("data").toString());
        System.setProperty("loupe.documents", folder.resolve("copies").toString());
        write("w1", "first");
        write("w1", "first and second");
        write("w2", "another");
    }

    @AfterEach
    void otherTestsHaveTheirOwn() {
        System.clearProperty("loupe.data");
        System.clearProperty("loupe.documents");
    }

    private static void write(String id, String text) throws Exception {
        Profile person = new Profiles(AnswerPlace.ofThisComputer()).all().get(0);
        try (Answers answers = Answers.of(person)) {
            AnswerSaver saver = answers.saver();
            saver.load("demo", "heads").get();
            Writeup question = new Writeup(Stem.bare(id, "What?"), Writeup.Limits.NONE, "");
            saver.offer(new QuestionKey("demo", "heads", id), text, question, "1");
        }
    }

    private int run(String... arguments) {
        CommandLine line = new CommandLine(new AnswersCommand());
        said.getBuffer().setLength(0);
        line.setOut(new PrintWriter(said, true));
        line.setErr(new PrintWriter(said, true));
        line.setExecutionExceptionHandler(
                (failure, command, parsed) -> {
                    said.append(failure.getMessage());
                    return 1;
                });
        return line.execute(arguments);
    }

    @Test
    void listNamesEveryAnswer() {
        assertEquals(0, run("list"));
        List<String> lines = said.toString().lines().toList();
        assertEquals(2, lines.size());
        assertTrue(lines.get(0).matches(W1 + " +3 words  \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d"));
    }

    @Test
    void showPrintsAnAnswerAndItsVersions() {
        assertEquals(0, run("show", W1));
        assertEquals("first and second\n", said.toString());
        assertEquals(0, run("show", W1, "--versions"));
        assertEquals(2, said.toString().lines().count());
        String number = said.toString().strip().split("\\s+")[0];
        assertEquals(0, run("show", W1, "--number", number));
        assertEquals("first\n", said.toString());
    }

    @Test
    void whatIsNotThereIsSaid() {
        assertEquals(1, run("show", "demo/heads/w9"));
        assertEquals(
                "There is no answer demo/heads/w9; installer/run answers list names all.",
                said.toString());
        assertEquals(1, run("show", "w1"));
        assertEquals(
                "\"w1\" names no answer: write course/lesson/question, as list does.",
                said.toString());
        assertEquals(1, run("list", "--profile", "nobody"));
        assertEquals(
                "Nobody here is called nobody. Name one with --profile: first.", said.toString());
        assertEquals(2, run());
        assertEquals(1, run("restore", folder.resolve("no.db").toString()));
        assertTrue(said.toString().contains("no.db is no backup that can be trusted"));
        assertEquals(1, run("restore", W1));
        assertEquals(
                "Say which version of "
                        + W1
                        + " to bring back, with --number; installer/run answers show "
                        + W1
                        + " --versions lists them.",
                said.toString());
    }

    @Test
    void exportWritesMarkdown() throws Exception {
        assertEquals(0, run("export", folder.resolve("out").toString()));
        String text = Files.readString(folder.resolve("out/demo/heads.md"));
        assertTrue(text.contains("first and second\n") && text.contains("another\n"));
    }

    @Test
    void restoreBringsBackAVersion() {
        run("show", W1, "--versions");
        String number = said.toString().strip().split("\\s+")[0];
        assertEquals(0, run("restore", W1, "--number", number));
        run("show", W1);
        assertEquals("first\n", said.toString());
        run("show", W1, "--versions");
        assertEquals(3, said.toString().lines().count());
    }

    @Test
    void restoreBringsBackABackupAndForgetsNothing() throws Exception {
        assertEquals(0, run("restore")); // the first start of the day has made one
        String line = said.toString().strip();
        assertTrue(line.contains("  answers  ") || line.contains("answers"), line);
        String backup = line.substring(line.lastIndexOf("answers  ") + 9);
        String before = answer(W1);
        write("w1", "something else");
        assertEquals(0, run("restore", backup));
        assertTrue(said.toString().contains("restored " + W1), said.toString());
        assertTrue(before.startsWith("first"));
        assertEquals("first\n", answer(W1));
        run("show", W1, "--versions");
        assertEquals(4, said.toString().lines().count());
    }

    private String answer(String path) {
        run("show", path);
        return said.toString();
    }

    @Test
    void everyCommandHasHelp() {
        for (String each : List.of("list", "show", "export", "restore")) {
            assertEquals(0, run(each, "--help"));
            assertTrue(said.toString().startsWith("Usage: answers " + each), said.toString());
        }
    }
}
