package loupe.lesson;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;

/**
 * Checks what a text points at. A link or picture that may not stand on the page is put back into
 * the words it was written with.
 */
final class Links {
    private static final Pattern OUTWARD =
            Pattern.compile("(https?://|mailto:)[^\\p{Cntrl}\\s]+", Pattern.CASE_INSENSITIVE);
    private static final long LARGE_PICTURE = 2L << 20;

    private final Reading reading;
    private final Findings findings;
    private final Map<String, Experiment> experiments;
    private final String lesson;

    Links(Reading reading, Map<String, Experiment> experiments, String lesson) {
        this.reading = reading;
        this.findings = reading.findings();
        this.experiments = experiments;
        this.lesson = lesson;
    }

    /** Gives every heading its id on the page. */
    Map<Node, String> headings(Node root) {
        Map<Node, String> ids = new HashMap<>();
        int level = 1;
        for (Heading each : Tree.nodes(root, Heading.class)) {
            ids.put(each, reading.free(Ids.slug(Tree.plain(each))));
            if (each.getLevel() > level + 1) {
                findings.warning(
                        "W002",
                        spot(each),
                        "this heading skips a level: level "
                                + each.getLevel()
                                + " after level "
                                + level);
            }
            level = each.getLevel();
        }
        return ids;
    }

    /** Checks links, pictures and raw HTML; {@code anchors} are the other ids of the page. */
    void check(Node root, Set<String> anchors) {
        Set<String> targets = new HashSet<>(anchors);
        targets.addAll(experiments.keySet());
        for (Node node : Tree.nodes(root)) {
            if (node instanceof Link link) {
                checkLink(link, targets);
            } else if (node instanceof Image image) {
                checkPicture(image);
            } else if (node instanceof HtmlBlock || node instanceof HtmlInline) {
                findings.warning("W001", spot(node), "HTML is shown as text here, never run");
            }
        }
    }

    private void checkLink(Link link, Set<String> targets) {
        String to = link.getDestination();
        if (OUTWARD.matcher(to).matches()) {
            return;
        }
        if (!to.startsWith("#")) {
            findings.error(
                    "L001",
                    spot(link),
                    "a link may not go to \"" + to + "\"",
                    "link to https://..., to a heading (#...) or to an experiment (#...)");
            unwrap(link);
            return;
        }
        int query = to.indexOf('?');
        String id = query < 0 ? to.substring(1) : to.substring(1, query);
        Set<String> wanted = query < 0 ? targets : experiments.keySet();
        if (reading.isUnreadable(id)) {
            unwrap(link);
        } else if (!wanted.contains(id)) {
            String what = query < 0 ? "heading, question or experiment" : "experiment";
            findings.unknown(
                    query < 0 ? "L001" : "E009",
                    spot(link),
                    "there is no " + what + " \"" + id + "\" in this lesson",
                    id,
                    wanted);
            unwrap(link);
        } else if (query >= 0) {
            String settings = to.substring(query + 1);
            new ExperimentRules(reading).checkLink(settings, experiments.get(id), spot(link));
        }
    }

    private static void unwrap(Link link) {
        for (Node child = link.getFirstChild(); child != null; child = link.getFirstChild()) {
            link.insertBefore(child);
        }
        link.unlink();
    }

    private void checkPicture(Image image) {
        String alternative = Tree.plain(image).strip();
        if (alternative.isEmpty()) {
            findings.error(
                    "A001",
                    spot(image),
                    "this picture has no alternative text",
                    "say in the square brackets what it shows");
        }
        try {
            Optional<Path> file = Beside.FIGURES.find(reading.folder(), image.getDestination());
            if (file.isEmpty()) {
                refuse(image, Beside.FIGURES.all(reading.folder()));
                image.insertAfter(new Text(alternative));
                image.unlink();
                return;
            }
            if (Files.size(file.get()) > LARGE_PICTURE) {
                findings.warning("W004", spot(image), "this picture is larger than 2 MB");
            }
            String plain = Beside.plain(image.getDestination());
            image.setDestination("/lesson/" + lesson + "/" + plain);
        } catch (IOException e) {
            findings.error("F001", spot(image), "this picture cannot be read: " + e.getMessage());
        }
    }

    private void refuse(Image image, List<String> there) {
        String address = image.getDestination();
        if (Beside.FIGURES.isAddress(address)) {
            String message = "there is no picture \"" + address + "\"";
            findings.unknown("F001", spot(image), message, address, there);
        } else {
            findings.error(
                    "F001",
                    spot(image),
                    "a picture may not come from \"" + address + "\"",
                    "put it into the folder figures of this lesson and write figures/name.png");
        }
    }

    private Spot spot(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            List<SourceSpan> spans = at.getSourceSpans();
            if (!spans.isEmpty()) {
                SourceSpan span = spans.get(0);
                return reading.source()
                        .spot(span.getLineIndex(), span.getColumnIndex(), span.getLength());
            }
        }
        return Spot.file(reading.source().file());
    }
}
