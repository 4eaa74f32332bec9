package loupe.shell;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;
import loupe.shell.look.Look;

/**
 * The program's icon, a lens over three lines of attention, drawn at every size a system asks for.
 */
final class LoupeIcon {

    private LoupeIcon() {}

    static List<Image> sizes(Look look) {
        Color ink = look.colour("accent");
        Color lines = look.colour("attention");
        return IntStream.of(16, 24, 32, 48, 64, 128, 256)
                .mapToObj(size -> draw(size, ink, lines))
                .toList();
    }

    private static Image draw(int size, Color ink, Color lines) {
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.scale(size / 32.0, size / 32.0);
        pen.setColor(Color.WHITE);
        pen.fill(new Ellipse2D.Double(3, 3, 20, 20));
        pen.setColor(lines);
        pen.setStroke(new BasicStroke(1.8f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.draw(new Line2D.Double(7, 9, 19, 9));
        pen.draw(new Line2D.Double(7, 9, 19, 13));
        pen.draw(new Line2D.Double(7, 9, 18, 18));
        pen.setColor(ink);
        pen.setStroke(new BasicStroke(3.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.draw(new Ellipse2D.Double(3, 3, 20, 20));
        pen.draw(new Line2D.Double(20.5, 20.5, 28.5, 28.5));
        pen.dispose();
        return image;
    }
}
