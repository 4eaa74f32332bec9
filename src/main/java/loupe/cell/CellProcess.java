package loupe.cell;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A process of this Java and this program, with so much memory. */
final class CellProcess {
    /**
     * What the system itself sees to: 2 GB for all that is not on Java's heap too, such as stacks
     * and what {@code java.util.zip} takes, and no file, not even that of a crash.
     */
    private static final List<String> LIMITS =
            File.separatorChar == '\\'
                    ? List.of()
                    : List.of(
                            "/bin/sh",
                            "-c",
                            "ulimit -c 0; ulimit -f 0; ulimit -v 2000000; exec \"$0\" \"$@\"");

    private CellProcess() {}

    /**
     * Starts it; its errors are heard by nobody.
     *
     * @param main what it runs
     * @param options of Java, beside those that all have
     */
    static Process start(Class<?> main, int megabytes, String... options) throws IOException {
        List<String> command = new ArrayList<>(LIMITS);
        command.add(java().toString());
        command.addAll(
                List.of(
                        "-Xmx" + megabytes + "m",
                        "-XX:+UseSerialGC",
                        "-XX:-UsePerfData",
                        "-XX:+DisableAttachMechanism",
                        "-XX:+SuppressFatalErrorMessage", // what Java has to say is no answer
                        "-XX:+DisplayVMOutputToStderr",
                        "-Xlog:disable"));
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", home().toString(), main.getName()));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().retainAll(Set.of("SystemRoot", "TEMP", "TMP"));
        builder.environment().put("MALLOC_ARENA_MAX", "2");
        builder.directory(new File(System.getProperty("java.io.tmpdir")));
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        return builder.start();
    }

    static Path java() {
        String name = File.separatorChar == '\\' ? "java.exe" : "java";
        return Path.of(System.getProperty("java.home"), "bin", name);
    }

    /** Where this program's own classes lie. */
    private static Path home() {
        try {
            return Path.of(
                    CellProcess.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the program does not know where it lies", e);
        }
    }
}
