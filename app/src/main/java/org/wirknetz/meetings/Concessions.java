package org.wirknetz.meetings;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Who gave way when the body decided lately (German: *Zugeständnisse*): for whoever runs a vote, before it, and for
/// nobody
/// else. Reciprocity holds for concessions in negotiations, too (capabilities C10.4, F20).
///
/// @param decisions how many of the last two years somebody gave way in
/// @param given whoever has a vote and gave way, those first who did so again and again
public record Concessions(int decisions, List<Given> given) {

    private static final int SHOWN = 5;

    public Concessions {
        given = List.copyOf(given);
    }

    /// @param times in how many of the decisions
    /// @param running in how many of the last ones without a break
    /// @param last when they did so last
    public record Given(UUID organisation, String name, int times, int running, LocalDate last) {

        /// Once may be chance.
        public boolean again() {
            return running >= 2;
        }
    }

    private record Row(
            @Nullable UUID organisation,
            @Nullable String name,
            int times,
            int running,
            @Nullable LocalDate last,
            int decisions) {}

    /// Decisions of the body that meets; where none does, those of the network.
    public static Concessions before(JdbcClient db, UUID meeting, LocalDate today) {
        var rows = db.sql("""
                        with recent as (
                            select c.decision, c.decided_on, row_number() over (order by c.decided_on desc, c.decision)::int as n
                              from (select distinct decision, decided_on, group_id, network from tasks.concession_card) c
                              join meetings.meeting m on m.network = c.network and m.id = :meeting
                               and m.group_id is not distinct from c.group_id
                             where c.decided_on <= :today and c.decided_on > cast(:today as date) - interval '24 months')
                        select o.id as organisation, o.name, count(c.decision)::int as times,
                               coalesce(min(r.n) filter (where c.decision is null) - 1, count(*))::int as running,
                               max(r.decided_on) filter (where c.decision is not null) as last, count(*)::int as decisions
                          from meetings.voting(:meeting) v
                          join directory.organisation_card o on o.network = platform.network() and o.id = v
                         cross join recent r
                          left join (select distinct network, decision, organisation from tasks.concession_card) c
                            on c.network = o.network and c.decision = r.decision and c.organisation = o.id
                         group by o.id, o.name
                        having count(c.decision) > 0
                         order by 4 desc, 3 desc, platform.fold(o.name), o.id
                         limit :shown
                        """)
                .param("meeting", meeting)
                .param("today", today)
                .param("shown", SHOWN)
                .query(Row.class)
                .list();
        return new Concessions(
                rows.isEmpty() ? 0 : rows.getFirst().decisions(),
                rows.stream()
                        .map(it -> new Given(
                                java.util.Objects.requireNonNull(it.organisation()),
                                java.util.Objects.requireNonNull(it.name()),
                                it.times(),
                                it.running(),
                                java.util.Objects.requireNonNull(it.last())))
                        .toList());
    }
}
