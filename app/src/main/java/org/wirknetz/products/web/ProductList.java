package org.wirknetz.products.web;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.util.UriComponentsBuilder;
import org.wirknetz.products.Stage;

/// The list of joint products with what one asked of it.
///
/// @param stage of [Stage], or empty for all that have not ended, or `all`
/// @param q words the name or purpose contains
public record ProductList(
        String path, String q, String stage, String sort, List<Row> rows, Map<String, Integer> stages) {

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
        var q = cut(given.getOrDefault("q", "").strip());
        var stage = given.getOrDefault("stage", "");
        if (!stage.equals("all")
                && List.of(Stage.values()).stream().noneMatch(it -> it.name().equals(stage))) {
            return list(db, path, q, "", sort(given));
        }
        return list(db, path, q, stage, sort(given));
    }

    private static ProductList list(JdbcClient db, String path, String q, String stage, String sort) {
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
                        """.formatted(order(sort)))
                .param("stage", stage)
                .param("q", q)
                .query(Row.class)
                .list();
        var stages = new HashMap<String, Integer>();
        db.sql("select products.stage_of(id) as stage, count(*) as number from products.product group by 1")
                .query(row -> {
                    stages.put(row.getString("stage"), row.getInt("number"));
                });
        return new ProductList(path, q, stage, sort, rows, Map.copyOf(stages));
    }

    private static String sort(Map<String, String> given) {
        var sort = given.getOrDefault("sort", "stage");
        return COLUMNS.containsKey(sort.replaceFirst("^-", "")) ? sort : "stage";
    }

    /// Only names from the list above ever reach the statement.
    private static String order(String sort) {
        var column = COLUMNS.getOrDefault(sort.replaceFirst("^-", ""), "platform.fold(p.name)");
        return column + (sort.startsWith("-") ? " desc nulls last" : " asc nulls last");
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

    /// The address of the same question with one answer changed; an empty value leaves it out.
    public String with(String name, String value) {
        var address = UriComponentsBuilder.fromPath(path);
        Map.of("q", q, "stage", stage, "sort", sort.equals("stage") ? "" : sort).forEach((key, is) -> {
            if (!key.equals(name) && !is.isEmpty()) address.queryParam(key, is);
        });
        if (!value.isEmpty()) address.queryParam(name, value);
        return address.build().encode().toUriString();
    }

    private static String cut(String text) {
        return text.length() > 100 ? text.substring(0, 100) : text;
    }
}
