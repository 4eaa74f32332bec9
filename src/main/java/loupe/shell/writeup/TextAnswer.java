package loupe.shell.writeup;

import java.awt.BorderLayout;
import java.awt.FlowLayout;
import java.awt.event.ActionEvent;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.awt.event.HierarchyEvent;
import java.util.Map;
import java.util.function.Supplier;
import javax.swing.AbstractAction;
import javax.swing.ButtonGroup;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JToggleButton;
import javax.swing.KeyStroke;
import javax.swing.Timer;
import loupe.lesson.Words;
import loupe.lesson.Writeup;
import loupe.shell.look.Column;
import loupe.shell.look.Look;

/**
 * The editor of a text: Markdown as it is typed, or as it will be read; find, spelling, the count
 * of words. A keystroke does nothing but put its letter in and offer the text to the saver.
 */
final class TextAnswer implements AnswerField {

    private static final int COUNT_DELAY_MS = 250;
    private static final int LINES = 7;

    private final Writeup question;
    private final CardEvents events;
    private final WordsThread words;
    private final JPanel panel = new JPanel(new Column(8));
    private final JToggleButton write = new JToggleButton("Write", true);
    private final JToggleButton read = new JToggleButton("Preview");
    private final QuietButton attach = new QuietButton("Attach view");
    private final LongText letters;
    private final Editor editor;
    private final FindBar find;
    private final SpellMarks spelling;
    private final Preview preview;
    private final Attachments attachments;
    private final JLabel count = new JLabel(" ");
    private final Timer counter = new Timer(COUNT_DELAY_MS, tick -> count());
    private LiveText live;
    private Look look;
    private int counted;
    private boolean showing;
    private boolean entered;

    TextAnswer(
            Writeup question,
            int number,
            String language,
            WordsThread words,
            Views views,
            CardEvents events) {
        this(question, number, language, words, views, events, new LongText());
    }

    /**
     * @param letters the text of its editor
     */
    TextAnswer(
            Writeup question,
            int number,
            String language,
            WordsThread words,
            Views views,
            CardEvents events,
            LongText letters) {
        this.question = question;
        this.words = words;
        this.events = events;
        this.letters = letters;
        live = new LiveText(letters);
        editor = new Editor(letters, LINES, back -> events.travel(question, back));
        find = new FindBar(editor, question.id());
        spelling = new SpellMarks(editor, words, language);
        preview = new Preview(words, views, this::follow);
        attachments = new Attachments(events::reopen);
        counter.setRepeats(false);
        prepare(number);
        assemble();
    }

    private void prepare(int number) {
        editor.setName("answer-" + question.id());
        editor.getAccessibleContext().setAccessibleName("Answer to question " + number);
        preview.name("preview-" + question.id());
        count.setName("words-" + question.id());
        write.setName("write-" + question.id());
        read.setName("read-" + question.id());
        attach.setName("attach-" + question.id());
        attach.setToolTipText("Put the picture above, as it is now, into your answer");
        attach.addActionListener(pressed -> events.attach(question));
        attach.setVisible(!question.evidence().isEmpty());
        editor.getDocument().addDocumentListener(new TextListener(this::changed));
        editor.addFocusListener(
                new FocusAdapter() {
                    @Override
                    public void focusGained(FocusEvent event) {
                        entered = true;
                    }
                });
        editor.addHierarchyListener(
                change -> {
                    if ((change.getChangeFlags() & HierarchyEvent.SHOWING_CHANGED) != 0) {
                        spelling.soon();
                    }
                });
        key("control F", find::open);
        key("control shift P", () -> read(true));
    }

    private void key(String stroke, Runnable does) {
        editor.getInputMap().put(KeyStroke.getKeyStroke(stroke), stroke);
        editor.getActionMap()
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

    private void assemble() {
        JPanel bar = new JPanel(new BorderLayout());
        JPanel ways = new JPanel(new FlowLayout(FlowLayout.LEADING, 0, 0));
        ButtonGroup group = new ButtonGroup();
        for (JToggleButton each : new JToggleButton[] {write, read}) {
            each.putClientProperty("JButton.buttonType", "tab");
            group.add(each);
            ways.add(each);
            each.addActionListener(chosen -> read(read.isSelected()));
        }
        bar.setOpaque(false);
        ways.setOpaque(false);
        bar.add(ways, BorderLayout.WEST);
        bar.add(attach, BorderLayout.EAST);
        panel.setOpaque(false);
        panel.add(bar);
        panel.add(find.component());
        panel.add(editor);
        panel.add(preview.component());
        panel.add(attachments.component());
        panel.add(count);
        preview.component().setVisible(false);
    }

    private void changed() {
        counter.restart();
        if (!showing) {
            events.typed(question, live, letters.isBlank());
        }
    }

    private void follow(String address) {
        if (address.startsWith("evidence:")) {
            events.reopen(address.substring("evidence:".length()));
        } else {
            events.follow(address);
        }
    }

    /** Shows the answer as it will be read, or the editor again. */
    void read(boolean on) {
        read.setSelected(on);
        write.setSelected(!on);
        if (on) {
            preview.show(editor.getText());
        }
        editor.setVisible(!on);
        preview.component().setVisible(on);
        panel.revalidate();
        if (on) {
            read.requestFocus();
        } else {
            editor.requestFocus();
        }
    }

    void toggleReading() {
        read(!read.isSelected());
    }

    void find() {
        read(false);
        find.open();
    }

    void toggleSpelling() {
        spelling.toggle();
    }

    /** Puts a view where the caret was put, otherwise at the end, on lines of its own. */
    void insert(String markdown) {
        String text = editor.getText();
        int at = entered ? editor.getSelectionEnd() : text.length();
        read(false);
        String before = at == 0 || text.startsWith("\n\n", at - 2) ? "" : "\n\n";
        editor.setCaretPosition(at);
        editor.replaceSelection(before + markdown + "\n\n");
        count();
    }

    @Override
    public JComponent component() {
        return panel;
    }

    @Override
    public String text() {
        return editor.getText();
    }

    @Override
    public void show(String saved) {
        live.freeze(); // what was typed may still wait to be saved
        live = new LiveText(letters);
        showing = true;
        entered = editor.isFocusOwner();
        editor.fill(saved);
        showing = false;
        Undo.forget(editor);
        spelling.soon();
        count();
        if (read.isSelected()) {
            preview.show(saved);
        }
    }

    @Override
    public void focus() {
        if (read.isSelected()) {
            read.requestFocus();
        } else {
            editor.requestFocus();
        }
    }

    @Override
    public void restyle(Look newLook) {
        look = newLook;
        editor.restyle(look);
        find.restyle(look);
        spelling.restyle(look);
        preview.restyle(look);
        attachments.restyle(look);
        attach.restyle(look);
        say();
    }

    private void count() {
        Supplier<String> now = live;
        words.ask(
                () -> Found.in(now.get()),
                found -> {
                    counted = found.words();
                    attachments.show(found.views());
                    say();
                });
    }

    /** What there is to say of a text: its words, and the captions of its views by their name. */
    private record Found(int words, Map<String, String> views) {
        static Found in(String text) {
            return new Found(Words.count(text), Attachments.captions(text));
        }
    }

    /**
     * The number of words now, against what the question asks for; the limits warn and never block.
     */
    private void say() {
        int least = question.words().least();
        int most = question.words().most();
        boolean many = most > 0 && counted > most;
        boolean few = least > 0 && counted < least;
        String limits =
                many
                        ? " · more than the " + most + " asked for"
                        : few ? " · at least " + least + " are asked for" : "";
        count.setText(counted + (counted == 1 ? " word" : " words") + limits);
        if (look != null) {
            count.setForeground(look.colour(many || few && counted > 0 ? "warning" : "text-muted"));
        }
    }
}
