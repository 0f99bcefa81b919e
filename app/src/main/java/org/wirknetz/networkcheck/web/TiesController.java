package org.wirknetz.networkcheck.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;
import org.wirknetz.access.Visitor;
import org.wirknetz.directory.SavedViews;
import org.wirknetz.directory.Search;
import org.wirknetz.directory.Sight;
import org.wirknetz.networkcheck.NetworkcheckPermissions;
import org.wirknetz.networkcheck.TieId;
import org.wirknetz.networkcheck.TieKind;
import org.wirknetz.networkcheck.Ties;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.web.Filter;
import org.wirknetz.platform.web.Paging;
import org.wirknetz.platform.web.Redirects;
import org.wirknetz.platform.web.Sorting;

/// The list of ties as a spreadsheet, and what is done to several at once.
@Controller
class TiesController {

    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final JdbcClient db;
    private final Ties ties;
    private final NetworkcheckPermissions may;
    private final CheckDesk desk;
    private final SavedViews views;
    private final Search search;
    private final Redirects redirects;

    TiesController(
            JdbcClient db,
            Ties ties,
            NetworkcheckPermissions may,
            CheckDesk desk,
            SavedViews views,
            Search search,
            Redirects redirects) {
        this.db = db;
        this.ties = ties;
        this.may = may;
        this.desk = desk;
        this.views = views;
        this.search = search;
        this.redirects = redirects;
    }

    @GetMapping("/w/{network}/ties")
    ModelAndView list(
            Visitor visitor,
            @RequestParam Map<String, String> given,
            @RequestParam(required = false) @Nullable List<String> column) {
        Forbidden.unless(may.seeNames(visitor));
        var question = question(visitor, given);
        if (column != null) return new ModelAndView("redirect:" + question.with("columns", String.join(",", column)));
        var list = TieList.page(db, question, meant(visitor, question));
        var kinds = kinds();
        var page = new TiesPage(
                question.asOf(),
                desk.say("networkcheck.ties.sentence", list.total()),
                question,
                hidden(question),
                filters(question, kinds),
                new Sorting(question.sort(), question.address()),
                new Paging(question.page(), TiesQuestion.SIZE, list.total(), question.address()),
                list.rows(),
                kinds,
                list.rows().stream()
                        .filter(row -> may.change(visitor, row.from(), row.to()))
                        .map(TieList.Row::id)
                        .collect(Collectors.toSet()),
                may.enterTies(visitor),
                list.total() == 0 && !question.narrows() && question.standing().equals("now"),
                views.of(visitor, "ties", visitor.base() + "/ties"),
                query(question),
                visitor.base() + "/ties",
                question.address());
        return desk.page(
                "ties",
                desk.say("networkcheck.ties.title"),
                List.of(CheckDesk.here(desk.say("networkcheck.ties.title"))),
                Map.of("page", page));
    }

    /// Exactly what the list shows, as a table German spreadsheets open.
    @GetMapping("/w/{network}/ties/export")
    ResponseEntity<byte[]> export(Visitor visitor, @RequestParam Map<String, String> given) {
        Forbidden.unless(may.seeNames(visitor));
        var question = question(visitor, given);
        return file(
                visitor,
                question,
                TieList.whole(db, question, meant(visitor, question)).rows(),
                "xlsx".equals(given.get("format")));
    }

    /// The ticked rows, with the filter, the order and the columns of the list behind them.
    @PostMapping("/w/{network}/ties/selection/export")
    ResponseEntity<byte[]> exportSelected(
            Visitor visitor, @RequestParam Set<UUID> selected, @RequestParam(defaultValue = "") String back) {
        Forbidden.unless(may.seeNames(visitor));
        var given = new LinkedHashMap<String, String>();
        UriComponentsBuilder.fromUriString(within(visitor, back))
                .build()
                .getQueryParams()
                .forEach((name, values) -> {
                    if (values.getFirst() != null)
                        given.put(name, URLDecoder.decode(values.getFirst(), StandardCharsets.UTF_8));
                });
        var question = question(visitor, given);
        var rows = TieList.whole(db, question, meant(visitor, question)).rows().stream()
                .filter(row -> selected.contains(row.id()))
                .toList();
        return file(visitor, question, rows, false);
    }

    private ResponseEntity<byte[]> file(
            Visitor visitor, TiesQuestion question, List<TieList.Row> rows, boolean workbook) {
        Predicate<TieList.Row> noted = row -> may.change(visitor, row.from(), row.to());
        var table = question.choosesColumns()
                ? TieTable.asShown(desk, rows, question.columns(), kinds(), noted, workbook)
                : TieTable.of(desk, rows, noted, workbook);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.parseMediaType(workbook ? WORKBOOK : "text/csv;charset=UTF-8"))
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"" + visitor.slug() + "-ties." + (workbook ? "xlsx" : "csv") + "\"")
                .body(table);
    }

    @PostMapping("/w/{network}/ties/selection/end")
    String end(
            Visitor visitor,
            @RequestParam List<UUID> selected,
            @RequestParam(required = false) @Nullable LocalDate day,
            @RequestParam(defaultValue = "") String back,
            HttpServletRequest request) {
        for (var tie : selected) requireChange(visitor, tie);
        ties.end(selected.stream().map(TieId::new).toList(), day == null ? desk.today() : day);
        return redirects.done(request, within(visitor, back), "networkcheck.ties.ended", selected.size());
    }

    private List<UUID> meant(Visitor visitor, TiesQuestion question) {
        return search.organisations(question.q(), Sight.of(visitor));
    }

    private void requireChange(Visitor visitor, UUID tie) {
        var row = TieList.row(db, tie);
        Forbidden.unless(may.change(visitor, row.from(), row.to()));
    }

    private TiesQuestion question(Visitor visitor, Map<String, String> given) {
        return TiesQuestion.of(visitor.base() + "/ties", given, desk.asOf(given.get("asOf")));
    }

    private Map<String, String> kinds() {
        var kinds = new LinkedHashMap<String, String>();
        for (TieKind kind : ties.kinds()) kinds.put(kind.key(), kind.name(desk.words(), desk.locale()));
        return kinds;
    }

    private static Map<String, String> hidden(TiesQuestion question) {
        var hidden = new LinkedHashMap<>(question.parameters());
        hidden.remove("q");
        hidden.values().removeIf(String::isEmpty);
        return hidden;
    }

    private static String query(TiesQuestion question) {
        var address = question.with("page", "");
        int at = address.indexOf('?');
        return at < 0 ? "" : address.substring(at + 1);
    }

    private List<Filter> filters(TiesQuestion question, Map<String, String> kinds) {
        var standings = new LinkedHashMap<String, String>();
        for (var it : List.of("now", "past", "all")) standings.put(it, desk.say("networkcheck.ties.standing." + it));
        var confirmed = new LinkedHashMap<String, String>();
        for (var it : List.of("both", "one")) confirmed.put(it, desk.say("networkcheck.ties.confirmed." + it));
        return List.of(
                filter(question, "standing", question.standing(), standings, "", null),
                filter(question, "kind", question.kind(), kinds, desk.say("networkcheck.ties.filter.kind"), ""),
                filter(
                        question,
                        "confirmed",
                        question.confirmed(),
                        confirmed,
                        desk.say("networkcheck.ties.filter.confirmed"),
                        ""));
    }

    private static Filter filter(
            TiesQuestion question,
            String name,
            String value,
            Map<String, String> choices,
            String otherwise,
            @Nullable String without) {
        return new Filter(
                "",
                choices.getOrDefault(value, otherwise),
                without == null || choices.containsKey(value),
                choices.entrySet().stream()
                        .map(it -> new Filter.Option(
                                it.getValue(),
                                question.with(name, it.getKey()),
                                it.getKey().equals(value)))
                        .toList(),
                without == null ? null : question.with(name, ""));
    }

    /// Back to where the person was, but never out of this list.
    private static String within(Visitor visitor, String back) {
        return back.startsWith(visitor.base() + "/ties") && !back.contains("//") && !back.contains("\\")
                ? back
                : visitor.base() + "/ties";
    }
}
