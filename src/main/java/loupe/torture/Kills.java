package loupe.torture;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import loupe.answer.AnswerPlace;
import loupe.answer.Integrity;

/** Kills a {@link Victim} (SIGKILL) at random moments, again and again on one store. */
final class Kills {
    private final String how;
    private final Path folder;
    private final Path cache;
    private final int latest;
    private final Random random = new Random();
    private long reported;
    private long lost;
    private long damaged;
    private long lastSaved;
    private final List<String> handed = new ArrayList<>();

    /**
     * @param how the victim works
     * @param latest the latest moment of the kill, in milliseconds after the first line it prints
     */
    Kills(String how, Path folder, Path cache, int latest) {
        this.how = how;
        this.folder = folder;
        this.cache = cache;
        this.latest = latest;
    }

    Row carryOut(String what, int kills) throws Exception {
        for (int i = 0; i < kills; i++) {
            kill();
            look();
        }
        lookAtHandIns();
        String note =
                handed.isEmpty()
                        ? ""
                        : handed.size() + " hand-ins reported, each there and unchanged";
        return new Row(what, kills, reported, lost, damaged, Pace.none(), note);
    }

    static Process start(Path folder, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                        .filter(each -> !each.startsWith("-XX:"))
                        .toList());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.add(Victim.class.getName());
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(folder.resolve("victim.log").toFile())
                .start();
    }

    private void kill() throws Exception {
        Process victim = start(folder, how, folder.toString(), cache.toString());
        BufferedReader out = victim.inputReader(StandardCharsets.UTF_8);
        hear(out.readLine());
        TimeUnit.MICROSECONDS.sleep(random.nextInt(latest * 1_000));
        victim.toHandle().destroyForcibly(); // leaves what it printed to be read
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            hear(line);
        }
        if (victim.waitFor() != 137) {
            throw new IllegalStateException(
                    "the victim was not killed, it ended by itself: "
                            + Files.readString(folder.resolve("victim.log")));
        }
    }

    /** A kill can tear the last line: only whole ones count. */
    private void hear(String line) {
        if (line != null && line.matches("saved \\d+")) {
            lastSaved = Math.max(lastSaved, Long.parseLong(line.substring(6)));
            reported++;
        } else if (line != null && line.matches("handed [0-9a-f]{64} .*\\.pdf")) {
            handed.add(line.substring(7));
            reported++;
        }
    }

    private void look() throws Exception {
        AnswerPlace place =
                how.equals("network") ? Subject.onNetwork(folder) : Subject.place(folder);
        try (Subject after = Subject.in(place)) {
            long there = Victim.number(after.body(Subject.W1));
            if (there < lastSaved) {
                lost++;
                System.err.println(
                        how + ": save " + lastSaved + " was reported, " + there + " is there");
            }
        }
        Optional<String> fault = Integrity.fault(place);
        if (fault.isPresent() || asides() > 0) {
            damaged++;
        }
    }

    private long asides() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("data"))) {
            return files.filter(each -> each.getFileName().toString().contains("damaged")).count();
        }
    }

    private void lookAtHandIns() throws Exception {
        for (String each : handed) {
            Path file = Path.of(each.substring(65));
            if (!Files.exists(file) || !sha256(file).equals(each.substring(0, 64))) {
                lost++;
            }
        }
        if (Files.isDirectory(folder.resolve("out"))) {
            try (Stream<Path> files = Files.list(folder.resolve("out"))) {
                for (Path each : files.filter(Files::isRegularFile).toList()) {
                    damaged += isWhole(each) ? 0 : 1;
                }
            }
        }
    }

    /** Every kind of file of a hand-in has its own end. */
    private static boolean isWhole(Path file) throws IOException {
        String name = file.getFileName().toString();
        byte[] bytes = Files.readAllBytes(file);
        String end =
                new String(
                                bytes,
                                Math.max(0, bytes.length - 16),
                                Math.min(16, bytes.length),
                                StandardCharsets.UTF_8)
                        .strip();
        return name.endsWith(".pdf")
                ? end.endsWith("%%EOF")
                : name.endsWith(".json") ? end.endsWith("}") : bytes.length > 0;
    }

    private static String sha256(Path file) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
        return HexFormat.of().formatHex(digest);
    }
}
