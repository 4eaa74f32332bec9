package loupe.panel;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import loupe.tensor.Grid;

/**
 * Which numbers of a place are wanted, and how.
 *
 * <ul>
 *   <li>{@code head=3} or {@code head=0,5,3}: those heads, one after the other; else all
 *   <li>{@code row=7}, {@code column=7}: of each head only that row, or that column
 *   <li>{@code as=byte}: one byte each, as {@link Coded} says; else float32, little-endian
 *   <li>{@code pool=24}: matrices made small, at most so many rows and columns, one byte each
 * </ul>
 */
record GridWish(
        Optional<List<Integer>> heads,
        OptionalInt row,
        OptionalInt column,
        boolean bytes,
        OptionalInt pool) {

    /**
     * @throws IllegalArgumentException if it is written otherwise
     */
    static GridWish of(Map<String, String> query) {
        List<Integer> heads = new ArrayList<>();
        for (String head : query.getOrDefault("head", "").split(",")) {
            if (!head.isEmpty()) {
                heads.add(number(head));
            }
        }
        return new GridWish(
                query.containsKey("head") ? Optional.of(heads) : Optional.empty(),
                number(query, "row"),
                number(query, "column"),
                "byte".equals(query.get("as")),
                number(query, "pool"));
    }

    /** The bytes; nothing if that grid has no such head, row or column. */
    Optional<byte[]> from(Grid grid) {
        int count = grid.shape()[0];
        List<Integer> wanted = heads.orElseGet(() -> IntStream.range(0, count).boxed().toList());
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int head : wanted) {
            if (head >= count) {
                return Optional.empty();
            }
            Optional<byte[]> part = ofHead(grid.slice(head));
            if (part.isEmpty()) {
                return Optional.empty();
            }
            all.writeBytes(part.get());
        }
        return Optional.of(all.toByteArray());
    }

    private Optional<byte[]> ofHead(Grid head) {
        int[] shape = head.shape();
        if (pool.isPresent()) {
            return shape.length == 2 && pool.getAsInt() > 0
                    ? Optional.of(Coded.pooled(head, pool.getAsInt()))
                    : Optional.empty();
        }
        if (row.isPresent()) {
            return row.getAsInt() < shape[0]
                    ? Optional.of(bytes(head.slice(row.getAsInt())))
                    : Optional.empty();
        }
        if (column.isPresent()) {
            return shape.length == 2 && column.getAsInt() < shape[1]
                    ? Optional.of(bytes(column(head, column.getAsInt())))
                    : Optional.empty();
        }
        return Optional.of(bytes(head));
    }

    private byte[] bytes(Grid grid) {
        return bytes ? Coded.of(grid) : grid.littleEndian();
    }

    private static Grid column(Grid matrix, int column) {
        int rows = matrix.shape()[0];
        float[] values = new float[rows];
        for (int row = 0; row < rows; row++) {
            values[row] = matrix.get(row, column);
        }
        return Grid.of(new int[] {rows}, values);
    }

    private static OptionalInt number(Map<String, String> query, String name) {
        String text = query.get(name);
        return text == null ? OptionalInt.empty() : OptionalInt.of(number(text));
    }

    private static int number(String text) {
        if (!text.matches("\\d{1,5}")) {
            throw new IllegalArgumentException("'" + text + "' is no number of a head or token");
        }
        return Integer.parseInt(text);
    }
}
