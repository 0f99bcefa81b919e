package org.wirknetz.analysis;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Compressed sparse rows: the targets of node i stand, sorted, in `targets[offsets[i]] … targets[offsets[i +
/// 1] − 1]`. Whoever reads the arrays must not write them.
final class Csr {
    final int[] offsets;
    final int[] targets;
    final double @Nullable [] strengths;

    private Csr(int[] offsets, int[] targets, double @Nullable [] strengths) {
        this.offsets = offsets;
        this.targets = targets;
        this.strengths = strengths;
    }

    /// Two counting sorts, then ties listed twice are added up: O(n + m).
    static Csr of(int size, int[] from, int[] to, double @Nullable [] strength, int count) {
        var byTarget = sorted(size, to, from, strength, count);
        return byTarget.reversed().merged();
    }

    /// Undirected pairs, each given once and none repeated.
    static Csr ofPairs(int size, int[] ones, int[] others) {
        var from = Arrays.copyOf(ones, ones.length * 2);
        var to = Arrays.copyOf(others, others.length * 2);
        System.arraycopy(others, 0, from, ones.length, others.length);
        System.arraycopy(ones, 0, to, ones.length, ones.length);
        return sorted(size, to, from, null, from.length).reversed();
    }

    private static Csr sorted(int size, int[] row, int[] column, double @Nullable [] strength, int count) {
        var offsets = new int[size + 1];
        for (int i = 0; i < count; i++) offsets[row[i] + 1]++;
        for (int i = 0; i < size; i++) offsets[i + 1] += offsets[i];
        var next = Arrays.copyOf(offsets, size);
        var targets = new int[count];
        var strengths = strength == null ? null : new double[count];
        for (int i = 0; i < count; i++) {
            int slot = next[row[i]]++;
            targets[slot] = column[i];
            if (strengths != null && strength != null) strengths[slot] = strength[i];
        }
        return new Csr(offsets, targets, strengths);
    }

    /// The same ties from the other end; rows come out sorted.
    Csr reversed() {
        int size = size();
        var turned = new int[size + 1];
        for (int target : targets) turned[target + 1]++;
        for (int i = 0; i < size; i++) turned[i + 1] += turned[i];
        var next = Arrays.copyOf(turned, size);
        var sources = new int[targets.length];
        var weights = strengths == null ? null : new double[targets.length];
        for (int i = 0; i < size; i++) {
            for (int slot = offsets[i]; slot < offsets[i + 1]; slot++) {
                int place = next[targets[slot]]++;
                sources[place] = i;
                if (weights != null && strengths != null) weights[place] = strengths[slot];
            }
        }
        return new Csr(turned, sources, weights);
    }

    private Csr merged() {
        boolean repeated = false;
        for (int i = 0; i < size() && !repeated; i++)
            for (int slot = offsets[i] + 1; slot < offsets[i + 1]; slot++)
                if (targets[slot] == targets[slot - 1]) {
                    repeated = true;
                    break;
                }
        if (!repeated) return this;
        var kept = new int[offsets.length];
        var single = new int[targets.length];
        var sum = new double[targets.length];
        int end = 0;
        for (int i = 0; i < size(); i++) {
            for (int slot = offsets[i]; slot < offsets[i + 1]; slot++) {
                if (end > kept[i] && single[end - 1] == targets[slot]) sum[end - 1] += strength(slot);
                else {
                    single[end] = targets[slot];
                    sum[end++] = strength(slot);
                }
            }
            kept[i + 1] = end;
        }
        return new Csr(kept, Arrays.copyOf(single, end), Arrays.copyOf(sum, end));
    }

    /// A tie wherever either has one, strengths added.
    Csr union(Csr other) {
        int size = size();
        var joint = new int[size + 1];
        var all = new int[targets.length + other.targets.length];
        var sum = new double[all.length];
        boolean plain = true;
        int end = 0;
        for (int i = 0; i < size; i++) {
            int a = offsets[i], b = other.offsets[i];
            while (a < offsets[i + 1] || b < other.offsets[i + 1]) {
                int mine = a < offsets[i + 1] ? targets[a] : Integer.MAX_VALUE;
                int theirs = b < other.offsets[i + 1] ? other.targets[b] : Integer.MAX_VALUE;
                all[end] = Math.min(mine, theirs);
                if (mine <= theirs) sum[end] += strength(a++);
                if (theirs <= mine) sum[end] += other.strength(b++);
                plain &= sum[end] == 1;
                end++;
            }
            joint[i + 1] = end;
        }
        return new Csr(joint, Arrays.copyOf(all, end), plain ? null : Arrays.copyOf(sum, end));
    }

    /// The same ties under new numbers; rows need not be sorted, strengths are left out.
    Csr renumbered(int[] names, int[] number) {
        var moved = new int[offsets.length];
        var ends = new int[targets.length];
        int end = 0;
        for (int i = 0; i < names.length; i++) {
            for (int slot = offsets[names[i]]; slot < offsets[names[i] + 1]; slot++)
                ends[end++] = number[targets[slot]];
            moved[i + 1] = end;
        }
        return new Csr(moved, ends, null);
    }

    /// Without the ties between two, in both directions.
    Csr without(int one, int other) {
        var fewer = new int[offsets.length];
        var kept = new int[targets.length];
        var weights = strengths == null ? null : new double[targets.length];
        int end = 0;
        for (int i = 0; i < size(); i++) {
            for (int slot = offsets[i]; slot < offsets[i + 1]; slot++) {
                int j = targets[slot];
                if ((i == one && j == other) || (i == other && j == one)) continue;
                if (weights != null && strengths != null) weights[end] = strengths[slot];
                kept[end++] = j;
            }
            fewer[i + 1] = end;
        }
        return new Csr(fewer, Arrays.copyOf(kept, end), weights == null ? null : Arrays.copyOf(weights, end));
    }

    Csr induced(int[] renumbered, int count) {
        var fewer = new int[count + 1];
        var kept = new int[targets.length];
        var weights = strengths == null ? null : new double[targets.length];
        int end = 0;
        for (int i = 0; i < size(); i++) {
            if (renumbered[i] < 0) continue;
            for (int slot = offsets[i]; slot < offsets[i + 1]; slot++) {
                if (renumbered[targets[slot]] < 0) continue;
                if (weights != null && strengths != null) weights[end] = strengths[slot];
                kept[end++] = renumbered[targets[slot]];
            }
            fewer[renumbered[i] + 1] = end;
        }
        return new Csr(fewer, Arrays.copyOf(kept, end), weights == null ? null : Arrays.copyOf(weights, end));
    }

    int size() {
        return offsets.length - 1;
    }

    int arcs() {
        return targets.length;
    }

    int degree(int node) {
        return offsets[node + 1] - offsets[node];
    }

    int find(int from, int to) {
        return Arrays.binarySearch(targets, offsets[from], offsets[from + 1], to);
    }

    double strength(int slot) {
        return strengths == null ? 1 : strengths[slot];
    }
}
