package loupe.shell.writeup;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Path2D;
import javax.swing.text.BadLocationException;
import javax.swing.text.JTextComponent;
import javax.swing.text.LayeredHighlighter;
import javax.swing.text.Position;
import javax.swing.text.View;

/** A wavy line under a word. */
final class Squiggle extends LayeredHighlighter.LayerPainter {

    private static final int STEP = 2;

    private final Color colour;

    Squiggle(Color colour) {
        this.colour = colour;
    }

    @Override
    public void paint(Graphics pen, int start, int end, Shape bounds, JTextComponent text) {
        // All is done in paintLayer, which Swing calls for each line.
    }

    @Override
    public Shape paintLayer(
            Graphics pen, int start, int end, Shape bounds, JTextComponent text, View view) {
        try {
            Rectangle place =
                    view.modelToView(
                                    start,
                                    Position.Bias.Forward,
                                    end,
                                    Position.Bias.Backward,
                                    bounds)
                            .getBounds();
            draw((Graphics2D) pen.create(), place);
            return place;
        } catch (BadLocationException gone) {
            return bounds.getBounds();
        }
    }

    private void draw(Graphics2D pen, Rectangle place) {
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(colour);
        pen.setStroke(new BasicStroke(1f));
        double base = place.getMaxY() - 2;
        Path2D line = new Path2D.Double();
        line.moveTo(place.x, base);
        for (int x = STEP; x <= place.width; x += STEP) {
            line.lineTo(place.x + x, base - (x / STEP % 2 == 0 ? 0 : STEP));
        }
        pen.draw(line);
        pen.dispose();
    }
}
