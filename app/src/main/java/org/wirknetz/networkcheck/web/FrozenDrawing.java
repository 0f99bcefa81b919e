package org.wirknetz.networkcheck.web;

import static org.wirknetz.networkcheck.web.MapNames.number;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.wirknetz.analysis.layout.Point;
import org.wirknetz.networkcheck.map.FrozenNetwork;
import org.wirknetz.platform.web.Shapes;

/// Draws a frozen map from nothing but what was frozen.
final class FrozenDrawing {

    private FrozenDrawing() {}

    static MapDrawing of(FrozenNetwork network, Function<FrozenNetwork.Node, String> name) {
        Map<List<Integer>, FrozenNetwork.Tie> pairs = new HashMap<>();
        for (var tie : network.ties()) {
            pairs.merge(
                    List.of(Math.min(tie.from(), tie.to()), Math.max(tie.from(), tie.to())),
                    tie,
                    (one, other) -> rank(one) >= rank(other) ? one : other);
        }
        var degrees = new int[network.nodes().size()];
        pairs.keySet().forEach(pair -> pair.forEach(it -> degrees[it]++));
        var order = IntStream.range(0, degrees.length)
                .boxed()
                .sorted(Comparator.comparingInt((Integer it) -> -degrees[it]).thenComparing(it -> it))
                .toList();
        double base = degrees.length > 200 ? 3 : 6;
        var marks = new ArrayList<MapDrawing.Mark>();
        var wanted = new ArrayList<MapNames.Wanted>();
        for (int at : order) {
            var node = network.nodes().get(at);
            var spot = spot(node);
            double size = base + Math.sqrt(degrees[at]) * base / 5;
            var group = node.group() < 0 ? null : network.groups().get(node.group());
            marks.add(new MapDrawing.Mark(
                    Shapes.outline(group == null ? 1 : group.shape(), spot.x(), spot.y(), size),
                    group == null ? 0 : group.colour(),
                    false,
                    number(spot.x()),
                    number(spot.y()),
                    "0",
                    name.apply(node),
                    ""));
            wanted.add(new MapNames.Wanted(spot, size, network.hidden() ? node.name() : name.apply(node), false));
        }
        return new MapDrawing(
                List.of(),
                pairs.entrySet().stream()
                        .sorted(Comparator.comparing((Map.Entry<List<Integer>, FrozenNetwork.Tie> it) ->
                                        it.getKey().getFirst())
                                .thenComparing(it -> it.getKey().getLast()))
                        .map(it -> line(network, it.getKey(), it.getValue()))
                        .toList(),
                List.of(),
                marks,
                MapNames.placed(wanted, MapDrawing.WIDTH));
    }

    private static MapDrawing.Line line(FrozenNetwork network, List<Integer> pair, FrozenNetwork.Tie tie) {
        var from = spot(network.nodes().get(pair.getFirst()));
        var to = spot(network.nodes().get(pair.getLast()));
        return new MapDrawing.Line(
                number(from.x()),
                number(from.y()),
                number(to.x()),
                number(to.y()),
                "1.2",
                tie.observed() ? "is-claimed is-observed" : tie.confirmed() ? "" : "is-claimed");
    }

    private static int rank(FrozenNetwork.Tie tie) {
        return tie.observed() ? 0 : tie.confirmed() ? 2 : 1;
    }

    private static Point spot(FrozenNetwork.Node node) {
        return MapDrawing.onPaper(new Point(node.x(), node.y()));
    }
}
