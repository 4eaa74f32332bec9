package loupe.lesson;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.commonmark.ext.task.list.items.TaskListItemMarker;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;

/**
 * The options of a choice, taken out of its block: a task list whose ticked items are right, each
 * item ending with its key, a quote under it being what is said to those who chose it. {@code
 * secret} are the lines that nobody who answers may see, {@code marked} those with a tick.
 */
record Options(
        List<Choice.Option> all, Set<String> right, Set<Integer> secret, Set<Integer> marked) {

    static Options take(Directive block, Reading reading, Function<Node, String> html) {
        Options options =
                new Options(
                        new ArrayList<>(), new LinkedHashSet<>(), new HashSet<>(), new HashSet<>());
        for (ListBlock list : Tree.children(block, ListBlock.class)) {
            for (ListItem item : Tree.children(list, ListItem.class)) {
                if (item.getFirstChild() instanceof TaskListItemMarker marker) {
                    options.take(item, marker, reading, html);
                }
            }
            if (list.getFirstChild() == null) {
                list.unlink();
            }
        }
        return options;
    }

    private void take(
            ListItem item,
            TaskListItemMarker marker,
            Reading reading,
            Function<Node, String> html) {
        String key = key(item, reading);
        if (marker.isChecked()) {
            right.add(key);
            marked.add(item.getSourceSpans().get(0).getLineIndex());
        }
        marker.unlink();
        StringBuilder feedback = new StringBuilder();
        for (BlockQuote quote : Tree.children(item, BlockQuote.class)) {
            quote.getSourceSpans().stream().map(SourceSpan::getLineIndex).forEach(secret::add);
            quote.unlink();
            feedback.append(html.apply(quote));
        }
        String words = Tree.plain(item).strip();
        item.unlink();
        all.add(new Choice.Option(key, words, html.apply(item), feedback.toString()));
    }

    /** The key of an option; one that has none gets a number, until the author mends it. */
    private String key(ListItem item, Reading reading) {
        Tail tail = Tail.take(item, reading.source());
        String key = tail.attributes().id();
        String instead = "option-" + (all.size() + 1);
        Spot line = reading.source().wholeLine(tail.line(), 0);
        if (key.isEmpty()) {
            reading.findings()
                    .error(
                            "Q012",
                            line,
                            "this option has no key, so no answer can name it",
                            "end it with {#some-key}");
            return instead;
        }
        int column = tail.attributes().idColumn();
        Spot spot = reading.source().spot(tail.line(), column, key.length() + 1);
        if (!Ids.isQuestion(key)) {
            reading.findings()
                    .error(
                            "Q012",
                            spot,
                            "\"" + key + "\" cannot be the key of an option",
                            "use up to 64 small letters, digits and hyphens");
            return instead;
        }
        if (all.stream().anyMatch(each -> each.key().equals(key))) {
            reading.findings()
                    .error(
                            "Q012",
                            spot,
                            "two options of this choice have the key \"" + key + "\"",
                            "give this one a key of its own");
            return instead;
        }
        return key;
    }
}
