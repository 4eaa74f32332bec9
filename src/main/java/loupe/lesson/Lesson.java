package loupe.lesson;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import loupe.cell.CellText;

/**
 * A lesson as a student sees it: what the front matter says, the rendered page ({@code html}, one
 * {@code <main>} that needs no script and no style of its own), the questions, experiments and Java
 * cells in their order, and what was found wrong. A lesson that cannot be read is a lesson too: its
 * page is the sentence that says why.
 */
public record Lesson(
        Head head,
        String html,
        List<Question> questions,
        List<Experiment> experiments,
        List<Cell> cells,
        List<Finding> findings,
        Path source) {

    public Lesson {
        Objects.requireNonNull(head);
        Objects.requireNonNull(html);
        questions = List.copyOf(questions);
        experiments = List.copyOf(experiments);
        cells = List.copyOf(cells);
        findings = List.copyOf(findings);
        Objects.requireNonNull(source);
    }

    /**
     * What the front matter says; texts are empty and lists have no entries where it says nothing.
     */
    public record Head(
            String id,
            String title,
            String lang,
            String summary,
            String version,
            String duration,
            List<String> objectives,
            List<String> tags) {
        public Head {
            if (!Ids.isLesson(id)) {
                throw new IllegalArgumentException("not a lesson id: " + id);
            }
            Objects.requireNonNull(title);
            Objects.requireNonNull(lang);
            Objects.requireNonNull(summary);
            Objects.requireNonNull(version);
            Objects.requireNonNull(duration);
            objectives = List.copyOf(objectives);
            tags = List.copyOf(tags);
        }
    }

    public String id() {
        return head.id();
    }

    public String title() {
        return head.title();
    }

    /** The folder the lesson lies in. */
    public Path folder() {
        return Objects.requireNonNull(source.toAbsolutePath().getParent());
    }

    /** Whether its id is the one that {@link FrontMatter} makes up where it can read none. */
    boolean isNamedByItsFolder() {
        return id().equals(FrontMatter.bare(String.valueOf(folder().getFileName())).id());
    }

    public Optional<Question> question(String id) {
        return questions.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** The code that runs where one of its cells is asked for, that of the cell at last. */
    public List<CellText> together(Cell asked) {
        return asked.together(cells);
    }

    /**
     * A picture of this lesson by its address below the lesson, {@code figures/...} or {@code
     * shared/figures/...}, if it is one.
     */
    public Optional<Path> figure(String address) throws IOException {
        return Beside.FIGURES.find(folder(), address).filter(Files::isRegularFile);
    }
}
