package loupe.shell.writeup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import javax.swing.text.Element;
import javax.swing.undo.UndoManager;
import org.junit.jupiter.api.Test;

/** The text of an editor stays what was typed, in elements that are never long. */
class LongTextTest {
    private static final int LONGEST = 8_100;

    private static String text(LongText document) throws Exception {
        return document.getText(0, document.getLength());
    }

    /** The elements follow each other without a gap, and none is long. */
    private static void check(LongText document) {
        Element root = document.getDefaultRootElement();
        int at = 0;
        for (int i = 0; i < root.getElementCount(); i++) {
            Element each = root.getElement(i);
            assertEquals(at, each.getStartOffset());
            assertTrue(each.getEndOffset() > at);
            at = each.getEndOffset();
        }
        assertEquals(document.getLength() + 1, at);
    }

    @Test
    void aMillionLettersWithoutABreakStandInShortElements() throws Exception {
        LongText document = new LongText();
        String text = "The dog ran. ".repeat(80_000);
        document.insertString(0, text, null);
        check(document);
        assertEquals(text, text(document));
        Element root = document.getDefaultRootElement();
        for (int i = 0; i < root.getElementCount(); i++) {
            Element each = root.getElement(i);
            assertTrue(each.getEndOffset() - each.getStartOffset() < LONGEST);
        }
    }

    @Test
    void linesAreElementsAsEverywhere() throws Exception {
        LongText document = new LongText();
        document.insertString(0, "one\ntwo\n\nfour", null);
        assertEquals(4, document.getDefaultRootElement().getElementCount());
        document.insertString(3, "\n", null);
        assertEquals(5, document.getDefaultRootElement().getElementCount());
        document.remove(3, 1);
        assertEquals(4, document.getDefaultRootElement().getElementCount());
        check(document);
    }

    @Test
    void anyEditingLeavesTheTextThatAStringWouldHaveAndUndoTakesItAllBack() throws Exception {
        Random random = new Random(7);
        LongText document = new LongText();
        UndoManager undo = new UndoManager();
        undo.setLimit(10_000);
        document.addUndoableEditListener(undo);
        StringBuilder wanted = new StringBuilder();
        String[] pieces = {
            "x",
            "\n",
            " ",
            "a word ",
            "line\nline\n",
            "\uD83D\uDE00",
            "\u05E9\u05DC",
            "y".repeat(1_800),
            "\n\n",
            "\0"
        };
        for (int i = 0; i < 2_000; i++) {
            if (random.nextInt(3) > 0 || wanted.length() == 0) {
                int at = random.nextInt(wanted.length() + 1);
                String piece = pieces[random.nextInt(pieces.length)];
                document.insertString(at, piece, null);
                wanted.insert(at, piece);
            } else {
                int at = random.nextInt(wanted.length());
                int length = Math.min(random.nextInt(600), wanted.length() - at);
                document.remove(at, length);
                wanted.delete(at, at + length);
            }
            check(document);
        }
        assertEquals(wanted.toString(), text(document));
        while (undo.canUndo()) {
            undo.undo();
            check(document);
        }
        assertEquals("", text(document));
        while (undo.canRedo()) {
            undo.redo();
        }
        assertEquals(wanted.toString(), text(document));
    }

    @Test
    void aLongTextDoesWithoutTheStructureForBothWays() throws Exception {
        LongText document = new LongText();
        document.insertString(0, "\u05E9\u05DC\u05D5\u05DD", null);
        assertEquals(true, document.getProperty("i18n"));
        document.insertString(0, "\u05E9\u05DC\u05D5\u05DD ".repeat(10_000), null);
        assertEquals(false, document.getProperty("i18n"));
        document.insertString(0, "\u05E9", null);
        assertEquals(false, document.getProperty("i18n"));
    }
}
