package org.wirknetz.analysis;

/// Nodes waiting with a key each, the smallest first: a heap with four children a place, in which keys may
/// fall.
final class NodeHeap {
    private static final int CHILDREN = 4;

    private final int[] nodes;
    private final int[] place;
    private final long[] keys;
    private int size;

    /// `keys` is read and written by whoever uses the heap.
    NodeHeap(long... keys) {
        this.keys = keys;
        nodes = new int[keys.length];
        place = new int[keys.length];
    }

    boolean isEmpty() {
        return size == 0;
    }

    void add(int node) {
        rise(size++, node);
    }

    /// After the node's key has become smaller.
    void fallen(int node) {
        rise(place[node], node);
    }

    int take() {
        int first = nodes[0];
        int last = nodes[--size];
        if (size > 0) sink(last);
        return first;
    }

    private void rise(int from, int node) {
        int at = from;
        long key = keys[node];
        while (at > 0) {
            int parent = (at - 1) / CHILDREN;
            if (keys[nodes[parent]] <= key) break;
            put(at, nodes[parent]);
            at = parent;
        }
        put(at, node);
    }

    private void sink(int node) {
        int at = 0;
        long key = keys[node];
        while (true) {
            int first = at * CHILDREN + 1;
            if (first >= size) break;
            int least = first;
            for (int child = first + 1; child < Math.min(size, first + CHILDREN); child++)
                if (keys[nodes[child]] < keys[nodes[least]]) least = child;
            if (keys[nodes[least]] >= key) break;
            put(at, nodes[least]);
            at = least;
        }
        put(at, node);
    }

    private void put(int at, int node) {
        nodes[at] = node;
        place[node] = at;
    }
}
