package org.wirknetz.networkcheck.web;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.wirknetz.access.Visitor;
import org.wirknetz.networkcheck.NetworkcheckPermissions;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.tables.Cell;
import org.wirknetz.platform.tables.TableWriter;
import org.wirknetz.platform.web.Asked;
import org.wirknetz.platform.web.Filter;
import org.wirknetz.platform.web.Spreadsheet;

/// Who is bound to whom, at which level: as a matrix and as a table.
@Controller
class BindingController {

    private final JdbcClient db;
    private final NetworkcheckPermissions may;
    private final CheckDesk desk;

    BindingController(JdbcClient db, NetworkcheckPermissions may, CheckDesk desk) {
        this.db = db;
        this.may = may;
        this.desk = desk;
    }

    @GetMapping("/w/{network}/ties/binding")
    ModelAndView binding(Visitor visitor, @RequestParam Map<String, String> given) {
        Forbidden.unless(may.seeNames(visitor));
        var day = desk.asOf(given.get("asOf"));
        var asked = asked(visitor, given);
        var list = BindingPairs.page(db, asked, day);
        var counts = BindingPairs.counts(db, day);
        var title = desk.say("networkcheck.binding.title");
        return desk.page(
                "binding",
                title,
                List.of(desk.ties(visitor), CheckDesk.here(title)),
                Map.of(
                        "list",
                        list,
                        "asked",
                        asked,
                        "filters",
                        filters(asked, counts),
                        "paging",
                        asked.paging(BindingPairs.SIZE, list.total()),
                        "matrix",
                        BindingMatrix.of(db, day),
                        "day",
                        day,
                        "sentence",
                        desk.say("networkcheck.binding.sentence", counts.bound(), counts.paper(), counts.informal()),
                        "mayDraft",
                        may.enterTies(visitor)));
    }

    /// Exactly what the table shows.
    @GetMapping("/w/{network}/ties/binding/export")
    ResponseEntity<byte[]> export(Visitor visitor, @RequestParam Map<String, String> given) {
        Forbidden.unless(may.seeNames(visitor));
        var rows = BindingPairs.whole(db, asked(visitor, given), desk.asOf(given.get("asOf")))
                .rows();
        return Spreadsheet.of(visitor.slug() + "-binding", given.get("format"), table -> write(table, rows));
    }

    private Asked asked(Visitor visitor, Map<String, String> given) {
        return BindingPairs.asked(visitor.base() + "/ties/binding", given, desk.asOf(given.get("asOf")));
    }

    private List<Filter> filters(Asked asked, BindingPairs.Counts counts) {
        var kinds = new LinkedHashMap<String, String>();
        for (var it : List.of("bound", "paper", "informal"))
            kinds.put(it, desk.say("networkcheck.binding.kind." + it, counts.of(it)));
        var kind = asked.filter("kind", "", kinds);
        if (asked.is("kind").equals("informal")) return List.of(kind);
        var levels = new LinkedHashMap<String, String>();
        for (var it : List.of("0", "1", "2", "3", "4", "5"))
            levels.put(it, desk.say("networkcheck.binding.level." + it));
        return List.of(kind, asked.filter("level", desk.say("networkcheck.binding.any-level"), levels));
    }

    private void write(TableWriter table, List<BindingPairs.Pair> rows) {
        table.table(
                "binding",
                Stream.of("organisation", "other", "level", "agreement", "contact")
                        .map(it -> desk.say("networkcheck.binding." + it))
                        .toList());
        for (var row : rows) {
            table.row(List.of(
                    Cell.of(row.oneName()),
                    Cell.of(row.otherName()),
                    number(row.level()),
                    Cell.of(row.title() == null ? "" : row.title()),
                    number(row.strength())));
        }
    }

    private static Cell number(@Nullable Integer number) {
        return number == null ? Cell.BLANK : new Cell.Amount(BigDecimal.valueOf(number));
    }
}
