package loupe.lesson;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.HtmlWriter;

/**
 * The page of a lesson as one {@code <main>}. Whatever an author writes is text: there is no way
 * from a lesson to a tag, an attribute or a style of its own.
 */
final class Page {
    private final HtmlRenderer renderer;
    private final Map<Directive, Question> questions = new LinkedHashMap<>();

    Page(Map<Node, String> headings) {
        this.renderer =
                HtmlRenderer.builder()
                        .escapeHtml(true)
                        .percentEncodeUrls(true)
                        .extensions(
                                List.of(TablesExtension.create(), TaskListItemsExtension.create()))
                        .attributeProviderFactory(
                                context ->
                                        (node, tag, attributes) -> {
                                            if (headings.containsKey(node)) {
                                                attributes.put("id", headings.get(node));
                                            }
                                        })
                        .nodeRendererFactory(Ours::new)
                        .build();
    }

    /** What a block holds, without the block itself. */
    String inside(Node block) {
        StringBuilder html = new StringBuilder();
        for (Node child = block.getFirstChild(); child != null; child = child.getNext()) {
            html.append(renderer.render(child));
        }
        return html.toString();
    }

    /** From now on the block is shown as this question. */
    void show(Directive block, Question question) {
        questions.put(block, question);
    }

    String main(String course, Lesson.Head head, List<Finding> findings, Node root) {
        StringBuilder page = new StringBuilder();
        HtmlWriter html = new HtmlWriter(page);
        open(html, course, head.id(), "lesson");
        header(html, head);
        findings(html, findings);
        html.raw(renderer.render(root));
        html.tag("/main");
        return page.toString();
    }

    /** The page of a lesson that cannot be read: the sentence that says why. */
    static String sorry(String course, Lesson.Head head, String sentence) {
        StringBuilder page = new StringBuilder();
        HtmlWriter html = new HtmlWriter(page);
        open(html, course, head.id(), "lesson");
        html.tag("header", Map.of("class", "lesson-head"));
        element(html, "h1", Map.of(), "This lesson cannot be shown");
        html.tag("/header");
        html.tag("section", Map.of("class", "findings"));
        element(html, "p", Map.of(), sentence);
        html.tag("/section");
        html.tag("/main");
        return page.toString();
    }

    private static void open(HtmlWriter html, String course, String lesson, String name) {
        html.tag("main", ordered("class", name, "data-course", course, "data-lesson", lesson));
        html.line();
    }

    private static void header(HtmlWriter html, Lesson.Head head) {
        html.tag("header", Map.of("class", "lesson-head"));
        String kicker =
                Stream.concat(head.tags().stream().limit(1), Stream.of(head.duration()))
                        .filter(each -> !each.isEmpty())
                        .collect(Collectors.joining(" · "));
        if (!kicker.isEmpty()) {
            element(html, "p", Map.of("class", "kicker"), kicker);
        }
        element(html, "h1", Map.of(), head.title());
        if (!head.summary().isEmpty()) {
            element(html, "p", Map.of("class", "summary"), head.summary());
        }
        html.tag("/header");
        html.line();
    }

    private static void findings(HtmlWriter html, List<Finding> findings) {
        List<Finding> errors =
                findings.stream().filter(each -> each.severity() == Severity.ERROR).toList();
        if (errors.isEmpty()) {
            return;
        }
        html.tag("section", Map.of("class", "findings"));
        String count = errors.size() == 1 ? "a mistake" : errors.size() + " mistakes";
        element(html, "h2", Map.of(), "This lesson has " + count);
        element(html, "p", Map.of(), "What can be read of it is shown below.");
        element(html, "pre", Map.of(), Finding.print(errors));
        html.tag("/section");
        html.line();
    }

    private static void element(
            HtmlWriter html, String tag, Map<String, String> attributes, String text) {
        html.tag(tag, attributes);
        html.text(text);
        html.tag("/" + tag);
    }

    private static Map<String, String> ordered(String... pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }

    /** Renders the nodes that are ours. */
    private final class Ours implements NodeRenderer {
        private final HtmlNodeRendererContext context;
        private final HtmlWriter html;

        Ours(HtmlNodeRendererContext context) {
            this.context = context;
            this.html = context.getWriter();
        }

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(
                    Directive.class,
                    ExperimentBlock.class,
                    CellBlock.class,
                    Alert.class,
                    Maths.class);
        }

        @Override
        public void render(Node node) {
            if (node instanceof Maths maths) {
                element(html, "span", Map.of("class", "math"), maths.formula());
            } else if (node instanceof Alert alert) {
                alert(alert);
            } else if (node instanceof ExperimentBlock block) {
                experiment(block.experiment());
            } else if (node instanceof CellBlock block) {
                cell(block.cell());
            } else if (node instanceof Directive block && questions.containsKey(block)) {
                question(questions.get(block));
            } else {
                html.tag("div", Map.of("class", "directive"));
                children(node);
                html.tag("/div");
                html.line();
            }
        }

        private void alert(Alert alert) {
            html.tag("aside", Map.of("class", "alert " + alert.name()));
            element(html, "p", Map.of("class", "alert-title"), alert.title());
            children(alert);
            html.tag("/aside");
            html.line();
        }

        private void experiment(Experiment experiment) {
            Map<String, String> attributes =
                    ordered(
                            "class",
                            "experiment",
                            "id",
                            experiment.id(),
                            "data-experiment",
                            experiment.json());
            element(html, "section", attributes, "");
            html.line();
        }

        /** Code that can be read without a script; one that only serves others is not shown. */
        private void cell(Cell cell) {
            Map<String, String> attributes =
                    ordered("class", "cell", "id", cell.id(), "data-cell", cell.json());
            if (cell.hidden()) {
                attributes.put("hidden", "");
            }
            html.tag("section", attributes);
            html.tag("pre");
            element(html, "code", Map.of("class", "language-java"), cell.code());
            html.tag("/pre");
            html.tag("/section");
            html.line();
        }

        private void question(Question question) {
            html.tag(
                    "section",
                    ordered(
                            "class",
                            "question",
                            "id",
                            "q-" + question.id(),
                            "data-question",
                            question.id(),
                            "data-kind",
                            question.block()));
            html.tag("header");
            element(html, "span", Map.of("class", "question-kind"), question.label());
            if (question.points() > 0) {
                String points = question.points() + (question.points() == 1 ? " point" : " points");
                html.raw(" ");
                element(html, "span", Map.of("class", "question-points"), points);
            }
            if (!question.hints().isEmpty()) {
                int hints = question.hints().size();
                html.raw(" ");
                String count = hints + (hints == 1 ? " hint" : " hints");
                element(html, "span", Map.of("class", "question-hints"), count);
            }
            html.tag("/header");
            html.tag("div", Map.of("class", "prompt"));
            html.raw(question.promptHtml());
            html.tag("/div");
            if (question instanceof Choice choice && !choice.shuffle()) {
                options(choice);
            }
            element(
                    html,
                    "button",
                    ordered("type", "button", "class", "write"),
                    question.invitation());
            html.tag("/section");
            html.line();
        }

        private void options(Choice choice) {
            html.tag("ul", Map.of("class", "options"));
            for (Choice.Option each : choice.options()) {
                html.tag("li");
                html.raw(each.html());
                html.tag("/li");
            }
            html.tag("/ul");
        }

        private void children(Node node) {
            for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
                context.render(child);
            }
        }
    }
}
