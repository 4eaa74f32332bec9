package loupe.shell;

import java.awt.BorderLayout;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JEditorPane;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.Timer;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import javax.swing.event.HyperlinkEvent;
import javax.swing.text.DefaultCaret;
import javax.swing.text.html.HTMLDocument;
import loupe.lesson.Question;
import loupe.lesson.Writeup;

/** One question in the writeup: its prompt, the editor of its answer, and the count of words. */
final class AnswerCard {

    private static final int COUNT_DELAY_MS = 250;
    private static final int LINES = 7;

    private final Question question;
    private final JPanel panel = new JPanel(new Column(8));
    private final JLabel title = new JLabel();
    private final JLabel points = new JLabel();
    private final JButton show = new JButton("Show in lesson");
    private final JEditorPane prompt = new JEditorPane();
    private final AnswerEditor editor = new AnswerEditor(LINES);
    private final JLabel words = new JLabel();
    private final Timer counter = new Timer(COUNT_DELAY_MS, tick -> count());
    private boolean filling;

    /**
     * @param typed told the whole text after every change the student makes
     * @param follow told the address of a link in the lesson, such as {@code #exp-one}
     */
    AnswerCard(int number, Question question, Consumer<String> typed, Consumer<String> follow) {
        this.question = question;
        title.setText(question.label() + " " + number);
        points.setText(question.points() == 0 ? "" : question.points() + " points");
        show.addActionListener(pressed -> follow.accept("#q-" + question.id()));
        show.putClientProperty("JButton.buttonType", "borderless");
        show.setToolTipText("Scroll the lesson to this question");
        prompt.setContentType("text/html");
        prompt.setEditable(false);
        prompt.setFocusable(false);
        prompt.setOpaque(false);
        prompt.putClientProperty(JEditorPane.HONOR_DISPLAY_PROPERTIES, true);
        prompt.setBorder(BorderFactory.createEmptyBorder());
        ((HTMLDocument) prompt.getDocument())
                .getStyleSheet()
                .addRule(
                        "body { margin: 0 } p { margin: 0 0 8px 0 } ul, ol { margin: 0 0 8px 20px }");
        prompt.setText("<html><body>" + question.promptHtml() + "</body></html>");
        ((DefaultCaret) prompt.getCaret()).setUpdatePolicy(DefaultCaret.NEVER_UPDATE);
        prompt.addHyperlinkListener(
                link -> {
                    if (link.getEventType() == HyperlinkEvent.EventType.ACTIVATED) {
                        follow.accept(link.getDescription());
                    }
                });
        counter.setRepeats(false);
        prepareEditor(number, typed);

        JPanel head = new JPanel(new BorderLayout(8, 0));
        head.setOpaque(false);
        head.add(title, BorderLayout.WEST);
        head.add(points, BorderLayout.CENTER);
        head.add(show, BorderLayout.EAST);
        panel.setOpaque(false);
        panel.add(head);
        panel.add(prompt);
        panel.add(editor);
        panel.add(words);
        count();
    }

    private void prepareEditor(int number, Consumer<String> typed) {
        editor.setName("answer-" + question.id());
        editor.getAccessibleContext().setAccessibleName("Answer to question " + number);
        editor.getDocument()
                .addDocumentListener(
                        new DocumentListener() {
                            @Override
                            public void insertUpdate(DocumentEvent event) {
                                changed();
                            }

                            @Override
                            public void removeUpdate(DocumentEvent event) {
                                changed();
                            }

                            @Override
                            public void changedUpdate(DocumentEvent event) {
                                // Plain text has no attributes to change.
                            }

                            private void changed() {
                                counter.restart();
                                if (!filling) {
                                    typed.accept(editor.getText());
                                }
                            }
                        });
    }

    JComponent component() {
        return panel;
    }

    Question question() {
        return question;
    }

    String text() {
        return editor.getText();
    }

    boolean isAnswered() {
        return !editor.getText().isBlank();
    }

    /** Puts the saved answer in, unless the student has already begun to type. */
    void fill(String saved) {
        if (!editor.getText().isEmpty()) {
            return;
        }
        filling = true;
        editor.setText(saved);
        editor.setCaretPosition(0);
        filling = false;
        Undo.forget(editor);
        count();
    }

    void focus() {
        editor.requestFocus();
        panel.scrollRectToVisible(new java.awt.Rectangle(0, 0, 1, panel.getHeight()));
    }

    void restyle(Look look) {
        panel.setBorder(
                BorderFactory.createCompoundBorder(
                        BorderFactory.createMatteBorder(0, 0, 1, 0, look.colour("hairline")),
                        BorderFactory.createEmptyBorder(16, 16, 16, 16)));
        title.setFont(look.bold(Look.SMALL));
        points.setForeground(look.colour("text-muted"));
        show.setForeground(look.colour("accent"));
        prompt.setFont(look.font(Look.SMALL));
        prompt.setForeground(look.colour("text"));
        words.setForeground(look.colour("text-muted"));
        editor.restyle(look);
    }

    /** Words now, against what the question asks for; the limits warn and never block. */
    private void count() {
        String text = editor.getText().strip();
        int found = text.isEmpty() ? 0 : text.split("\\s+").length;
        words.setText(found + (found == 1 ? " word" : " words") + limits(found));
    }

    private String limits(int found) {
        Writeup.Limits limits =
                question instanceof Writeup writeup ? writeup.words() : Writeup.Limits.NONE;
        int least = limits.least();
        int most = limits.most();
        if (most > 0 && found > most) {
            return " · more than the " + most + " asked for";
        }
        return least > 0 && found < least ? " · at least " + least + " are asked for" : "";
    }
}
