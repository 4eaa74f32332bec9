package loupe.evaluation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.function.ToLongFunction;
import loupe.model.Batch;
import loupe.token.Token;

/** Texts of different lengths side by side, padded to the longest. */
record TokenRows(List<List<Token>> rows) {

    TokenRows {
        rows = List.copyOf(rows);
    }

    /** T. */
    int length() {
        return rows.stream().mapToInt(List::size).max().orElseThrow();
    }

    /** Ids, types and a mask, all (B, T). */
    Batch batch(NDManager scope) {
        return Batch.of(grid(scope, Token::id))
                .withTypes(grid(scope, Token::type))
                .withMask(grid(scope, token -> 1));
    }

    /** 0 where there is padding. */
    private NDArray grid(NDManager scope, ToLongFunction<Token> cell) {
        int length = length();
        long[] flat = new long[rows.size() * length];
        for (int row = 0; row < rows.size(); row++) {
            for (int i = 0; i < rows.get(row).size(); i++) {
                flat[row * length + i] = cell.applyAsLong(rows.get(row).get(i));
            }
        }
        return scope.create(flat).reshape(rows.size(), length); // (B, T)
    }
}
