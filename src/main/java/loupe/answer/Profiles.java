package loupe.answer;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * The people who write on this computer. The first has the data folder itself, each other a folder
 * of {@code profiles} in it; a small file beside the answers says who. Reads and writes files: call
 * it off the event thread.
 */
public final class Profiles {
    static final String FIRST = "first";
    private static final String FILE = "profile.properties";

    private final AnswerPlace base;

    public Profiles(AnswerPlace base) {
        this.base = base;
    }

    /** Everybody, the first first. There is always one, whose name may still be empty. */
    public List<Profile> all() throws AnswerTrouble {
        List<Profile> all = new ArrayList<>();
        try {
            if (Files.isDirectory(folder())) {
                try (Stream<Path> folders = Files.list(folder())) {
                    for (Path each : folders.filter(Files::isDirectory).sorted().toList()) {
                        all.add(read(each.getFileName().toString()));
                    }
                }
            }
            if (all.isEmpty() || Files.exists(base.file()) || Files.exists(file(FIRST))) {
                all.add(0, read(FIRST));
            }
            return List.copyOf(all);
        } catch (IOException e) {
            throw trouble("read", e);
        }
    }

    /** Adds a person, whose place is a new and empty one. */
    public Profile add(String name, String studentId) throws AnswerTrouble {
        String wanted = plain(name);
        String id = wanted;
        for (int n = 2; id.equals(FIRST) || Files.exists(folder().resolve(id)); n++) {
            id = wanted + "-" + n;
        }
        return change(new Profile(id, "", "", place(id)), name, studentId);
    }

    /** Gives a person another name or student id. */
    public Profile change(Profile profile, String name, String studentId) throws AnswerTrouble {
        Profile changed = new Profile(profile.id(), name, studentId, profile.place());
        Properties values = new Properties();
        values.setProperty("name", changed.name());
        values.setProperty("student-id", changed.studentId());
        try {
            StringWriter text = new StringWriter();
            values.store(text, "Who writes here");
            Path file = file(profile.id());
            Files.createDirectories(file.getParent());
            Path spare = file.resolveSibling(FILE + ".new");
            Files.writeString(spare, text.toString());
            Files.move(spare, file, StandardCopyOption.ATOMIC_MOVE);
            return changed;
        } catch (IOException e) {
            throw trouble("written", e);
        }
    }

    private Profile read(String id) {
        Properties values = new Properties();
        try (Reader reader = Files.newBufferedReader(file(id))) {
            values.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            System.getLogger(Profiles.class.getName())
                    .log(System.Logger.Level.DEBUG, "nobody says who writes in " + id, e);
        }
        String name = values.getProperty("name", id.equals(FIRST) ? "" : id);
        return new Profile(id, name, values.getProperty("student-id", ""), place(id));
    }

    private AnswerPlace place(String id) {
        if (id.equals(FIRST)) {
            return base;
        }
        // A course cannot be called so: its copies and a person's do not meet.
        Path copies = base.copies().resolve("Profile " + id);
        return new AnswerPlace(folder().resolve(id), copies, base.type());
    }

    private Path folder() {
        return base.data().resolve("profiles");
    }

    private Path file(String id) {
        return place(id).data().resolve(FILE);
    }

    /** A name as a folder on any system may bear it. */
    private static String plain(String name) {
        String letters =
                Normalizer.normalize(name, Normalizer.Form.NFKD)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("\\p{M}", "")
                        .replaceAll("[^\\p{L}\\p{N}]+", "-")
                        .replaceAll("^-+|-+$", "");
        String shorter = letters.substring(0, Math.min(letters.length(), 40));
        return shorter.isEmpty() ? "person" : shorter;
    }

    private AnswerTrouble trouble(String what, IOException e) {
        return new AnswerTrouble(
                "The names of the people who write here cannot be "
                        + what
                        + " in "
                        + base.data()
                        + ": see that you may write there.",
                e);
    }
}
