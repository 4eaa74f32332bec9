package loupe.vocabulary;

import java.util.Arrays;

/** A growing row of token ids. */
public final class Ids {

    private int[] ids;
    private int size;

    public Ids(int capacity) {
        this.ids = new int[capacity];
    }

    public void add(int[] more) {
        if (size + more.length > ids.length) {
            ids = Arrays.copyOf(ids, Math.max(size + more.length, ids.length * 2));
        }
        System.arraycopy(more, 0, ids, size, more.length);
        size += more.length;
    }

    public int size() {
        return size;
    }

    public int[] toArray() {
        return Arrays.copyOf(ids, size);
    }
}
