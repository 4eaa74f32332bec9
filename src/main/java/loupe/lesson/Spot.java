package loupe.lesson;

import java.util.Objects;

/**
 * A place in a course's file: line and column count from 1, {@code width} is the number of
 * characters meant, {@code text} is the line as it stands there. Line 0 means the file as a whole.
 */
public record Spot(String file, int line, int column, int width, String text) {

    public Spot {
        Objects.requireNonNull(file);
        Objects.requireNonNull(text);
        if (line < 0 || column < 0 || width < 0) {
            throw new IllegalArgumentException("a spot counts from 1: " + line + ":" + column);
        }
    }

    /** The file as a whole. */
    static Spot file(String file) {
        return new Spot(file, 0, 0, 0, "");
    }

    /** What is meant, as it stands there. */
    String words() {
        int from = Math.min(Math.max(0, column - 1), text.length());
        return text.substring(from, Math.min(text.length(), from + width));
    }

    /** File, line and column, as a compiler writes them. */
    public String address() {
        return line == 0 ? file : file + ":" + line + ":" + column;
    }

    /** The line with carets under what is meant; nothing for a whole file. Tabs stay tabs. */
    String picture() {
        if (line == 0) {
            return "";
        }
        String before = text.substring(0, Math.min(column - 1, text.length()));
        String pad = before.replaceAll("[^\t]", " ");
        String number = String.format("%6d", line);
        String carets = "^".repeat(Math.max(1, width));
        return "\n" + number + " | " + text + "\n       | " + pad + carets;
    }
}
