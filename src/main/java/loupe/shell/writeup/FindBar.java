package loupe.shell.writeup;

import java.awt.BorderLayout;
import java.awt.event.ActionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.swing.AbstractAction;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import javax.swing.text.BadLocationException;
import javax.swing.text.DefaultHighlighter;
import javax.swing.text.Highlighter;
import javax.swing.text.JTextComponent;
import loupe.shell.look.Look;

/** Looks for words in an answer: Enter goes to the next place, Shift+Enter back, Escape closes. */
final class FindBar {

    /** More places than anyone goes through; marking them all would take long. */
    private static final int MOST = 1_000;

    private final JTextComponent text;
    private final JPanel panel = new JPanel(new BorderLayout(8, 0));
    private final JTextField words = new JTextField();
    private final JLabel count = new JLabel();
    private final QuietButton close = new QuietButton("Close");
    private final List<Object> marks = new ArrayList<>();
    private final List<Integer> places = new ArrayList<>();
    private Highlighter.HighlightPainter painter;
    private int at;

    FindBar(JTextComponent text, String question) {
        this.text = text;
        words.setName("find-" + question);
        words.getAccessibleContext().setAccessibleName("Find in the answer");
        words.putClientProperty("JTextField.placeholderText", "Find");
        words.getDocument().addDocumentListener(new TextListener(this::look));
        close.addActionListener(pressed -> close());
        key("ENTER", () -> go(1));
        key("shift ENTER", () -> go(-1));
        key("ESCAPE", this::close);
        JPanel side = new JPanel(new BorderLayout(8, 0));
        side.setOpaque(false);
        side.add(count, BorderLayout.WEST);
        side.add(close, BorderLayout.EAST);
        panel.setOpaque(false);
        panel.add(words, BorderLayout.CENTER);
        panel.add(side, BorderLayout.EAST);
        panel.setVisible(false);
    }

    private void key(String stroke, Runnable does) {
        words.getInputMap().put(KeyStroke.getKeyStroke(stroke), stroke);
        words.getActionMap()
                .put(
                        stroke,
                        new AbstractAction() {
                            private static final long serialVersionUID = 1L;

                            @Override
                            public void actionPerformed(ActionEvent event) {
                                does.run();
                            }
                        });
    }

    JComponent component() {
        return panel;
    }

    /** Shows the bar, with what is selected as what is looked for. */
    void open() {
        panel.setVisible(true);
        String selected = text.getSelectedText();
        if (selected != null && selected.length() < 100 && !selected.contains("\n")) {
            words.setText(selected);
        }
        words.selectAll();
        words.requestFocus();
        look();
    }

    private void close() {
        clear();
        panel.setVisible(false);
        text.requestFocus();
    }

    private void clear() {
        marks.forEach(text.getHighlighter()::removeHighlight);
        marks.clear();
        places.clear();
    }

    private void look() {
        search();
        goTo(at);
    }

    private void search() {
        clear();
        String wanted = words.getText().toLowerCase(Locale.ROOT);
        String all = text.getText().toLowerCase(Locale.ROOT);
        if (!wanted.isEmpty() && all.length() == text.getDocument().getLength()) {
            for (int found = all.indexOf(wanted);
                    found >= 0 && places.size() < MOST;
                    found = all.indexOf(wanted, found + wanted.length())) {
                places.add(found);
                mark(found, found + wanted.length());
            }
        }
        at = next();
    }

    /** The first place behind the caret. */
    private int next() {
        for (int i = 0; i < places.size(); i++) {
            if (places.get(i) >= text.getSelectionStart()) {
                return i;
            }
        }
        return 0;
    }

    private void mark(int start, int end) {
        try {
            marks.add(text.getHighlighter().addHighlight(start, end, painter));
        } catch (BadLocationException ours) {
            throw new IllegalStateException(ours);
        }
    }

    private void go(int by) {
        search();
        goTo(at + by);
    }

    /** To that place, counted round and round. */
    private void goTo(int place) {
        at = places.isEmpty() ? 0 : Math.floorMod(place, places.size());
        tell(words.getText());
        if (!places.isEmpty()) {
            show(words.getText().length());
        }
    }

    /** The place where one is, selected, and in no other colour than that. */
    private void show(int length) {
        text.getHighlighter().removeHighlight(marks.get(at));
        text.select(places.get(at), places.get(at) + length);
        text.getCaret().setSelectionVisible(true); // although the keyboard is in the bar
    }

    private void tell(String wanted) {
        String most = places.size() == MOST ? "+" : "";
        count.setText(
                wanted.isEmpty()
                        ? ""
                        : places.isEmpty()
                                ? "Not found"
                                : (at + 1) + " of " + places.size() + most);
    }

    void restyle(Look look) {
        painter = new DefaultHighlighter.DefaultHighlightPainter(look.colour("found"));
        count.setForeground(look.colour("text-muted"));
    }
}
