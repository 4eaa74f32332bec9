package loupe.hub;

/** Counts what comes and tells how it stands; the speed is that of this program's own network. */
final class Meter {
    private final FetchProgress progress;
    private final long total;
    private long done;
    private long came;
    private long began;

    Meter(FetchProgress progress, long total) {
        this.progress = progress;
        this.total = total;
    }

    /** Bytes that were here already. */
    void had(String file, long bytes) {
        done += bytes;
        tell(file);
    }

    /** Bytes that have just come. */
    void came(String file, long bytes) {
        began = began == 0 ? System.nanoTime() : began;
        done += bytes;
        came += bytes;
        tell(file);
    }

    /** Bytes that have to come again. */
    void lost(long bytes) {
        done -= bytes;
    }

    private void tell(String file) {
        double seconds = (System.nanoTime() - began) / 1e9;
        double speed = began == 0 || seconds < 0.5 ? 0 : came / seconds;
        progress.standing(new FetchStanding(file, done, total, speed));
    }
}
