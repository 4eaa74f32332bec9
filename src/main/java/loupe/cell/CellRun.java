package loupe.cell;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Runs compiled cells in a process of their own: without files, network or other programs, with so
 * much memory, for so long.
 */
public final class CellRun {
    /** What a cell may write, in characters. */
    public static final int LONGEST_OUTPUT = 100_000;

    /** The memory a cell has, in MB. */
    public static final int MEMORY = 256;

    private static final CellHost.Frame[] FRAMES = CellHost.Frame.values();
    private static final int LAST_JAVA = 23;
    private static final int LOOK = 20;
    private static final Duration LONGEST_START = Duration.ofSeconds(20);

    private final Process process;
    private final List<Piece> written = new ArrayList<>();
    private int characters;
    private long ownBegan = System.nanoTime();
    private long ended;
    private final long started = System.nanoTime();
    private volatile long hostBegan;
    private Optional<String> trace = Optional.empty();
    private boolean done;
    private volatile boolean tooMuch;
    private volatile boolean over;

    private CellRun(Process process) {
        this.process = process;
    }

    /** A piece of what a cell wrote; {@code error} tells System.err from System.out. */
    public record Written(boolean error, String text) {}

    /** How it ended. */
    public enum End {
        DONE,
        /** With an exception that nobody caught. */
        FAILED,
        TOO_LONG,
        TOO_MUCH,
        STOPPED,
        /** The process ended by itself. */
        DIED
    }

    /**
     * What came of it.
     *
     * @param trace the stack trace of a failure, as Java prints it
     * @param nanos how long the cell itself ran
     */
    public record Result(List<Written> written, End end, Optional<String> trace, long nanos) {
        public Result {
            written = List.copyOf(written);
        }
    }

    /** Why cells cannot run here, in one sentence; empty where they can. */
    public static Optional<String> hindrance() {
        if (Runtime.version().feature() > LAST_JAVA) {
            return Optional.of(
                    "Java cells do not run with Java "
                            + Runtime.version().feature()
                            + ", which cannot confine them any more. Start Loupe with Java 17.");
        }
        return Files.isExecutable(CellProcess.java())
                ? Optional.empty()
                : Optional.of("Java cells need a JDK. Start Loupe with the one of Java 17.");
    }

    /**
     * Runs classes that {@link CellCompiler} made, and waits for their end.
     *
     * @param limit after which they are stopped, from when the process is there
     * @param stopped asked all the time; once it is true, they are stopped
     * @throws IOException if there is no process
     */
    public static Result run(Map<String, byte[]> classes, Duration limit, BooleanSupplier stopped)
            throws IOException, InterruptedException {
        Process process = start();
        try {
            CellRun run = new CellRun(process);
            Thread reader = new Thread(run::read, "cell output");
            reader.setDaemon(true);
            reader.start();
            send(classes, process);
            return run.follow(limit, stopped, reader);
        } finally {
            process.destroyForcibly();
        }
    }

    private static Process start() throws IOException {
        return CellProcess.start(
                CellHost.class,
                MEMORY,
                "-XX:MaxMetaspaceSize=64m",
                "-XX:MaxDirectMemorySize=16m",
                "-Duser.language=en", // the same course prints the same everywhere
                "-Djava.security.manager=allow",
                "--limit-modules",
                "java.base");
    }

    /** Its input stays open: its end is that of the process. */
    private static void send(Map<String, byte[]> classes, Process process) throws IOException {
        DataOutputStream out = new DataOutputStream(process.getOutputStream());
        out.writeInt(classes.size());
        for (Map.Entry<String, byte[]> each : classes.entrySet()) {
            out.writeUTF(each.getKey());
            out.writeInt(each.getValue().length);
            out.write(each.getValue());
        }
        out.flush();
    }

    private Result follow(Duration limit, BooleanSupplier stopped, Thread reader)
            throws InterruptedException {
        Optional<End> killed = Optional.empty();
        while (killed.isEmpty() && !over && !process.waitFor(LOOK, TimeUnit.MILLISECONDS)) {
            if (stopped.getAsBoolean()) {
                killed = Optional.of(End.STOPPED);
            } else if (tooMuch) {
                killed = Optional.of(End.TOO_MUCH);
            } else if (isOver(limit)) {
                killed = Optional.of(End.TOO_LONG);
            }
        }
        process.destroyForcibly();
        reader.join();
        long nanos = (ended == 0 ? System.nanoTime() : ended) - ownBegan;
        List<Written> pieces =
                written.stream()
                        .filter(each -> !each.text().isEmpty())
                        .map(each -> new Written(each.error(), each.text().toString()))
                        .toList();
        // Other threads may go on after an exception; it is what is to be told.
        boolean itsOwn = killed.isEmpty() || killed.get() == End.TOO_LONG && trace.isPresent();
        return new Result(pieces, itsOwn ? end() : killed.get(), trace, nanos);
    }

    /** A computer that is busy takes long to begin, which is not the cell's fault. */
    private boolean isOver(Duration limit) {
        long now = System.nanoTime();
        return hostBegan == 0
                ? now - started > LONGEST_START.toNanos()
                : now - hostBegan > limit.toNanos();
    }

    private End end() {
        if (tooMuch) {
            return End.TOO_MUCH;
        }
        if (trace.isPresent()) {
            return End.FAILED;
        }
        return done ? End.DONE : End.DIED;
    }

    private void read() {
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(process.getInputStream()))) {
            while (true) {
                int kind = in.readByte();
                int length = in.readInt();
                if (kind < 0 || kind >= FRAMES.length || length < 0 || length > CellHost.LARGEST) {
                    throw new IOException("no frame: " + kind + " with " + length + " bytes");
                }
                take(FRAMES[kind], new String(in.readNBytes(length), StandardCharsets.UTF_8));
            }
        } catch (EOFException end) {
            // the process has ended
        } catch (IOException killed) {
            System.getLogger(CellRun.class.getName())
                    .log(System.Logger.Level.DEBUG, "The cell was cut short", killed);
        }
    }

    private void take(CellHost.Frame kind, String text) {
        switch (kind) {
            case BEGIN -> hostBegan = System.nanoTime();
            case OUT, ERR -> write(kind == CellHost.Frame.ERR, text);
            case OWN -> {
                written.clear();
                characters = 0;
                ownBegan = System.nanoTime();
            }
            case FAILED -> {
                trace = trace.or(() -> Optional.of(text));
                ended = System.nanoTime();
            }
            case DONE -> {
                done = true;
                ended = System.nanoTime();
            }
            case END -> over = true;
        }
    }

    private void write(boolean error, String text) {
        int room = LONGEST_OUTPUT - characters;
        String fits = text.substring(0, Math.min(room, text.length()));
        characters += fits.length();
        tooMuch |= fits.length() < text.length();
        if (written.isEmpty() || written.get(written.size() - 1).error() != error) {
            written.add(new Piece(error, new StringBuilder()));
        }
        written.get(written.size() - 1).text().append(fits);
    }

    /** What is written to one of the two, until the other has its turn. */
    private record Piece(boolean error, StringBuilder text) {}
}
