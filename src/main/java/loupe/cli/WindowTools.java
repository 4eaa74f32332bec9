package loupe.cli;

import java.nio.file.Path;

/** What commands do with a real window. They cannot reach it themselves; the program lends it. */
public interface WindowTools {

    /**
     * Plays the tour.
     *
     * @param output folder for screenshots and report
     * @return 0 when every step happened
     */
    int tour(Path output, boolean dark) throws Exception;

    /**
     * Opens an author's window on a course and follows its files.
     *
     * @return never, in fact: the window ends the program
     */
    int preview(Path course) throws Exception;

    /**
     * Measures the window and prints medians.
     *
     * @return 0 when everything could be measured
     */
    int bench(int runs) throws Exception;
}
