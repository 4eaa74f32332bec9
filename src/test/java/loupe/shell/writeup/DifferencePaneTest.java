package loupe.shell.writeup;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.awt.Dimension;
import javax.swing.JFrame;
import javax.swing.JScrollPane;
import javax.swing.SwingUtilities;
import loupe.shell.browser.Palette;
import loupe.shell.look.Look;
import org.junit.jupiter.api.Test;

/** How a difference stands in its window. */
class DifferencePaneTest {

    private static final String WITH_A_VIEW =
            "Words before it that fill more than one line of this pane, and a view:\n\n"
                    + "![head 0](evidence:"
                    + "0123456789abcdef".repeat(4)
                    + ")\n";

    @Test
    void noLineIsCutOffBesideAnAttachedView() throws Exception {
        SwingUtilities.invokeAndWait(
                () -> {
                    DifferencePane pane =
                            new DifferencePane("difference", new Look(Palette.load(), false, 100));
                    pane.show(Difference.between("", WITH_A_VIEW));
                    JScrollPane scroll = (JScrollPane) pane.component();
                    scroll.setPreferredSize(new Dimension(360, 300));
                    JFrame frame = new JFrame();
                    frame.add(scroll);
                    frame.pack();
                    int width = scroll.getViewport().getView().getWidth();
                    frame.dispose();
                    assertFalse(width > 360, "the text is " + width + " wide");
                });
    }
}
