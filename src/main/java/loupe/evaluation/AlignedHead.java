package loupe.evaluation;

import java.util.Locale;

/**
 * How often a head of the cross-attention looks most at the word that is translated, from 0 to 1.
 *
 * @param writing while the translation is being written
 * @param written one step later, while it is read
 */
record AlignedHead(int layer, int head, double writing, double written) {

    double best() {
        return Math.max(writing, written);
    }

    /** As a row of a table. */
    String row() {
        return String.format(
                Locale.ROOT, "| %d | %d | %.2f | %.2f |", layer, head, writing, written);
    }
}
