package org.wirknetz.meetings.seating;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Refused;

/// The table plan of a meeting as it is kept: made anew, changed by hand, taken away.
@Component
@Transactional
public class TablePlans {

    private final JdbcClient db;

    TablePlans(JdbcClient db) {
        this.db = db;
    }

    /// Everybody who said they come. Whether two have met, earlier meetings that both of them or their
    /// organisations came to tell; sub-networks are read from actor groups.
    @Transactional(readOnly = true)
    public List<Guest> guests(UUID meeting) {
        return db.sql("""
                        with here as (
                            select i.id, i.name, i.person, i.organisation, m.starts_at from meetings.invitation i
                              join meetings.meeting m on m.network = i.network and m.id = i.meeting
                             where i.network = platform.network() and i.meeting = :meeting and i.answer = 'YES' and i.waiting_since is null),
                        before as (
                            select distinct p.meeting, h.id from here h
                              join meetings.invitation p on p.network = platform.network() and p.meeting <> :meeting and p.answer = 'YES'
                                   and (p.person = h.person or p.organisation = h.organisation)
                              join meetings.meeting m on m.network = p.network and m.id = p.meeting and m.state <> 'CANCELLED'
                                   and m.starts_at < h.starts_at),
                        met as (
                            select one.id, array_agg(distinct other.id::text) as others from before one
                              join before other on other.meeting = one.meeting and other.id <> one.id group by one.id)
                        select h.id, h.name, h.organisation, coalesce(o.name, '') as organisation_name,
                               coalesce((select min(x.level) from directory.mandate_card x
                                          where x.network = platform.network() and x.person = h.person and x.level is not null
                                            and (x.valid_from is null or x.valid_from <= platform.today())
                                            and (x.valid_to is null or x.valid_to > platform.today())), '') as level,
                               array(select g.actor_group::text from directory.organisation_group_card g
                                      where g.network = platform.network() and g.organisation = h.organisation) as groups,
                               coalesce(met.others, '{}') as met,
                               array(select case when a.one = h.id then a.other else a.one end::text from meetings.kept_apart a
                                      where a.network = platform.network() and h.id in (a.one, a.other)) as apart
                          from here h
                          left join directory.organisation_card o on o.network = platform.network() and o.id = h.organisation
                          left join met on met.id = h.id
                         order by h.name, h.id
                        """)
                .param("meeting", meeting)
                .query((row, n) -> guest(row))
                .list();
    }

    private static Guest guest(ResultSet row) throws SQLException {
        return new Guest(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getObject("organisation", UUID.class),
                row.getString("organisation_name"),
                row.getString("level"),
                ids(row, "groups"),
                ids(row, "met"),
                ids(row, "apart"));
    }

    private static Set<UUID> ids(ResultSet row, String column) throws SQLException {
        return Arrays.stream((String[]) row.getArray(column).getArray())
                .map(UUID::fromString)
                .collect(Collectors.toSet());
    }

    /// @param fixed put there by hand
    public record Seat(UUID invitation, int table, boolean fixed) {}

    @Transactional(readOnly = true)
    public List<Seat> seats(UUID meeting) {
        return db.sql("select invitation, table_number as table, fixed from meetings.seat where meeting = ?")
                .param(meeting)
                .query(Seat.class)
                .list();
    }

    /// Tables in their order; who said yes since the plan was made sits at none.
    @Transactional(readOnly = true)
    public List<Table> tables(UUID meeting, List<Guest> guests) {
        var places = seats(meeting).stream().collect(Collectors.toMap(Seat::invitation, Seat::table));
        var tables = new TreeMap<Integer, List<Guest>>();
        for (var guest : guests) {
            var place = places.get(guest.id());
            if (place != null)
                tables.computeIfAbsent(place, n -> new java.util.ArrayList<>()).add(guest);
        }
        return tables.entrySet().stream()
                .map(it -> new Table(it.getKey(), it.getValue()))
                .toList();
    }

    /// Keeps a plan in the place of the one before, in one change. Whoever was put somewhere by hand stays
    /// fixed.
    public void keep(UUID meeting, Map<UUID, Integer> plan) {
        var fixed = seats(meeting).stream()
                .filter(Seat::fixed)
                .map(Seat::invitation)
                .collect(Collectors.toSet());
        discard(meeting);
        var rows = plan.entrySet().stream()
                .map(it -> it.getKey() + "," + it.getValue() + "," + fixed.contains(it.getKey()))
                .toArray(String[]::new);
        db.sql("""
                        insert into meetings.seat (network, meeting, invitation, table_number, fixed)
                        select platform.network(), i.meeting, i.id, split_part(line, ',', 2)::int, split_part(line, ',', 3)::boolean
                          from unnest(cast(:rows as text[])) line
                          join meetings.invitation i on i.network = platform.network() and i.id = split_part(line, ',', 1)::uuid
                               and i.meeting = :meeting
                        """).param("rows", rows).param("meeting", meeting).update();
    }

    /// By hand; it stays so when the plan is made anew.
    ///
    /// @throws Refused `meetings.table.wrong`
    public void move(UUID meeting, UUID invitation, int table) {
        if (table < 1 || table > TablePlanner.MOST) throw new Refused("meetings.table.wrong", TablePlanner.MOST);
        db.sql("delete from meetings.seat where meeting = ? and invitation = ?")
                .params(meeting, invitation)
                .update();
        int rows = db.sql("""
                        insert into meetings.seat (network, meeting, invitation, table_number, fixed)
                        select platform.network(), i.meeting, i.id, :table, true from meetings.invitation i
                         where i.id = :invitation and i.meeting = :meeting
                        """)
                .param("table", table)
                .param("invitation", invitation)
                .param("meeting", meeting)
                .update();
        if (rows == 0) throw new NotFound();
    }

    public void discard(UUID meeting) {
        db.sql("delete from meetings.seat where meeting = ?").param(meeting).update();
    }

    /// A pair that is not to share a table. No reason is kept, and only those who plan see it.
    public record Apart(UUID id, String one, String other) {}

    @Transactional(readOnly = true)
    public List<Apart> apart(UUID meeting) {
        return db.sql("""
                        select a.id, one.name as one, other.name as other from meetings.kept_apart a
                          join meetings.invitation one on one.network = a.network and one.id = a.one
                          join meetings.invitation other on other.network = a.network and other.id = a.other
                         where a.meeting = ? order by one.name, other.name, a.id
                        """).param(meeting).query(Apart.class).list();
    }

    /// @throws Refused `meetings.table.same`
    public void keepApart(UUID meeting, UUID one, UUID other) {
        if (one.equals(other)) throw new Refused("meetings.table.same");
        int rows = db.sql("""
                        insert into meetings.kept_apart (network, meeting, one, other)
                        select platform.network(), :meeting, least(cast(:one as uuid), :other), greatest(cast(:one as uuid), :other)
                         where (select count(*) from meetings.invitation i where i.network = platform.network() and i.meeting = :meeting
                                   and i.id in (:one, :other)) = 2
                        on conflict (network, one, other) do nothing
                        """)
                .param("meeting", meeting)
                .param("one", one)
                .param("other", other)
                .update();
        if (rows == 0 && apart(meeting).isEmpty()) throw new NotFound();
    }

    public void together(UUID meeting, UUID pair) {
        int rows = db.sql("delete from meetings.kept_apart where meeting = ? and id = ?")
                .params(meeting, pair)
                .update();
        if (rows == 0) throw new NotFound();
    }
}
