package loupe.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import loupe.training.CourseModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** The command as a process of its own, with a model that is small enough for seconds. */
class TrainCommandTest {

    private static final Path HOME = Path.of(System.getProperty("loupe.home"));
    private static final Path TEXT = HOME.resolve("../shared/corpus/alice-in-wonderland.txt");

    @TempDir private Path folder;

    /** What runs in the process. */
    static final class Main {
        private Main() {}

        public static void main(String[] arguments) {
            System.exit(new CommandLine(new TrainCommand()).execute(arguments));
        }
    }

    private Process start(String... more) throws Exception {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                "-Dloupe.home=" + HOME,
                                Main.class.getName()));
        command.addAll(List.of(more));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private String output(Process process) throws Exception {
        try (BufferedReader reader = process.inputReader(UTF_8)) {
            String output = String.join("\n", reader.lines().toList());
            assertTrue(process.waitFor(60, TimeUnit.SECONDS));
            return output;
        }
    }

    private String[] tiny(String... more) {
        List<String> options =
                new ArrayList<>(
                        List.of(
                                ("gpt --vocab 300 --layers 1 --heads 2 --width 16 --context 32"
                                                + " --seed 5 --threads 1")
                                        .split(" ")));
        options.addAll(List.of("--corpus", TEXT.toString(), "--output", folder.toString()));
        options.addAll(List.of(more));
        return options.toArray(String[]::new);
    }

    @Test
    void aRunTellsHowItStandsAndWhereTheModelIs() throws Exception {
        Process process = start(tiny("--steps", "30"));
        String output = output(process);
        assertEquals(0, process.exitValue(), output);
        assertTrue(
                output.matches(
                        "(?s)step 1 \\(3 %\\)  loss 5\\.\\d{3}  [\\d,]+ tokens/s  \\d+ min \\d\\d s"
                                + " left\n"
                                + ".*step 30 \\(100 %\\)  loss .* 0 min 00 s left\n"
                                + "course/gpt, in .*:\n"
                                + "\\| measured \\| wanted .*\n"
                                + "\\| verb number .*\n"
                                + "The model is in .*; README\\.md there says what it is worth\\."),
                output);
        assertTrue(Files.exists(folder.resolve("model.safetensors")));
        String card = Files.readString(folder.resolve("README.md"));
        assertFalse(card.contains("generated English sentences"), "it learnt from its own text");
    }

    @Test
    void aRunThatIsToldToEndSavesAndTheSameCommandGoesOn() throws Exception {
        Process process = start(tiny("--steps", "1000000"));
        try (BufferedReader lines = process.inputReader(UTF_8)) {
            assertTrue(lines.readLine().startsWith("step 1 "));
            process.toHandle().destroy(); // SIGTERM takes the way that Ctrl-C takes
            String rest = String.join("\n", lines.lines().toList());
            assertEquals("Saved in " + folder + ". Give the same command again to go on.", rest);
        }
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        assertTrue(process.exitValue() > 128, "exit " + process.exitValue());
        assertEquals(1, checkpoints());

        Process again = start(tiny("--steps", "1000000"));
        try (BufferedReader lines = again.inputReader(UTF_8)) {
            String first = lines.readLine();
            assertTrue(first.matches("Going on after step [\\d,]+\\."), first);
        } finally {
            again.destroyForcibly().waitFor();
        }
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            delimiter = ';',
            value = {
                "--vocab 100;--vocab is 100. Choose a number from 257 to 65,536.",
                "--layers 0;--layers is 0. Choose a number from 1 to 48.",
                "--heads 0;--heads is 0. Choose a number from 1 to 64.",
                "--width 3;--width is 3. Choose a number from 4 to 2,048.",
                "--context 7;--context is 7. Choose a number from 8 to 2,048.",
                "--width 30 --heads 4;A width of 30 cannot be shared by 4 heads. Choose a --width"
                        + " that --heads divides.",
                "--steps 0;--steps is 0. Choose a number from 1 on.",
                "--minutes 0;--minutes is 0.0. Choose a number above 0.",
                "--steps 9 --minutes 9;--steps and --minutes both say how long. Give one of them.",
                "--parts 0;--parts is 0. Choose a number from 1 to 1,024.",
                "--threads 0;--threads is 0. Choose a number from 1 on.",
                "--corpus /no/such/place;There is no file or folder \"/no/such/place\". Name your"
                        + " text with --corpus."
            })
    void aSettingThatCannotBeIsRefusedWithWhatToChoose(String options, String sentence)
            throws Exception {
        List<String> arguments = new ArrayList<>(List.of("gpt", "--output", folder.toString()));
        arguments.addAll(List.of(options.split(" ")));
        Process process = start(arguments.toArray(String[]::new));
        assertEquals(sentence, output(process));
        assertEquals(1, process.exitValue());
        assertFalse(Files.exists(folder.resolve("model.safetensors")));
    }

    @Test
    void aModelIsMeasuredAndItsCardSaysSo() throws Exception {
        assertEquals(0, finished(tiny("--steps", "5")));
        Path card = folder.resolve("README.md");
        String first = Files.readString(card);
        assertTrue(first.contains("## Measured"), first);
        Files.writeString(card, first.replaceAll("(?s)## Measured.*?(?=## )", ""));
        Process process =
                start(
                        "gpt",
                        "--evaluate",
                        "--threads",
                        "1",
                        "--corpus",
                        TEXT.toString(),
                        "--output",
                        folder.toString());
        String output = output(process);
        assertEquals(0, process.exitValue(), output);
        assertTrue(output.contains("as a share of a Kneser-Ney 5-gram's | ≤ 0.95 | "), output);
        assertEquals(first, Files.readString(card));
    }

    @Test
    void whatIsNotThereCannotBeMeasured() throws Exception {
        Process process = start("gpt", "--evaluate", "--output", folder.toString());
        assertEquals("There is no such model to measure. Train it first.", output(process));
        assertEquals(1, process.exitValue());
    }

    private int finished(String... arguments) throws Exception {
        Process process = start(arguments);
        output(process);
        return process.exitValue();
    }

    @Test
    void aBertIsTrainedByTheSameCommandAndMeasured() throws Exception {
        String[] arguments = tiny("--steps", "3");
        arguments[0] = "bert";
        Process process = start(arguments);
        String output = output(process);
        assertEquals(0, process.exitValue(), output);
        assertTrue(output.contains("| head that rests on [SEP] |"), output);
        assertTrue(Files.readString(folder.resolve("README.md")).contains("## Measured"));
    }

    @Test
    void anUnknownModelIsRefused() throws Exception {
        Process process = start("bart");
        assertEquals(
                "\"bart\" is no model that can be trained. Choose " + CourseModel.ids() + ".",
                output(process));
        assertEquals(1, process.exitValue());
    }

    private long checkpoints() throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("step-")).count();
        }
    }
}
