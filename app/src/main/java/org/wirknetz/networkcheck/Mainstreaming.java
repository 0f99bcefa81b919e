package org.wirknetz.networkcheck;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// How far the network lives its standard on gender and cultural mainstreaming (C2.2): figures of work, none of people.
///
/// @param levels of each criterion, 0 to 4, the lowest first
/// @param lived criteria in place (level 3 or more) with evidence younger than twelve months
/// @param unproved those in place without
public record Mainstreaming(List<Integer> levels, int lived, int unproved) {

    private static final int IN_PLACE = 3;

    private record Line(int level, boolean fresh) {}

    /// Nothing where the network has not begun, or the one in scope may not know.
    public static Mainstreaming of(JdbcClient db, LocalDate day) {
        var lines = db.sql("""
                        select coalesce(rated.level, 0) as level,
                               exists (select from equality.evidence_card e
                                        where e.network = c.network and e.criterion = c.id
                                          and e.evidence_on <= :day and e.evidence_on > :day - interval '12 months') as fresh
                          from equality.criterion_card c
                          left join lateral (select r.level from equality.rating_card r
                                              where r.network = c.network and r.criterion = c.id and r.rated_on <= :day
                                              order by r.rated_on desc limit 1) rated on true
                         where c.network = platform.network() and c.since <= :day
                         order by 1
                        """).param("day", day).query(Line.class).list();
        return new Mainstreaming(
                lines.stream().map(Line::level).toList(),
                (int) lines.stream()
                        .filter(it -> it.level() >= IN_PLACE && it.fresh())
                        .count(),
                (int) lines.stream()
                        .filter(it -> it.level() >= IN_PLACE && !it.fresh())
                        .count());
    }

    /// The highest level that at least half of the criteria have reached.
    public int overall() {
        return levels.isEmpty() ? 0 : levels.get(levels.size() / 2);
    }
}
