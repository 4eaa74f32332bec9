package loupe.answer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * SQLite's native part. The driver would unpack it into the temp folder anew with every start and
 * leave it there when it is killed; so it is unpacked once, beside the answers. Where nothing in
 * that folder may run, the driver has its way.
 */
final class NativeLibrary {
    private static final String PATH = "org.sqlite.lib.path";
    private static final String NAME = "org.sqlite.lib.name";
    private static final String TEMP = "org.sqlite.tmpdir";

    private NativeLibrary() {}

    /** Makes sure that it is loaded; does nothing the second time. */
    static synchronized void load(Path data) throws AnswerTrouble {
        String temp = System.getProperty(TEMP, System.getProperty("java.io.tmpdir"));
        Exception trouble = new IOException("no folder to unpack into");
        try {
            unpack(data.resolve("native"));
        } catch (IOException e) {
            trouble.addSuppressed(e);
        }
        for (Path folder : List.of(Path.of(temp), data.resolve("native"))) {
            try {
                System.setProperty(TEMP, folder.toString());
                if (SQLiteJDBCLoader.initialize()) {
                    return;
                }
            } catch (Exception e) { // the driver's own signature
                e.addSuppressed(trouble);
                trouble = e;
            }
        }
        throw new AnswerTrouble(
                "Answers cannot be saved, because SQLite cannot be started from "
                        + temp
                        + " or "
                        + data
                        + ": make room in one of them and allow programs to run there.",
                trouble);
    }

    private static void unpack(Path folder) throws IOException {
        if (System.getProperty(PATH) != null) {
            return; // somebody has shipped it
        }
        String name = LibraryLoaderUtil.getNativeLibName();
        String resource = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name;
        try (InputStream in = NativeLibrary.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException("the driver brings no " + resource);
            }
            byte[] library = in.readAllBytes();
            Path file = folder.resolve(SQLiteJDBCLoader.getVersion() + "-" + name);
            if (!Files.exists(file) || Files.size(file) != library.length) {
                Files.createDirectories(folder);
                Path spare = Files.createTempFile(folder, "new-", "-" + name);
                Files.write(spare, library);
                Files.move(
                        spare,
                        file,
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            }
            System.setProperty(PATH, folder.toAbsolutePath().toString());
            System.setProperty(NAME, file.getFileName().toString());
        }
    }
}
