package loupe.panel;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import loupe.tensor.Grid;

/** The grids of the last runs, each under an id that is never used again. From any thread. */
final class Runs {
    private static final int KEPT = 12;

    private final Map<String, Map<String, Grid>> byRun = new LinkedHashMap<>();
    private long count;

    /** Keeps the grids, and forgets those of the oldest run where there are too many. */
    synchronized String keep(Map<String, Grid> grids) {
        count++;
        String run = "r" + count;
        byRun.put(run, grids);
        if (byRun.size() > KEPT) {
            byRun.remove(byRun.keySet().iterator().next());
        }
        return run;
    }

    synchronized Optional<Grid> grid(String run, String place) {
        return Optional.ofNullable(byRun.get(run)).map(grids -> grids.get(place));
    }
}
