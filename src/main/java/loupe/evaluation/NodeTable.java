package loupe.evaluation;

import java.util.Arrays;

/**
 * The edges of a tree whose nodes are numbered in the order of adding: (node, token) to node. Open
 * addressing, since boxed keys would take ten times the memory.
 */
final class NodeTable {

    static final int ROOT = 0;
    static final int NONE = -1;

    /** Takes the edges of a tree. */
    interface Edge {
        void take(int parent, int child);
    }

    private long[] keys = new long[1 << 16];
    private int[] children = new int[1 << 16];
    private int size = 1;

    NodeTable() {
        Arrays.fill(keys, NONE);
    }

    /** Nodes, the root included. */
    int size() {
        return size;
    }

    int find(int parent, int token) {
        int slot = slot(key(parent, token));
        return keys[slot] == NONE ? NONE : children[slot];
    }

    int findOrAdd(int parent, int token) {
        long key = key(parent, token);
        int slot = slot(key);
        if (keys[slot] == NONE) {
            if (2 * size > keys.length) {
                grow();
                slot = slot(key);
            }
            keys[slot] = key;
            children[slot] = size++;
        }
        return children[slot];
    }

    void each(Edge taker) {
        for (int slot = 0; slot < keys.length; slot++) {
            if (keys[slot] != NONE) {
                taker.take((int) (keys[slot] >>> 32), children[slot]);
            }
        }
    }

    private static long key(int parent, int token) {
        return (long) parent << 32 | token;
    }

    /** Where the key is, or the free place where it would go. */
    private int slot(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        int slot = (int) (mixed >>> 32) & keys.length - 1;
        while (keys[slot] != NONE && keys[slot] != key) {
            slot = slot + 1 & keys.length - 1;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldChildren = children;
        keys = new long[2 * oldKeys.length];
        children = new int[keys.length];
        Arrays.fill(keys, NONE);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != NONE) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                children[slot] = oldChildren[i];
            }
        }
    }
}
