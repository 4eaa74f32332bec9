package loupe.handin;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import loupe.answer.Evidence;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.HtmlWriter;

/**
 * An answer's Markdown as HTML that can be trusted: tags are shown as text, a picture is an
 * attached view or its caption, a link leads to the web or to an address for letters. Each block
 * finds its own direction, so that Hebrew and Arabic run as they should.
 */
final class AnswerHtml {
    private static final List<Extension> EXTENSIONS =
            List.of(TablesExtension.create(), TaskListItemsExtension.create());
    private static final Set<String> BLOCKS =
            Set.of("p", "li", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "th", "td");
    private static final int DEEPEST = 32;

    private final Parser parser =
            Parser.builder().extensions(EXTENSIONS).maxOpenBlockParsers(DEEPEST).build();
    private final HtmlRenderer renderer;

    /** {@code there} says which views can be shown. */
    AnswerHtml(Predicate<String> there) {
        this.renderer =
                HtmlRenderer.builder()
                        .extensions(EXTENSIONS)
                        .escapeHtml(true)
                        .sanitizeUrls(true)
                        .percentEncodeUrls(true)
                        .softbreak("<br>\n")
                        .attributeProviderFactory(
                                context ->
                                        (node, tag, attributes) -> {
                                            if (BLOCKS.contains(tag)) {
                                                attributes.put("dir", "auto");
                                            }
                                        })
                        .nodeRendererFactory(context -> new Views(context, there))
                        .build();
    }

    String of(String markdown) {
        try {
            return renderer.render(parser.parse(markdown));
        } catch (StackOverflowError tooDeep) {
            // Emphasis within emphasis, thousands deep: nobody wrote that, but somebody pasted it.
            return "<pre dir=\"auto\">" + escape(markdown) + "</pre>\n";
        }
    }

    /** Text as HTML; what no page can show becomes the replacement character. */
    static String escape(String text) {
        return text.replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f]", "\uFFFD")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** The address of a view in a printed document. */
    static String address(String sha256) {
        return "print/view/" + sha256 + ".png";
    }

    /** Renders pictures: attached views, and the captions of all others. */
    private record Views(HtmlNodeRendererContext context, Predicate<String> there)
            implements NodeRenderer {

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(Image.class);
        }

        @Override
        public void render(Node node) {
            HtmlWriter html = context.getWriter();
            Image image = (Image) node;
            String view = Evidence.of(image.getDestination());
            String caption = plain(image);
            if (!view.isEmpty() && there.test(view)) {
                html.tag("span", Map.of("class", "view"));
                html.tag("img", Map.of("src", "/" + address(view), "alt", caption), true);
                html.tag("span", Map.of("class", "caption", "dir", "auto"));
                html.text(caption);
                html.tag("/span");
                html.tag("/span");
            } else {
                html.tag("span", Map.of("class", "missing"));
                html.text(
                        view.isEmpty()
                                ? caption + " (a picture from elsewhere is not shown)"
                                : caption + " (this view is no longer kept)");
                html.tag("/span");
            }
        }

        private static String plain(Image image) {
            StringBuilder text = new StringBuilder();
            image.accept(
                    new AbstractVisitor() {
                        @Override
                        public void visit(org.commonmark.node.Text words) {
                            text.append(words.getLiteral());
                        }

                        @Override
                        public void visit(org.commonmark.node.Code words) {
                            text.append(words.getLiteral());
                        }
                    });
            return text.toString();
        }
    }
}
