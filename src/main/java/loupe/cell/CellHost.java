package loupe.cell;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.AccessController;
import java.security.CodeSource;
import java.security.Permission;
import java.security.PermissionCollection;
import java.security.Permissions;
import java.security.Policy;
import java.security.PrivilegedAction;
import java.security.ProtectionDomain;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The process in which one cell runs. It takes the classes from its standard input, runs them
 * without rights, and tells what they write in frames on its standard output. It sees nothing but
 * the module {@code java.base}, and ends when its input does, that is, with Loupe.
 */
@SuppressWarnings("removal") // Java 17 has no other way to confine code, and 24 has none at all
final class CellHost {
    /** What a frame holds: text, or, of a failure, its stack trace. */
    enum Frame {
        /** The process is there; what comes now takes the time that a cell has. */
        BEGIN,
        OUT,
        ERR,
        /** The cells that were used are done; what comes from here on is of the cell itself. */
        OWN,
        FAILED,
        DONE,
        /** All its threads have ended. The process needs 0.3 seconds for its own end. */
        END
    }

    /** What a frame may hold, in bytes; also what is told of a stack trace. */
    static final int LARGEST = 20_000;

    private static final int HEAD = 5;

    private final OutputStream frames;

    private CellHost(OutputStream out) {
        frames = out;
    }

    public static void main(String[] none) throws Exception {
        InputStream in = System.in;
        Map<String, byte[]> classes = read(new DataInputStream(in));
        CellHost host = new CellHost(new FileOutputStream(FileDescriptor.out));
        System.setIn(InputStream.nullInputStream());
        System.setOut(host.stream(Frame.OUT));
        System.setErr(host.stream(Frame.ERR));
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> host.failed(failure));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> host.tell(Frame.END)));
        endWith(in);
        CellLoader cells = new CellLoader(classes);
        Constructor<?> cell =
                cells.loadClass(CellSource.CLASS).getDeclaredConstructor(Runnable.class);
        cell.setAccessible(true);
        Thread thread =
                AccessController.doPrivileged(
                        (PrivilegedAction<Thread>)
                                () -> new Thread(new ThreadGroup("cell"), () -> host.run(cell)),
                        cells.context());
        thread.setContextClassLoader(cells);
        Policy.setPolicy(new HostPolicy());
        System.setSecurityManager(new CellGuard());
        host.tell(Frame.BEGIN);
        thread.start();
    }

    /** On a thread that has only the rights of a cell, even where no cell is on its stack. */
    private void run(Constructor<?> cell) {
        try {
            cell.newInstance((Runnable) () -> tell(Frame.OWN));
            tell(Frame.DONE);
        } catch (InvocationTargetException failure) {
            failed(failure.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the class is not one that Loupe made", e);
        }
    }

    private static Map<String, byte[]> read(DataInputStream in) throws IOException {
        Map<String, byte[]> classes = new HashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            String name = in.readUTF();
            classes.put(name, in.readNBytes(in.readInt()));
        }
        return classes;
    }

    /** Ends this process with its input. */
    static void endWith(InputStream in) {
        Thread watch =
                new Thread(
                        () -> {
                            try {
                                while (in.read() >= 0) {
                                    // nothing more is said
                                }
                            } catch (IOException gone) {
                                // as good as its end
                            }
                            Runtime.getRuntime().halt(1);
                        },
                        "watch");
        watch.setDaemon(true);
        watch.start();
    }

    private PrintStream stream(Frame kind) {
        OutputStream framed =
                new OutputStream() {
                    @Override
                    public void write(int each) {
                        write(new byte[] {(byte) each}, 0, 1);
                    }

                    @Override
                    public void write(byte[] bytes, int from, int length) {
                        Objects.checkFromIndexSize(from, length, bytes.length);
                        tellAll(kind, bytes, from, from + length);
                    }
                };
        return new PrintStream(framed, true, StandardCharsets.UTF_8);
    }

    private void failed(Throwable failure) {
        byte[] trace = trace(failure);
        tell(Frame.FAILED, trace, 0, trace.length);
    }

    /** The beginning of a stack trace, whatever the exception that a cell made does about it. */
    private static byte[] trace(Throwable failure) {
        ByteArrayOutputStream trace =
                new ByteArrayOutputStream() {
                    @Override
                    public void write(byte[] bytes, int from, int length) {
                        super.write(bytes, from, Math.min(length, LARGEST - size()));
                        if (size() == LARGEST) {
                            throw new IllegalStateException("that is enough");
                        }
                    }
                };
        try (PrintWriter writer = new PrintWriter(trace, false, StandardCharsets.UTF_8)) {
            failure.printStackTrace(writer);
        } catch (Throwable broken) {
            if (trace.size() == 0) {
                return failure.getClass().getName().getBytes(StandardCharsets.UTF_8);
            }
        }
        return trace.toByteArray();
    }

    private void tell(Frame kind) {
        tell(kind, new byte[0], 0, 0);
    }

    /** In frames that Loupe can take at once, each with whole characters. */
    private void tellAll(Frame kind, byte[] bytes, int from, int stop) {
        int at = from;
        while (at < stop) {
            int end = Math.min(at + LARGEST, stop);
            for (int back = 0; back < 3 && end < stop && (bytes[end] & 0xC0) == 0x80; back++) {
                end--;
            }
            tell(kind, bytes, at, end - at);
            at = end;
        }
    }

    /** A frame is written whole or not at all, even where the stack or the memory is full. */
    private synchronized void tell(Frame kind, byte[] bytes, int from, int length) {
        byte[] frame = new byte[HEAD + length];
        ByteBuffer.wrap(frame).put((byte) kind.ordinal()).putInt(length).put(bytes, from, length);
        try {
            frames.write(frame);
        } catch (IOException nobodyListens) {
            Runtime.getRuntime().halt(1);
        }
    }

    /** What is not a cell's may do everything. */
    private static final class HostPolicy extends Policy {
        @Override
        public PermissionCollection getPermissions(CodeSource source) {
            Permissions all = new Permissions();
            all.add(new java.security.AllPermission());
            return all;
        }

        @Override
        public boolean implies(ProtectionDomain domain, Permission permission) {
            return !(domain.getClassLoader() instanceof CellLoader)
                    || super.implies(domain, permission);
        }
    }
}
