package loupe.shell;

import java.awt.event.ActionEvent;
import java.util.function.Consumer;
import javax.swing.AbstractAction;
import javax.swing.Action;
import javax.swing.KeyStroke;
import javax.swing.text.JTextComponent;
import javax.swing.undo.UndoManager;

/** Undo and redo in a text component, with the keys people expect. */
final class Undo {

    private static final int STEPS = 10_000;

    private Undo() {}

    static void in(JTextComponent text) {
        UndoManager edits = new UndoManager();
        edits.setLimit(STEPS);
        text.getDocument().addUndoableEditListener(edits);
        text.putClientProperty(Undo.class, edits);
        bind(text, "undo", all -> undo(all), "control Z");
        bind(text, "redo", all -> redo(all), "control Y", "control shift Z");
    }

    /** Makes what is in the component now its beginning. */
    static void forget(JTextComponent text) {
        ((UndoManager) text.getClientProperty(Undo.class)).discardAllEdits();
    }

    private static void undo(UndoManager edits) {
        if (edits.canUndo()) {
            edits.undo();
        }
    }

    private static void redo(UndoManager edits) {
        if (edits.canRedo()) {
            edits.redo();
        }
    }

    private static void bind(
            JTextComponent text, String name, Consumer<UndoManager> step, String... keys) {
        Action action =
                new AbstractAction(name) {
                    private static final long serialVersionUID = 1L;

                    @Override
                    public void actionPerformed(ActionEvent event) {
                        step.accept((UndoManager) text.getClientProperty(Undo.class));
                    }
                };
        text.getActionMap().put(name, action);
        for (String key : keys) {
            text.getInputMap().put(KeyStroke.getKeyStroke(key), name);
        }
    }
}
