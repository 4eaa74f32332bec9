package loupe.training;

import java.util.Arrays;

/** A growing row of token ids. */
final class Ids {

    private int[] ids;
    private int size;

    Ids(int capacity) {
        this.ids = new int[capacity];
    }

    void add(int[] more) {
        if (size + more.length > ids.length) {
            ids = Arrays.copyOf(ids, Math.max(size + more.length, ids.length * 2));
        }
        System.arraycopy(more, 0, ids, size, more.length);
        size += more.length;
    }

    int size() {
        return size;
    }

    int[] toArray() {
        return Arrays.copyOf(ids, size);
    }
}
