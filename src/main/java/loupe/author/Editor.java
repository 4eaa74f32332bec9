package loupe.author;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The author's own editor: the one the property {@code loupe.editor} or the environment's VISUAL
 * names. A command with {@code {file}}, {@code {line}} and {@code {column}} in it says itself how a
 * place is opened; of well-known ones it is known.
 */
public final class Editor {
    private final String command;

    private Editor(String command) {
        this.command = command;
    }

    /** The editor, where one is named. */
    public static Optional<Editor> named() {
        String property = System.getProperty("loupe.editor", "");
        String visual = Optional.ofNullable(System.getenv("VISUAL")).orElse("");
        return of(property.isBlank() ? visual : property);
    }

    static Optional<Editor> of(String command) {
        return command.isBlank() ? Optional.empty() : Optional.of(new Editor(command.strip()));
    }

    /**
     * Opens a file at a place, counted from 1.
     *
     * @throws AuthorTrouble if the command cannot be started
     */
    public void open(Path file, int line, int column) throws AuthorTrouble {
        try {
            new ProcessBuilder(words(file, line, column))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new AuthorTrouble(
                    "The editor \""
                            + command
                            + "\" cannot be started. Set VISUAL to one that can, such as: code",
                    e);
        }
    }

    List<String> words(Path file, int line, int column) {
        List<String> words = new ArrayList<>(List.of(command.split("\\s+")));
        if (command.contains("{file}")) {
            words.replaceAll(
                    word ->
                            word.replace("{line}", String.valueOf(line))
                                    .replace("{column}", String.valueOf(column))
                                    .replace("{file}", file.toString()));
            return words;
        }
        String place = line + ":" + column;
        switch (String.valueOf(Path.of(words.get(0)).getFileName())) {
            case "code", "codium" -> words.addAll(List.of("--goto", file + ":" + place));
            case "subl", "zed" -> words.add(file + ":" + place);
            case "kate" ->
                    words.addAll(
                            List.of("--line", "" + line, "--column", "" + column, file.toString()));
            case "idea" -> words.addAll(List.of("--line", "" + line, file.toString()));
            case "gvim", "emacs", "emacsclient", "gedit", "xed", "pluma", "mousepad" ->
                    words.addAll(List.of("+" + line, file.toString()));
            default -> words.add(file.toString());
        }
        return words;
    }
}
