package org.wirknetz.networkcheck;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wirknetz.platform.NetworkId;
import org.wirknetz.platform.Scope;

/// Reads the chronicle of the network in scope, and keeps the last few that were read.
///
/// What counts as a state of the data is how many lines the trail has: whatever anybody writes anywhere in the network,
/// on any node, makes the kept one old. The memory is bounded and holds one state per network.
@Component
public class Chronicles {

    private static final int KEPT = 16;

    private final JdbcClient db;
    private final Evidence evidence;
    private final Map<NetworkId, Chronicle> kept = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<NetworkId, Chronicle> eldest) {
            return size() > KEPT;
        }
    };

    private final Map<NetworkId, Sealed> seals = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<NetworkId, Sealed> eldest) {
            return size() > KEPT;
        }
    };

    Chronicles(JdbcClient db, Evidence evidence) {
        this.db = db;
        this.evidence = evidence;
    }

    public Chronicle current() {
        var network = Scope.current().requireNetwork();
        long version = version();
        synchronized (kept) {
            var known = kept.get(network);
            if (known != null && known.version() == version) return known;
        }
        var read = new Chronicle(version, members(network), allTies(network), groups(network), targets(network));
        synchronized (kept) {
            kept.put(network, read);
        }
        return read;
    }

    /// How many lines the trail has: grows with every change in the network in scope, also where one that began
    /// earlier ends later and its lines have lower numbers than those that were there already. Counted are the
    /// lines since the last seal; those before are certain never to change, and the seals keep their number.
    public long version() {
        var network = Scope.current().requireNetwork();
        Sealed known;
        synchronized (seals) {
            known = seals.getOrDefault(network, Sealed.NOTHING);
        }
        var counted = counted(network, known);
        // The memory of another life of the database: its seals are gone.
        if (known.number() > 0 && !counted.knows()) counted = counted(network, Sealed.NOTHING);
        synchronized (seals) {
            seals.put(network, counted.sealed());
        }
        return counted.sealed().lines() + counted.since();
    }

    /// @param number of the last seal
    /// @param through the last line under it
    /// @param lines under it and all before
    private record Sealed(long number, long through, long lines) {
        static final Sealed NOTHING = new Sealed(0, Long.MIN_VALUE, 0);
    }

    /// @param knows whether the seal that was known is still there
    private record Counted(boolean knows, long number, long through, long lines, long since) {
        Sealed sealed() {
            return new Sealed(number, through, lines);
        }
    }

    private Counted counted(NetworkId network, Sealed known) {
        return db.sql("""
                        with fresh as (
                            select coalesce(bool_or(number = :number), false) as knows, coalesce(max(number), :number) as number,
                                   coalesce(max(last_id), :through) as through,
                                   :lines + coalesce(sum(lines) filter (where number > :number), 0)::bigint as lines
                              from platform.trail_seal
                             where network = :network and number >= :number)
                        select fresh.knows, fresh.number, fresh.through, fresh.lines,
                               (select count(*) from platform.trail
                                 where network = :network and id > fresh.through) as since
                          from fresh
                        """)
                .param("network", network.value())
                .param("number", known.number())
                .param("through", known.through())
                .param("lines", known.lines())
                .query(Counted.class)
                .single();
    }

    private List<Member> members(NetworkId network) {
        var members = new LinkedHashMap<UUID, Member>();
        var umbrellas = umbrellas(network);
        db.sql("""
                        select card.id, card.key, card.name, card.short, card.coordinator, area.name as area, area.id as area_id,
                               area.parent as area_around, belongs.actor_groups,
                               stay.organisation is not null as stays, stay.valid_from, stay.valid_to
                          from directory.organisation_card card
                          left join directory.area_card area on area.network = card.network and area.id = card.area
                          left join directory.membership_card stay
                            on stay.network = card.network and stay.organisation = card.id and stay.status in ('ACTIVE', 'DORMANT')
                          left join (select organisation, string_agg(key, ' ' order by position, key) as actor_groups
                                       from directory.organisation_group_card
                                      where network = :network
                                      group by organisation) belongs on belongs.organisation = card.id
                         where card.network = :network and (stay.organisation is not null or card.coordinator)
                         order by card.name, card.id
                        """).param("network", network.value()).query((ResultSet row) -> {
            var id = row.getObject("id", UUID.class);
            var before = members.get(id);
            var stays = new ArrayList<>(before == null ? List.<Member.Stay>of() : before.stays());
            if (row.getBoolean("stays")) stays.add(stay(row));
            members.put(id, member(row, id, stays, umbrellas.getOrDefault(id, List.of())));
        });
        return List.copyOf(members.values());
    }

    private static Member.Stay stay(ResultSet row) throws SQLException {
        return new Member.Stay(
                row.getObject("valid_from", LocalDate.class), row.getObject("valid_to", LocalDate.class));
    }

    private Map<UUID, List<Member.Umbrella>> umbrellas(NetworkId network) {
        var umbrellas = new HashMap<UUID, List<Member.Umbrella>>();
        db.sql("""
                        select member, umbrella, valid_from, valid_to from directory.umbrella_card where network = ? order by umbrella
                        """).param(network.value()).query((ResultSet row) -> {
            umbrellas
                    .computeIfAbsent(row.getObject("member", UUID.class), it -> new ArrayList<>())
                    .add(new Member.Umbrella(row.getObject("umbrella", UUID.class), stay(row)));
        });
        return umbrellas;
    }

    private static Member member(ResultSet row, UUID id, List<Member.Stay> stays, List<Member.Umbrella> umbrellas)
            throws SQLException {
        var listed = row.getString("actor_groups");
        var groups = listed == null ? List.<String>of() : List.of(listed.split(" "));
        var area = row.getString("area");
        var areas = Stream.of(row.getObject("area_id", UUID.class), row.getObject("area_around", UUID.class))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return new Member(
                id,
                row.getString("key"),
                row.getString("name"),
                row.getString("short"),
                groups.isEmpty() ? "" : groups.getFirst(),
                groups,
                area == null ? "" : area,
                row.getBoolean("coordinator"),
                stays,
                new Member.Standing(areas, umbrellas));
    }

    private List<TieRecord> allTies(NetworkId network) {
        return Stream.concat(ties(network).stream(), evidence.shared(network).stream())
                .toList();
    }

    private List<TieRecord> ties(NetworkId network) {
        return db.sql("""
                        select id, from_organisation, to_organisation, kind, strength, mutual, form, source, valid_from, valid_to,
                               confirmed_by_both
                          from networkcheck.tie_card
                         where network = ?
                         order by id
                        """)
                .param(network.value())
                .query((row, n) -> new TieRecord(
                        row.getObject("id", UUID.class),
                        row.getObject("from_organisation", UUID.class),
                        row.getObject("to_organisation", UUID.class),
                        row.getString("kind"),
                        row.getObject("strength", Integer.class),
                        row.getBoolean("mutual"),
                        row.getString("form"),
                        row.getString("source"),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_to", LocalDate.class),
                        row.getBoolean("confirmed_by_both")))
                .list();
    }

    private List<ActorGroup> groups(NetworkId network) {
        return db.sql("""
                        select key, name_de, name_en, number from directory.actor_group_card where network = ? order by number
                        """).param(network.value()).query(ActorGroup.class).list();
    }

    private List<Target> targets(NetworkId network) {
        return db.sql("""
                        select number, valid_from, actor_group as "group", name_de, name_en, area, area_id, minimum, weight
                          from directory.target_role_card
                         where network = ?
                         order by number, weight desc, actor_group, area
                        """).param(network.value()).query(Target.class).list();
    }
}
