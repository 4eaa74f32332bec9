package loupe.lesson;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.HtmlWriter;

/**
 * What a student wrote, in Markdown, as HTML that runs nothing and fetches nothing. HTML in it is
 * text; a link goes to the web, to a place of the lesson, or is text; a picture is one that is
 * known, or its caption. A text that is no reading matter (nested or crowded beyond all measure) is
 * shown as it was typed.
 */
public final class Markdown {
    private static final Pattern OUTWARD =
            Pattern.compile("(https?://|mailto:)[^\\p{Cntrl}\\s]+", Pattern.CASE_INSENSITIVE);

    private static final Pattern INWARD =
            Pattern.compile("#[\\p{Alnum}_-]+(\\?[^\\p{Cntrl}\\s]*)?");

    private Markdown() {}

    /**
     * @param pictures gives the address to show for a picture's address, empty for one that is not
     *     to be shown; it is trusted
     */
    public static String html(String text, UnaryOperator<String> pictures) {
        try {
            Node root = Tree.parseAnswer(text);
            return HtmlRenderer.builder()
                    .escapeHtml(true)
                    .percentEncodeUrls(true)
                    .softbreak("<br>\n")
                    .extensions(List.of(TablesExtension.create(), TaskListItemsExtension.create()))
                    .nodeRendererFactory(context -> new Safe(context, pictures))
                    .build()
                    .render(root);
        } catch (Tree.TooDeep noReadingMatter) {
            StringBuilder page = new StringBuilder();
            HtmlWriter html = new HtmlWriter(page);
            html.tag("pre");
            html.text(text);
            html.tag("/pre");
            return page.toString();
        }
    }

    /** Renders what could lead out of the text. */
    private record Safe(HtmlNodeRendererContext context, UnaryOperator<String> pictures)
            implements NodeRenderer {

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(Link.class, Image.class, Maths.class);
        }

        @Override
        public void render(Node node) {
            HtmlWriter html = context.getWriter();
            if (node instanceof Maths maths) {
                html.tag("code", Map.of("class", "math"));
                html.text(maths.formula());
                html.tag("/code");
            } else if (node instanceof Image image) {
                picture(image, html);
            } else if (node instanceof Link link && leads(link.getDestination())) {
                html.tag("a", Map.of("href", context.encodeUrl(link.getDestination())));
                children(node);
                html.tag("/a");
            } else {
                children(node);
            }
        }

        private static boolean leads(String to) {
            return OUTWARD.matcher(to).matches() || INWARD.matcher(to).matches();
        }

        private void picture(Image image, HtmlWriter html) {
            String shown = pictures.apply(image.getDestination());
            String caption = Tree.plain(image);
            if (shown.isEmpty()) {
                html.tag("em");
                html.text(caption.isEmpty() ? "[picture]" : "[picture: " + caption + "]");
                html.tag("/em");
                return;
            }
            Map<String, String> attributes = new LinkedHashMap<>();
            attributes.put("src", shown);
            attributes.put("alt", caption);
            html.tag("img", attributes, true);
        }

        private void children(Node node) {
            for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
                context.render(child);
            }
        }
    }
}
