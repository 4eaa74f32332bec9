package loupe.cell;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.security.CodeSource;
import java.security.Permission;
import java.security.PermissionCollection;
import java.security.Permissions;
import java.security.Policy;
import java.security.ProtectionDomain;
import java.util.HashMap;
import java.util.Map;
import java.util.PropertyPermission;

/**
 * The process in which one cell runs. It takes the classes from its standard input, runs them
 * without rights, and tells what they write in frames on its standard output. It sees nothing but
 * the module {@code java.base}, and ends when its input does, that is, with Loupe.
 */
@SuppressWarnings("removal") // Java 17 has no other way to confine code, and 24 has none at all
final class CellHost {
    /** What a frame holds: text, or, of a failure, its stack trace. */
    enum Frame {
        OUT,
        ERR,
        /** The cells that were used are done; what comes from here on is of the cell itself. */
        OWN,
        FAILED,
        DONE
    }

    static final int THREADS = 50;
    private static final int LONGEST_TRACE = 20_000;

    private final DataOutputStream frames;

    private CellHost(OutputStream out) {
        frames = new DataOutputStream(out);
    }

    public static void main(String[] none) throws Exception {
        InputStream in = System.in;
        Map<String, byte[]> classes = read(new DataInputStream(in));
        CellHost host = new CellHost(new FileOutputStream(FileDescriptor.out));
        System.setIn(InputStream.nullInputStream());
        System.setOut(host.stream(Frame.OUT));
        System.setErr(host.stream(Frame.ERR));
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> host.failed(failure));
        endWith(in);
        Cells cells = new Cells(classes);
        Thread.currentThread().setContextClassLoader(cells);
        Constructor<?> cell =
                cells.loadClass(CellSource.CLASS).getDeclaredConstructor(Runnable.class);
        cell.setAccessible(true);
        Runnable own = () -> host.tell(Frame.OWN, "");
        Policy.setPolicy(new HostPolicy());
        System.setSecurityManager(new Guard());
        try {
            cell.newInstance(own);
            host.tell(Frame.DONE, "");
        } catch (InvocationTargetException failure) {
            host.failed(failure.getCause());
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

    private static void endWith(InputStream in) {
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
                        tell(kind, bytes, from, length);
                    }
                };
        return new PrintStream(framed, true, StandardCharsets.UTF_8);
    }

    private void failed(Throwable failure) {
        ByteArrayOutputStream trace = new ByteArrayOutputStream();
        try (PrintWriter writer = new PrintWriter(trace, false, StandardCharsets.UTF_8)) {
            failure.printStackTrace(writer);
        }
        tell(Frame.FAILED, trace.toByteArray(), 0, Math.min(trace.size(), LONGEST_TRACE));
    }

    private void tell(Frame kind, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        tell(kind, bytes, 0, bytes.length);
    }

    private synchronized void tell(Frame kind, byte[] bytes, int from, int length) {
        try {
            frames.writeByte(kind.ordinal());
            frames.writeInt(length);
            frames.write(bytes, from, length);
        } catch (IOException nobodyListens) {
            Runtime.getRuntime().halt(1);
        }
    }

    /** The classes of the cells, each without any right but these. */
    private static final class Cells extends ClassLoader {
        private final Map<String, byte[]> classes;
        private final ProtectionDomain domain = new ProtectionDomain(null, rights());

        Cells(Map<String, byte[]> classes) {
            super(ClassLoader.getPlatformClassLoader());
            this.classes = classes;
        }

        private static Permissions rights() {
            Permissions rights = new Permissions();
            rights.add(new PropertyPermission("java.version", "read"));
            rights.add(new PropertyPermission("line.separator", "read"));
            rights.add(new RuntimePermission("modifyThread")); // to shut an executor down
            rights.setReadOnly();
            return rights;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] bytes = classes.get(name);
            if (bytes == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, bytes, 0, bytes.length, domain);
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
            return !(domain.getClassLoader() instanceof Cells) || super.implies(domain, permission);
        }
    }

    /** Also counts threads. */
    private static final class Guard extends SecurityManager {
        @Override
        public void checkAccess(ThreadGroup group) {
            super.checkAccess(group);
            if (group.activeCount() > THREADS) {
                throw new SecurityException("a cell may have " + THREADS + " threads");
            }
        }
    }
}
