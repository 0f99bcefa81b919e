package org.wirknetz.networkcheck;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wirknetz.networkcheck.Coopetition.Profile;
import org.wirknetz.networkcheck.Coopetition.Two;

/// Reads for the coopetition matrix what the office may see: offers, needs, declared ties, work done together,
/// agreements
/// in confidence and favours of two years.
@Component
public class Coopetitions {

    private static final int FAVOURS_MONTHS = 24;

    private final Chronicles chronicles;
    private final JdbcClient db;

    Coopetitions(Chronicles chronicles, JdbcClient db) {
        this.chronicles = chronicles;
        this.db = db;
    }

    /// @param locale of the names of actor groups
    public Coopetition on(LocalDate day, Locale locale) {
        var chronicle = chronicles.current();
        var snapshot = chronicle.asOf(day).withoutCoordinator();
        var names = chronicle.groups().stream()
                .collect(Collectors.toMap(ActorGroup::key, it -> it.name(locale), (one, other) -> one));
        var profiles = new LinkedHashMap<UUID, Profile>();
        for (var member : snapshot.members()) {
            var groups = new LinkedHashMap<String, String>();
            for (var group : member.groups())
                groups.put(
                        "group:" + group + "|" + member.area(), named(names.getOrDefault(group, group), member.area()));
            profiles.put(member.id(), new Profile(member, new LinkedHashMap<>(), groups, new LinkedHashMap<>()));
        }
        listings(day, profiles);
        return Coopetition.of(profiles, kinds(day, snapshot));
    }

    private void listings(LocalDate day, Map<UUID, Profile> profiles) {
        record Entry(UUID organisation, String sort, String topics, String area) {}
        var entries = db.sql("""
                        select l.organisation, l.sort, l.topics, coalesce(a.name, '') as area
                          from exchange.listing_card l
                          left join directory.area_card a on a.network = l.network and a.id = l.area
                         where l.network = platform.network() and l.topics <> '' and (l.sort <> 'INTEREST' or l.stance = 'FOR')
                           and (l.valid_from is null or l.valid_from <= :day or l.sort = 'NEED')
                           and (l.valid_to is null or l.valid_to > :day)
                         order by l.id
                        """).param("day", day).query(Entry.class).list();
        for (var entry : entries) {
            var profile = profiles.get(entry.organisation());
            if (profile == null) continue;
            boolean wants = entry.sort().equals("NEED") || entry.sort().equals("INTEREST");
            for (var topic : entry.topics().split("\\s*,\\s*")) {
                if (topic.isBlank()) continue;
                var key = topic.strip().toLowerCase(Locale.GERMAN);
                if (wants) profile.wants().putIfAbsent(key, topic.strip());
                else profile.offers().putIfAbsent(key + "|" + entry.area(), named(topic.strip(), entry.area()));
            }
        }
    }

    private static String named(String what, String area) {
        return area.isEmpty() ? what : what + " (" + area + ")";
    }

    private Map<Two, Set<String>> kinds(LocalDate day, Snapshot snapshot) {
        var kinds = new HashMap<Two, Set<String>>();
        for (var tie : snapshot.ties())
            kinds.computeIfAbsent(Two.of(tie.from(), tie.to()), it -> new HashSet<>())
                    .add(tie.kind());
        db.sql("""
                        select 'AGREEMENT' as kind, p.organisation as one, q.organisation as other
                          from agreements.agreement_card a
                          join agreements.party_card p on p.network = a.network and p.agreement = a.id
                          join agreements.party_card q on q.network = a.network and q.agreement = a.id and q.organisation > p.organisation
                         where a.network = platform.network() and a.concluded_on <= :day
                           and (a.ended_on is null or a.ended_on > :day) and (a.valid_to is null or a.valid_to > :day)
                        union
                        select 'FAVOUR', least(c.giver, c.receiver), greatest(c.giver, c.receiver)
                          from exchange.contribution_card c
                         where c.network = platform.network() and c.state = 'CONFIRMED' and c.given_on > :since and c.given_on <= :day
                        """)
                .param("day", day)
                .param("since", day.minusMonths(FAVOURS_MONTHS))
                .query(row -> {
                    kinds.computeIfAbsent(
                                    Two.of(row.getObject("one", UUID.class), row.getObject("other", UUID.class)),
                                    it -> new HashSet<>())
                            .add(row.getString("kind"));
                });
        return kinds;
    }
}
