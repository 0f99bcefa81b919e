package org.wirknetz.analysis.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.wirknetz.analysis.Components;
import org.wirknetz.analysis.Effort;
import org.wirknetz.analysis.Generated;
import org.wirknetz.analysis.Graph;
import org.wirknetz.analysis.RefusedInput;
import org.wirknetz.analysis.bench.Generator;

class LayoutTest {

    @Test
    void the_same_network_gives_the_same_picture() {
        var graph = Generated.grouped(120, 6, 3);
        assertThat(Layout.of(graph).byKey()).isEqualTo(Layout.of(graph).byKey());
        var large = Generated.grouped(1500, 6, 3);
        assertThat(Layout.of(large).byKey()).isEqualTo(Layout.of(large).byKey());
    }

    @Test
    void everyone_is_on_the_map_and_nobody_on_top_of_another() {
        for (var graph : new Graph[] {
            Generated.grouped(60, 5, 1),
            Generated.grouped(60, 1, 2),
            Generated.grouped(900, 3, 4),
            star(40),
            path(30),
            pairs(12)
        }) {
            var map = Layout.of(graph).byKey();
            assertThat(map).hasSize(graph.size());
            map.values().forEach(LayoutTest::assertOnMap);
            assertThat(map.values().stream().distinct().count()).isEqualTo(graph.size());
        }
    }

    @Test
    void the_map_is_used_to_its_margin() {
        var points = Layout.of(Generated.grouped(80, 6, 5)).byKey().values();
        double width = points.stream().mapToDouble(Point::x).max().orElseThrow()
                - points.stream().mapToDouble(Point::x).min().orElseThrow();
        double height = points.stream().mapToDouble(Point::y).max().orElseThrow()
                - points.stream().mapToDouble(Point::y).min().orElseThrow();
        assertThat(Math.max(width / Layout.WIDTH, height / Layout.HEIGHT)).isGreaterThan(0.899);
    }

    @Test
    void distances_follow_steps_at_least_as_well_as_force_layouts_do() {
        var links = Links.of(largest(Generator.graph(50, 42)));
        var x = new double[links.size()];
        var y = new double[links.size()];
        Scaling.place(links, x, y);
        double start = Stress.of(links, x, y);
        Stress.relax(links, x, y, null, null, 0, new Rounds(Effort.threads(1), links.size()));
        assertThat(Stress.of(links, x, y)).isLessThan(start).isLessThan(0.13);
    }

    @Test
    void organisations_hardly_move_when_a_tenth_of_the_ties_change() {
        var random = new Random(5);
        var shifts = new double[9];
        var stresses = new double[9];
        for (int seed = 0; seed < 9; seed++) {
            var graph = largest(Generator.graph(50, seed));
            var before = Layout.of(graph);
            var changed = largest(changed(graph, random));
            var after = Layout.after(before.byKey(), changed);
            shifts[seed] = moved(before.byKey(), after.byKey());
            var links = Links.of(changed);
            stresses[seed] = stress(links, after) / stress(links, Layout.of(changed));
        }
        Arrays.sort(shifts);
        Arrays.sort(stresses);
        assertThat(shifts[4]).as(Arrays.toString(shifts)).isLessThan(0.10);
        assertThat(stresses[4]).as(Arrays.toString(stresses)).isLessThan(1.10);
    }

    @Test
    void newcomers_enter_among_their_partners() {
        var graph = Generated.grouped(40, 6, 8);
        var before = Layout.of(graph).byKey();
        var builder = Graph.builder().nodes(graph.keys()).node("Caritasverband").node("Jobcenter");
        for (int i = 0; i < graph.size(); i++)
            for (int j : graph.neighbours(i)) builder.tie(graph.key(i), graph.key(j));
        var after = Layout.after(
                before,
                builder.tie("Caritasverband", "o7")
                        .tie("Jobcenter", "Caritasverband")
                        .build());
        var newcomer = after.of("Caritasverband");
        var host = after.of("o7");
        assertThat(Math.hypot(newcomer.x() - host.x(), newcomer.y() - host.y())).isLessThan(0.35);
        after.byKey().values().forEach(LayoutTest::assertOnMap);
        assertThat(moved(before, after.byKey())).isLessThan(0.10);
    }

    @Test
    void a_large_map_keeps_its_places_too() {
        var graph = Generated.grouped(1200, 6, 2);
        var before = Layout.of(graph).byKey();
        assertThat(moved(
                        before,
                        Layout.after(before, changed(graph, new Random(1))).byKey()))
                .isLessThan(0.15);
    }

    @Test
    void nobody_and_one_alone_have_a_map_too() {
        assertThat(Layout.of(Graph.builder().build()).byKey()).isEmpty();
        assertOnMap(Layout.of(Graph.builder().node("Jobcenter").build()).of("Jobcenter"));
        assertThatExceptionOfType(RefusedInput.class)
                .isThrownBy(() -> Layout.after(Map.of("Jobcenter", new Point(Double.NaN, 0)), star(3)));
    }

    private static void assertOnMap(Point point) {
        assertThat(point.x()).isBetween(0.0, Layout.WIDTH);
        assertThat(point.y()).isBetween(0.0, Layout.HEIGHT);
    }

    private static double moved(Map<String, Point> before, Map<String, Point> after) {
        double meanX = before.values().stream().mapToDouble(Point::x).average().orElseThrow();
        double meanY = before.values().stream().mapToDouble(Point::y).average().orElseThrow();
        double shift = 0, spread = 0;
        for (var key : after.keySet()) {
            var here = before.get(key);
            var there = after.get(key);
            if (here == null) continue;
            shift += Math.hypot(here.x() - there.x(), here.y() - there.y());
            spread += Math.pow(here.x() - meanX, 2) + Math.pow(here.y() - meanY, 2);
        }
        return shift / after.size() / Math.sqrt(spread / after.size());
    }

    private static double stress(Links links, Layout layout) {
        var x = new double[links.size()];
        var y = new double[links.size()];
        for (int i = 0; i < x.length; i++) {
            x[i] = layout.at(i).x();
            y[i] = layout.at(i).y();
        }
        return Stress.of(links, x, y);
    }

    private static Graph largest(Graph graph) {
        var partition = Components.of(graph).partition();
        return graph.undirected().induced(node -> partition.group(node) == 0);
    }

    /// A tenth of the pairs lose their ties, as many others with a common partner gain one.
    private static Graph changed(Graph graph, Random random) {
        var either = graph.undirected();
        var pairs = new HashMap<String, String[]>();
        int lost = 0;
        for (int i = 0; i < either.size(); i++)
            for (int j : either.neighbours(i))
                if (i < j) {
                    boolean only = either.degree(i) == 1 || either.degree(j) == 1;
                    if (!only && random.nextDouble() < 0.1) lost++;
                    else pairs.put(i + "-" + j, new String[] {either.key(i), either.key(j)});
                }
        while (lost > 0) {
            int one = random.nextInt(either.size());
            if (either.degree(one) == 0) continue;
            int middle = either.neighbours(one)[random.nextInt(either.degree(one))];
            int other = either.neighbours(middle)[random.nextInt(either.degree(middle))];
            if (one != other
                    && pairs.putIfAbsent(
                                    Math.min(one, other) + "-" + Math.max(one, other),
                                    new String[] {either.key(one), either.key(other)})
                            == null) lost--;
        }
        var builder = Graph.builder().nodes(graph.keys());
        pairs.values().forEach(pair -> builder.tie(pair[0], pair[1]));
        return builder.build();
    }

    private static Graph star(int leaves) {
        var builder = Graph.builder().node("Koordination");
        for (int i = 0; i < leaves; i++) builder.node("o" + i).tie("Koordination", "o" + i);
        return builder.build();
    }

    private static Graph path(int size) {
        var builder = Graph.builder().node("o0");
        for (int i = 1; i < size; i++) builder.node("o" + i).tie("o" + (i - 1), "o" + i);
        return builder.build();
    }

    private static Graph pairs(int count) {
        var builder = Graph.builder();
        for (int i = 0; i < count; i++) builder.nodes("a" + i, "b" + i).tie("a" + i, "b" + i);
        return builder.build();
    }
}
