package loupe.cli;

import java.nio.file.Path;
import java.util.List;

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
     * Measures the window and prints medians.
     *
     * @return 0 when everything could be measured
     */
    int bench(int runs) throws Exception;

    /**
     * Measures the attention views and prints medians beside what they may take.
     *
     * @param homes a home for each view and length, as {@link ViewsHome} writes them
     * @return 0 when everything could be measured
     */
    int views(List<Path> homes, int runs) throws Exception;
}
