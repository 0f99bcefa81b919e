package org.wirknetz.networkcheck.fair;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wirknetz.analysis.Dissimilarity;
import org.wirknetz.networkcheck.Member;
import org.wirknetz.networkcheck.Snapshot;

/// With whom the coordination office spent its time in twelve months, beside what their share would let expect (M11 a).
///
/// Time is that of meetings the office held with partners, plenaries left out: nobody is preferred there. Where several
/// were present it is divided among them; a day has eight hours at most. Confidential notes of contacts do not count;
/// nobody may know of them.
///
/// @param measure with what the time is compared
/// @param offered the topic and the unit that are compared; null where members are
/// @param hours in all
/// @param apart share of the time that would have to move; undefined without time or reference
/// @param lines one for each, those furthest from their share first
public record Attention(
        Measure measure, @Nullable Offered offered, double hours, OptionalDouble apart, List<Line> lines) {

    /// Below it one long talk decides all.
    public static final int FEWEST_HOURS = 10;

    /// With what the time is compared: the reader chooses, and it is always said.
    public enum Measure {
        /// Kinds of organisations, by how many partners they have.
        MEMBERS,
        /// Those who offer the same, by how much they offer.
        CAPACITY
    }

    /// @param key a kind of organisation, or an organisation
    /// @param share of the reference, 0 to 1
    public record Line(String key, double hours, double share) {
        private double distance(double all) {
            return Math.abs(hours / all - share);
        }
    }

    public Attention {
        lines = List.copyOf(lines);
    }

    public boolean enough() {
        return hours >= FEWEST_HOURS && apart.isPresent();
    }

    private record Spent(UUID organisation, double hours) {}

    /// @param wanted null takes capacity where it is known, members otherwise
    public static Attention of(JdbcClient db, Snapshot snapshot, @Nullable Measure wanted) {
        var day = snapshot.asOf();
        var members = snapshot.byId();
        var spent = new TreeMap<UUID, Double>();
        for (var one : spent(db, day)) {
            var member = members.get(one.organisation());
            if (member != null && !member.coordinator()) spent.merge(one.organisation(), one.hours(), Double::sum);
        }
        var offered = wanted == Measure.MEMBERS ? null : Offered.of(db, members.keySet(), day);
        return offered == null ? amongKinds(spent, members) : amongOffers(spent, offered);
    }

    /// Hours by organisation, whoever it is.
    static Map<UUID, Double> spentOn(JdbcClient db, LocalDate day) {
        return spent(db, day).stream().collect(Collectors.toMap(Spent::organisation, Spent::hours));
    }

    private static List<Spent> spent(JdbcClient db, LocalDate day) {
        return db.sql("""
                        with held as (
                            select m.id, least(extract(epoch from m.ends_at - m.starts_at)::float8 / 3600,
                                               8.0 * (m.ends_at::date - m.starts_at::date + 1)) as hours
                              from meetings.meeting_card m
                              join directory.organisation_card host
                                on host.network = m.network and host.id = m.host_organisation and host.coordinator
                             where m.network = platform.network() and m.kind <> 'PLENARY'
                               and m.state not in ('DRAFT', 'CANCELLED')
                               and (m.starts_at at time zone 'Europe/Berlin')::date > cast(:day as date) - interval '1 year'
                               and (m.starts_at at time zone 'Europe/Berlin')::date <= :day),
                        there as (
                            select distinct a.meeting_id, a.organisation
                              from meetings.attendance_card a
                              join held on held.id = a.meeting_id
                              join directory.organisation_card o on o.network = a.network and o.id = a.organisation and not o.coordinator
                             where a.network = platform.network() and a.presence = 'PRESENT')
                        select there.organisation, sum(held.hours / present.number) as hours
                          from there
                          join held on held.id = there.meeting_id
                          join (select meeting_id, count(*) as number from there group by meeting_id) present
                            on present.meeting_id = there.meeting_id
                         group by there.organisation
                         order by there.organisation
                        """).param("day", day).query(Spent.class).list();
    }

    private static Attention amongOffers(Map<UUID, Double> spent, Offered offered) {
        var hours = new TreeMap<String, Double>();
        var reference = new TreeMap<String, Double>();
        offered.amounts().forEach((partner, amount) -> {
            reference.put(partner.toString(), amount);
            hours.put(partner.toString(), spent.getOrDefault(partner, 0.0));
        });
        return compared(Measure.CAPACITY, offered, hours, reference);
    }

    private static Attention amongKinds(Map<UUID, Double> spent, Map<UUID, Member> members) {
        var hours = new TreeMap<String, Double>();
        var reference = new TreeMap<String, Double>();
        members.values().stream().filter(it -> !it.coordinator()).forEach(it -> {
            reference.merge(it.group(), 1.0, Double::sum);
            hours.merge(it.group(), spent.getOrDefault(it.id(), 0.0), Double::sum);
        });
        return compared(Measure.MEMBERS, null, hours, reference);
    }

    private static Attention compared(
            Measure measure,
            @Nullable Offered offered,
            TreeMap<String, Double> hours,
            TreeMap<String, Double> reference) {
        double all = hours.values().stream().mapToDouble(it -> it).sum();
        double whole = reference.values().stream().mapToDouble(it -> it).sum();
        // Where there is one group only, all of the time is rightly its.
        if (reference.size() < 2 || all == 0 || whole == 0)
            return new Attention(measure, offered, all, OptionalDouble.empty(), List.of());
        var apart = Dissimilarity.between(
                hours.values().stream().mapToDouble(it -> it).toArray(),
                reference.values().stream().mapToDouble(it -> it).toArray());
        var lines = hours.entrySet().stream()
                .map(it -> new Line(it.getKey(), it.getValue(), reference.getOrDefault(it.getKey(), 0.0) / whole))
                .sorted(Comparator.comparingDouble((Line it) -> -it.distance(all))
                        .thenComparing(Line::key))
                .toList();
        return new Attention(measure, offered, all, apart, lines);
    }
}
