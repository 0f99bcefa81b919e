package org.wirknetz.directory.web;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wirknetz.directory.Abbreviations;
import org.wirknetz.directory.SearchWords;
import org.wirknetz.directory.Sight;

/// Which organisations a list holds and in which order: their number and the identities of one page, no more.
///
/// The whole list in the order of an index is read from that index, so that page 400 costs little more than page 1.
/// Whatever is narrowed, or ordered by something outside the organisation's own row, is gathered once, in the order of
/// names, and counted and cut in the same statement.
final class OrganisationHits {

    /// @param total all that were found, on every page
    /// @param ids of this page, in order
    record Hits(int total, List<UUID> ids) {}

    private static final Map<String, String> INDEXED = Map.of(
            "name", "platform.fold(o.name)",
            "short_name", "platform.fold(o.short_name)",
            "city", "platform.fold(o.city)",
            "postcode", "o.postcode");

    private static final String STANDING = " from directory.membership m where m.network = platform.network()"
            + " and (m.valid_from is null or m.valid_from <= :on) and (m.valid_to is null or m.valid_to > :on)";

    private final JdbcClient db;
    private final ListQuestion question;
    private final Sight sight;
    private final String sort;
    private final String direction;
    private final Map<String, Object> parameters;
    private final List<String> conditions = new ArrayList<>();

    OrganisationHits(
            JdbcClient db,
            ListQuestion question,
            Sight sight,
            Map<String, Object> parameters,
            Abbreviations abbreviations) {
        this.db = db;
        this.question = question;
        this.sight = sight;
        this.sort = question.sort(OrganisationList.SORTS, "name");
        this.direction = question.descending() ? "desc" : "asc";
        this.parameters = new HashMap<>(parameters);
        narrow(abbreviations);
    }

    Hits cut(int limit, int offset) {
        return conditions.isEmpty() && sight.seesEveryName() && inOrderOfAnIndex()
                ? walked(limit, offset)
                : gathered(limit, offset);
    }

    /// What some may not see orders nothing for them, and no index knows who is asking.
    private boolean inOrderOfAnIndex() {
        return switch (sort) {
            case "name", "short_name" -> true;
            case "city", "postcode" -> sight.seesFormer();
            default -> false;
        };
    }

    /// First those with something in the column, then, by name, those without: holes come last either way.
    private Hits walked(int limit, int offset) {
        var rank = INDEXED.getOrDefault(sort, "");
        int total = count("");
        if (sort.equals("name")) return new Hits(total, walk("", rank + " %1$s, o.id %1$s", limit, offset));
        var filled = " and o." + sort + " is not null";
        var ids = new ArrayList<>(walk(filled, rank + " %1$s, platform.fold(o.name) %1$s, o.id %1$s", limit, offset));
        if (ids.size() < limit && offset + ids.size() < total) {
            int before = ids.isEmpty() ? count(filled) : offset + ids.size();
            ids.addAll(walk(
                    " and o." + sort + " is null",
                    "platform.fold(o.name), o.id",
                    limit - ids.size(),
                    Math.max(0, offset - before)));
        }
        return new Hits(total, ids);
    }

    private int count(String condition) {
        return db.sql("select count(*) from directory.organisation o where o.network = platform.network()" + condition)
                .query(Integer.class)
                .single();
    }

    private List<UUID> walk(String condition, String order, int limit, int offset) {
        return db.sql("select o.id from directory.organisation o where o.network = platform.network()" + condition
                        + " order by " + order.formatted(direction) + " limit :limit offset :offset")
                .param("limit", limit)
                .param("offset", offset)
                .query(UUID.class)
                .list();
    }

    private Hits gathered(int limit, int offset) {
        return db.sql("with o as materialized (select o.id, o.area,"
                        + " row_number() over (order by platform.fold(o.name), o.id) as place"
                        + " from directory.organisation o where o.network = platform.network()"
                        + (sight.seesEveryName() ? "" : " and o.visibility ->> 'name' = 'public'")
                        + "), hit as materialized (select o.id, o.place" + rank() + join() + where() + ")"
                        + " select (select count(*) from hit) as total, array(select id from hit order by "
                        + (sort.equals("name") ? "" : "rank " + direction + " nulls last, ")
                        + "place " + direction + " limit :limit offset :offset) as ids")
                .params(parameters)
                .param("limit", limit)
                .param("offset", offset)
                .query((row, number) -> hits(row))
                .single();
    }

    private static Hits hits(ResultSet row) throws SQLException {
        return new Hits(
                row.getInt("total"), List.of((UUID[]) row.getArray("ids").getArray()));
    }

    private String rank() {
        return switch (sort) {
            case "area" -> ", a.rank";
            case "status" -> ", m.status as rank";
            case "since" -> ", m.valid_from as rank";
            case "name" -> "";
            default -> ", " + INDEXED.getOrDefault(sort, "null").replace("o.", "seen.") + " as rank";
        };
    }

    private String join() {
        var joined = " from o";
        if (question.has("status") || sort.equals("status") || sort.equals("since")) {
            joined += " left join (select m.organisation, m.status, m.valid_from" + STANDING
                    + ") m on m.organisation = o.id";
        }
        return joined
                + switch (sort) {
                    case "area" ->
                        " left join (select a.id, row_number() over (order by platform.fold(a.name), a.id) as rank"
                                + " from directory.area a where a.network = platform.network()) a on a.id = o.area";
                    case "name", "status", "since" -> "";
                    default -> " join " + seen("seen") + " on seen.id = o.id and seen.network = platform.network()";
                };
    }

    private String seen(String name) {
        return "directory.organisation_seen(" + sight.audience() + ", cast(:own as uuid[])) " + name;
    }

    private String where() {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    private void narrow(Abbreviations abbreviations) {
        if (question.has("q")) {
            conditions.add(
                    "o.id in (select e.id from directory.found(cast(:words as jsonb), 4, null, 'organisation', null) e)");
            parameters.put(
                    "words", SearchWords.of(question.get("q"), abbreviations).json());
        }
        question.id("group").ifPresent(group -> {
            conditions.add("o.id in (select og.organisation from directory.organisation_group og"
                    + " where og.network = platform.network() and og.actor_group = :group)");
            parameters.put("group", group);
        });
        question.id("area").ifPresent(area -> {
            conditions.add("o.area in (select id from directory.area where id = :area or parent = :area)");
            parameters.put("area", area);
        });
        switch (question.get("status")) {
            case "" -> {}
            case "MEMBER" -> conditions.add("m.status in ('ACTIVE', 'DORMANT')");
            case "NONE" -> conditions.add("m.status is null");
            default -> {
                conditions.add("m.status = :status");
                parameters.put("status", question.get("status"));
            }
        }
        switch (question.get("gap")) {
            case "person" -> conditions.add(sight.seesPeople() ? NOBODY : "false");
            case "email" ->
                conditions.add("o.id in (select s.id from " + seen("s")
                        + " where s.network = platform.network() and s.email is null)");
            case "group" ->
                conditions.add("not exists (select from directory.organisation_group og"
                        + " where og.network = platform.network() and og.organisation = o.id)");
            case "area" -> conditions.add("o.area is null");
            default -> {}
        }
    }

    private static final String NOBODY = """
            not exists (select from directory.position p where p.network = platform.network() and p.organisation = o.id
                           and (p.valid_from is null or p.valid_from <= :on) and (p.valid_to is null or p.valid_to > :on))
            and not exists (select from directory.mandate d where d.network = platform.network() and d.organisation = o.id
                           and (d.valid_from is null or d.valid_from <= :on) and (d.valid_to is null or d.valid_to > :on))
            """;
}
