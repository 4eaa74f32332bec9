package loupe.lesson;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The questions of a course that were ever published, as its {@code ids.lock} has them: one on each
 * line, lesson, question, type, and the SHA-256 of its prompt. Answers are filed under these ids,
 * so a line never goes; one that ends with {@code retired} is missed by nobody.
 */
public final class Published {
    private static final String FILE = "ids.lock";
    private static final Set<String> TYPES = Set.of("writeup", "choice", "numeric", "task");
    private static final String HEAD =
            """
            # Every question of this course that was ever published: lesson, question, type, SHA-256 of its prompt.
            # Answers are filed under these ids. "installer/run pack" writes this file; keep it with the course.
            # To give a question up for good, write "retired" at the end of its line.
            """;

    /** What makes a question impossible to read, so that it would seem to have gone. */
    private static final Set<String> HIDING =
            Set.of("D001", "D002", "D004", "Q001", "Q004", "Y001", "F001", "B001");

    private record Id(String lesson, String question) {}

    private record Entry(String type, String prompt, boolean retired, Spot spot) {
        String line(Id id) {
            String end = retired ? " retired" : "";
            return id.lesson() + " " + id.question() + " " + type + " " + prompt + end + "\n";
        }
    }

    private final Map<Id, Entry> entries;

    private Published(Map<Id, Entry> entries) {
        this.entries = entries;
    }

    /** Reads the file in a course's folder; a course that was never published has none. */
    static Published read(Path course, Findings findings) throws LessonTrouble {
        Path file = course.resolve(FILE);
        Map<Id, Entry> entries = new LinkedHashMap<>();
        if (!Files.exists(file)) {
            return new Published(entries);
        }
        Source source = Source.read(course, file, FILE);
        for (int line = 0; line < source.lines().size(); line++) {
            String text = source.line(line).strip();
            if (text.isEmpty() || text.startsWith("#")) {
                continue;
            }
            String[] words = text.split("\\s+");
            Spot spot = source.wholeLine(line, 0);
            if (!isEntry(words)) {
                findings.error(
                        "Y001",
                        spot,
                        "this is no entry of ids.lock: lesson, question, type, SHA-256",
                        "take the line back from an earlier version of the file");
                continue;
            }
            boolean retired = words.length == 5;
            entries.put(new Id(words[0], words[1]), new Entry(words[2], words[3], retired, spot));
        }
        return new Published(entries);
    }

    private static boolean isEntry(String[] words) {
        return (words.length == 4 || words.length == 5 && words[4].equals("retired"))
                && Ids.isLesson(words[0])
                && Ids.isQuestion(words[1])
                && TYPES.contains(words[2])
                && words[3].matches("[0-9a-f]{64}");
    }

    /** Holds a question against what was published of it. */
    void check(String lesson, Question question, Spot name, Findings findings) {
        Entry entry = entries.get(new Id(lesson, question.id()));
        if (entry == null) {
            return;
        }
        if (!entry.type().equals(question.block())) {
            findings.error(
                    "Q003",
                    name,
                    "\""
                            + question.id()
                            + "\" was published as a "
                            + entry.type()
                            + " and is a "
                            + question.block()
                            + " now",
                    "give it an id of its own: what was answered before is no answer to this");
        } else if (!entry.prompt().equals(question.promptSha256())) {
            findings.warning(
                    "W006",
                    name,
                    "the prompt of \"" + question.id() + "\" has changed since it was published",
                    "see that earlier answers still answer it",
                    List.of());
        }
    }

    /** Finds what was published and is not there any more. */
    void checkAll(List<Lesson> lessons, Findings findings) {
        Map<String, Lesson> byId =
                lessons.stream().collect(Collectors.toMap(Lesson::id, each -> each, (a, b) -> a));
        boolean unread =
                lessons.stream()
                        .anyMatch(each -> !each.findings().isEmpty() && each.isNamedByItsFolder());
        Map<String, List<Id>> missing = new LinkedHashMap<>();
        entries.forEach(
                (id, entry) -> {
                    if (!entry.retired() && isMissing(id, byId, unread)) {
                        missing.computeIfAbsent(id.lesson(), all -> new ArrayList<>()).add(id);
                    }
                });
        missing.forEach((lesson, ids) -> tell(ids, byId.containsKey(lesson), findings));
    }

    private static boolean isMissing(Id id, Map<String, Lesson> lessons, boolean unread) {
        Lesson lesson = lessons.get(id.lesson());
        if (lesson == null) {
            return !unread;
        }
        boolean there =
                lesson.questions().stream()
                        .anyMatch(
                                each ->
                                        each.id().equals(id.question())
                                                || each.was().equals(id.question()));
        return !there && lesson.findings().stream().noneMatch(each -> HIDING.contains(each.code()));
    }

    private void tell(List<Id> ids, boolean lessonIsThere, Findings findings) {
        Spot first = entries.get(ids.get(0)).spot();
        if (!lessonIsThere) {
            String count = ids.size() == 1 ? "its question" : "its " + ids.size() + " questions";
            findings.error(
                    "Q002",
                    first,
                    "the published lesson \"" + ids.get(0).lesson() + "\" has gone, with " + count,
                    "put it back, or end its lines here with \"retired\"");
            return;
        }
        for (Id id : ids) {
            findings.error(
                    "Q002",
                    entries.get(id).spot(),
                    "the published question \""
                            + id.question()
                            + "\" of \""
                            + id.lesson()
                            + "\" has gone",
                    "put it back, write was="
                            + id.question()
                            + " at the question that replaces it, or end this line with"
                            + " \"retired\"");
        }
    }

    /** The file that has the questions of this course as well. */
    String with(List<Lesson> lessons) {
        Map<Id, Entry> all = new LinkedHashMap<>(entries);
        for (Lesson lesson : lessons) {
            for (Question each : lesson.questions()) {
                Id id = new Id(lesson.id(), each.id());
                Optional<Entry> before = Optional.ofNullable(all.get(id));
                Spot spot = before.map(Entry::spot).orElse(Spot.file(FILE));
                all.put(id, new Entry(each.block(), each.promptSha256(), false, spot));
                if (!each.was().isEmpty()) {
                    all.computeIfPresent(
                            new Id(lesson.id(), each.was()),
                            (old, entry) ->
                                    new Entry(entry.type(), entry.prompt(), true, entry.spot()));
                }
            }
        }
        StringBuilder text = new StringBuilder(HEAD);
        all.forEach((id, entry) -> text.append(entry.line(id)));
        return text.toString();
    }
}
