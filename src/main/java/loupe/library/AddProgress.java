package loupe.library;

/**
 * Hears how far an installation is, and says whether it shall go on. From the installing thread.
 */
public interface AddProgress {

    /**
     * @param total 0 where nobody knows
     */
    void standing(String what, long done, long total);

    /** Whether to stop; nothing is then left behind. */
    boolean isStopped();
}
