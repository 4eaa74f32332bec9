package loupe.shell.writeup;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.FlowLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import loupe.shell.look.Look;

/**
 * A bar above the answers. A trouble says, in a sentence, what is wrong, and offers what can be
 * done, as long as it lasts; a note says something once, waits behind a trouble, and can be closed.
 */
final class Notice {

    /** More than anyone reads at once; the oldest goes. */
    private static final int MOST_NOTES = 3;

    /** Something said once; with a name, something can be done about it. */
    private record Note(String text, String name, Runnable does) {
        boolean canAct() {
            return !name.isEmpty();
        }
    }

    private final JPanel panel = new JPanel(new BorderLayout(0, 8));
    private final JTextArea sentence = new JTextArea();
    private final JPanel buttons = new JPanel(new FlowLayout(FlowLayout.LEADING, 8, 0));
    private final JButton action = new JButton("Undo");
    private final JButton close = new JButton("Close");
    private final List<Note> notes = new ArrayList<>();
    private String trouble = "";
    private Look look;

    Notice(Look look) {
        sentence.setName("notice");
        sentence.setEditable(false);
        sentence.setFocusable(false);
        sentence.setLineWrap(true);
        sentence.setWrapStyleWord(true);
        sentence.setOpaque(false);
        buttons.setOpaque(false);
        buttons.add(action);
        buttons.add(close);
        action.setName("notice-action");
        close.setName("notice-close");
        action.addActionListener(pressed -> act());
        close.addActionListener(
                pressed -> {
                    notes.clear();
                    show();
                });
        panel.add(sentence, BorderLayout.CENTER);
        panel.add(buttons, BorderLayout.SOUTH);
        panel.setVisible(false);
        restyle(look);
    }

    JComponent component() {
        return panel;
    }

    void restyle(Look newLook) {
        look = newLook;
        String colour = trouble.isEmpty() ? "warning" : "error";
        panel.setBorder(
                BorderFactory.createCompoundBorder(
                        BorderFactory.createMatteBorder(0, 4, 0, 0, look.colour(colour)),
                        BorderFactory.createEmptyBorder(12, 12, 12, 12)));
        panel.setBackground(look.colour("background"));
        sentence.setForeground(look.colour(trouble.isEmpty() ? "text" : "error"));
        sentence.setFont(look.font(Look.SMALL));
    }

    /** Adds a button that troubles come with. */
    void offer(String name, Runnable action) {
        JButton button = new JButton(name);
        button.addActionListener(pressed -> action.run());
        buttons.add(button);
    }

    /** Shows a trouble; it stays until {@link #over}. */
    void trouble(String text) {
        trouble = text;
        show();
    }

    /** Shows a note, or keeps it until the trouble, which weighs more, is over. */
    void note(String text) {
        note(text, "", () -> {});
    }

    /** Shows a note with something that can be done about it; only the last can be acted upon. */
    void note(String text, String name, Runnable does) {
        Note fresh = new Note(text, name, does);
        notes.removeIf(each -> each.text().equals(text) || each.canAct() && fresh.canAct());
        notes.add(fresh);
        if (notes.size() > MOST_NOTES) {
            notes.remove(0);
        }
        show();
    }

    /** Takes away the note that offered something: it has been done in another way. */
    void done() {
        notes.removeIf(Note::canAct);
        show();
    }

    /** Takes away whatever is said. */
    void clear() {
        trouble = "";
        notes.clear();
        show();
    }

    /** The trouble is over. A note stays until it is closed. */
    void over() {
        trouble = "";
        show();
    }

    private Optional<Note> last() {
        return notes.stream().filter(Note::canAct).findFirst();
    }

    private void act() {
        last().ifPresent(
                        note -> {
                            notes.remove(note);
                            show();
                            note.does().run();
                        });
    }

    private void show() {
        boolean serious = !trouble.isEmpty();
        sentence.setText(
                serious
                        ? trouble
                        : notes.stream().map(Note::text).collect(Collectors.joining("\n\n")));
        for (Component button : buttons.getComponents()) {
            button.setVisible(serious != (button == close || button == action));
        }
        action.setText(last().map(Note::name).orElse(""));
        action.setVisible(!serious && last().isPresent());
        restyle(look);
        panel.setVisible(serious || !notes.isEmpty());
        panel.revalidate();
    }
}
