package org.wirknetz.directory.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The structures of the region and how far they consist of the same members (Jaccard: shared members over
/// all members
/// of
/// both).
public record StructuresPage(LocalDate asOf, List<Row> rows, List<Pair> overlaps, boolean maintains) {

    /// So many pairs are shown at once, the closest; the others wait behind a word.
    public static final int FIRST = 10;

    private static final double NEARLY_THE_SAME = 0.5;
    private static final int MOST_PAIRS = 50;

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

    public record Pair(Row one, Row other, int shared, int together) {

        /// They may be worth linking or merging: at least half of all members sit in both.
        public boolean isNearlyTheSame() {
            return (double) shared / together >= NEARLY_THE_SAME;
        }
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
        var pairs = new ArrayList<Pair>();
        for (int one = 0; one < rows.size(); one++) {
            for (int other = one + 1; other < rows.size(); other++) {
                var here = members.getOrDefault(rows.get(one).id(), Set.of());
                var there = members.getOrDefault(rows.get(other).id(), Set.of());
                int shared = (int) here.stream().filter(there::contains).count();
                if (shared > 0) {
                    pairs.add(new Pair(rows.get(one), rows.get(other), shared, here.size() + there.size() - shared));
                }
            }
        }
        return pairs.stream()
                .sorted(Comparator.comparingDouble((Pair pair) -> (double) pair.shared() / pair.together())
                        .reversed())
                .limit(MOST_PAIRS)
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
