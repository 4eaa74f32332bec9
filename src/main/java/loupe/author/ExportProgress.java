package loupe.author;

/** Hears how far an export is. */
public interface ExportProgress {

    /**
     * An experiment is about to be run for its picture.
     *
     * @param place of all experiments, counted from 1
     */
    void taking(String lesson, String experiment, int place, int all);
}
