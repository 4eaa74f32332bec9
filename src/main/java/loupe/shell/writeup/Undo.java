package loupe.shell.writeup;

import java.awt.event.ActionEvent;
import java.util.function.Consumer;
import javax.swing.AbstractAction;
import javax.swing.Action;
import javax.swing.KeyStroke;
import javax.swing.text.JTextComponent;
import javax.swing.undo.UndoManager;

/**
 * Undo and redo in a text component, with the keys people expect. Where the edits of this session
 * end, the past goes on.
 */
final class Undo {

    private static final int STEPS = 10_000;

    /** A text that has no versions before this session. */
    static final Consumer<Boolean> NO_PAST = back -> {};

    private final UndoManager edits = new UndoManager();
    private final Consumer<Boolean> past;

    private Undo(Consumer<Boolean> past) {
        this.past = past;
        edits.setLimit(STEPS);
    }

    /**
     * @param past asked for the version before ({@code true}) or after this session's first text
     */
    static void in(JTextComponent text, Consumer<Boolean> past) {
        Undo undo = new Undo(past);
        text.getDocument().addUndoableEditListener(undo.edits);
        text.putClientProperty(Undo.class, undo);
        bind(text, "undo", undo::undo, "control Z");
        bind(text, "redo", undo::redo, "control Y", "control shift Z");
    }

    /** Makes what is in the component now its beginning. */
    static void forget(JTextComponent text) {
        ((Undo) text.getClientProperty(Undo.class)).edits.discardAllEdits();
    }

    private void undo() {
        if (edits.canUndo()) {
            edits.undo();
        } else {
            past.accept(true);
        }
    }

    private void redo() {
        if (edits.canRedo()) {
            edits.redo();
        } else {
            past.accept(false);
        }
    }

    private static void bind(JTextComponent text, String name, Runnable step, String... keys) {
        Action action =
                new AbstractAction(name) {
                    private static final long serialVersionUID = 1L;

                    @Override
                    public void actionPerformed(ActionEvent event) {
                        step.run();
                    }
                };
        text.getActionMap().put(name, action);
        for (String key : keys) {
            text.getInputMap().put(KeyStroke.getKeyStroke(key), name);
        }
    }
}
