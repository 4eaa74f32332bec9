package loupe.shell.look;

import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.Insets;
import java.awt.LayoutManager;

/**
 * Lays components below each other at the full width of their container. A child is told its width
 * before it is asked for its height, as wrapped text needs.
 */
public record Column(int gap) implements LayoutManager {

    @Override
    public void addLayoutComponent(String name, Component child) {}

    @Override
    public void removeLayoutComponent(Component child) {}

    @Override
    public Dimension preferredLayoutSize(Container parent) {
        Insets insets = parent.getInsets();
        int width = Math.max(parent.getWidth(), 1);
        return new Dimension(width, place(parent, insets, false));
    }

    @Override
    public Dimension minimumLayoutSize(Container parent) {
        return new Dimension(0, 0);
    }

    @Override
    public void layoutContainer(Container parent) {
        place(parent, parent.getInsets(), true);
    }

    /** Returns the height all children take together, insets included. */
    private int place(Container parent, Insets insets, boolean move) {
        int width = Math.max(0, parent.getWidth() - insets.left - insets.right);
        int y = insets.top;
        boolean first = true;
        for (Component child : parent.getComponents()) {
            if (!child.isVisible()) {
                continue;
            }
            y += first ? 0 : gap;
            first = false;
            // Swing wraps no HTML in a component of no height.
            if (child.getWidth() != width || child.getHeight() == 0) {
                child.setSize(width, Math.max(child.getHeight(), 1));
            }
            int height = child.getPreferredSize().height;
            if (move) {
                child.setBounds(insets.left, y, width, height);
            }
            y += height;
        }
        return y + insets.bottom;
    }
}
