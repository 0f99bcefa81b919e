package org.wirknetz.networkcheck.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wirknetz.platform.web.Asked;

/// Pairs as they are bound on a day, and where form and contact part (C11.4). Only agreements that the one who asks may
/// read are counted.
///
/// @param total of the pairs asked for, on this page and the others
public record BindingPairs(long total, List<Pair> rows) {

    static final int SIZE = 50;
    private static final int MOST = 100_000;

    /// From this strength on a tie counts as close.
    private static final int CLOSE = 3;

    private static final Map<String, String> COLUMNS = Map.of(
            "one", "platform.fold(pair.one_name)",
            "other", "platform.fold(pair.other_name)",
            "level", "pair.level",
            "strength", "pair.strength",
            "agreement", "platform.fold(pair.title)");

    /// Worked out once a question. Parameters: `day`, `close`.
    static final String PAIRS = "with pair as materialized (select * from networkcheck.bound_pairs(:day, :close))\n";

    /// @param level null where there is no agreement
    /// @param strength of the strongest tie; null where there is none
    /// @param agreement one of the agreements of that level
    public record Pair(
            UUID one,
            String oneName,
            UUID other,
            String otherName,
            @Nullable Integer level,
            @Nullable Integer strength,
            @Nullable UUID agreement,
            @Nullable String title,
            String kind,
            long total) {}

    /// @param paper bound, and as far as the network knows nothing else
    /// @param informal close, and nothing in writing
    public record Counts(long bound, long paper, long informal) {

        public long of(String kind) {
            return switch (kind) {
                case "paper" -> paper;
                case "informal" -> informal;
                default -> bound;
            };
        }
    }

    static Asked asked(String path, Map<String, String> given, LocalDate day) {
        return Asked.reading(path, given)
                .words("q")
                .usually("kind", "bound", Set.of("bound", "paper", "informal"))
                .oneOf("level", "0", "1", "2", "3", "4", "5")
                .id("organisation")
                .day(day)
                .sort("-level", COLUMNS.keySet())
                .asked();
    }

    static BindingPairs page(JdbcClient db, Asked asked, LocalDate day) {
        return read(db, asked, day, SIZE, (asked.page() - 1) * SIZE);
    }

    static BindingPairs whole(JdbcClient db, Asked asked, LocalDate day) {
        return read(db, asked, day, MOST, 0);
    }

    private static BindingPairs read(JdbcClient db, Asked asked, LocalDate day, int limit, int offset) {
        var rows = db.sql(PAIRS + """
                        select pair.*, count(*) over () as total
                          from (select case when sided.straight then x.id else y.id end as one,
                                       case when sided.straight then y.id else x.id end as other,
                                       case when sided.straight then x.name else y.name end as one_name,
                                       case when sided.straight then y.name else x.name end as other_name,
                                       pair.level, pair.strength, pair.agreement, pair.title, pair.kind,
                                       x.name || ' ' || x.short || ' ' || y.name || ' ' || y.short as found
                                  from pair
                                  join directory.organisation_card x on x.network = platform.network() and x.id = pair.one
                                  join directory.organisation_card y on y.network = platform.network() and y.id = pair.other
                                 cross join lateral (select (x.name, x.id) < (y.name, y.id) as straight) sided
                                 where case :kind when 'bound' then pair.level is not null else pair.kind = :kind end) pair
                         where (:level = '' or pair.level = cast(nullif(:level, '') as int))
                           and (cast(:organisation as uuid) is null or cast(:organisation as uuid) in (pair.one, pair.other))
                           and (:q = '' or platform.fold(pair.found) like '%' || replace(platform.fold(:q), '%', '') || '%')
                         order by
                        """ + " " + asked.order(COLUMNS) + """
                        , pair.strength desc nulls last, pair.one_name, pair.other_name, pair.one, pair.other
                         limit :limit offset :offset
                        """)
                .param("day", day)
                .param("close", CLOSE)
                .param("kind", asked.is("kind"))
                .param("level", asked.is("level"))
                .param("organisation", asked.id("organisation"))
                .param("q", asked.is("q"))
                .param("limit", limit)
                .param("offset", offset)
                .query(Pair.class)
                .list();
        return new BindingPairs(rows.isEmpty() ? 0 : rows.getFirst().total(), rows);
    }

    static Counts counts(JdbcClient db, LocalDate day) {
        return db.sql(PAIRS + """
                        select count(pair.level) as bound, count(*) filter (where kind = 'paper') as paper,
                               count(*) filter (where kind = 'informal') as informal
                          from pair
                        """)
                .param("day", day)
                .param("close", CLOSE)
                .query(Counts.class)
                .single();
    }
}
