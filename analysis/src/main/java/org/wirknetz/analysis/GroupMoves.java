package org.wirknetz.analysis;

import java.util.Arrays;
import java.util.SplittableRandom;

/// The two steps of the Leiden algorithm on one level: nodes move to the group in which modularity gains most,
/// and groups are refined into parts. One thread's room for networks up to a size.
final class GroupMoves {
    private static final double LEAST_GAIN = 1e-10;

    /// Tie ends of a group or part, and its members.
    private final int[] degrees;
    private final int[] members;
    /// Ties of a part to the rest of its group.
    private final int[] outward;
    private final int[] ties;
    private final int[] seen;
    private final int[] queue;
    private final boolean[] waits;
    private final Effort effort;

    GroupMoves(int size, Effort effort) {
        this.effort = effort;
        degrees = new int[size];
        members = new int[size];
        outward = new int[size];
        ties = new int[size];
        seen = new int[size];
        queue = new int[size];
        waits = new boolean[size];
    }

    /// Moves nodes, those first whose partners have moved, until none gains by moving.
    void settle(Crowd crowd, int[] group, double ends, SplittableRandom random) {
        // Told once: in the loops each look at a field would be one at memory.
        int[] offsets = crowd.offsets(), targets = crowd.targets(), of = crowd.degrees();
        int[] degrees = this.degrees, members = this.members, ties = this.ties, seen = this.seen, queue = this.queue;
        var waits = this.waits;
        int n = crowd.size();
        count(crowd, group);
        shuffle(n, random);
        Arrays.fill(waits, 0, n, true);
        int empty = 0, looked = 0;
        for (int head = 0, waiting = n; waiting > 0; waiting--) {
            if ((looked++ & 0x3FFF) == 0) effort.check();
            int node = queue[head];
            head = head + 1 == n ? 0 : head + 1;
            waits[node] = false;
            int own = group[node], degree = of[node];
            double share = degree / ends;
            degrees[own] -= degree;
            members[own]--;
            int known = near(crowd, group, node);
            int best = own;
            double gain = ties[own] - share * degrees[own] + LEAST_GAIN;
            for (int k = 0; k < known; k++) {
                int other = seen[k];
                double there = ties[other] - share * degrees[other];
                ties[other] = 0;
                if (there <= gain || other == own) continue;
                best = other;
                gain = there;
            }
            if (gain < 0) {
                while (members[empty % n] > 0) empty++;
                best = empty % n;
            }
            degrees[best] += degree;
            members[best]++;
            if (best == own) continue;
            group[node] = best;
            for (int slot = offsets[node], end = offsets[node + 1]; slot < end; slot++) {
                int other = targets[slot];
                if (waits[other] || group[other] == best) continue;
                waits[other] = true;
                int tail = head + waiting - 1;
                queue[tail >= n ? tail - n : tail] = other;
                waiting++;
            }
        }
    }

    /// Parts of the groups: every node begins alone and may join the part of its group where it gains most, if
    /// both are well tied to the rest of the group.
    int[] parts(Crowd crowd, int[] group, double ends, SplittableRandom random) {
        int[] offsets = crowd.offsets(), targets = crowd.targets(), of = crowd.degrees();
        int[] weights = crowd.weights(), outward = this.outward;
        int n = crowd.size();
        var whole = new int[n];
        for (int i = 0; i < n; i++) whole[group[i]] += of[i];
        var part = new int[n];
        Arrays.setAll(part, i -> i);
        count(crowd, part);
        for (int i = 0; i < n; i++) {
            int own = group[i], inside = 0;
            for (int slot = offsets[i], end = offsets[i + 1]; slot < end; slot++)
                if (group[targets[slot]] == own) inside += weights == null ? 1 : weights[slot];
            outward[i] = inside;
        }
        shuffle(n, random);
        for (int k = 0; k < n; k++) {
            if ((k & 0x3FFF) == 0) effort.check();
            int node = queue[k];
            if (members[part[node]] == 1 && isWellTied(node, whole[group[node]], ends))
                join(crowd, group, part, node, whole[group[node]], ends);
        }
        return part;
    }

    private void join(Crowd crowd, int[] group, int[] part, int node, int whole, double ends) {
        int[] targets = crowd.targets(), weights = crowd.weights();
        int[] degrees = this.degrees, ties = this.ties, seen = this.seen;
        int known = 0, own = group[node];
        for (int slot = crowd.offsets()[node], end = crowd.offsets()[node + 1]; slot < end; slot++) {
            int other = targets[slot];
            if (group[other] != own) continue;
            int there = part[other], before = ties[there];
            if (before == 0) seen[known++] = there;
            ties[there] = before + (weights == null ? 1 : weights[slot]);
        }
        int best = node, between = 0, degree = degrees[node];
        double gain = 0;
        for (int k = 0; k < known; k++) {
            int other = seen[k];
            double there = ties[other] - degree * (degrees[other] / ends);
            if (there > gain && isWellTied(other, whole, ends)) {
                gain = there;
                best = other;
                between = ties[other];
            }
            ties[other] = 0;
        }
        if (best == node) return;
        part[node] = best;
        members[node] = 0;
        members[best]++;
        degrees[best] += degree;
        outward[best] += outward[node] - 2 * between;
    }

    private boolean isWellTied(int part, int whole, double ends) {
        return outward[part] >= degrees[part] * ((whole - degrees[part]) / ends);
    }

    /// Ties of a node to each group around it, by group; how many groups these are.
    private int near(Crowd crowd, int[] group, int node) {
        int[] targets = crowd.targets(), weights = crowd.weights();
        int[] ties = this.ties, seen = this.seen;
        int known = 0;
        for (int slot = crowd.offsets()[node], end = crowd.offsets()[node + 1]; slot < end; slot++) {
            int other = group[targets[slot]], before = ties[other];
            if (before == 0) seen[known++] = other;
            ties[other] = before + (weights == null ? 1 : weights[slot]);
        }
        return known;
    }

    private void count(Crowd crowd, int[] group) {
        int n = crowd.size();
        Arrays.fill(degrees, 0, n, 0);
        Arrays.fill(members, 0, n, 0);
        for (int i = 0; i < n; i++) {
            degrees[group[i]] += crowd.degrees()[i];
            members[group[i]]++;
        }
    }

    private void shuffle(int n, SplittableRandom random) {
        for (int i = 0; i < n; i++) {
            int other = random.nextInt(i + 1);
            queue[i] = queue[other];
            queue[other] = i;
        }
    }
}
