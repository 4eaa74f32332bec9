package loupe.cli;

import java.nio.file.Path;
import java.util.List;
import loupe.author.Camera;
import loupe.handin.Printer;

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

    /**
     * Measures the attention views and prints medians beside what they may take.
     *
     * @param homes a home for each view and length, as {@link ViewsHome} writes them
     * @return 0 when everything could be measured
     */
    int views(List<Path> homes, int runs) throws Exception;

    /**
     * Tortures the store of answers and prints a table.
     *
     * @return 0 when nothing was lost and nothing damaged
     */
    int torture(int kills) throws Exception;

    /** Starts a Chromium that prints and shows nothing. */
    OpenPrinter printer() throws Exception;

    /** A camera for experiments; its Chromium starts with the first picture. */
    OpenCamera camera();

    /** A camera, and its end. */
    interface OpenCamera extends Camera, AutoCloseable {
        @Override
        void close();
    }

    /** A printer, and its end. */
    interface OpenPrinter extends AutoCloseable {
        Printer printer();

        @Override
        void close();
    }
}
