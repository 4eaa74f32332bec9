package loupe.shell.writeup;

import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;

/** Told of every change of a plain text. */
record TextListener(Runnable changed) implements DocumentListener {

    @Override
    public void insertUpdate(DocumentEvent event) {
        changed.run();
    }

    @Override
    public void removeUpdate(DocumentEvent event) {
        changed.run();
    }

    @Override
    public void changedUpdate(DocumentEvent event) {
        // Plain text has no attributes to change.
    }
}
