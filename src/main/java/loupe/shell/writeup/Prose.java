package loupe.shell.writeup;

import java.awt.Image;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.util.Hashtable;
import java.util.Map;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.JEditorPane;
import javax.swing.event.HyperlinkEvent;
import javax.swing.text.DefaultCaret;
import javax.swing.text.html.HTMLDocument;
import loupe.shell.look.Look;

/** A piece of HTML that Loupe made itself, as text among the controls of the window. */
final class Prose extends JEditorPane {

    private static final long serialVersionUID = 1L;

    private static final String RULES =
            "body { margin: 0 } p { margin: 0 0 8px 0 } ul, ol { margin: 0 0 8px 20px }"
                    + " pre, code { font-family: monospace } table { border-width: 0 }"
                    + " td, th { padding: 2px 8px 2px 0; text-align: left }"
                    + " h1, h2, h3, h4 { margin: 8px 0 4px 0; font-size: 105% }";

    /**
     * @param follow told the address of a link that is clicked
     */
    Prose(Consumer<String> follow) {
        setContentType("text/html");
        setEditable(false);
        setFocusable(false);
        setOpaque(false);
        putClientProperty(HONOR_DISPLAY_PROPERTIES, true);
        setBorder(BorderFactory.createEmptyBorder());
        ((HTMLDocument) getDocument()).getStyleSheet().addRule(RULES);
        ((DefaultCaret) getCaret()).setUpdatePolicy(DefaultCaret.NEVER_UPDATE);
        addHyperlinkListener(
                link -> {
                    if (link.getEventType() == HyperlinkEvent.EventType.ACTIVATED) {
                        follow.accept(link.getDescription());
                    }
                });
    }

    void show(String html) {
        setText("<html><body>" + alone(html.strip()) + "</body></html>");
    }

    /** One paragraph that stands alone needs no space below it. */
    private static String alone(String html) {
        boolean one = html.startsWith("<p>") && html.indexOf("</p>") == html.length() - 4;
        return one ? html.substring(3, html.length() - 4) : html;
    }

    /** Shows HTML whose pictures are these and no others, by the addresses it has for them. */
    void show(String html, Map<String, Image> pictures) {
        Hashtable<URL, Image> known = new Hashtable<>();
        pictures.forEach((address, picture) -> known.put(url(address), picture));
        getDocument().putProperty("imageCache", known);
        show(html);
    }

    private static URL url(String address) {
        try {
            return URI.create(address).toURL();
        } catch (MalformedURLException ours) {
            throw new IllegalArgumentException(address, ours);
        }
    }

    void restyle(Look look) {
        setFont(look.font(Look.SMALL));
        setForeground(look.colour("text"));
        ((HTMLDocument) getDocument())
                .getStyleSheet()
                .addRule("a { color: " + hex(look.colour("accent")) + " }");
    }

    private static String hex(java.awt.Color colour) {
        return "#%06x".formatted(colour.getRGB() & 0xffffff);
    }
}
