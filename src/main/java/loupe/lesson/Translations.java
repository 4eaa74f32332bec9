package loupe.lesson;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A lesson's translations, {@code lesson.de.md}; they have the same ids as the lesson. */
final class Translations {
    private static final Pattern NAME = Pattern.compile("lesson\\.([a-z]{2,3}(?:-[\\w-]+)?)\\.md");

    /** A translated prompt is another one than the published, and is meant to be. */
    private static final String CHANGED_PROMPT = "W006";

    private final LessonReader reader;
    private final Map<Path, Lesson> read = new HashMap<>();

    Translations(LessonReader reader) {
        this.reader = reader;
    }

    /** A translation's file. */
    private record Version(Path file, String label, String lang) {}

    /** The translations of a lesson that can be read in its place: those with the same ids. */
    List<Lesson> readable(Lesson lesson, String folder) {
        try {
            return versions(lesson, folder).stream()
                    .map(this::read)
                    .filter(each -> each.id().equals(lesson.id()) && ids(each).equals(ids(lesson)))
                    .toList();
        } catch (IOException unreadable) {
            return List.of(); // the check says so
        }
    }

    private Lesson read(Version version) {
        return read.computeIfAbsent(
                version.file(), file -> reader.read(file, version.label(), new HashSet<>()));
    }

    private static List<Version> versions(Lesson lesson, String folder) throws IOException {
        if (!Files.isDirectory(lesson.folder())) {
            return List.of();
        }
        List<Version> versions = new ArrayList<>();
        try (Stream<Path> files = Files.list(lesson.folder())) {
            for (Path file : files.sorted().toList()) {
                Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
                if (name.matches()) {
                    versions.add(new Version(file, folder + "/" + name.group(), name.group(1)));
                }
            }
        }
        return versions;
    }

    /** The findings of all translations of a lesson; {@code folder} is its path in findings. */
    List<Finding> check(Lesson lesson, String folder) {
        try {
            return versions(lesson, folder).stream()
                    .flatMap(each -> check(lesson, each).stream())
                    .toList();
        } catch (IOException e) {
            String message = "the folder cannot be read: " + e.getMessage();
            return List.of(new Finding(Severity.ERROR, "F001", Spot.file(folder), message, ""));
        }
    }

    private List<Finding> check(Lesson lesson, Version version) {
        Lesson other = read(version);
        Findings findings = new Findings();
        if (other.findings().stream().allMatch(each -> each.spot().line() > 0)) {
            Source source = place(version.file(), version.label());
            compare(lesson, other, version.lang(), source, findings);
        }
        List<Finding> all = new ArrayList<>(other.findings());
        all.removeIf(each -> each.code().equals(CHANGED_PROMPT));
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
        lesson.cells().stream().filter(Cell::isOpen).forEach(each -> ids.put(each.id(), "cell"));
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
