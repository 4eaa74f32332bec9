package loupe.answer;

import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import loupe.lesson.Sha256;

/**
 * The readable copies: one Markdown file for each lesson, {@code <course>/<lesson>.md}. Each answer
 * stands behind a comment that names it and its length, so that any text comes back letter by
 * letter; one that was changed by hand comes back up to the next mark.
 */
final class Copies {
    private static final Pattern MARK =
            Pattern.compile(
                    "(?m)^<!-- loupe answer=(\\S+) revision=(\\d{1,15}) saved=(\\S+) prompt=(\\S*)"
                            + " version=(\\S*) length=(\\d{1,9}) sha256=([0-9a-f]{64}) -->\\R\\R");
    private static final String HEAD = "Your answers to this lesson, copied here for you to read.";
    private static final String END = "\n\n<!-- loupe end -->\n";

    private Copies() {}

    /** Writes the copy of a lesson, the whole file or nothing; {@code prompts} gives a wording. */
    static void write(
            Path folder, LessonKey lesson, Map<String, Draft> drafts, UnaryOperator<String> prompts)
            throws IOException {
        StringBuilder text = new StringBuilder("# " + lesson.lesson() + "\n\n");
        text.append(HEAD)
                .append(" Loupe keeps them in a file of its own\nand reads this one only if that")
                .append(" file is damaged.\n");
        drafts.forEach((question, draft) -> append(text, question, draft, prompts));
        Path file = folder.resolve(lesson.course()).resolve(lesson.lesson() + ".md");
        Files.createDirectories(file.getParent());
        Path spare = file.resolveSibling("." + lesson.lesson() + ".md.new");
        Files.write(spare, AnswerStore.bytes(text.toString()));
        try (FileChannel channel = FileChannel.open(spare, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(spare, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void append(
            StringBuilder text, String question, Draft draft, UnaryOperator<String> prompts) {
        text.append("\n## ").append(question).append("\n\n");
        String prompt = prompts.apply(draft.promptSha256());
        if (!prompt.isEmpty()) {
            prompt.lines().forEach(line -> text.append("> ").append(line).append('\n'));
            text.append('\n');
        }
        text.append("<!-- loupe answer=" + question)
                .append(" revision=" + draft.revision())
                .append(" saved=" + draft.savedAt())
                .append(" prompt=" + draft.promptSha256())
                .append(" version=" + encode(draft.lessonVersion()))
                .append(" length=" + draft.body().length())
                .append(" sha256=" + Sha256.of(draft.body()))
                .append(" -->\n\n")
                .append(draft.body())
                .append(END);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** What copies hold: answers, and the prompts they were written for by their SHA-256. */
    record Copied(List<Event> events, Map<String, String> prompts) {}

    /** Everything in every copy below the folder. */
    static Copied readAll(Path folder) throws IOException {
        Copied all = new Copied(new ArrayList<>(), new HashMap<>());
        if (!Files.isDirectory(folder)) {
            return all;
        }
        try (Stream<Path> files = Files.walk(folder, 2)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String course = file.toAbsolutePath().getParent().getFileName().toString();
                String name = file.getFileName().toString();
                if (name.endsWith(".md")) {
                    String lesson = name.substring(0, name.length() - 3);
                    read(Files.readAllBytes(file), course, lesson, all);
                }
            }
        }
        return all;
    }

    /** What Loupe itself has written into the folder of a course. */
    static List<Path> filesOf(Path course) throws IOException {
        List<Path> ours = new ArrayList<>(Views.filesOf(course));
        try (Stream<Path> files = Files.list(course)) {
            for (Path each : files.filter(Files::isRegularFile).toList()) {
                String name = each.getFileName().toString();
                boolean named = name.endsWith(".md") || name.endsWith(".md.new");
                if (named && read(each).contains(HEAD)) {
                    ours.add(each);
                }
            }
        }
        return ours;
    }

    /** A text that may be somebody's own, in any encoding. */
    private static String read(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }

    private static void read(byte[] bytes, String course, String lesson, Copied all) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        Matcher mark = MARK.matcher(text);
        int from = 0;
        while (mark.find(from)) {
            String body = body(text, mark);
            String prompt = prompt(text.substring(from, mark.start()));
            if (AnswerStore.matches(prompt, mark.group(4))) {
                all.prompts().put(mark.group(4), prompt);
            }
            from = mark.end() + body.length();
            if (QuestionKey.isKey(course, lesson, mark.group(1))) {
                QuestionKey key = new QuestionKey(course, lesson, mark.group(1));
                all.events().add(new Event(key, EventKind.RESTORE, draft(mark, body)));
            }
        }
    }

    /** The quoted lines before a mark. */
    private static String prompt(String before) {
        int heading = before.lastIndexOf("\n## ");
        return before.substring(Math.max(0, heading))
                .lines()
                .filter(line -> line.startsWith("> "))
                .map(line -> line.substring(2))
                .collect(Collectors.joining("\n"));
    }

    private static String body(String text, Matcher mark) {
        int length = Integer.parseInt(mark.group(6));
        if (length <= text.length() - mark.end() && text.startsWith(END, mark.end() + length)) {
            String body = text.substring(mark.end(), mark.end() + length);
            if (AnswerStore.matches(body, mark.group(7))) {
                return body;
            }
        }
        int end = text.indexOf(END.strip(), mark.end());
        return text.substring(mark.end(), end < 0 ? text.length() : end).stripTrailing();
    }

    private static Draft draft(Matcher mark, String body) {
        Instant saved;
        try {
            saved = Instant.parse(mark.group(3));
        } catch (DateTimeException e) {
            saved = Instant.EPOCH; // a date that was changed by hand says nothing about the text
        }
        String version;
        try {
            version = URLDecoder.decode(mark.group(5), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            version = mark.group(5);
        }
        long revision = Long.parseLong(mark.group(2));
        return new Draft(body, revision, saved, mark.group(4), version);
    }
}
