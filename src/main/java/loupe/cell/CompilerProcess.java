package loupe.cell;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * A compiler in a process of its own: a few lines of code can keep one busy for years or fill all
 * the memory there is, and nothing but the end of its process stops it.
 */
public final class CompilerProcess implements AutoCloseable {
    private static final int MEMORY = 256;
    private static final int LONGEST_WAIT = 5;

    /** Code that makes a compiler load what it needs, before it is asked for anything. */
    private static final String FIRST =
            "import java.util.List; var a = List.of(1); for (int b : a) System.out.println(b);";

    private static final CellOffset NOWHERE = new CellOffset(-1, -1);

    private final Process process;

    private CompilerProcess(Process process) {
        this.process = process;
    }

    public static CompilerProcess start() throws IOException {
        return new CompilerProcess(
                CellProcess.start(
                        CompilerProcess.class,
                        MEMORY,
                        "-XX:MaxMetaspaceSize=128m",
                        "-XX:TieredStopAtLevel=1"));
    }

    /**
     * Compiles as {@link CellCompiler#compile} does, once.
     *
     * @throws IOException if the process was closed or did not start
     */
    public CellCompiler.Compiled compile(List<CellText> cells) throws IOException {
        DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
        out.writeInt(cells.size());
        for (CellText each : cells) {
            write(out, each.id());
            write(out, each.code());
        }
        out.flush(); // and it stays open: its end is that of the process
        try {
            return answer(
                    cells, new DataInputStream(new BufferedInputStream(process.getInputStream())));
        } catch (EOFException ended) {
            Optional<CellMistake> mistake = Optional.of(Mistakes.tooMuch(cells));
            return new CellCompiler.Compiled(Map.of(), mistake, new CellLines(cells, List.of()));
        }
    }

    private static CellCompiler.Compiled answer(List<CellText> cells, DataInputStream in)
            throws IOException {
        Optional<CellMistake> mistake = Optional.empty();
        if (in.readBoolean()) {
            mistake = Optional.of(new CellMistake(place(in), text(in)));
        }
        Map<String, byte[]> classes = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            classes.put(text(in), in.readNBytes(in.readInt()));
        }
        List<Optional<CellOffset>> starts = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            CellOffset start = new CellOffset(in.readInt(), in.readInt());
            starts.add(Optional.of(start).filter(each -> !each.equals(NOWHERE)));
        }
        return new CellCompiler.Compiled(classes, mistake, new CellLines(cells, starts));
    }

    boolean isAlive() {
        return process.isAlive();
    }

    public static void main(String[] none) throws IOException {
        InputStream in = System.in;
        Thread patience = patience();
        try (CellCompiler compiler = CellCompiler.find().orElseThrow();
                DataOutputStream out = new DataOutputStream(new BufferedOutputStream(System.out))) {
            compiler.compile(List.of(new CellText("first", FIRST)));
            List<CellText> cells = asked(new DataInputStream(in));
            patience.interrupt();
            CellHost.endWith(in);
            tell(compiler.compile(cells), out);
        } catch (EOFException nobodyAsked) {
            // Loupe has gone
        }
    }

    private static List<CellText> asked(DataInputStream in) throws IOException {
        List<CellText> cells = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            cells.add(new CellText(text(in), text(in)));
        }
        return cells;
    }

    /** Ends a process that nobody asks. */
    private static Thread patience() {
        Thread thread =
                new Thread(
                        () -> {
                            try {
                                TimeUnit.MINUTES.sleep(LONGEST_WAIT);
                                Runtime.getRuntime().halt(0);
                            } catch (InterruptedException asked) {
                                // it is at work
                            }
                        },
                        "patience");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static void tell(CellCompiler.Compiled compiled, DataOutputStream out)
            throws IOException {
        out.writeBoolean(compiled.mistake().isPresent());
        if (compiled.mistake().isPresent()) {
            write(out, compiled.mistake().get().at());
            write(out, compiled.mistake().get().message());
        }
        out.writeInt(compiled.classes().size());
        for (Map.Entry<String, byte[]> each : compiled.classes().entrySet()) {
            write(out, each.getKey());
            out.writeInt(each.getValue().length);
            out.write(each.getValue());
        }
        List<Optional<CellOffset>> starts = compiled.lines().starts();
        out.writeInt(starts.size());
        for (Optional<CellOffset> each : starts) {
            out.writeInt(each.orElse(NOWHERE).cell());
            out.writeInt(each.orElse(NOWHERE).offset());
        }
    }

    private static void write(DataOutputStream out, CellPlace place) throws IOException {
        out.writeInt(place.cell());
        out.writeInt(place.line());
        out.writeInt(place.from());
        out.writeInt(place.to());
    }

    private static CellPlace place(DataInputStream in) throws IOException {
        return new CellPlace(in.readInt(), in.readInt(), in.readInt(), in.readInt());
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
