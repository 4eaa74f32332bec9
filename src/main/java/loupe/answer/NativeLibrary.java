package loupe.answer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.sqlite.SQLiteJDBCLoader;

/**
 * SQLite's native part. The driver unpacks it into the temp folder; where that is missing, full or
 * mounted so that nothing in it may run, it goes beside the answers.
 */
final class NativeLibrary {
    private static final String FOLDER = "org.sqlite.tmpdir";

    private NativeLibrary() {}

    /** Makes sure that it is loaded; does nothing the second time. */
    static synchronized void load(Path data) throws AnswerTrouble {
        String temp = System.getProperty(FOLDER, System.getProperty("java.io.tmpdir"));
        Exception trouble = new IOException("no folder to unpack into");
        for (Path folder : List.of(Path.of(temp), data.resolve("native"))) {
            try {
                Files.createDirectories(folder);
                System.setProperty(FOLDER, folder.toString());
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
}
