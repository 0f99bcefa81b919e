package org.wirknetz.networkcheck.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedCollection;
import java.util.Set;
import java.util.TreeMap;
import org.wirknetz.analysis.Effort;
import org.wirknetz.analysis.ExternalInternal;
import org.wirknetz.analysis.Graph;
import org.wirknetz.analysis.GroupTest;

/// A group that had its name before anybody looked at ties, and whether it is more closed than as many organisations
/// drawn by lot (M4; Krackhardt and Stern 1988). Groups that a search found have been chosen to look closed; they
/// are never tested.
///
/// @param name as the tables write it
/// @param members sorted
/// @param ties those that touch the group
public record NamedGroup(Sort sort, String name, List<String> members, ExternalInternal ties, GroupTest test) {

    private static final int FEWEST = 2;
    private static final double RARE = 0.05;
    private static final long SEED = 20_240_101L;

    /// By what it has its name.
    public enum Sort {
        /// The kind of organisation.
        GROUP,
        AREA
    }

    public NamedGroup {
        members = List.copyOf(members);
    }

    /// Every group with at least two members, two others outside, and a tie. Two names for the same members are one
    /// group.
    ///
    /// @param kinds members by kind of organisation
    /// @param areas members by area
    public static List<NamedGroup> of(
            Graph graph,
            Map<String, ? extends Collection<String>> kinds,
            Map<String, ? extends Collection<String>> areas,
            Effort effort) {
        var groups = new ArrayList<NamedGroup>();
        var known = new HashSet<Set<String>>();
        add(groups, known, Sort.GROUP, graph, kinds, effort);
        add(groups, known, Sort.AREA, graph, areas, effort);
        return List.copyOf(groups);
    }

    private static void add(
            List<NamedGroup> groups,
            Set<Set<String>> known,
            Sort sort,
            Graph graph,
            Map<String, ? extends Collection<String>> named,
            Effort effort) {
        new TreeMap<>(named).forEach((name, listed) -> {
            effort.check();
            var members = Set.copyOf(listed);
            if (name.isEmpty() || members.size() < FEWEST || graph.size() - members.size() < FEWEST) return;
            var ties = ExternalInternal.ofGroup(graph, members);
            if (ties.index().isEmpty() || !known.add(members)) return;
            groups.add(new NamedGroup(
                    sort,
                    name,
                    members.stream().sorted().toList(),
                    ties,
                    GroupTest.closedness(graph, members, SEED, effort.silently())));
        });
    }

    /// Those so closed that fewer than one in twenty would be by chance, in all that were tested together: the more
    /// groups there are, the rarer each must be (Bonferroni).
    public static List<NamedGroup> closed(SequencedCollection<NamedGroup> tested) {
        return tested.stream()
                .filter(it -> it.test().pValue().orElse(1) <= RARE / tested.size())
                .toList();
    }
}
