package loupe.lesson;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Node;

/** Reads the lessons of one course, from the file to the page. */
final class LessonReader {
    private final Rules rules;
    private final List<CellBlock> cells = new ArrayList<>();

    LessonReader(Rules rules) {
        this.rules = rules;
    }

    /**
     * Reads a lesson; {@code label} is its path in findings, {@code taken} the ids of the others.
     */
    Lesson read(Path file, String label, Set<String> taken) {
        try {
            Source source = Source.read(rules.root(), file, label);
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
            Optional<Key> key = Key.read(file.resolveSibling("key.md"), beside, rules);
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

    /** The Java cells of all that was read so far. */
    List<CellBlock> cells() {
        return List.copyOf(cells);
    }

    private static String folder(Path file) {
        return String.valueOf(file.toAbsolutePath().getParent().getFileName());
    }

    private Lesson sorry(Path file, String label, String code, String sentence) {
        String folder = folder(file);
        Lesson.Head head = FrontMatter.bare(folder);
        Finding finding = new Finding(Severity.ERROR, code, Spot.file(label), sentence, "");
        String html = Page.sorry(rules.course(), head, sentence);
        return new Lesson(head, html, List.of(), List.of(), List.of(), List.of(finding), file);
    }

    private Lesson read(
            Path file, Source source, FrontMatter front, Findings findings, Optional<Key> key) {
        Reading reading = new Reading(source, file.toAbsolutePath().getParent(), rules, findings);
        Node root = Tree.parse(front.body());
        Tree.nodes(root, BlockQuote.class).forEach(Alert::replace);
        List<Directive> directives = Tree.nodes(root, Directive.class);
        List<Directive> answerable = new Blocks(reading).check(root);
        Map<Directive, Bank.Found> used = used(answerable, new Bank(reading, rules));
        List<Experiment> experiments = new Experiments(reading, front.models()).place(root);
        List<CellBlock> placed = new Cells(reading).place(root);
        cells.addAll(placed);
        List<Cell> runnable = placed.stream().map(CellBlock::cell).toList();
        Map<String, Experiment> names = new LinkedHashMap<>();
        experiments.forEach(each -> names.put(each.id(), each));
        Set<String> attachable = new LinkedHashSet<>(names.keySet());
        runnable.stream().filter(each -> !each.hidden()).forEach(each -> attachable.add(each.id()));
        Links links = new Links(reading, names, front.head().id());
        Map<Node, String> headings = links.headings(root);
        Set<String> anchors = anchors(headings, answerable, used);
        anchors.addAll(attachable);
        links.check(root, anchors);
        used.values().forEach(each -> prepare(each, names, front.head().id(), anchors));
        Blocks.sort(root);

        Page page = new Page(headings);
        Questions own = new Questions(reading, attachable, directives, secrets(key), page::inside);
        List<Question> questions = new ArrayList<>();
        for (Directive each : answerable) {
            if (!Bank.isUse(each) || used.containsKey(each)) {
                Question question =
                        Bank.isUse(each)
                                ? taken(used.get(each), attachable, key, page)
                                : own.of(each);
                questions.add(question);
                page.show(each, question);
                rules.published().check(front.head().id(), question, reading.name(each), findings);
            }
        }
        front.checkPoints(questions, findings);
        List<Finding> found = new ArrayList<>(findings.inOrder());
        key.ifPresent(each -> found.addAll(each.check(questions)));
        String html = page.main(rules.course(), front.head(), found, root);
        return new Lesson(front.head(), html, questions, experiments, runnable, found, file);
    }

    /** The question that a lesson takes from the bank. */
    private Question taken(
            Bank.Found found, Set<String> experiments, Optional<Key> key, Page page) {
        return new Questions(found.reading(), experiments, found.all(), secrets(key), page::inside)
                .of(found.block());
    }

    private static Map<Directive, Bank.Found> used(List<Directive> answerable, Bank bank) {
        Map<Directive, Bank.Found> used = new LinkedHashMap<>();
        answerable.stream()
                .filter(Bank::isUse)
                .forEach(each -> bank.find(each).ifPresent(found -> used.put(each, found)));
        return used;
    }

    private static Set<String> anchors(
            Map<Node, String> headings, List<Directive> own, Map<Directive, Bank.Found> used) {
        Set<String> anchors = new HashSet<>(headings.values());
        own.forEach(each -> anchors.add("q-" + each.attributes().id()));
        used.values().forEach(each -> anchors.add("q-" + each.block().attributes().id()));
        return anchors;
    }

    /** What is done to a lesson's own text is done to what it takes from the bank. */
    private static void prepare(
            Bank.Found found, Map<String, Experiment> names, String lesson, Set<String> anchors) {
        Node alone = found.block().getParent();
        new Links(found.reading(), names, lesson).check(alone, anchors);
        Blocks.sort(alone);
    }

    private Questions.Secrets secrets(Optional<Key> key) {
        return new Questions.Secrets() {
            @Override
            public Optional<String> value(String question) {
                return key.flatMap(each -> each.value(question));
            }

            @Override
            public boolean areMissed() {
                return !rules.packed();
            }
        };
    }
}
