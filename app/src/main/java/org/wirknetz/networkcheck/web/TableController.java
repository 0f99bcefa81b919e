package org.wirknetz.networkcheck.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.wirknetz.access.Visitor;
import org.wirknetz.networkcheck.ActorGroup;
import org.wirknetz.networkcheck.Chronicles;
import org.wirknetz.networkcheck.NetworkcheckPermissions;
import org.wirknetz.networkcheck.Snapshot;
import org.wirknetz.platform.Forbidden;

@Controller
class TableController {

    private final Chronicles chronicles;
    private final NetworkcheckPermissions may;
    private final CheckDesk desk;

    TableController(Chronicles chronicles, NetworkcheckPermissions may, CheckDesk desk) {
        this.chronicles = chronicles;
        this.may = may;
        this.desk = desk;
    }

    @GetMapping("/w/{network}/check/table")
    ModelAndView table(Visitor visitor, @RequestParam(name = "asOf", required = false) @Nullable String typed) {
        Forbidden.unless(may.seeNames(visitor));
        var chronicle = chronicles.current();
        var asOf = desk.asOf(typed);
        var snapshot = chronicle.asOf(asOf);
        var groups = chronicle.groups().stream().collect(Collectors.toMap(ActorGroup::key, Function.identity()));
        return desk.page(
                "table",
                desk.say("networkcheck.table.title"),
                List.of(
                        desk.check(visitor),
                        new org.wirknetz.platform.web.Crumb(
                                desk.say("networkcheck.map.title"), visitor.base() + "/check/map"),
                        CheckDesk.here(desk.say("networkcheck.table.title"))),
                Map.of("page", new TablePage(asOf, Sentences.ofMap(desk, snapshot), rows(snapshot, groups))));
    }

    private static List<TablePage.Row> rows(Snapshot snapshot, Map<String, ActorGroup> groups) {
        var byId = snapshot.byId();
        var sure = new HashMap<UUID, Map<UUID, Boolean>>();
        for (var tie : snapshot.ties()) {
            sure.computeIfAbsent(tie.from(), it -> new HashMap<>())
                    .merge(tie.to(), tie.confirmedByBoth(), Boolean::logicalOr);
            sure.computeIfAbsent(tie.to(), it -> new HashMap<>())
                    .merge(tie.from(), tie.confirmedByBoth(), Boolean::logicalOr);
        }
        var rows = new ArrayList<TablePage.Row>();
        for (var member : snapshot.members()) {
            var partners = new ArrayList<TablePage.Partner>();
            sure.getOrDefault(member.id(), Map.of()).forEach((id, both) -> {
                var other = byId.get(id);
                if (other != null) partners.add(new TablePage.Partner(id.toString(), other.shortName(), both));
            });
            partners.sort(Comparator.comparing(TablePage.Partner::name));
            rows.add(new TablePage.Row(
                    member.id().toString(),
                    member.name(),
                    groups.get(member.group()),
                    partners.size(),
                    List.copyOf(partners)));
        }
        return List.copyOf(rows);
    }
}
