package loupe.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only a process of its own can show: what is loaded, and what is printed. */
class FreshProcessTest {
    private static final String HOME = System.getProperty("loupe.home");
    private static final String REQUEST =
            "{\"model\":\"" + HOME + "/src/test/resources/models/tiny-gpt\",\"text\":\"The dog\"}";

    @Test
    void makingADeskLoadsNothingOfTheEngine() throws Exception {
        List<String> lines = run("-Xlog:class+load");
        assertTrue(lines.contains("CPU true"));
        assertTrue(lines.stream().anyMatch(line -> line.contains("loupe.panel.PanelDesk")));
        List<String> engine = lines.stream().filter(line -> line.contains("ai.djl.")).toList();
        assertEquals(List.of(), engine);
    }

    @Test
    void aRunPrintsNothingOfItsOwn() throws Exception {
        List<String> lines = run("-Xshare:auto", REQUEST);
        assertEquals(2, lines.size(), lines::toString);
        assertTrue(lines.get(1).startsWith("{\"state\":\"drawn\""), lines::toString);
    }

    @Test
    void withoutItsLibraryTheEngineIsRefusedInASentence(@TempDir Path empty) throws Exception {
        String classPath =
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                        .filter(entry -> !entry.contains("pytorch-native-cpu"))
                        .collect(Collectors.joining(File.pathSeparator));
        List<String> lines = runWith(classPath, "-DDJL_CACHE_DIR=" + empty, REQUEST);
        String reply = lines.get(lines.size() - 1);
        assertTrue(reply.startsWith("{\"state\":\"refused\""), lines::toString);
        assertTrue(reply.contains("PyTorch did not start: "), reply);
        assertTrue(reply.contains("delete the folder .djl.ai"), reply);
    }

    private static List<String> run(String option, String... arguments) throws Exception {
        return runWith(System.getProperty("java.class.path"), option, arguments);
    }

    /** Standard output and error together; the process has ended well. */
    private static List<String> runWith(String classPath, String option, String... arguments)
            throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(option, "-Dloupe.home=" + HOME, "-cp"));
        command.add(classPath);
        command.add(FreshProcess.class.getName());
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        byte[] output = process.getInputStream().readAllBytes();
        String text = new String(output, StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), text);
        return text.lines().toList();
    }
}
