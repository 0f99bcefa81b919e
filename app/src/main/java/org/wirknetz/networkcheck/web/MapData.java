package org.wirknetz.networkcheck.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What `network-map.js` draws: the whole chronicle with places, for one reader and one language. Dates
/// are ISO.
record MapData(
        Sign network,
        List<Node> nodes,
        List<Line> ties,
        List<Line> together,
        List<Group> groups,
        List<Named> kinds,
        List<Named> forms,
        Time time,
        Map<String, String> links,
        List<Download> downloads,
        Map<String, String> words) {

    record Sign(String name, String slug, String asOf, String today, String caption) {}

    record Node(
            String id,
            String key,
            String name,

            @com.fasterxml.jackson.annotation.JsonProperty("short")
            String shortName,

            String group,
            boolean coordinator,
            double x,
            double y,
            List<Stay> stays,
            @Nullable String href) {}

    record Stay(@Nullable String from, @Nullable String to) {}

    record Line(
            String from,
            String to,
            String kind,
            @Nullable String form,
            @Nullable Integer strength,
            boolean mutual,
            String source,
            String confirmed,
            @Nullable String start,
            @Nullable String end,
            @Nullable String href) {}

    record Group(String key, String name, int colour, String shape) {}

    record Named(String key, String name) {}

    record Time(String min, String max, List<Slice> slices) {}

    record Slice(String date, String label) {}

    /// Sub-networks by the ids of their members, and the last bridges as pairs of ids.
    record Circles(List<List<String>> groups, List<List<String>> bridges) {
        static Circles of(org.wirknetz.networkcheck.map.Circles circles) {
            return new Circles(
                    circles.groups().stream()
                            .map(group ->
                                    group.stream().map(it -> it.id().toString()).toList())
                            .toList(),
                    circles.bridges().stream()
                            .map(it -> List.of(it.one().toString(), it.other().toString()))
                            .toList());
        }
    }

    record Download(String name, String href) {}
}
