package loupe.shell.writeup;

import java.util.ArrayList;
import java.util.Dictionary;
import java.util.Enumeration;
import java.util.Hashtable;
import java.util.List;
import javax.swing.text.AttributeSet;
import javax.swing.text.BadLocationException;
import javax.swing.text.Element;
import javax.swing.text.GapContent;
import javax.swing.text.PlainDocument;
import javax.swing.text.Segment;

/**
 * A plain text that can be typed in without waiting, however long it is. Swing measures the whole
 * element a letter is typed into, so an element ends here not only at a line break but also, at a
 * blank, where it would get too long; the text itself is untouched. And Swing lays out scripts that
 * run both ways with a structure over the whole text: beyond a length that is left to the drawing
 * of each line.
 */
final class LongText extends PlainDocument {

    private static final long serialVersionUID = 1L;

    /** Swing's name for the property that turns its layout for both ways on. */
    private static final String BOTH_WAYS = "i18n";

    private static final int LONGEST_BOTH_WAYS = 20_000;
    private static final int LONGEST_ELEMENT = 8_000;
    private static final int GLANCE = 1_000;

    LongText() {
        this(new GapContent());
    }

    /**
     * @param content where the letters are kept
     */
    LongText(Content content) {
        super(content);
        setDocumentProperties(new OneWayIfLong(getDocumentProperties()));
    }

    @Override
    public void insertString(int offset, String text, AttributeSet attributes)
            throws BadLocationException {
        if (text != null && getLength() + text.length() > LONGEST_BOTH_WAYS) {
            putProperty(BOTH_WAYS, Boolean.FALSE);
        }
        super.insertString(offset, text, attributes);
    }

    /** Whether there is nothing but white space; looks no further than the first letter. */
    boolean isBlank() {
        try {
            for (int at = 0; at < getLength(); at += GLANCE) {
                if (!getText(at, Math.min(GLANCE, getLength() - at)).isBlank()) {
                    return false;
                }
            }
            return true;
        } catch (BadLocationException ours) {
            throw new IllegalStateException(ours);
        }
    }

    /**
     * Makes the element anew that the text was put into, and the next where no line ends between
     * them: however long the line is, no more is touched.
     */
    @Override
    protected void insertUpdate(DefaultDocumentEvent change, AttributeSet attributes) {
        BranchElement lines = (BranchElement) getDefaultRootElement();
        int first = lines.getElementIndex(Math.max(0, change.getOffset() - 1));
        boolean goesOn = first + 1 < lines.getElementCount() && !endsLine(lines.getElement(first));
        int last = goesOn ? first + 1 : first;
        int start = lines.getElement(first).getStartOffset();
        int end = lines.getElement(last).getEndOffset();
        List<Integer> ends = ends(start, end);
        if (ends.size() == 1 && first == last) {
            return;
        }
        Element[] removed = new Element[last - first + 1];
        for (int i = first; i <= last; i++) {
            removed[i - first] = lines.getElement(i);
        }
        Element[] added = new Element[ends.size()];
        for (int i = 0; i < added.length; i++) {
            int from = i == 0 ? start : ends.get(i - 1);
            added[i] = createLeafElement(lines, null, from, ends.get(i));
        }
        change.addEdit(new ElementEdit(lines, first, removed, added));
        lines.replace(first, removed.length, added);
    }

    private boolean endsLine(Element element) {
        try {
            return getText(element.getEndOffset() - 1, 1).equals("\n");
        } catch (BadLocationException ours) {
            throw new IllegalStateException(ours);
        }
    }

    /** Where the elements of a stretch of text end. */
    private List<Integer> ends(int start, int end) {
        List<Integer> ends = new ArrayList<>();
        Segment text = new Segment();
        try {
            getContent().getChars(start, end - start, text);
        } catch (BadLocationException ours) {
            throw new IllegalStateException(ours);
        }
        int begun = 0;
        int blank = -1;
        for (int i = 0; i < text.count; i++) {
            char at = text.array[text.offset + i];
            blank = at == ' ' ? i : blank;
            if (at == '\n') {
                ends.add(start + i + 1);
                begun = i + 1;
            } else if (i - begun >= LONGEST_ELEMENT && !Character.isHighSurrogate(at)) {
                int cut = blank > begun ? blank + 1 : i + 1;
                ends.add(start + cut);
                begun = cut;
            }
        }
        if (begun < text.count) {
            ends.add(end);
        }
        return ends;
    }

    /** The document's properties, but for the one that a long text does without. */
    private final class OneWayIfLong extends Hashtable<Object, Object> {

        private static final long serialVersionUID = 1L;

        OneWayIfLong(Dictionary<Object, Object> others) {
            for (Enumeration<Object> keys = others.keys(); keys.hasMoreElements(); ) {
                Object key = keys.nextElement();
                super.put(key, others.get(key));
            }
        }

        @Override
        public synchronized Object put(Object key, Object value) {
            boolean refused =
                    key.equals(BOTH_WAYS)
                            && Boolean.TRUE.equals(value)
                            && getLength() > LONGEST_BOTH_WAYS;
            return super.put(key, refused ? Boolean.FALSE : value);
        }
    }
}
