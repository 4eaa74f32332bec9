package loupe.lesson;

import java.util.List;
import java.util.Objects;
import java.util.StringJoiner;
import loupe.cell.CellText;

/**
 * A Java cell: code that can be run, and changed unless it is {@code readonly}.
 *
 * @param code as the author wrote it; lines end with {@code \n}
 * @param after the ids of the cells above that run before it, in their order: those it uses, those
 *     they use, and those that set up the lesson
 * @param timeout in seconds, after which it is stopped
 * @param hidden whether it only serves others and is not shown
 */
public record Cell(
        String id,
        String code,
        List<String> after,
        int timeout,
        boolean setup,
        boolean readonly,
        boolean hidden) {

    public Cell {
        if (!Ids.isQuestion(id)) {
            throw new IllegalArgumentException("not the id of a cell: " + id);
        }
        Objects.requireNonNull(code);
        after = List.copyOf(after);
    }

    /**
     * The code that runs where this one is asked for, its own at last; {@code all} are the
     * lesson's.
     */
    List<CellText> together(List<Cell> all) {
        return all.stream()
                .filter(each -> each.id().equals(id) || after.contains(each.id()))
                .map(each -> new CellText(each.id(), each.code()))
                .toList();
    }

    /** Whether a student can change it. */
    public boolean isOpen() {
        return !readonly && !hidden;
    }

    /** What the page needs to know beside the code, as JSON. */
    String json() {
        StringJoiner ids = new StringJoiner("\",\"", "[\"", "\"]").setEmptyValue("[]");
        after.forEach(ids::add);
        return "{\"after\":%s,\"timeout\":%d,\"setup\":%b,\"readonly\":%b}"
                .formatted(ids, timeout, setup, readonly);
    }
}
