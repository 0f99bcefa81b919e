package org.wirknetz.networkcheck.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.wirknetz.analysis.layout.Point;
import org.wirknetz.networkcheck.ActorGroup;
import org.wirknetz.networkcheck.Chronicles;
import org.wirknetz.networkcheck.Layouts;
import org.wirknetz.networkcheck.Member;
import org.wirknetz.networkcheck.whatif.Pair;
import org.wirknetz.networkcheck.whatif.Scene;

/// Draws a play on the places of the map. Whoever is only imagined stands in a row below.
@Component
class WhatIfPictures {

    private static final double LOWEST = 0.66;
    private static final double STEP = 0.09;
    private static final List<String> SHAPES =
            List.of("circle", "square", "triangle", "diamond", "pentagon", "hexagon", "star", "cross");

    private final Layouts layouts;
    private final Chronicles chronicles;
    private final CheckDesk desk;

    WhatIfPictures(Layouts layouts, Chronicles chronicles, CheckDesk desk) {
        this.layouts = layouts;
        this.chronicles = chronicles;
        this.desk = desk;
    }

    /// What `what-if.js` draws: today, and the words it says.
    record Canvas(List<Node> nodes, List<Line> ties, List<Group> groups, Map<String, String> words) {}

    record Node(
            String id,
            String name,

            @JsonProperty("short") String shortName,

            String group,
            boolean coordinator,
            double x,
            double y) {}

    record Line(String from, String to) {}

    record Group(String key, int colour, String shape) {}

    /// What the play changes in the drawing.
    record State(List<Line> added, List<Line> cut, List<String> gone, List<Node> newcomers) {}

    /// The picture of the play for a page without script.
    MapDrawing drawing(Scene scene) {
        // The map's own places: an imagined organisation must not move anybody.
        var places = new HashMap<>(layouts.of(chronicles.current()));
        for (var it : places(scene.newcomers()).entrySet()) places.put(it.getKey(), it.getValue());
        var groups =
                scene.chronicle().groups().stream().collect(Collectors.toMap(ActorGroup::key, Function.identity()));
        return MapDrawing.of(scene.snapshot(), places, groups, Member::shortName);
    }

    Canvas canvas(Scene scene) {
        var places = layouts.of(chronicles.current());
        var pairs = new HashSet<Pair>();
        scene.snapshot().ties().forEach(it -> pairs.add(Pair.of(it.from(), it.to())));
        return new Canvas(
                scene.snapshot().members().stream()
                        .map(it -> node(it, places.getOrDefault(it.id(), new Point(LOWEST, LOWEST))))
                        .toList(),
                lines(pairs),
                scene.chronicle().groups().stream()
                        .map(it -> new Group(it.key(), it.colour(), SHAPES.get(it.shape() - 1)))
                        .toList(),
                words());
    }

    static State state(Scene scene) {
        var places = places(scene.newcomers());
        return new State(
                lines(scene.added()),
                lines(scene.cut()),
                scene.gone().stream().map(UUID::toString).sorted().toList(),
                scene.newcomers().stream()
                        .map(it -> node(it, places.getOrDefault(it.id(), new Point(LOWEST, LOWEST))))
                        .toList());
    }

    private static Map<UUID, Point> places(List<Member> newcomers) {
        var places = new HashMap<UUID, Point>();
        for (var member : newcomers) places.put(member.id(), new Point(STEP + STEP * places.size(), LOWEST));
        return places;
    }

    private static List<Line> lines(Collection<Pair> pairs) {
        var lines = new ArrayList<Line>();
        for (var pair : pairs)
            lines.add(new Line(pair.one().toString(), pair.other().toString()));
        lines.sort(java.util.Comparator.comparing(Line::from).thenComparing(Line::to));
        return lines;
    }

    private static Node node(Member member, Point place) {
        return new Node(
                member.id().toString(),
                member.name(),
                member.shortName(),
                member.group(),
                member.coordinator(),
                place.x() * 1000,
                place.y() * 1000);
    }

    private Map<String, String> words() {
        return List.of("node", "gone", "newcomer", "tie", "cut", "tied", "preview").stream()
                .collect(Collectors.toMap(
                        Function.identity(), it -> desk.say("networkcheck.what-if.tip." + it, "{0}", "{1}")));
    }
}
