package loupe.lesson;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Holds a lesson's translations, {@code lesson.de.md}, against it: they have the same ids. */
final class Translations {
    private static final Pattern NAME = Pattern.compile("lesson\\.([a-z]{2,3}(?:-[\\w-]+)?)\\.md");

    private final LessonReader reader;

    Translations(LessonReader reader) {
        this.reader = reader;
    }

    /** The findings of all translations of a lesson; {@code folder} is its path in findings. */
    List<Finding> check(Lesson lesson, String folder) {
        List<Finding> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(lesson.folder())) {
            for (Path file : files.sorted().toList()) {
                Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
                if (name.matches()) {
                    all.addAll(check(lesson, file, folder + "/" + name.group(), name.group(1)));
                }
            }
        } catch (IOException e) {
            all.add(
                    new Finding(
                            Severity.ERROR,
                            "F001",
                            Spot.file(folder),
                            "the folder cannot be read: " + e.getMessage(),
                            ""));
        }
        return all;
    }

    private List<Finding> check(Lesson lesson, Path file, String label, String lang) {
        Lesson other = reader.read(file, label, new HashSet<>());
        Findings findings = new Findings();
        if (other.findings().stream().allMatch(each -> each.spot().line() > 0)) {
            compare(lesson, other, lang, place(file, label), findings);
        }
        List<Finding> all = new ArrayList<>(other.findings());
        all.addAll(findings.inOrder());
        return all;
    }

    private static Source place(Path file, String label) {
        try {
            return Source.read(file, label);
        } catch (LessonTrouble goneMeanwhile) {
            return new Source(label, "");
        }
    }

    private static void compare(
            Lesson lesson, Lesson other, String lang, Source source, Findings findings) {
        if (!other.id().equals(lesson.id())) {
            findings.error(
                    "I001",
                    find(source, other.id()),
                    "this translation has the id \"" + other.id() + "\"",
                    "give it the lesson's: " + lesson.id());
        }
        if (!other.head().lang().equals(lang)) {
            findings.error(
                    "I001",
                    find(source, "lang:"),
                    "this translation says it is in \"" + other.head().lang() + "\"",
                    "write lang: " + lang);
        }
        Map<String, String> ours = ids(lesson);
        Map<String, String> theirs = ids(other);
        ours.forEach(
                (id, what) -> {
                    if (!theirs.containsKey(id)) {
                        String message = "this translation lacks the " + what + " \"" + id + "\"";
                        findings.error("I001", Spot.file(source.file()), message);
                    }
                });
        theirs.forEach(
                (id, what) -> {
                    if (ours.containsKey(id) && !what.equals(ours.get(id))) {
                        String message =
                                "\""
                                        + id
                                        + "\" is of the type "
                                        + what
                                        + " here, and in the lesson ";
                        findings.error(
                                "I001", find(source, "#" + id), message + "of " + ours.get(id));
                    } else if (!ours.containsKey(id)) {
                        String message = "the lesson has no " + what + " \"" + id + "\"";
                        findings.unknown(
                                "I001", find(source, "#" + id), message, id, ours.keySet());
                    }
                });
    }

    private static Map<String, String> ids(Lesson lesson) {
        Map<String, String> ids = new LinkedHashMap<>();
        lesson.questions().forEach(each -> ids.put(each.id(), each.block()));
        lesson.experiments().forEach(each -> ids.put(each.id(), "experiment"));
        return ids;
    }

    private static Spot find(Source source, String words) {
        for (int line = 0; line < source.lines().size(); line++) {
            int column = source.line(line).indexOf(words);
            if (column >= 0) {
                return source.spot(line, column, words.length());
            }
        }
        return Spot.file(source.file());
    }
}
