package org.wirknetz.directory.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The structures of the region and how far they consist of the same members and work on the same topics (Jaccard: what
/// is shared over all there is of both), with what may be worth merging or linking (C5.2).
public record StructuresPage(LocalDate asOf, List<Row> rows, List<Pair> overlaps, boolean maintains) {

    /// So many pairs are shown at once, the closest; the others wait behind a word.
    public static final int FIRST = 10;

    private static final double NEARLY_THE_SAME = 0.5;
    private static final int MOST_PAIRS = 50;
    private static final int TITLE = 300;

    /// @param inNetwork how many of its members are members of the network, too
    public record Row(
            UUID id,
            String name,
            String kind,
            boolean own,
            @Nullable String topic,
            @Nullable LocalDate validTo,
            int members,
            int inNetwork) {}

    /// @param topics what both work on, as the first of them spells it
    /// @param allTopics how many topics the two have
    public record Pair(Row one, Row other, int shared, int together, List<String> topics, int allTopics) {

        /// They may be worth merging: at least half of all members sit in both.
        public boolean isNearlyTheSame() {
            return members() >= NEARLY_THE_SAME;
        }

        /// They may be worth linking: at least half of their topics are the same, and other people work on them.
        public boolean isMissingLink() {
            return !isNearlyTheSame() && topics.size() >= NEARLY_THE_SAME * allTopics && !topics.isEmpty();
        }

        double members() {
            return together == 0 ? 0 : (double) shared / together;
        }

        double alike() {
            return allTopics == 0 ? 0 : (double) topics.size() / allTopics;
        }
    }

    /// Leads to a task with its title and its reason filled in.
    public String task(String title, String why) {
        return "/tasks/new?title=" + encoded(title.length() > TITLE ? title.substring(0, TITLE) : title) + "&note="
                + encoded(why);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    static StructuresPage of(JdbcClient db, LocalDate on, boolean maintains) {
        var rows = db.sql("""
                        select s.id, s.name, s.kind, s.own, s.topic, s.valid_to,
                               count(distinct m.organisation)::int as members,
                               count(distinct ship.organisation)::int as in_network
                          from directory.structure s
                          left join directory.structure_member m on m.network = s.network and m.structure = s.id
                               and (m.valid_from is null or m.valid_from <= :on) and (m.valid_to is null or m.valid_to > :on)
                          left join directory.membership ship on ship.network = m.network and ship.organisation = m.organisation
                               and ship.status in ('ACTIVE', 'DORMANT')
                               and (ship.valid_from is null or ship.valid_from <= :on)
                               and (ship.valid_to is null or ship.valid_to > :on)
                         where s.network = platform.network()
                           and (s.valid_from is null or s.valid_from <= :on) and (s.valid_to is null or s.valid_to > :on)
                         group by s.network, s.id
                         order by s.own desc, platform.fold(s.name), s.id
                        """).param("on", on).query(Row.class).list();
        return new StructuresPage(on, rows, overlaps(rows, members(db, on)), maintains);
    }

    private static Map<UUID, Set<UUID>> members(JdbcClient db, LocalDate on) {
        var members = new HashMap<UUID, Set<UUID>>();
        db.sql("""
                        select structure, organisation from directory.structure_member
                         where network = platform.network()
                           and (valid_from is null or valid_from <= :on) and (valid_to is null or valid_to > :on)
                        """).param("on", on).query(row -> {
            members.computeIfAbsent(row.getObject("structure", UUID.class), it -> new HashSet<>())
                    .add(row.getObject("organisation", UUID.class));
        });
        return members;
    }

    private static List<Pair> overlaps(List<Row> rows, Map<UUID, Set<UUID>> members) {
        var topics = rows.stream().collect(Collectors.toMap(Row::id, row -> topics(row.topic())));
        var pairs = new ArrayList<Pair>();
        for (int one = 0; one < rows.size(); one++) {
            for (int other = one + 1; other < rows.size(); other++) {
                var pair = pair(rows.get(one), rows.get(other), members, topics);
                if (pair.shared() > 0 || !pair.topics().isEmpty()) pairs.add(pair);
            }
        }
        return pairs.stream()
                .sorted(Comparator.comparingDouble(Pair::members)
                        .thenComparingDouble(Pair::alike)
                        .reversed())
                .toList();
    }

    private static Pair pair(Row one, Row other, Map<UUID, Set<UUID>> members, Map<UUID, Map<String, String>> topics) {
        var here = members.getOrDefault(one.id(), Set.of());
        var there = members.getOrDefault(other.id(), Set.of());
        int shared = (int) here.stream().filter(there::contains).count();
        var mine = topics.getOrDefault(one.id(), Map.of());
        var theirs = topics.getOrDefault(other.id(), Map.of());
        var both = mine.entrySet().stream()
                .filter(topic -> theirs.containsKey(topic.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        return new Pair(
                one,
                other,
                shared,
                here.size() + there.size() - shared,
                both,
                mine.size() + theirs.size() - both.size());
    }

    /// Topics stand side by side, parted by comma or semicolon; upper and lower case are the same.
    static Map<String, String> topics(@Nullable String text) {
        var topics = new LinkedHashMap<String, String>();
        if (text == null) return topics;
        for (var topic : text.split("[,;]")) {
            var said = topic.strip();
            if (!said.isEmpty()) topics.putIfAbsent(said.toLowerCase(Locale.GERMAN), said);
        }
        return topics;
    }

    /// The closest pairs by members and topics.
    public List<Pair> closest() {
        return overlaps.subList(0, Math.min(MOST_PAIRS, overlaps.size()));
    }

    public List<Pair> missingLinks() {
        return overlaps.stream()
                .filter(Pair::isMissingLink)
                .sorted(Comparator.comparingDouble(Pair::alike).reversed())
                .limit(FIRST)
                .toList();
    }

    public List<Pair> nearlyTheSame() {
        return overlaps.stream().filter(Pair::isNearlyTheSame).toList();
    }

    /// Structures in which nobody of the network sits: a missing link.
    public List<Row> unconnected() {
        return rows.stream().filter(row -> !row.own() && row.inNetwork() == 0).toList();
    }
}
