package loupe.shell;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The claim of one window on a data folder. A second start finds the claim taken, asks the first
 * window to come to the front through a socket in the file system (no port is opened), and ends.
 */
public final class OneInstance implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(OneInstance.class.getName());

    private static final int LONGEST_NAME = 90;

    private final FileChannel lockFile;
    private final ServerSocketChannel door;
    private final Path doorPath;

    private OneInstance(FileChannel lockFile, ServerSocketChannel door, Path doorPath) {
        this.lockFile = lockFile;
        this.door = door;
        this.doorPath = doorPath;
    }

    /**
     * Claims the folder, or knocks at the window that has it.
     *
     * @param toFront called, on a thread of this class, whenever another start knocks
     * @return the claim; nothing when another window has it and was asked to come to the front
     * @throws IOException when the folder cannot be written to
     */
    public static Optional<OneInstance> claim(Path data, Runnable toFront) throws IOException {
        Files.createDirectories(data);
        FileChannel lockFile =
                FileChannel.open(
                        data.resolve("window.lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        Path doorPath = doorPath(data);
        if (!locked(lockFile)) {
            lockFile.close();
            knock(doorPath);
            return Optional.empty();
        }
        Files.deleteIfExists(doorPath);
        ServerSocketChannel door = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        door.bind(UnixDomainSocketAddress.of(doorPath));
        OneInstance instance = new OneInstance(lockFile, door, doorPath);
        Thread listener = new Thread(() -> instance.listen(toFront), "door");
        listener.setDaemon(true);
        listener.start();
        return Optional.of(instance);
    }

    /**
     * Where to knock: in the person's own runtime folder, else beside the answers. The names of
     * sockets are short (about 100 bytes), those of data folders need not be.
     */
    static Path doorPath(Path data) throws IOException {
        String name = "loupe-" + Integer.toHexString(data.toRealPath().hashCode()) + ".door";
        Path runtime = Path.of(System.getenv().getOrDefault("XDG_RUNTIME_DIR", ""));
        if (runtime.isAbsolute() && Files.isWritable(runtime)) {
            return runtime.resolve(name);
        }
        Path beside = data.toRealPath().resolve("window.door");
        return beside.toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST_NAME
                ? beside
                : Path.of(System.getProperty("java.io.tmpdir")).resolve(name);
    }

    private static boolean locked(FileChannel file) throws IOException {
        try {
            FileLock lock = file.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    private static void knock(Path doorPath) {
        try (SocketChannel other = SocketChannel.open(UnixDomainSocketAddress.of(doorPath))) {
            LOG.fine(() -> "Knocked at " + other);
        } catch (IOException nobodyOpens) {
            LOG.log(Level.WARNING, "The other window does not answer at " + doorPath, nobodyOpens);
        }
    }

    private void listen(Runnable toFront) {
        while (door.isOpen()) {
            try (SocketChannel visitor = door.accept()) {
                LOG.fine(() -> "Asked to the front by " + visitor);
                toFront.run();
            } catch (IOException closed) {
                LOG.log(Level.FINE, "The door is closed", closed);
                return;
            }
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        Files.deleteIfExists(doorPath);
        lockFile.close();
    }
}
