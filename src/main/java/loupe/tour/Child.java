package loupe.tour;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Another Java program with this one's class path and flags: Loupe started as a person starts it.
 */
final class Child {

    private static final int LIMIT_SECONDS = 300;
    private static final String READY = "ready ";

    private Child() {}

    /**
     * Starts a program, its output in a file.
     *
     * @param flags for the JVM, on top of this program's own
     */
    static Process start(String mainClass, List<String> flags, List<String> arguments, Path output)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(flags);
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(mainClass);
        command.addAll(arguments);
        File file = output.toFile();
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(file))
                .start();
    }

    /** Called in a child at the moment that is measured; its end takes some time of its own. */
    static void sayReady() {
        System.err.println(READY + System.currentTimeMillis());
    }

    /** The moment a child has said, in milliseconds since the epoch. */
    static long saidReady(Path output) throws IOException {
        return Files.readAllLines(output, StandardCharsets.UTF_8).stream()
                .filter(line -> line.startsWith(READY))
                .mapToLong(line -> Long.parseLong(line.substring(READY.length())))
                .findFirst()
                .orElseThrow(() -> new IOException("never ready: " + output));
    }

    /**
     * Waits for the end.
     *
     * @return the exit status, or 124 where the program had to be ended
     */
    static int finish(Process process) throws InterruptedException {
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            return 124;
        }
        return process.exitValue();
    }
}
