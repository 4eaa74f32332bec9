package loupe.shell.writeup;

import java.util.Optional;
import java.util.function.Supplier;
import javax.swing.text.BadLocationException;
import javax.swing.text.Document;

/**
 * The text of an editor for whoever wants it later, on any thread: it is read when it is asked for,
 * so that a keystroke copies nothing. Frozen, it stays what it was, whatever the editor shows then.
 */
final class LiveText implements Supplier<String> {

    private final Document document;
    private volatile Optional<String> frozen = Optional.empty();

    LiveText(Document document) {
        this.document = document;
    }

    @Override
    public String get() {
        String now = read();
        return frozen.orElse(now); // in this order: another text comes only after the freezing
    }

    /** Keeps the text before the editor shows another. On the event thread. */
    void freeze() {
        frozen = Optional.of(read());
    }

    /** Nobody writes while this reads. */
    private String read() {
        String[] text = new String[1];
        document.render(
                () -> {
                    try {
                        text[0] = document.getText(0, document.getLength());
                    } catch (BadLocationException ours) {
                        throw new IllegalStateException(ours);
                    }
                });
        return text[0];
    }
}
