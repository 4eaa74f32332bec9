package loupe.shell.writeup;

import javax.swing.text.AbstractDocument;
import javax.swing.text.Element;
import javax.swing.text.LabelView;
import javax.swing.text.StyledEditorKit;
import javax.swing.text.View;
import javax.swing.text.ViewFactory;

/**
 * Styled text that wraps inside a word where the word is wider than the window, as the address of
 * an attached view is; Swing alone would make every line as wide as that word.
 */
final class WrappingKit extends StyledEditorKit {

    private static final long serialVersionUID = 1L;

    @Override
    public ViewFactory getViewFactory() {
        ViewFactory styled = super.getViewFactory();
        return element ->
                AbstractDocument.ContentElementName.equals(element.getName())
                        ? new Breakable(element)
                        : styled.create(element);
    }

    private static final class Breakable extends LabelView {

        Breakable(Element element) {
            super(element);
        }

        @Override
        public float getMinimumSpan(int axis) {
            return axis == View.X_AXIS ? 0 : super.getMinimumSpan(axis);
        }
    }
}
