package org.wirknetz.networkcheck.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.wirknetz.access.Visitor;
import org.wirknetz.networkcheck.ActorGroup;
import org.wirknetz.networkcheck.Chronicles;
import org.wirknetz.networkcheck.Member;
import org.wirknetz.networkcheck.NetworkcheckPermissions;
import org.wirknetz.networkcheck.Snapshot;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.Scope;
import org.wirknetz.platform.web.Crumb;
import tools.jackson.databind.json.JsonMapper;

/// Where the partners are: areas of the region with their partners, drawn without any foreign map.
@Controller
class AreasController {

    private final JdbcClient db;
    private final Chronicles chronicles;
    private final NetworkcheckPermissions may;
    private final CheckDesk desk;
    private final JsonMapper json;

    AreasController(
            JdbcClient db, Chronicles chronicles, NetworkcheckPermissions may, CheckDesk desk, JsonMapper json) {
        this.db = db;
        this.chronicles = chronicles;
        this.may = may;
        this.desk = desk;
        this.json = json;
    }

    @GetMapping("/w/{network}/check/areas")
    ModelAndView areas(Visitor visitor, @RequestParam(name = "asOf", required = false) @Nullable String typed) {
        Forbidden.unless(may.seeNames(visitor));
        var chronicle = chronicles.current();
        var asOf = desk.asOf(typed);
        var snapshot = chronicle.asOf(asOf);
        var areas = areas();
        var groups = chronicle.groups().stream().collect(Collectors.toMap(ActorGroup::key, Function.identity()));
        var where = where();
        var byArea = snapshot.members().stream()
                .filter(it -> where.containsKey(it.id()))
                .collect(Collectors.groupingBy(it -> java.util.Objects.requireNonNull(where.get(it.id()))));
        var rows = rows(areas, byArea, snapshot);
        var placed = byArea.values().stream().mapToInt(List::size).sum();
        var page = new AreasPage(
                asOf,
                snapshot.members().isEmpty()
                        ? desk.say("networkcheck.map.nobody")
                        : desk.say(
                                "networkcheck.areas.sentence",
                                snapshot.members().size(),
                                rows.stream()
                                        .filter(it -> !it.area().isEmpty()
                                                && !it.members().isEmpty())
                                        .count(),
                                snapshot.members().size() - placed),
                Landscape.of(areas, byArea, groups, visitor.base()),
                chronicle.groupsOn(asOf),
                rows);
        return desk.page(
                "areas",
                desk.say("networkcheck.areas.title"),
                List.of(
                        desk.check(visitor),
                        new Crumb(desk.say("networkcheck.map.title"), visitor.base() + "/check/map"),
                        CheckDesk.here(desk.say("networkcheck.areas.title"))),
                Map.of("page", page));
    }

    private List<Landscape.Area> areas() {
        return db.sql("""
                        select id, name, level, shape::text as shape
                          from directory.area_card
                         where network = ?
                         order by level, name
                        """)
                .param(Scope.current().requireNetwork().value())
                .query((row, n) -> {
                    var shape = row.getString("shape");
                    return new Landscape.Area(
                            row.getObject("id", UUID.class),
                            row.getString("name"),
                            row.getString("level"),
                            shape == null ? null : json.readTree(shape));
                })
                .list();
    }

    /// The area of each organisation that has one.
    private Map<UUID, UUID> where() {
        var where = new HashMap<UUID, UUID>();
        db.sql("select id, area from directory.organisation_card where network = ? and area is not null")
                .param(Scope.current().requireNetwork().value())
                .query(row -> {
                    where.put(row.getObject("id", UUID.class), row.getObject("area", UUID.class));
                });
        return where;
    }

    private static List<AreasPage.Row> rows(
            List<Landscape.Area> areas, Map<UUID, List<Member>> byArea, Snapshot snapshot) {
        var rows = new ArrayList<AreasPage.Row>();
        for (var area : areas) {
            var here = byArea.getOrDefault(area.id(), List.of());
            if (!here.isEmpty() || area.level().equals("DISTRICT")) rows.add(new AreasPage.Row(area.name(), here));
        }
        var placed = byArea.values().stream().flatMap(List::stream).collect(Collectors.toSet());
        var nowhere =
                snapshot.members().stream().filter(it -> !placed.contains(it)).toList();
        if (!nowhere.isEmpty()) rows.add(new AreasPage.Row("", nowhere));
        return List.copyOf(rows);
    }
}
