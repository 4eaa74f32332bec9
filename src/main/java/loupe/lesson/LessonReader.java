package loupe.lesson;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Node;

/** Reads the lessons of one course, from the file to the page. */
final class LessonReader {
    private final String course;
    private final List<String> models;
    private final Set<String> views;
    private final boolean packed;

    /**
     * @param packed whether the course was packed for students, so that it has no keys
     */
    LessonReader(String course, List<String> models, Set<String> views, boolean packed) {
        this.course = course;
        this.models = models;
        this.views = views;
        this.packed = packed;
    }

    /**
     * Reads a lesson; {@code label} is its path in findings, {@code taken} the ids of the others.
     */
    Lesson read(Path file, String label, Set<String> taken) {
        try {
            Source source = Source.read(file, label);
            Findings findings = new Findings();
            FrontMatter front = FrontMatter.read(source, folder(file), findings);
            if (!taken.add(front.head().id())) {
                throw new LessonTrouble(
                        "Q004",
                        label
                                + " has the id \""
                                + front.head().id()
                                + "\" of another lesson: give it an id of its own.");
            }
            String beside = label.replaceFirst("[^/]*$", "key.md");
            Optional<Key> key = Key.read(file.resolveSibling("key.md"), beside);
            return read(file, source, front, findings, key);
        } catch (LessonTrouble e) {
            return sorry(file, label, e.code(), e.getMessage());
        } catch (Tree.TooDeep e) {
            return sorry(
                    file,
                    label,
                    "D003",
                    label + " is nested too deep or crowded to be read: make it simpler.");
        }
    }

    private static String folder(Path file) {
        return String.valueOf(file.toAbsolutePath().getParent().getFileName());
    }

    private Lesson sorry(Path file, String label, String code, String sentence) {
        String folder = folder(file);
        Lesson.Head head = FrontMatter.bare(folder);
        Finding finding = new Finding(Severity.ERROR, code, Spot.file(label), sentence, "");
        String html = Page.sorry(course, head, sentence);
        return new Lesson(head, html, List.of(), List.of(), List.of(finding), file);
    }

    private Lesson read(
            Path file, Source source, FrontMatter front, Findings findings, Optional<Key> key) {
        Reading reading =
                new Reading(source, file.toAbsolutePath().getParent(), models, views, findings);
        Node root = Tree.parse(front.body());
        Tree.nodes(root, BlockQuote.class).forEach(Alert::replace);
        List<Directive> directives = Tree.nodes(root, Directive.class);
        List<Directive> answerable = new Blocks(reading).check(root);
        List<Experiment> experiments = new Experiments(reading, front.models()).place(root);
        Set<String> names = experiments.stream().map(Experiment::id).collect(Collectors.toSet());
        Links links = new Links(reading, names, front.head().id());
        Map<Node, String> headings = links.headings(root);
        Set<String> anchors = new HashSet<>(headings.values());
        answerable.forEach(each -> anchors.add("q-" + each.attributes().id()));
        links.check(root, anchors);
        Blocks.sort(root);

        Page page = new Page(headings);
        Questions maker = new Questions(reading, names, directives, secrets(key), page::inside);
        List<Question> questions = new ArrayList<>();
        for (Directive each : answerable) {
            Question question = maker.of(each);
            questions.add(question);
            page.show(each, question);
        }
        List<Finding> found = new ArrayList<>(findings.inOrder());
        key.ifPresent(each -> found.addAll(each.check(questions)));
        String html = page.main(course, front.head(), found, root);
        return new Lesson(front.head(), html, questions, experiments, found, file);
    }

    private Questions.Secrets secrets(Optional<Key> key) {
        return new Questions.Secrets() {
            @Override
            public Optional<String> value(String question) {
                return key.flatMap(each -> each.value(question));
            }

            @Override
            public boolean areMissed() {
                return !packed;
            }
        };
    }
}
