package loupe.shell.browser;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.regex.Pattern;

/**
 * Where the page's files go: the person's folder of downloads, or the home folder where there is
 * none. A file that is there already stays; the new one gets a number.
 */
final class Downloads {
    private static final Pattern NAME = Pattern.compile("[\\w][\\w. -]{0,120}\\.(svg|png|csv)");
    private static final int MOST = 1000;

    private final Path folder;

    Downloads(Path folder) {
        this.folder = folder;
    }

    static Downloads ofThisUser() {
        Path home = Path.of(System.getProperty("user.home"));
        Path downloads = home.resolve("Downloads");
        return new Downloads(Files.isDirectory(downloads) ? downloads : home);
    }

    /**
     * Writes one.
     *
     * @param body text, or the data URL of a picture
     * @return where it lies, or why it does not, as JSON
     */
    SiteReply save(String name, String body) {
        JsonObject reply = new JsonObject();
        try {
            if (!NAME.matcher(name).matches()) {
                throw new IOException("\"" + name + "\" is no name for a picture or table");
            }
            byte[] bytes =
                    name.endsWith(".png")
                            ? PageView.png(body)
                            : body.getBytes(StandardCharsets.UTF_8);
            reply.addProperty("path", write(name, bytes).toString());
        } catch (IOException | RuntimeException failure) {
            reply.addProperty("message", "The file was not saved: " + failure.getMessage() + ".");
        }
        return SiteReply.json(reply.toString());
    }

    private Path write(String name, byte[] bytes) throws IOException {
        int dot = name.lastIndexOf('.');
        for (int number = 1; number < MOST; number++) {
            String free =
                    number == 1
                            ? name
                            : "%s (%d)%s"
                                    .formatted(name.substring(0, dot), number, name.substring(dot));
            try {
                return Files.write(folder.resolve(free), bytes, StandardOpenOption.CREATE_NEW);
            } catch (FileAlreadyExistsException taken) {
                continue;
            }
        }
        throw new IOException(folder + " has " + MOST + " files of that name");
    }
}
