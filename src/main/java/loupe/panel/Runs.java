package loupe.panel;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import loupe.tensor.Grid;

/** The grids of the last runs, each under an id that is never used again. From any thread. */
final class Runs {
    private static final int KEPT = 12;

    /** How many numbers may lie here before old runs go: a quarter of the memory there is. */
    private static final long NUMBERS_KEPT = Runtime.getRuntime().maxMemory() / 4 / Float.BYTES;

    private final Map<String, Map<String, Grid>> byRun = new LinkedHashMap<>();
    private long count;

    /** Keeps the grids, and forgets those of the oldest runs where there are too many. */
    synchronized String keep(Map<String, Grid> grids) {
        count++;
        String run = "r" + count;
        byRun.put(run, grids);
        while (byRun.size() > KEPT || (byRun.size() > 1 && numbers() > NUMBERS_KEPT)) {
            byRun.remove(byRun.keySet().iterator().next());
        }
        return run;
    }

    private long numbers() {
        return byRun.values().stream()
                .flatMap(grids -> grids.values().stream())
                .mapToLong(Grid::size)
                .sum();
    }

    synchronized Optional<Grid> grid(String run, String place) {
        return Optional.ofNullable(byRun.get(run)).map(grids -> grids.get(place));
    }
}
