package loupe.shell;

import com.formdev.flatlaf.ui.FlatTreeUI;
import java.awt.Graphics;
import java.awt.Insets;
import java.awt.Rectangle;
import javax.swing.tree.TreePath;

/** A tree whose rows begin at its left edge: the rows themselves say how deep they are. */
final class ContentsTree extends FlatTreeUI {

    @Override
    protected void installDefaults() {
        super.installDefaults();
        setLeftChildIndent(0);
        setRightChildIndent(0);
        setExpandedIcon(null);
        setCollapsedIcon(null);
    }

    /** Rows are as wide as the column, whatever they say. */
    @Override
    protected void paintRow(
            Graphics pen,
            Rectangle clip,
            Insets insets,
            Rectangle bounds,
            TreePath path,
            int row,
            boolean expanded,
            boolean beenExpanded,
            boolean leaf) {
        Rectangle wide = new Rectangle(0, bounds.y, tree.getWidth(), bounds.height);
        super.paintRow(pen, clip, insets, wide, path, row, expanded, beenExpanded, leaf);
    }

    @Override
    protected int getRowX(int row, int depth) {
        return 0;
    }
}
