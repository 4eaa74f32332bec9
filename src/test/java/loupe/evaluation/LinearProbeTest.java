package loupe.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;

class LinearProbeTest {

    /** Points of a square, learnt on one draw and asked about on another. */
    private static double right(BiPredicate<Double, Double> truth) {
        LinearProbe probe = LinearProbe.fit(points(1), classes(points(1), truth));
        float[][] asked = points(2);
        boolean[] wanted = classes(asked, truth);
        int right = 0;
        for (int i = 0; i < asked.length; i++) {
            right += probe.tells(asked[i]) == wanted[i] ? 1 : 0;
        }
        return right / (double) asked.length;
    }

    private static float[][] points(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[][] points = new float[400][2];
        for (float[] point : points) {
            point[0] = (float) random.nextDouble(-3, 3);
            point[1] = (float) random.nextDouble(-3, 3);
        }
        return points;
    }

    private static boolean[] classes(float[][] points, BiPredicate<Double, Double> truth) {
        boolean[] classes = new boolean[points.length];
        for (int i = 0; i < points.length; i++) {
            classes[i] = truth.test((double) points[i][0], (double) points[i][1]);
        }
        return classes;
    }

    @Test
    void whatAPlanePartsIsTold() {
        assertTrue(right((x, y) -> x + 2 * y > 1) > 0.95);
    }

    @Test
    void whatNoPlanePartsIsNot() {
        assertEquals(0.5, right((x, y) -> x * y > 0), 0.15);
    }
}
