package loupe.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Texts for models of every kind: golden folders with a small vocabulary beside them. */
class AttendTextsTest {
    private static final Path GOLDEN =
            Path.of(System.getProperty("loupe.home")).resolve("../shared/golden");

    private static final String WORDS =
            "{\"<s>\":0,\"<pad>\":1,\"</s>\":2,\"<unk>\":3,\"a\":4,\"b\":5,\"\u0120\":6}";

    @TempDir private Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void aPairForAnEncoderHasTypes() throws Exception {
        model("bert-pretraining");
        Files.writeString(
                folder.resolve("vocab.txt"), "[PAD]\n[UNK]\n[CLS]\n[SEP]\n[MASK]\ndog\ncat\n");
        JsonObject summary = run("--text", "Dog cat", "--pair", "cat");
        assertEquals(
                "[CLS] 0|dog 0|cat 0|[SEP] 0|cat 1|[SEP] 1",
                summary.getAsJsonArray("tokens").asList().stream()
                        .map(token -> token.getAsJsonObject())
                        .map(t -> t.get("text").getAsString() + " " + t.get("segment").getAsInt())
                        .collect(Collectors.joining("|"))
                        .replace("Dog", "dog"));
        assertEquals("[1,4,6,6]", shape(summary, "attn.0"));
    }

    @Test
    void twoTextsForAnEncoderAndADecoder() throws Exception {
        model("bart-generation");
        Files.writeString(folder.resolve("vocab.json"), WORDS);
        Files.writeString(folder.resolve("merges.txt"), "#version: 0.2\n");
        JsonObject summary = run("--encoder", "ab b", "--decoder", "ba");
        assertEquals(6, summary.getAsJsonArray("tokens").size());
        assertEquals(4, summary.getAsJsonArray("decoder_tokens").size());
        assertEquals("[1,4,6,6]", shape(summary, "encoder.attn.0"));
        assertEquals("[1,4,4,6]", shape(summary, "cross.attn.1"));
    }

    @Test
    void bartWritesWhatItReadsWhenItIsToldNothingElse() throws Exception {
        model("bart-seqcls");
        Files.writeString(folder.resolve("vocab.json"), WORDS);
        Files.writeString(folder.resolve("merges.txt"), "#version: 0.2\n");
        assertEquals("[1,4,5,5]", shape(run("--text", "ab "), "decoder.attn.0"));
    }

    @Test
    void aModelOfTwoTextsSaysThatItWantsBoth() throws Exception {
        model("marian-tied");
        assertEquals(1, execute("--text", "a"));
        assertEquals(
                folder
                        + " reads one text and writes another: give both, with --encoder and"
                        + " --decoder.\n",
                err.toString());
        assertEquals(1, execute("--ids", "1"));
        assertEquals(
                folder + " has a decoder, which needs ids too: give --decoder-ids.",
                err.toString().lines().reduce((first, second) -> second).orElseThrow());
    }

    private void model(String name) throws Exception {
        for (String file : List.of("config.json", "model.safetensors")) {
            Files.copy(GOLDEN.resolve(name).resolve(file), folder.resolve(file));
        }
    }

    private JsonObject run(String... options) {
        assertEquals(0, execute(options), err::toString);
        return JsonParser.parseString(out.toString()).getAsJsonObject();
    }

    private int execute(String... options) {
        List<String> arguments = new ArrayList<>(List.of("--model", folder.toString(), "--json"));
        arguments.addAll(List.of("--output", folder.resolve("run.safetensors").toString()));
        arguments.addAll(List.of(options));
        CommandLine line = new CommandLine(new AttendCommand());
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(arguments.toArray(String[]::new));
    }

    private static String shape(JsonObject summary, String place) {
        return summary.getAsJsonObject("places").get(place).toString();
    }
}
