package org.wirknetz.networkcheck.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Which pairs are bound at which level (C11.4), and where form and contact part: bound on paper without any other tie,
/// or in close contact without a word in writing. Only agreements that the one who asks may read are counted.
///
/// @param organisations those that are bound to somebody, by name
/// @param levels the highest step by pair, key `smaller id larger id`
public record BindingPage(List<Named> organisations, Map<String, Integer> levels, List<Pair> pairs) {

    private static final int CLOSE = 3;

    public record Named(UUID id, String name, String shortName) {}

    /// @param level null where there is no agreement
    /// @param strength of the strongest tie of another kind than an agreement; null where there is none
    /// @param agreement one of the agreements of that level
    public record Pair(
            UUID one,
            String oneName,
            UUID other,
            String otherName,
            @Nullable Integer level,
            @Nullable Integer strength,
            @Nullable UUID agreement,
            @Nullable String title) {}

    static BindingPage of(JdbcClient db, LocalDate day) {
        var pairs = db.sql("""
                        with bound as (
                            select least(p.organisation, q.organisation) as one, greatest(p.organisation, q.organisation) as other,
                                   max(a.binding) as level, (array_agg(a.id order by a.binding desc, a.id))[1] as agreement,
                                   (array_agg(a.title order by a.binding desc, a.id))[1] as title
                              from agreements.agreement_card a
                              join agreements.party_card p on p.network = a.network and p.agreement = a.id
                              join agreements.party_card q on q.network = a.network and q.agreement = a.id
                                   and q.organisation > p.organisation
                             where a.network = platform.network() and a.concluded_on <= :day
                               and (a.ended_on is null or a.ended_on > :day) and (a.valid_to is null or a.valid_to > :day)
                             group by 1, 2
                        ), met as (
                            select least(t.from_organisation, t.to_organisation) as one,
                                   greatest(t.from_organisation, t.to_organisation) as other, max(coalesce(t.strength, 1)) as strength
                              from networkcheck.tie t
                             where t.network = platform.network() and t.kind <> 'AGREEMENT'
                               and (t.valid_from is null or t.valid_from <= :day) and (t.valid_to is null or t.valid_to > :day)
                             group by 1, 2
                        )
                        select x.id as one, x.name as one_name, y.id as other, y.name as other_name, pair.level, pair.strength,
                               pair.agreement, pair.title
                          from (select one, other, bound.level, met.strength, bound.agreement, bound.title
                                  from bound full join met using (one, other)) pair
                          join directory.organisation_card x on x.network = platform.network() and x.id = pair.one
                          join directory.organisation_card y on y.network = platform.network() and y.id = pair.other
                         where pair.level is not null or pair.strength >= :close
                         order by pair.level desc nulls last, pair.strength desc nulls last, x.name, y.name
                        """)
                .param("day", day)
                .param("close", CLOSE)
                .query(Pair.class)
                .list();
        var levels = new LinkedHashMap<String, Integer>();
        var bound = new ArrayList<UUID>();
        for (var pair : pairs) {
            if (pair.level() == null) continue;
            levels.put(key(pair.one(), pair.other()), pair.level());
            bound.add(pair.one());
            bound.add(pair.other());
        }
        var organisations = db.sql("""
                        select id, name, short as short_name from directory.organisation_card
                         where network = platform.network() and id = any (cast(? as uuid[])) order by platform.fold(name), id
                        """)
                .param(bound.stream().distinct().map(UUID::toString).toArray(String[]::new))
                .query(Named.class)
                .list();
        return new BindingPage(organisations, levels, pairs);
    }

    private static String key(UUID one, UUID other) {
        var first = one.toString();
        var second = other.toString();
        return first.compareTo(second) < 0 ? first + " " + second : second + " " + first;
    }

    public @Nullable Integer level(Named one, Named other) {
        return levels.get(key(one.id(), other.id()));
    }

    public List<Pair> bound() {
        return pairs.stream().filter(it -> it.level() != null).toList();
    }

    /// Something in writing and, as far as the network knows, nothing else.
    public List<Pair> onPaperOnly() {
        return pairs.stream()
                .filter(it -> it.level() != null && it.strength() == null)
                .toList();
    }

    /// Close, and nothing in writing: ready to be put into words.
    public List<Pair> withoutForm() {
        return pairs.stream().filter(it -> it.level() == null).toList();
    }
}
