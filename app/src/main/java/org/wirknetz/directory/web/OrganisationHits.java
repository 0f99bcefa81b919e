package org.wirknetz.directory.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wirknetz.directory.Abbreviations;
import org.wirknetz.directory.SearchWords;
import org.wirknetz.directory.Sight;
import org.wirknetz.platform.web.Way;

/// Which organisations a list holds and in which order: their number and the identities of one page, no more.
///
/// The lines of the list (`directory.organisation_line`) know name, area and standing on every day. What they alone
/// decide is read along one of their indexes, so that page 400 costs little more than page 1. What other tables decide
/// as well (a group, a gap, a word) is gathered once, counted and cut in the same statement. In the order of another
/// field, the index of that field is the way.
final class OrganisationHits {

    /// @param total all that were found, on every page
    /// @param ids of this page, in order
    record Hits(int total, List<UUID> ids) {}

    private static final Map<String, String> FIELDS = Map.of(
            "short_name", "platform.fold(%s.short_name)",
            "city", "platform.fold(%s.city)",
            "postcode", "%s.postcode");

    private static final String FOUND =
            "select e.id from directory.found(cast(:words as jsonb), 4, null, 'organisation', null) e";
    // The planner cannot know how many a word finds: few are looked up, among many the lines are read once.
    private static final String FOUND_FIRST =
            "with found as materialized (" + FOUND + "), few as (select count(*) <= 500 as few from found), ";
    private static final String AMONG_FEW =
            " and (select few from few) and l.organisation = any (array(select id from found))";
    private static final String AMONG_MANY =
            " and not (select few from few) and (l.organisation in (select id from found)) is true";

    private static final List<String> NAME = List.of("l.name");
    private static final String HERE = ".network = (select platform.network())";
    private static final String AREAS = "(select a.id, platform.fold(a.name) as name from directory.area a where a"
            + HERE + " order by platform.fold(a.name), a.id offset 0) a on a.id = l.area";

    private final JdbcClient db;
    private final ListQuestion question;
    private final Sight sight;
    private final String sort;
    private final boolean typed;
    private final Map<String, Object> parameters;
    private final List<String> onLine = new ArrayList<>();
    private final List<String> elsewhere = new ArrayList<>();

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
        this.typed = question.has("q");
        this.parameters = new HashMap<>(parameters);
        narrow(abbreviations);
    }

    Hits cut(int limit, int offset) {
        if ((typed || !elsewhere.isEmpty()) && !FIELDS.containsKey(sort)) return gathered(limit, offset);
        boolean everyone = !typed && onLine.isEmpty() && elsewhere.isEmpty();
        int total = Way.count(db, parameters, everyone ? " from directory.organisation o where o" + HERE : lines(""));
        return new Hits(total, way(everyone).page(db, parameters, question.descending(), total, limit, offset));
    }

    private Way way(boolean everyone) {
        return switch (sort) {
            case "name" -> new Way("l.organisation", lines(""), null, List.of(), NAME);
            case "area" ->
                new Way(
                        "l.organisation",
                        lines(" join " + AREAS),
                        lines("") + " and l.area is null",
                        List.of("a.name", "a.id"),
                        NAME);
            case "status", "since" -> {
                var is = lines("") + " and l." + sort;
                yield new Way("l.organisation", is + " is not null", is + " is null", List.of("l." + sort), NAME);
            }
            default -> {
                boolean shown = isShown();
                var which = " from " + (shown ? "directory.organisation s" : seen("s")) + " where s" + HERE
                        + (everyone ? "" : " and s.id in (select l.organisation" + lines("") + ")") + " and s." + sort;
                var rank = FIELDS.getOrDefault(sort, "null").formatted("s");
                yield new Way(
                        "s.id",
                        which + " is not null",
                        which + " is null",
                        List.of(rank),
                        List.of("platform.fold(s.name)"));
            }
        };
    }

    /// What some may not see orders nothing for them. Few hide anything: where nobody hides this field, it orders for
    /// all
    /// inside as for the office.
    private boolean isShown() {
        if (sight.seesFormer() || (sort.equals("short_name") && sight.seesEveryName())) return true;
        return sight.seesPeople()
                && !db.sql("select exists (select from directory.organisation o where o" + HERE
                                + " and o.visibility <> '{}' and o.visibility ->> :field = 'office')")
                        .param("field", sort)
                        .query(Boolean.class)
                        .single();
    }

    private Hits gathered(int limit, int offset) {
        var direction = question.descending() ? " desc" : "";
        var rank = switch (sort) {
            case "area" -> "case when a.id is not null then row(a.name, a.id) end";
            case "status", "since" -> "l." + sort;
            default -> "true";
        };
        // Holes are listed by name, whichever way the others go.
        var all = "select l.organisation as id, l.name, " + rank + " as rank"
                + narrowed(sort.equals("area") ? " left join " + AREAS : "");
        return db.sql((typed ? FOUND_FIRST : "with ")
                        + "hit as materialized ("
                        + (typed ? all + AMONG_FEW + " union all " + all + AMONG_MANY : all)
                        + ") select (select count(*) from hit) as total, array(select id from hit order by rank"
                        + direction
                        + " nulls last, case when rank is null then name end, name" + direction + ", id" + direction
                        + " limit :limit offset :offset) as ids")
                .params(parameters)
                .param("limit", limit)
                .param("offset", offset)
                .query((row, number) -> new Hits(row.getInt("total"), List.of((UUID[])
                        row.getArray("ids").getArray())))
                .single();
    }

    private String lines(String joined) {
        return narrowed(joined) + (typed ? " and l.organisation in (" + FOUND + ")" : "");
    }

    private String narrowed(String joined) {
        return " from directory.organisation_line l" + joined + " where l" + HERE
                + " and l.begins <= :on and l.ends > :on"
                + Stream.concat(onLine.stream(), elsewhere.stream())
                        .map(it -> " and " + it)
                        .collect(Collectors.joining());
    }

    private String seen(String name) {
        return "directory.organisation_seen(" + sight.audience() + ", cast(:own as uuid[])) " + name;
    }

    private void narrow(Abbreviations abbreviations) {
        if (!sight.seesEveryName()) {
            elsewhere.add("l.organisation in (select s.id from " + seen("s") + " where s" + HERE + ")");
        }
        if (typed) {
            parameters.put(
                    "words", SearchWords.of(question.get("q"), abbreviations).json());
        }
        question.id("group").ifPresent(group -> {
            elsewhere.add("l.organisation in (select og.organisation from directory.organisation_group og"
                    + " where og.network = (select platform.network()) and og.actor_group = :group)");
            parameters.put("group", group);
        });
        question.id("area").ifPresent(area -> {
            onLine.add(
                    "l.area in (select id from directory.area where network = (select platform.network()) and (id = :area or parent = :area))");
            parameters.put("area", area);
        });
        switch (question.get("status")) {
            case "" -> {}
            case "MEMBER" -> onLine.add("l.status in ('ACTIVE', 'DORMANT')");
            case "NONE" -> onLine.add("l.status is null");
            default -> {
                onLine.add("l.status = :status");
                parameters.put("status", question.get("status"));
            }
        }
        switch (question.get("gap")) {
            case "person" -> elsewhere.add(sight.seesPeople() ? NOBODY : "false");
            case "email" ->
                elsewhere.add("l.organisation in (select s.id from "
                        + (sight.seesFormer() ? "directory.organisation s" : seen("s"))
                        + " where s" + HERE + " and s.email is null)");
            case "group" ->
                elsewhere.add("not exists (select from directory.organisation_group og"
                        + " where og.network = (select platform.network()) and og.organisation = l.organisation)");
            case "area" -> onLine.add("l.area is null");
            default -> {}
        }
    }

    private static final String NOBODY = """
            not exists (select from directory.position p where p.network = (select platform.network()) and p.organisation = l.organisation
                           and (p.valid_from is null or p.valid_from <= :on) and (p.valid_to is null or p.valid_to > :on))
            and not exists (select from directory.mandate d where d.network = (select platform.network()) and d.organisation = l.organisation
                           and (d.valid_from is null or d.valid_from <= :on) and (d.valid_to is null or d.valid_to > :on))
            """;
}
