package org.wirknetz.networkcheck.map;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// What a frozen map holds: everything to draw it and to list it, and nothing else.
///
/// @param hidden organisations go by letters and say their group alone
public record FrozenNetwork(boolean hidden, List<Node> nodes, List<Tie> ties, List<Group> groups) {

    /// @param name or, where names are hidden, its letter
    /// @param group its place in the list; -1 for none
    /// @param x from 0 to 1
    /// @param y from 0 to 2/3
    public record Node(String name, int group, double x, double y) {}

    /// Everything but the two ends is left out where names are hidden.
    ///
    /// @param from place in the list of organisations
    /// @param kindDe names of the kinds of tie, empty where names are hidden
    public record Tie(int from, int to, String kindDe, String kindEn, boolean confirmed, boolean observed) {}

    public record Group(String nameDe, String nameEn, int colour, int shape) {}

    public FrozenNetwork {
        nodes = List.copyOf(nodes);
        ties = List.copyOf(ties);
        groups = List.copyOf(groups);
    }

    /// How many partners each has, in the order of the list; two who are tied in several ways count once.
    public List<Integer> degrees() {
        var partners =
                Stream.generate(HashSet<Integer>::new).limit(nodes.size()).toList();
        for (var tie : ties) {
            partners.get(tie.from()).add(tie.to());
            partners.get(tie.to()).add(tie.from());
        }
        return partners.stream().map(Set::size).toList();
    }

    /// How many are the only one of their group with just as many partners: whoever knows that number
    /// knows who it is.
    public long alone() {
        record Kind(int group, int degree) {}
        var degrees = degrees();
        Map<Kind, Integer> counts = new HashMap<>();
        for (int node = 0; node < nodes.size(); node++)
            counts.merge(new Kind(nodes.get(node).group(), degrees.get(node)), 1, Integer::sum);
        return counts.values().stream().filter(it -> it == 1).count();
    }
}
