package org.wirknetz.networkcheck.fair;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wirknetz.analysis.Range;
import org.wirknetz.analysis.Wilson;
import org.wirknetz.networkcheck.Member;
import org.wirknetz.networkcheck.Snapshot;

/// Which proposals of partners came to a vote within twelve months and were accepted (M11 c). A proposal is an item of
/// an agenda that names who put it; what the coordination office puts is left out, for beside it partners are measured.
///
/// @param put by partners in all
/// @param voted of them
/// @param accepted of those
/// @param lines one for each partner that put anything, the most voted first
public record Motions(int put, int voted, int accepted, List<Line> lines) {

    /// Below it an interval is so wide that nothing can be said.
    public static final int FEWEST = 20;

    public record Line(UUID partner, int put, int voted, int accepted) {}

    public static final Motions NONE = new Motions(0, 0, 0, List.of());

    public Motions {
        lines = List.copyOf(lines);
    }

    public static Motions of(JdbcClient db, Snapshot snapshot) {
        var lines = db.sql("""
                        with item as (
                            select i.id, i.proposer
                              from meetings.agenda_card i
                              join meetings.meeting_card m on m.network = i.network and m.id = i.meeting_id
                             where i.network = platform.network() and i.proposer is not null and m.state not in ('DRAFT', 'CANCELLED')
                               and (m.starts_at at time zone 'Europe/Berlin')::date > cast(:day as date) - interval '1 year'
                               and (m.starts_at at time zone 'Europe/Berlin')::date <= :day),
                        last as (
                            select distinct on (b.agenda_item) b.agenda_item, b.accepted
                              from meetings.ballot_card b
                             where b.network = platform.network()
                             order by b.agenda_item, b.closed_at desc, b.id)
                        select item.proposer as partner, count(*)::int as put, count(last.agenda_item)::int as voted,
                               (count(*) filter (where last.accepted))::int as accepted
                          from item left join last on last.agenda_item = item.id
                         group by item.proposer
                        """).param("day", snapshot.asOf()).query(Line.class).list().stream()
                .filter(it -> isPartner(snapshot.byId().get(it.partner())))
                .sorted(Comparator.comparingInt((Line it) -> -it.voted())
                        .thenComparing(it -> -it.put())
                        .thenComparing(Line::partner))
                .toList();
        return new Motions(
                lines.stream().mapToInt(Line::put).sum(),
                lines.stream().mapToInt(Line::voted).sum(),
                lines.stream().mapToInt(Line::accepted).sum(),
                lines);
    }

    private static boolean isPartner(@Nullable Member member) {
        return member != null && !member.coordinator();
    }

    public boolean enough() {
        return voted >= FEWEST;
    }

    /// The interval in which a partner's true share of accepted proposals lies in 95 of 100 samples.
    public static Range interval(Line line) {
        return Wilson.interval(line.accepted(), line.voted()).orElseThrow();
    }

    /// Whether a partner's proposals are accepted more or less often than all are by chance.
    public boolean differs(Line line) {
        if (!enough() || line.voted() == 0) return false;
        var all = (double) accepted / voted;
        return all < interval(line).low() || all > interval(line).high();
    }
}
