package org.wirknetz.directory.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The bodies, alliances and programmes of the region as everybody may see them: of who sits in them only those whose
/// name is public.
///
/// @param meeting pairs of structures in which the same public members sit, those with most in common first
public record PublicStructures(List<Structure> structures, List<Meeting> meeting) {

    /// @param others whether somebody sits in it who does not show themselves here
    public record Structure(
            UUID id,
            String name,
            String kind,
            @Nullable String topic,
            @Nullable String area,
            @Nullable String website,
            boolean others,
            List<String> members) {}

    /// @param shared the names of those who sit in both
    public record Meeting(String one, String other, List<String> shared) {}

    private record Row(
            UUID id,
            String name,
            String kind,
            @Nullable String topic,
            @Nullable String area,
            @Nullable String website,
            @Nullable String member,
            boolean hidden) {}

    private static final int MOST = 50;

    static PublicStructures of(JdbcClient db, LocalDate on) {
        var rows = db.sql("""
                        select s.id, s.name, s.kind, s.topic, a.name as area, s.website, seen.name as member,
                               m.organisation is not null and seen.id is null as hidden
                          from directory.structure s
                          left join directory.area a on a.network = s.network and a.id = s.area
                          left join directory.structure_member m on m.network = s.network and m.structure = s.id
                               and (m.valid_from is null or m.valid_from <= :on) and (m.valid_to is null or m.valid_to > :on)
                          left join directory.organisation_seen(0, '{}') seen on seen.network = m.network and seen.id = m.organisation
                         where s.network = platform.network()
                           and (s.valid_from is null or s.valid_from <= :on) and (s.valid_to is null or s.valid_to > :on)
                         order by platform.fold(s.name), s.id, platform.fold(seen.name), seen.id
                        """).param("on", on).query(Row.class).list();
        var structures = new ArrayList<Structure>();
        for (int from = 0, to; from < rows.size(); from = to) {
            var first = rows.get(from);
            to = from;
            while (to < rows.size() && rows.get(to).id().equals(first.id())) to++;
            var its = rows.subList(from, to);
            structures.add(new Structure(
                    first.id(),
                    first.name(),
                    first.kind(),
                    first.topic(),
                    first.area(),
                    first.website(),
                    its.stream().anyMatch(Row::hidden),
                    its.stream()
                            .flatMap(it -> it.member() == null ? Stream.of() : Stream.of(it.member()))
                            .distinct()
                            .toList()));
        }
        return new PublicStructures(List.copyOf(structures), meeting(structures));
    }

    private static List<Meeting> meeting(List<Structure> structures) {
        var pairs = new ArrayList<Meeting>();
        for (int one = 0; one < structures.size(); one++) {
            for (int other = one + 1; other < structures.size(); other++) {
                var there = structures.get(other).members();
                var shared = structures.get(one).members().stream()
                        .filter(there::contains)
                        .toList();
                if (!shared.isEmpty())
                    pairs.add(new Meeting(
                            structures.get(one).name(), structures.get(other).name(), shared));
            }
        }
        return pairs.stream()
                .sorted((one, other) -> other.shared().size() - one.shared().size())
                .limit(MOST)
                .toList();
    }
}
