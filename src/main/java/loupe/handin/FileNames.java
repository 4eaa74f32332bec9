package loupe.handin;

import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import loupe.answer.Profile;
import loupe.lesson.Course;

/**
 * What the files of a hand-in are called: course, name, student id and time, in letters that every
 * system and every upload form takes, such as {@code loupe-ada-lovelace-1815-20261120-2358}.
 */
final class FileNames {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyyMMdd-HHmm");
    private static final int LONGEST_PART = 40;
    static final List<String> ENDINGS = List.of(".pdf", ".md", ".json");

    private FileNames() {}

    /** A name that none of the three files in the folder bears yet. */
    static String free(Path folder, Course course, Profile person, Instant at) {
        String date = DATE.format(at.atZone(ZoneId.systemDefault()));
        String name =
                Stream.of(course.id(), plain(person.name()), plain(person.studentId()), date)
                        .filter(each -> !each.isEmpty())
                        .collect(Collectors.joining("-"));
        String free = name;
        for (int n = 2; taken(folder, free); n++) {
            free = name + "-" + n;
        }
        return free;
    }

    private static boolean taken(Path folder, String name) {
        return ENDINGS.stream().anyMatch(each -> Files.exists(folder.resolve(name + each)));
    }

    private static String plain(String text) {
        String letters =
                Normalizer.normalize(text, Normalizer.Form.NFKD)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("\\p{M}", "")
                        .replaceAll("[^a-z0-9]+", "-")
                        .replaceAll("^-+|-+$", "");
        return letters.substring(0, Math.min(letters.length(), LONGEST_PART));
    }
}
