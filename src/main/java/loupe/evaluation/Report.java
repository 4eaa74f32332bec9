package loupe.evaluation;

import java.util.List;
import java.util.stream.Collectors;

/**
 * All that was measured of one model.
 *
 * @param details more than the goals ask, as Markdown, ending with a line break
 */
public record Report(List<Result> results, String details) {

    private static final String HEAD = "| measured | wanted | is | reached |\n|---|---|---|---|\n";

    public Report {
        results = List.copyOf(results);
    }

    /** The results as a Markdown table. */
    public String table() {
        return results.stream()
                .map(result -> result.row() + "\n")
                .collect(Collectors.joining("", HEAD, ""));
    }
}
