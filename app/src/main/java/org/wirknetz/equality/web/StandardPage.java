package org.wirknetz.equality.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wirknetz.directory.Sight;
import org.wirknetz.equality.Criteria;
import org.wirknetz.equality.Standard;
import org.wirknetz.platform.web.Desk;

/// The criteria of the network on a day: how far they are, and what shows it.
public record StandardPage(LocalDate day, List<Line> lines) {

    /// @param source the requirement it stands for; empty for one of the network's own
    /// @param level 0 where nobody has said anything yet
    /// @param ratedOn null where nobody has
    /// @param evidence the latest first
    public record Line(
            UUID id,
            int version,
            String title,
            String source,
            boolean own,
            int level,
            @Nullable LocalDate ratedOn,
            @Nullable UUID person,
            @Nullable String personName,
            @Nullable LocalDate reviewOn,
            List<Proof> evidence) {

        /// In place, with evidence younger than twelve months: green. Everything else is grey.
        public boolean lived(LocalDate day) {
            return level >= Criteria.IN_PLACE && evidence.stream().anyMatch(it -> it.isFresh(day));
        }

        public String state(LocalDate day) {
            if (lived(day)) return "lived";
            return level >= Criteria.IN_PLACE ? "unproved" : "below";
        }

        public boolean overdue(LocalDate day) {
            return reviewOn != null && reviewOn.isBefore(day);
        }
    }

    public record Proof(UUID id, UUID criterion, String title, String address, LocalDate evidenceOn) {

        public boolean isFresh(LocalDate day) {
            return !evidenceOn.isAfter(day) && evidenceOn.isAfter(day.minusMonths(Criteria.MONTHS));
        }

        public boolean isHere() {
            return address.startsWith("/");
        }
    }

    private record Row(
            UUID id,
            int version,
            @Nullable String standard,
            @Nullable String key,
            @Nullable String title,
            @Nullable Integer level,
            @Nullable LocalDate ratedOn,
            @Nullable UUID person,
            @Nullable String personName,
            @Nullable LocalDate reviewOn) {}

    /// Who is named for a criterion and is here no more is named to the office alone.
    static StandardPage of(JdbcClient db, Standard standard, Desk desk, Sight sight, LocalDate day) {
        var evidence = db.sql("""
                        select id, criterion, title, address, evidence_on from equality.evidence
                         where evidence_on <= ? order by evidence_on desc, id limit 2000
                        """).param(day).query(Proof.class).list().stream()
                .collect(Collectors.groupingBy(Proof::criterion));
        var lines = db
                .sql("""
                        select c.id, c.version, c.standard, c.key, c.title, r.level, r.rated_on, p.id as person,
                               nullif(trim(concat_ws(' ', p.title, p.given_name, p.family_name)), '') as person_name, c.review_on
                          from equality.criterion c
                          left join directory.person_seen(:audience, cast(:own as uuid[]), :day) p on p.network = c.network and p.id = c.person
                          left join lateral (select x.level, x.rated_on from equality.rating x
                                              where x.network = c.network and x.criterion = c.id and x.rated_on <= :day
                                              order by x.rated_on desc limit 1) r on true
                         order by c.standard nulls last, c.position, platform.fold(c.title), c.id limit 200
                        """)
                .param("day", day)
                .param("audience", sight.audience())
                .param("own", sight.own())
                .query(Row.class)
                .list()
                .stream()
                .map(it -> line(it, standard, desk, evidence))
                .toList();
        return new StandardPage(day, lines);
    }

    private static Line line(Row row, Standard standard, Desk desk, Map<UUID, List<Proof>> evidence) {
        var key = row.key();
        var edition = row.standard();
        var known = key == null || edition == null ? null : standard.criterion(edition, key);
        var title = row.title();
        return new Line(
                row.id(),
                row.version(),
                known != null ? known.wording().in(desk.locale()) : title != null ? title : String.valueOf(key),
                known == null ? "" : known.source(),
                key == null,
                row.level() == null ? 0 : row.level(),
                row.ratedOn(),
                row.person(),
                row.personName(),
                row.reviewOn(),
                evidence.getOrDefault(row.id(), List.of()));
    }

    public long lived() {
        return lines.stream().filter(it -> it.lived(day)).count();
    }

    public long overdue() {
        return lines.stream().filter(it -> it.overdue(day)).count();
    }

    /// The level that at least half of the criteria have reached.
    public int level() {
        return Criteria.overall(lines.stream().map(Line::level).toList());
    }
}
