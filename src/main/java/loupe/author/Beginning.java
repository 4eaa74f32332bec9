package loupe.author;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import loupe.lesson.Course;
import loupe.lesson.LessonTrouble;
import loupe.lesson.Sha256;
import loupe.lesson.Vocabulary;

/** New courses and lessons: folders with one working example of every block. */
public final class Beginning {
    private static final Pattern BLOCK_LIST =
            Pattern.compile("(?m)^lessons:[ \\t]*\\R(?:[ \\t]*(?:-|#)[^\\n]*\\R|[ \\t]*\\R)*");
    private static final Pattern LINE_LIST =
            Pattern.compile("(?m)^lessons:[ \\t]*\\[([^\\]\\n]*)\\]");
    private static final List<String> GOOD_VIEWS = List.of("neuron", "head", "attention");
    private static final int LONGEST = 40;

    private final Vocabulary vocabulary;

    public Beginning(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /**
     * A course with one lesson, in a folder named after its title.
     *
     * @return its folder
     */
    public Path course(String title, Path in) throws AuthorTrouble {
        refuseEmpty(title, "course");
        String id = slug(title, "course");
        Path folder = in.resolve(id);
        refuseExisting(folder);
        try {
            Files.createDirectories(folder);
            String lesson = "lessons/01-first-lesson";
            String yaml =
                    template("course.yaml")
                            .replace("{{id}}", id)
                            .replace("{{title}}", quoted(title))
                            .replace("{{lessons}}", "  - " + lesson);
            Files.writeString(folder.resolve("course.yaml"), yaml);
            write(folder, lesson, "First lesson", Optional.of("course/gpt"));
            return folder;
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    /**
     * A lesson in the course that holds a folder, entered in its {@code course.yaml}.
     *
     * @return its folder
     */
    public Path lesson(String title, Path in) throws AuthorTrouble {
        refuseEmpty(title, "lesson");
        Path folder = CoursePlace.of(in).folder();
        Course course = open(folder);
        String slug = slug(title, "lesson");
        String home = Files.isDirectory(folder.resolve("lessons")) ? "lessons/" : "";
        String name =
                home + String.format(Locale.ROOT, "%02d-", course.lessons().size() + 1) + slug;
        refuseExisting(folder.resolve(name));
        if (course.lesson(slug).isPresent()) {
            throw new AuthorTrouble(
                    "The course has a lesson with the id \""
                            + slug
                            + "\" already. Choose another title; it can be changed later.");
        }
        Optional<String> model =
                course.models().contains("course/gpt")
                        ? Optional.of("course/gpt")
                        : course.models().stream().findFirst();
        try {
            write(folder, name, title, model);
            enter(folder.resolve("course.yaml"), name);
            return folder.resolve(name);
        } catch (IOException e) {
            throw unwritable(folder.resolve(name), e);
        }
    }

    private Course open(Path folder) throws AuthorTrouble {
        try {
            return Course.open(folder, vocabulary);
        } catch (LessonTrouble e) {
            throw new AuthorTrouble(e.getMessage(), e);
        }
    }

    private void write(Path course, String name, String title, Optional<String> model)
            throws IOException {
        Path folder = course.resolve(name);
        Files.createDirectories(folder.resolve("figures"));
        Files.createDirectories(folder.resolve("texts"));
        String view =
                GOOD_VIEWS.stream()
                        .filter(vocabulary.views()::contains)
                        .findFirst()
                        .or(() -> vocabulary.views().stream().sorted().findFirst())
                        .orElse("neuron");
        String up = "../".repeat(Path.of(name).getNameCount());
        Files.writeString(
                folder.resolve("lesson.md"),
                template("lesson.md")
                        .replace("{{id}}", slug(title, "lesson"))
                        .replace("{{title}}", quoted(title))
                        .replace("{{view}}", view)
                        .replace("../../shared/", up + "shared/")
                        .replace(
                                "{{model}}",
                                model.map(each -> "model: " + each + "\n").orElse("")));
        Files.writeString(folder.resolve("key.md"), template("key.md").replace("{{title}}", title));
        Files.writeString(folder.resolve("figures/lines.svg"), template("figures/lines.svg"));
        Files.writeString(folder.resolve("texts/sentence.txt"), template("texts/sentence.txt"));
        Path bank = course.resolve("shared/bank/examples.md");
        if (!Files.exists(bank)) {
            Files.createDirectories(bank.getParent());
            Files.writeString(bank, template("bank/examples.md"));
        }
    }

    /**
     * Adds a lesson to the list in a {@code course.yaml}; one without a list finds it by itself.
     */
    private static void enter(Path yaml, String name) throws IOException {
        String text = Files.readString(yaml);
        if (!text.endsWith("\n")) {
            text += "\n";
        }
        Matcher block = BLOCK_LIST.matcher(text);
        Matcher line = LINE_LIST.matcher(text);
        if (line.find()) {
            String between = line.group(1).isBlank() ? "" : ", ";
            int end = line.end(1);
            Mending.replace(yaml, text.substring(0, end) + between + name + text.substring(end));
        } else if (block.find()) {
            int end = text.substring(0, block.end()).stripTrailing().length() + 1;
            Matcher entry = Pattern.compile("(?m)^([ \\t]*)-").matcher(block.group());
            String indent = entry.find() ? entry.group(1) : "  ";
            Mending.replace(
                    yaml,
                    text.substring(0, end) + indent + "- " + name + "\n" + text.substring(end));
        }
    }

    private static void refuseEmpty(String title, String what) throws AuthorTrouble {
        if (title.isBlank()) {
            throw new AuthorTrouble(
                    "A " + what + " needs a title: installer/run new " + what + " \"Title\"");
        }
    }

    private static void refuseExisting(Path folder) throws AuthorTrouble {
        try {
            if (!Files.exists(folder)) {
                return;
            }
            try (Stream<Path> inside = Files.list(folder)) {
                if (inside.findFirst().isEmpty()) {
                    return;
                }
            }
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
        throw new AuthorTrouble(
                folder + " is there already. Choose another title, or move it away.");
    }

    private static AuthorTrouble unwritable(Path folder, IOException cause) {
        return new AuthorTrouble(
                folder + " cannot be written: " + cause.getMessage() + ". Choose another place.",
                cause);
    }

    private static String quoted(String title) {
        return title.strip().replaceAll("\\s+", " ").replace("\\", "\\\\").replace("\"", "\\\"");
    }

    /**
     * A title as an id: small letters without accents, digits, hyphens. Titles in other scripts
     * have none of these, and ids of their own all the same: a few digits of their SHA-256.
     */
    static String slug(String title, String otherwise) {
        String plain =
                Normalizer.normalize(title.replace("ß", "ss"), Normalizer.Form.NFD)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("\\p{M}", "")
                        .replaceAll("[^a-z0-9]+", "-");
        String slug = plain.substring(0, Math.min(LONGEST, plain.length())).replaceAll("^-|-$", "");
        if (slug.isEmpty()) {
            return otherwise + "-" + Sha256.of(title).substring(0, 8);
        }
        return slug.length() >= 3 ? slug : slug + "-" + otherwise;
    }

    private static String template(String name) throws IOException {
        try (InputStream file = Beginning.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("the program lacks its template " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
