package loupe.answer;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Every file that Loupe has written of a person's work: the record with its log, the backups, what
 * was put aside, the readable copies, the name. What the person put beside them is not among them.
 */
public final class Belongings {
    private static final String RECORD =
            "answers(-.+)?\\.db(-wal|-shm|-journal|\\.new(-journal)?)?";
    private static final String COPIES_OF_ENDS = "(unsaved|restored)-\\d{8}-.*";

    private final List<Path> record;
    private final List<Path> copies;

    private Belongings(List<Path> record, List<Path> copies) {
        this.record = List.copyOf(record);
        this.copies = List.copyOf(copies);
    }

    /** Looks for them. The record must not be open here. */
    public static Belongings of(Profile profile) throws IOException {
        AnswerPlace place = profile.place();
        List<Path> record = new ArrayList<>();
        List<Path> copies = new ArrayList<>();
        for (Path each : inside(place.data())) {
            String name = each.getFileName().toString();
            if (name.matches(RECORD) || name.equals("profile.properties")) {
                record.addAll(everything(each));
            } else if (name.equals("backups")
                    || name.equals("native")
                    || name.matches(COPIES_OF_ENDS)) {
                record.addAll(everything(each));
            }
        }
        for (Path each : inside(place.copies())) {
            if (each.getFileName().toString().matches(COPIES_OF_ENDS)) {
                copies.addAll(everything(each));
            } else if (Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS)) {
                copies.addAll(Copies.filesOf(each));
            }
        }
        return new Belongings(record, copies);
    }

    private static List<Path> inside(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.sorted().toList();
        }
    }

    private static List<Path> everything(Path path) throws IOException {
        try (Stream<Path> all = Files.walk(path)) {
            return all.filter(each -> !Files.isDirectory(each)).toList();
        }
    }

    /** The record, its backups, and what was put aside. */
    public List<Path> record() {
        return record;
    }

    /** The readable copies. */
    public List<Path> copies() {
        return copies;
    }

    public boolean holds(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        return record.contains(absolute) || copies.contains(absolute);
    }

    /** Deletes them, and the folders that are empty then. */
    public void remove() throws IOException {
        List<Path> folders = new ArrayList<>();
        for (Path each : Stream.concat(copies.stream(), record.stream()).toList()) {
            Files.deleteIfExists(each);
            folders.add(each.getParent());
            folders.add(each.getParent().getParent());
        }
        for (Path each : folders.stream().distinct().sorted(Comparator.reverseOrder()).toList()) {
            try {
                Files.deleteIfExists(each);
            } catch (DirectoryNotEmptyException kept) {
                System.getLogger(Belongings.class.getName())
                        .log(System.Logger.Level.DEBUG, "others have files in it", kept);
            }
        }
    }
}
