package loupe.shell.writeup;

import java.awt.Color;
import java.awt.event.ActionEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.ArrayList;
import java.util.List;
import javax.swing.AbstractAction;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import javax.swing.KeyStroke;
import javax.swing.Timer;
import javax.swing.text.BadLocationException;
import javax.swing.text.Element;
import javax.swing.text.Highlighter;
import javax.swing.text.JTextComponent;
import loupe.shell.look.Look;
import loupe.spelling.Spelling;

/**
 * Marks under the words of an answer that its language's dictionary does not know: of what is in
 * sight, and only when the keyboard rests.
 */
final class SpellMarks {

    private static final int REST_MS = 600;
    private static final int LONGEST = 20_000;

    private final JTextComponent text;
    private final WordsThread words;
    private final String language;
    private final Timer rest = new Timer(REST_MS, tick -> check());
    private final List<Object> marks = new ArrayList<>();
    private Color colour = Color.RED;
    private boolean on = true;
    private int edits;

    SpellMarks(JTextComponent text, WordsThread words, String language) {
        this.text = text;
        this.words = words;
        this.language = language;
        rest.setRepeats(false);
        text.getDocument().addDocumentListener(new TextListener(this::edited));
        text.addMouseListener(
                new MouseAdapter() {
                    @Override
                    public void mousePressed(MouseEvent event) {
                        offer(event);
                    }

                    @Override
                    public void mouseReleased(MouseEvent event) {
                        offer(event);
                    }

                    private void offer(MouseEvent event) {
                        if (event.isPopupTrigger()) {
                            menu(text.viewToModel2D(event.getPoint()), event.getX(), event.getY());
                        }
                    }
                });
        text.getInputMap().put(KeyStroke.getKeyStroke("CONTEXT_MENU"), "spelling");
        text.getInputMap().put(KeyStroke.getKeyStroke("shift F10"), "spelling");
        text.getActionMap()
                .put(
                        "spelling",
                        new AbstractAction() {
                            private static final long serialVersionUID = 1L;

                            @Override
                            public void actionPerformed(ActionEvent event) {
                                menuAtCaret();
                            }
                        });
    }

    private void edited() {
        edits++;
        rest.restart();
    }

    /** Looks at what is in sight soon: it has come into sight, or there is a new text. */
    void soon() {
        rest.restart();
    }

    void restyle(Look look) {
        colour = look.colour("error");
    }

    boolean isOn() {
        return on;
    }

    void toggle() {
        on = !on;
        clear();
        soon();
    }

    private void clear() {
        marks.forEach(text.getHighlighter()::removeHighlight);
        marks.clear();
    }

    private void check() {
        if (!on || !text.isShowing() || text.getVisibleRect().isEmpty()) {
            return;
        }
        int start = lineStart(text.viewToModel2D(text.getVisibleRect().getLocation()));
        java.awt.Rectangle sight = text.getVisibleRect();
        java.awt.Point bottom = new java.awt.Point(sight.x + sight.width, sight.y + sight.height);
        int end = Math.min(lineEnd(text.viewToModel2D(bottom)), start + LONGEST);
        int then = edits;
        String seen = part(start, end);
        words.spell(
                () ->
                        WordsThread.dictionary(language)
                                .map(each -> each.unknown(seen))
                                .orElse(List.of()),
                found -> {
                    if (then == edits && on) {
                        mark(start, found);
                    }
                });
    }

    private int lineStart(int at) {
        Element root = text.getDocument().getDefaultRootElement();
        return root.getElement(root.getElementIndex(at)).getStartOffset();
    }

    private int lineEnd(int at) {
        Element root = text.getDocument().getDefaultRootElement();
        int end = root.getElement(root.getElementIndex(at)).getEndOffset();
        return Math.min(end, text.getDocument().getLength());
    }

    private String part(int start, int end) {
        try {
            return text.getDocument().getText(start, end - start);
        } catch (BadLocationException ours) {
            throw new IllegalStateException(ours);
        }
    }

    private void mark(int start, List<Spelling.Mark> found) {
        clear();
        Highlighter.HighlightPainter painter = new Squiggle(colour);
        for (Spelling.Mark each : found) {
            boolean beingTyped =
                    text.isFocusOwner() && text.getCaretPosition() == start + each.end();
            if (!beingTyped) {
                try {
                    marks.add(
                            text.getHighlighter()
                                    .addHighlight(
                                            start + each.start(), start + each.end(), painter));
                } catch (BadLocationException ours) {
                    throw new IllegalStateException(ours);
                }
            }
        }
    }

    /** How many words are marked now. */
    int count() {
        return marks.size();
    }

    private void menuAtCaret() {
        try {
            java.awt.Rectangle caret = text.modelToView2D(text.getCaretPosition()).getBounds();
            menu(text.getCaretPosition(), caret.x, caret.y + caret.height);
        } catch (BadLocationException ours) {
            throw new IllegalStateException(ours);
        }
    }

    private void menu(int at, int x, int y) {
        List<Highlighter.Highlight> here =
                marks.stream()
                        .map(Highlighter.Highlight.class::cast)
                        .filter(each -> each.getStartOffset() <= at && at <= each.getEndOffset())
                        .toList();
        if (here.isEmpty()) {
            menu(List.of(), 0, 0).show(text, x, y);
            return;
        }
        int start = here.get(0).getStartOffset();
        int end = here.get(0).getEndOffset();
        String word = part(start, end);
        int then = edits;
        words.spell(
                () ->
                        WordsThread.dictionary(language)
                                .map(each -> each.suggestions(word))
                                .orElse(List.of()),
                found -> {
                    if (then == edits && text.isShowing()) {
                        menu(found, start, end).show(text, x, y);
                    }
                });
    }

    private JPopupMenu menu(List<String> suggestions, int start, int end) {
        JPopupMenu menu = new JPopupMenu();
        for (String each : suggestions) {
            item(
                    menu,
                    each,
                    () -> {
                        text.select(start, end);
                        text.replaceSelection(each);
                    });
        }
        if (!suggestions.isEmpty()) {
            menu.addSeparator();
        }
        item(menu, "Cut", text::cut);
        item(menu, "Copy", text::copy);
        item(menu, "Paste", text::paste);
        menu.addSeparator();
        item(menu, on ? "Hide spelling marks" : "Show spelling marks", this::toggle);
        return menu;
    }

    private static void item(JPopupMenu menu, String name, Runnable does) {
        JMenuItem item = new JMenuItem(name);
        item.addActionListener(chosen -> does.run());
        menu.add(item);
    }
}
