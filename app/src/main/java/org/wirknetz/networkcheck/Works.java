package org.wirknetz.networkcheck;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wirknetz.analysis.PersonalContacts.Level;
import org.wirknetz.platform.NetworkId;
import org.wirknetz.platform.Scope;

/// Reads the work of the network in scope, once for a state of the data, as [Chronicles] does: without a person, since
/// the
/// picture is one for all.
@Component
public class Works {

    private static final int KEPT = 16;

    private final JdbcClient db;
    private final Chronicles chronicles;
    private final Map<NetworkId, Read> kept = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<NetworkId, Read> eldest) {
            return size() > KEPT;
        }
    };

    private record Read(long version, Work work) {}

    Works(JdbcClient db, Chronicles chronicles) {
        this.db = db;
        this.chronicles = chronicles;
    }

    public Work current() {
        var network = Scope.current().requireNetwork();
        long version = chronicles.version();
        synchronized (kept) {
            var known = kept.get(network);
            if (known != null && known.version() == version) return known.work();
        }
        var read = Scope.of(network)
                .call(() -> new Work(
                        posts(network),
                        functions(network),
                        bodies(network),
                        places(network),
                        gatherings(network),
                        attended(network),
                        items(network),
                        tasks(network),
                        proofs(network)));
        synchronized (kept) {
            kept.put(network, new Read(version, read));
        }
        return read;
    }

    /// Grows with every change in the network in scope.
    long version() {
        return chronicles.version();
    }

    private List<Work.Post> posts(NetworkId network) {
        return db.sql("""
                        select person, organisation, level, valid_from, valid_to from directory.position_card where network = :network
                        union all
                        select person, organisation, level, valid_from, valid_to from directory.mandate_card
                         where network = :network and kind = 'REPRESENTS'
                        """)
                .param("network", network.value())
                .query((row, n) -> {
                    var level = row.getString("level");
                    return new Work.Post(
                            row.getObject("person", UUID.class),
                            row.getObject("organisation", UUID.class),
                            level == null ? null : Level.valueOf(level),
                            row.getObject("valid_from", LocalDate.class),
                            row.getObject("valid_to", LocalDate.class));
                })
                .list();
    }

    private List<Work.Function> functions(NetworkId network) {
        return db.sql("""
                        select function as name, person, organisation, deputy, valid_from as "from", valid_to as "to"
                          from directory.mandate_card
                         where network = ? and kind in ('KEY_FUNCTION', 'LEADS')
                         order by function, valid_from, id
                        """).param(network.value()).query(Work.Function.class).list();
    }

    private List<Work.Body> bodies(NetworkId network) {
        return db.sql("""
                        select id, name, kind = 'PLENARY' as plenary, kind = 'STEERING' as steering, founded_on, closed_on
                          from groups.group_card
                         where network = ? and visibility = 'NETWORK'
                         order by platform.fold(name), id
                        """).param(network.value()).query(Work.Body.class).list();
    }

    private List<Work.Place> places(NetworkId network) {
        return db.sql("""
                        select m.group_id as body, m.organisation, m.person, m.part, m.since, m.until
                          from groups.member_card m
                          join groups.group_card g on g.network = m.network and g.id = m.group_id and g.visibility = 'NETWORK'
                         where m.network = ?
                        """).param(network.value()).query(Work.Place.class).list();
    }

    /// Meetings of the whole network, and of groups that all can see.
    private static final String SHARED = """
            select m.* from meetings.meeting_card m
              left join groups.group_card g on g.network = m.network and g.id = m.group_id
             where m.network = :network and m.state <> 'DRAFT' and (m.group_id is null or g.visibility = 'NETWORK')
            """;

    private List<Work.Gathering> gatherings(NetworkId network) {
        return db.sql("""
                        with m as (%s)
                        select m.id, m.title, m.group_id as body, m.kind = 'PLENARY' as plenary,
                               (m.starts_at at time zone 'Europe/Berlin')::date as "on", m.state = 'CANCELLED' as cancelled,
                               m.host_organisation as host
                          from m
                         order by m.starts_at, m.id
                        """.formatted(SHARED))
                .param("network", network.value())
                .query(Work.Gathering.class)
                .list();
    }

    private List<Work.Attended> attended(NetworkId network) {
        return db.sql("""
                        with m as (%s)
                        select a.meeting_id as gathering, a.organisation, a.person
                          from meetings.attendance_card a
                         where a.network = :network and a.presence = 'PRESENT' and a.organisation is not null
                           and a.meeting_id in (select m.id from m)
                        """.formatted(SHARED))
                .param("network", network.value())
                .query(Work.Attended.class)
                .list();
    }

    private List<Work.Item> items(NetworkId network) {
        return db.sql("""
                        with m as (%s)
                        select a.meeting_id as gathering, a.proposer, a.speaker_organisation as speaker
                          from meetings.agenda_card a
                         where a.network = :network and a.meeting_id in (select m.id from m)
                        """.formatted(SHARED))
                .param("network", network.value())
                .query(Work.Item.class)
                .list();
    }

    private List<Work.Task> tasks(NetworkId network) {
        return db.sql("""
                        select t.owner_organisation as owner, coalesce(t.done_on, t.dropped_on) as over_on
                          from tasks.task_card t
                          left join groups.group_card g on g.network = t.network and g.id = t.group_id
                         where t.network = ? and (t.group_id is null or g.visibility = 'NETWORK')
                        """).param(network.value()).query(Work.Task.class).list();
    }

    private List<Work.Proof> proofs(NetworkId network) {
        return db.sql(
                        "select organisation, kind, dated_on as \"on\", valid_to as until from networkcheck.proof where network = ?")
                .param(network.value())
                .query(Work.Proof.class)
                .list();
    }
}
