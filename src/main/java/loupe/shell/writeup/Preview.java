package loupe.shell.writeup;

import java.awt.Image;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import javax.swing.JComponent;
import javax.swing.SwingUtilities;
import loupe.answer.Evidence;
import loupe.lesson.Markdown;
import loupe.shell.look.Look;

/** An answer as it will be read: its Markdown rendered, attached views as pictures to click. */
final class Preview {

    /** Swing takes long over more; nobody reads on to there in a column. */
    private static final int LONGEST = 60_000;

    private static final int NARROWEST = 120;

    private final Prose prose;
    private final WordsThread words;
    private final Views views;
    private int shown;

    /**
     * @param follow told the address of a link, {@code evidence:...} for an attached view
     */
    Preview(WordsThread words, Views views, Consumer<String> follow) {
        this.words = words;
        this.views = views;
        prose = new Prose(follow);
    }

    JComponent component() {
        return prose;
    }

    void name(String name) {
        prose.setName(name);
    }

    /** Renders a text off the event thread; only the last of several is shown. */
    void show(String text) {
        int mine = ++shown;
        String beginning = text.substring(0, Math.min(text.length(), LONGEST));
        int width =
                Math.max(
                        NARROWEST,
                        prose.getParent() == null ? 300 : prose.getParent().getWidth() - 8);
        views.pictures(beginning, width)
                .exceptionally(unreadable -> Map.of())
                .thenAccept(
                        pictures ->
                                SwingUtilities.invokeLater(
                                        () -> render(mine, beginning, text, pictures)));
    }

    private void render(int mine, String text, String whole, Map<String, Image> pictures) {
        words.ask(
                () -> html(text, whole, pictures),
                html -> {
                    if (mine == shown) {
                        Map<String, Image> byAddress = new HashMap<>();
                        pictures.forEach((sha, it) -> byAddress.put(Views.address(sha), it));
                        prose.show(html, byAddress);
                        prose.revalidate();
                    }
                });
    }

    private static String html(String text, String whole, Map<String, Image> pictures) {
        if (whole.isBlank()) {
            return "<p><em>Nothing is written yet.</em></p>";
        }
        String html =
                Markdown.html(
                        text,
                        address ->
                                pictures.containsKey(Evidence.of(address))
                                        ? Views.address(Evidence.of(address))
                                        : "");
        String linked =
                html.replaceAll(
                        "<img src=\"http://evidence/([0-9a-f]{64})\\.png\" alt=\"([^\"]*)\"[ /]*>",
                        "<a href=\"evidence:$1\"><img border=\"0\" src=\"http://evidence/$1.png\""
                                + " alt=\"$2\"></a><br><em>$2</em>");
        return linked
                + (text.length() < whole.length()
                        ? "<p><em>The preview ends here. Your answer is kept as a whole.</em></p>"
                        : "");
    }

    void restyle(Look look) {
        prose.restyle(look);
    }
}
