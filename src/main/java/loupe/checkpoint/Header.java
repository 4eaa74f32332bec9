package loupe.checkpoint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * A safetensors header that holds together: every byte of the data belongs to exactly one tensor.
 *
 * @param dataStart where in the file the data begin
 */
record Header(Map<String, Entry> entries, Map<String, String> metadata, long dataStart) {

    Header {
        entries = Map.copyOf(entries);
        metadata = Map.copyOf(metadata);
    }

    /** Without overlap, without hole, and to the last byte of the file (format specification). */
    void check(String file, long dataSize) throws CheckpointException {
        List<Entry> inOrder = new ArrayList<>(entries.values());
        inOrder.sort(Comparator.comparingLong(Entry::begin).thenComparingLong(Entry::end));
        long covered = 0;
        String before = "";
        for (Entry entry : inOrder) {
            if (entry.begin() < covered) {
                throw new CheckpointException(
                        "%s: tensors %s and %s overlap at byte %d."
                                .formatted(file, before, entry.name(), entry.begin()));
            }
            if (entry.begin() > covered) {
                throw new CheckpointException(
                        "%s: there is a hole before %s at byte %d."
                                .formatted(file, entry.name(), covered));
            }
            if (entry.end() > dataSize) {
                throw new CheckpointException(
                        ("%s: %s ends past the end of the file, %d bytes are missing; the download"
                                        + " may be cut short.")
                                .formatted(file, entry.name(), entry.end() - dataSize));
            }
            covered = entry.end();
            before = entry.name();
        }
        if (covered < dataSize) {
            throw new CheckpointException(
                    "%s: %d bytes at the end belong to no tensor."
                            .formatted(file, dataSize - covered));
        }
    }
}
