package org.wirknetz.networkcheck.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wirknetz.analysis.ExternalInternal;
import org.wirknetz.analysis.Graph;
import org.wirknetz.analysis.Partition;
import org.wirknetz.networkcheck.check.CheckResult.Community;

/// The communities in a lasting order: the largest first, then by first member, numbered from 1.
final class Communes {
    private final int[] number;
    private final Partition partition;
    private final List<Community> all;

    Communes(Graph graph, Partition partition) {
        this.partition = partition;
        var parts = ExternalInternal.ofEach(graph, partition);
        var order = new ArrayList<Integer>();
        for (int group = 0; group < partition.count(); group++) order.add(group);
        order.sort(Comparator.<Integer>comparingInt(it -> -partition.members(it).size())
                .thenComparing(it -> partition.members(it).getFirst()));
        number = new int[partition.count()];
        all = new ArrayList<>();
        for (int group : order) {
            number[group] = all.size() + 1;
            var part = parts.get(group);
            all.add(new Community(
                    all.size() + 1,
                    partition.members(group).stream().sorted().toList(),
                    part.external(),
                    part.internal(),
                    index(part)));
        }
    }

    List<Community> all() {
        return all;
    }

    int id(int node) {
        return number[partition.group(node)];
    }

    private static @Nullable Double index(ExternalInternal part) {
        var index = part.index();
        return index.isPresent() ? (Double) index.getAsDouble() : null;
    }
}
