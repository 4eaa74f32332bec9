package loupe.author;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import loupe.lesson.Edit;
import loupe.lesson.Finding;

/** Carries out the edits of findings, file by file. A file is replaced whole, or not at all. */
final class Mending {
    private static final Pattern LINE_END = Pattern.compile("\r\n|\r|\n");
    private static final String MARK = "\uFEFF";

    private final Path course;
    private final List<Finding> mended = new ArrayList<>();

    Mending(Path course) {
        this.course = course;
    }

    /** What has been mended. */
    List<Finding> mended() {
        return List.copyOf(mended);
    }

    /** Mends what can be mended at once; false if there was nothing. */
    boolean mend(List<Finding> findings) throws IOException {
        Map<String, List<Finding>> byFile = new LinkedHashMap<>();
        for (Finding each : findings) {
            if (!each.edits().isEmpty()) {
                byFile.computeIfAbsent(each.spot().file(), file -> new ArrayList<>()).add(each);
            }
        }
        boolean any = false;
        for (Map.Entry<String, List<Finding>> each : byFile.entrySet()) {
            any |= mend(course.resolve(each.getKey()).toRealPath(), each.getValue());
        }
        return any;
    }

    private boolean mend(Path file, List<Finding> findings) throws IOException {
        String before = Files.readString(file);
        String mark = before.startsWith(MARK) ? MARK : "";
        String text = before.substring(mark.length());
        List<Integer> lines = lineStarts(text);
        String lineEnd = text.contains("\r\n") ? "\r\n" : "\n";
        List<Change> changes = new ArrayList<>();
        for (Finding each : findings) {
            List<Change> wanted = new ArrayList<>();
            for (Edit edit : each.edits()) {
                wanted.add(Change.of(edit, lines, text.length(), lineEnd));
            }
            if (wanted.stream().noneMatch(change -> changes.stream().anyMatch(change::meets))) {
                changes.addAll(wanted);
                mended.add(each);
            }
        }
        changes.sort(Comparator.comparingInt(Change::from).reversed());
        StringBuilder after = new StringBuilder(text);
        changes.forEach(each -> after.replace(each.from(), each.to(), each.text()));
        if (after.toString().equals(text)) {
            return false;
        }
        replace(file, mark + after);
        return true;
    }

    private static List<Integer> lineStarts(String text) {
        List<Integer> starts = new ArrayList<>(List.of(0));
        Matcher end = LINE_END.matcher(text);
        while (end.find()) {
            starts.add(end.end());
        }
        return starts;
    }

    /** Characters {@code from} to {@code to} give way to a text. */
    private record Change(int from, int to, String text) {

        static Change of(Edit edit, List<Integer> lines, int length, String lineEnd) {
            int line = Math.min(edit.line(), lines.size()) - 1;
            int from = Math.min(length, lines.get(line) + edit.column() - 1);
            int to = Math.min(length, from + edit.width());
            return new Change(from, to, edit.text().replace("\n", lineEnd));
        }

        /** Two changes at one place wait for each other. */
        boolean meets(Change other) {
            return from <= other.to && other.from <= to;
        }
    }

    /** Writes the new text beside the file and puts it in its place by one rename. */
    static void replace(Path file, String text) throws IOException {
        Path beside = Files.createTempFile(file.getParent(), ".loupe", ".new");
        try {
            Files.writeString(beside, text, StandardCharsets.UTF_8);
            Permissions.copy(file, beside);
            Files.move(
                    beside,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }
}
