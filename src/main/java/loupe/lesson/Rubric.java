package loupe.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;

/** Reads a rubric: a list whose items end with {@code {#key points=2}}. */
final class Rubric {
    private Rubric() {}

    static List<Criterion> read(Directive block, Reading reading) {
        List<Criterion> criteria = new ArrayList<>();
        for (ListBlock list : Tree.children(block, ListBlock.class)) {
            for (ListItem item : Tree.children(list, ListItem.class)) {
                criterion(item, reading).ifPresent(criteria::add);
            }
        }
        return criteria;
    }

    private static Optional<Criterion> criterion(ListItem item, Reading reading) {
        Tail tail = Tail.take(item, reading.source());
        String key = tail.attributes().id();
        String points = tail.attributes().text("points");
        if (!Ids.isQuestion(key) || !points.matches("[0-9]{1,6}")) {
            reading.findings()
                    .error(
                            "D004",
                            reading.source().wholeLine(tail.line(), 0),
                            "this entry of the rubric does not end with its key and its points",
                            "end it with {#some-key points=1}");
            return Optional.empty();
        }
        String text = Tree.plain(item).strip();
        return Optional.of(new Criterion(key, text, Integer.parseInt(points)));
    }

    /** A finding if the points of a rubric are not those of its question. */
    static void checkSum(
            Directive block, List<Criterion> rubric, Question question, Reading reading) {
        int sum = rubric.stream().mapToInt(Criterion::points).sum();
        if (sum != question.points()) {
            reading.findings()
                    .error(
                            "Q014",
                            reading.name(block),
                            "the points of this rubric add up to "
                                    + sum
                                    + ", and \""
                                    + question.id()
                                    + "\" has "
                                    + question.points());
        }
    }
}
