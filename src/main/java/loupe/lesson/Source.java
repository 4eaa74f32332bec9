package loupe.lesson;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The text of one file of a course, and the spots in it. Line and column indices count from 0. */
final class Source {
    /** More than any lesson needs; less than would keep a reader waiting. */
    private static final long LARGEST = 512 << 10;

    private final String file;
    private final String text;
    private final List<String> lines;

    Source(String file, String text) {
        this.file = file;
        this.text = text;
        this.lines = List.of(text.split("\r\n|\r|\n", -1));
    }

    /** Reads a file that must be UTF-8; {@code file} is how it is called in findings. */
    static Source read(Path path, String file) throws LessonTrouble {
        try {
            if (!Files.exists(path)) {
                throw new LessonTrouble(
                        "F001", file + " is not there: put it back, or " + otherwise(file) + ".");
            }
            if (!Files.isRegularFile(path)) {
                throw new LessonTrouble(
                        "F001", file + " is not a file: put a Markdown or YAML file in its place.");
            }
            if (Files.size(path) > LARGEST) {
                throw new LessonTrouble(
                        "F001", file + " is larger than 512 kB: split it into lessons.");
            }
            return new Source(file, decode(Files.readAllBytes(path), file));
        } catch (IOException e) {
            throw new LessonTrouble(
                    "F001",
                    file + " cannot be read: see that you may open it. (" + e.getMessage() + ")",
                    e);
        }
    }

    /** Reads a file of a course that may not lead out of its folder, by a link or otherwise. */
    static Source read(Path root, Path path, String file) throws LessonTrouble {
        if (Files.exists(path) && !Beside.isInside(root, path)) {
            throw new LessonTrouble(
                    "F001",
                    file + " is a link that leads out of the course: put the file itself there.");
        }
        return read(path, file);
    }

    private static String otherwise(String file) {
        return file.equals("course.yaml") ? "name another folder" : "take it out of course.yaml";
    }

    private static String decode(byte[] bytes, String file) throws LessonTrouble {
        try {
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new LessonTrouble(
                    "F001", file + " is not UTF-8 text: save it again as UTF-8.", e);
        }
    }

    String file() {
        return file;
    }

    String text() {
        return text;
    }

    List<String> lines() {
        return lines;
    }

    String line(int index) {
        return index < lines.size() ? lines.get(index) : "";
    }

    Spot spot(int line, int column, int width) {
        return new Spot(file, line + 1, column + 1, width, line(line));
    }

    /** What stands on a line from a column on, without the blanks around it. */
    Spot wholeLine(int line, int from) {
        String stripped = line(line).substring(Math.min(from, line(line).length())).strip();
        return spot(line, line(line).indexOf(stripped, from), stripped.length());
    }
}
