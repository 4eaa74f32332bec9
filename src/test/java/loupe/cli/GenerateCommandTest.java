package loupe.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class GenerateCommandTest {
    private static final Path GOLDEN =
            Path.of(System.getProperty("loupe.home")).resolve("../shared/golden");

    @TempDir private Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void theTranslatorTranslates() {
        assertEquals(0, translate("She sees the small elephant."), err::toString);
        assertEquals("Sie sieht den kleinen Elefanten.\n", out.toString());
    }

    @Test
    void aTranslationEndsWhereItIsToldTo() {
        assertEquals(0, translate("The dog sleeps.", "--max-tokens", "2"), err::toString);
        assertEquals("Der\n", out.toString());
    }

    private int translate(String text, String... more) {
        List<String> all = new ArrayList<>(List.of("--encoder", text, "--beams", "1"));
        all.addAll(List.of(more));
        return execute("course/translator", all.toArray(String[]::new));
    }

    @Test
    void gptGoesOnWithAText() {
        String first = goneOn("--seed", "3");
        assertTrue(first.startsWith("The dog ran"), first);
        assertTrue(first.length() > "The dog ran\n".length(), first);
        assertEquals(first, goneOn("--seed", "3"));
        assertNotEquals(first, goneOn("--seed", "4"));
    }

    @Test
    void theLikeliestTextIsNoMatterOfChance() {
        assertEquals(
                goneOn("--temperature", "0", "--seed", "1"),
                goneOn("--temperature", "0", "--seed", "2"));
        assertEquals(goneOn("--temperature", "0"), goneOn("--top-k", "1"));
        assertEquals(goneOn("--temperature", "0"), goneOn("--top-p", "0.000001"));
    }

    private String goneOn(String... options) {
        out.getBuffer().setLength(0);
        List<String> all = new ArrayList<>(List.of("--text", "The dog ran", "--max-tokens", "12"));
        all.addAll(List.of(options));
        assertEquals(0, execute("course/gpt", all.toArray(String[]::new)), err::toString);
        return out.toString();
    }

    @Test
    void aModelSaysHowItIsAsked() {
        assertEquals(1, execute("course/translator", "--text", "a"));
        assertEquals(
                "course/translator reads one text and writes another: give it with --encoder.\n",
                err.toString());
        assertEquals(1, execute("course/gpt", "--encoder", "a"));
        assertEquals(
                "course/gpt goes on with the text it reads: give it one with --text.", lastError());
        assertEquals(1, execute("course/gpt", "--text", ""));
        assertEquals("course/gpt finds no token in this text: write a few words.", lastError());
        assertEquals(1, execute("course/gpt", "--text", "word ".repeat(3_000)));
        assertTrue(lastError().contains("course/gpt reads at most"), this::lastError);
        assertEquals(1, execute("course/nothing", "--text", "a"));
    }

    @Test
    void anEncoderWritesNothing() throws Exception {
        for (String name : List.of("config.json", "model.safetensors")) {
            Files.copy(GOLDEN.resolve("bert-pretraining").resolve(name), folder.resolve(name));
        }
        assertEquals(1, execute(folder.toString(), "--text", "a"));
        assertEquals(
                folder + " only reads: choose a model that writes, such as course/gpt.",
                lastError());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                " | Give one of --text and --encoder.",
                "--text a --encoder b | Give one of --text and --encoder.",
                "--text a --beams 2 | --beams goes with --encoder.",
                "--encoder a --top-k 2 | --temperature, --top-k, --top-p and --seed go with"
                        + " --text.",
                "--encoder a --beams 0 | There are 0 beams: choose a number from 1 to 64.",
                "--text a --temperature -1 | The temperature is -1.0: choose a number from 0 to"
                        + " 100.",
                "--text a --top-k -2 | Top k is -2: choose a number from 0 on, 0 for all.",
                "--text a --top-p 0 | Top p is 0.0: choose a number above 0, up to 1.",
                "--text a --max-tokens 0 | 0 tokens cannot be written: choose a number from 1 to"
                        + " 100,000.",
                "--encoder a --max-tokens 2147483647 | 2,147,483,647 tokens cannot be written:"
                        + " choose a number from 1 to 100,000."
            })
    void whatMakesNoSenseIsSaidBeforeAModelIsOpened(String options, String sentence) {
        String[] all = options == null ? new String[0] : options.split(" ");
        assertEquals(2, execute("course/gpt", all));
        assertEquals(sentence, err.toString().lines().findFirst().orElseThrow());
    }

    private String lastError() {
        return err.toString().lines().reduce((first, second) -> second).orElseThrow();
    }

    private int execute(String model, String... options) {
        List<String> all = new ArrayList<>(List.of("--model", model));
        all.addAll(List.of(options));
        return new CommandLine(new GenerateCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all.toArray(String[]::new));
    }
}
