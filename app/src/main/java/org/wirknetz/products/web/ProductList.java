package org.wirknetz.products.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wirknetz.platform.web.Asked;
import org.wirknetz.products.Stage;

/// The list of joint products with what one asked of it.
///
/// @param asked `stage` of [Stage], empty for all that have not ended, or `all`; `q` words of name or purpose
public record ProductList(Asked asked, List<Row> rows, Map<String, Integer> stages) {

    private static final Map<String, String> COLUMNS = Map.of(
            "name", "platform.fold(p.name)",
            "kind", "p.kind",
            "stage", "array_position(array['IDEA', 'CONCEPT', 'PILOT', 'MARKET', 'ENDED'], p.stage)",
            "since", "since",
            "partners", "partners");

    /// @param since the day it reached its stage
    /// @param owners names of those who answer for it
    /// @param partners how many take part, owners included
    public record Row(
            UUID id,
            String name,
            String kind,
            String stage,
            @Nullable LocalDate since,
            String owners,
            long partners) {}

    static ProductList of(JdbcClient db, String path, Map<String, String> given) {
        var known = Stream.concat(
                        Stream.of("", "all"), Arrays.stream(Stage.values()).map(Stage::name))
                .collect(Collectors.toSet());
        var asked = Asked.reading(path, given)
                .words("q")
                .usually("stage", "", known)
                .sort("stage", COLUMNS.keySet())
                .asked();
        var rows = db.sql("""
                        select p.id, p.name, p.kind, p.stage,
                               (select max(s.entered_on) from products.stage_change s
                                 where s.network = p.network and s.product = p.id) as since,
                               coalesce(string_agg(o.name, ', ' order by platform.fold(o.name)) filter (where t.owner), '') as owners,
                               count(t.id) as partners
                          from (select x.*, products.stage_of(x.id) as stage from products.product x) p
                          left join products.partner t on t.network = p.network and t.product = p.id and t.left_on is null
                          left join directory.organisation_card o on o.network = t.network and o.id = t.organisation
                         where (:stage = 'all' or p.stage = :stage or (:stage = '' and p.stage <> 'ENDED'))
                           and (:q = '' or position(platform.fold(:q) in platform.fold(concat_ws(' ', p.name, p.purpose))) > 0)
                         group by p.network, p.id, p.name, p.kind, p.stage
                         order by %s, platform.fold(p.name), p.id
                        """.formatted(asked.order(COLUMNS)))
                .param("stage", asked.is("stage"))
                .param("q", asked.is("q"))
                .query(Row.class)
                .list();
        var stages = new HashMap<String, Integer>();
        db.sql("select products.stage_of(id) as stage, count(*) as number from products.product group by 1")
                .query(row -> {
                    stages.put(row.getString("stage"), row.getInt("number"));
                });
        return new ProductList(asked, rows, Map.copyOf(stages));
    }

    public int in(String name) {
        return stages.getOrDefault(name, 0);
    }

    public int all() {
        return stages.values().stream().mapToInt(Integer::intValue).sum();
    }

    public boolean untouched() {
        return all() == 0;
    }
}
