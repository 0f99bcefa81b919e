package org.wirknetz.networkcheck.web;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Who is bound to whom at which level, for those who are bound to most: a matrix that one can still read.
///
/// @param organisations by name
/// @param all how many are bound to anybody
/// @param levels the highest step by pair, key `smaller id larger id`
public record BindingMatrix(List<Named> organisations, long all, Map<String, Integer> levels) {

    static final int MOST = 30;

    public record Named(UUID id, String name, String shortName) {}

    private record Bound(UUID one, String oneName, String oneShort, UUID other, int level, long everybody) {}

    static BindingMatrix of(JdbcClient db, LocalDate day) {
        var rows = db.sql(BindingPairs.PAIRS + """
                        , ways as (
                            select one, other, level from pair where level is not null
                            union all
                            select other, one, level from pair where level is not null
                        ), most as (
                            select one as id, count(*) over () as everybody from ways group by one order by count(*) desc, one limit :most
                        )
                        select ways.one, o.name as one_name, o.short as one_short, ways.other, ways.level, most.everybody
                          from ways
                          join most on most.id = ways.one
                          join directory.organisation_card o on o.network = platform.network() and o.id = ways.one
                         order by platform.fold(o.name), ways.one
                        """)
                .param("day", day)
                .param("close", Integer.MAX_VALUE)
                .param("most", MOST)
                .query(Bound.class)
                .list();
        var levels = new HashMap<String, Integer>();
        rows.forEach(it -> levels.put(key(it.one(), it.other()), it.level()));
        return new BindingMatrix(
                rows.stream()
                        .map(it -> new Named(it.one(), it.oneName(), it.oneShort()))
                        .distinct()
                        .toList(),
                rows.isEmpty() ? 0 : rows.getFirst().everybody(),
                Map.copyOf(levels));
    }

    public boolean whole() {
        return all <= organisations.size();
    }

    public @Nullable Integer level(Named one, Named other) {
        return levels.get(key(one.id(), other.id()));
    }

    private static String key(UUID one, UUID other) {
        var first = one.toString();
        var second = other.toString();
        return first.compareTo(second) < 0 ? first + " " + second : second + " " + first;
    }
}
