package org.wirknetz.equality.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.wirknetz.access.Visitor;
import org.wirknetz.equality.Definitions;
import org.wirknetz.equality.EqualityPermissions;
import org.wirknetz.equality.Release;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.tables.Cell;
import org.wirknetz.platform.tables.TableWriter;
import org.wirknetz.platform.web.AccessiblePdf;
import org.wirknetz.platform.web.Crumb;
import org.wirknetz.platform.web.Desk;
import org.wirknetz.platform.web.NetworkSign;
import org.wirknetz.platform.web.Spreadsheet;

/// What was published, as a page, as a file, on paper; and for the office how it is protected.
@Controller
class ReleaseController {

    private final JdbcClient db;
    private final Definitions definitions;
    private final EqualityPermissions may;
    private final ReleaseWords words;
    private final Desk desk;
    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);

    ReleaseController(JdbcClient db, Definitions definitions, EqualityPermissions may, ReleaseWords words, Desk desk) {
        this.db = db;
        this.definitions = definitions;
        this.may = may;
        this.words = words;
        this.desk = desk;
    }

    @GetMapping("/w/{network}/equality/releases/{release}")
    ModelAndView show(Visitor visitor, @PathVariable UUID release) {
        Forbidden.unless(may.see(visitor));
        var shown = Release.of(db, release);
        var definition = definitions.of(shown.head().definition());
        var title = words.title(shown.head(), definition);
        return desk.page(
                "equality/release",
                title,
                List.of(new Crumb(desk.say("equality.title"), visitor.base() + "/equality"), Desk.here(title)),
                Map.of(
                        "release",
                        shown,
                        "sheet",
                        words.sheet(shown, definition),
                        "sentence",
                        words.sentence(shown, definition),
                        "facts",
                        words.facts(shown, definition),
                        "audits",
                        may.lead(visitor)));
    }

    @GetMapping("/w/{network}/equality/releases/{release}/export")
    ResponseEntity<byte[]> export(
            Visitor visitor, @PathVariable UUID release, @RequestParam(defaultValue = "csv") String format) {
        Forbidden.unless(may.see(visitor));
        var shown = Release.of(db, release);
        return Spreadsheet.of(visitor.slug() + "-equality", format, table -> write(table, shown));
    }

    private void write(TableWriter table, Release release) {
        var definition = definitions.of(release.head().definition());
        var columns = new ArrayList<String>();
        columns.add(desk.say("equality.column.line"));
        columns.addAll(words.columns(release, definition));
        columns.add(desk.say("equality.column.measure"));
        columns.add(desk.say("equality.column.repeated"));
        columns.add(desk.say("equality.column.definition"));
        columns.add(desk.say("equality.column.reporting"));
        table.table("equality", columns);
        for (var line : release.lines()) {
            var cells = new ArrayList<Cell>();
            cells.add(Cell.of(words.name(line)));
            for (var place : ReleaseWords.places(release, definition)) cells.add(cell(line, place));
            cells.add(Cell.of(desk.say("equality.measure." + line.measure())));
            cells.add(Spreadsheet.day(line.repeatedFrom()));
            cells.add(Cell.of(release.head().definition()));
            cells.add(Spreadsheet.day(release.head().reportingOn()));
            table.row(cells);
        }
        if (release.hidesAnything()) {
            var legend = new ArrayList<Cell>();
            legend.add(Cell.of(desk.say("equality.fact.hidden", Release.HIDDEN)));
            for (int n = 1; n < columns.size(); n++) legend.add(Cell.BLANK);
            table.row(legend);
        }
    }

    private static Cell cell(Release.Line line, String place) {
        var number = line.number(place);
        return number.isEmpty() ? Cell.of(Release.HIDDEN) : new Cell.Amount(BigDecimal.valueOf(number.getAsLong()));
    }

    @GetMapping("/w/{network}/equality/releases/{release}/paper")
    ResponseEntity<byte[]> paper(
            Visitor visitor,
            @PathVariable UUID release,
            @RequestAttribute("org.wirknetz.platform.web.NetworkSign") NetworkSign sign) {
        Forbidden.unless(may.see(visitor));
        var shown = Release.of(db, release);
        var definition = definitions.of(shown.head().definition());
        var model = new HashMap<String, Object>();
        model.put("language", desk.locale().getLanguage());
        model.put("title", words.title(shown.head(), definition));
        model.put("lead", sign.name() + ". " + words.sentence(shown, definition));
        model.put("first", desk.say("equality.column.line"));
        model.put("sheet", words.sheet(shown, definition));
        model.put("facts", words.facts(shown, definition));
        var action = shown.head().action();
        model.put("action", action == null ? "" : desk.say("equality.action.said", action));
        var html = new StringOutput();
        engine.render("org/wirknetz/equality/web/paper.jte", model, html);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_PDF)
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Disposition", "attachment; filename=\"" + visitor.slug() + "-equality.pdf\"")
                .body(AccessiblePdf.of(html.toString()));
    }

    /// What is protected, by which rule, and how close a reader can come to it: reading it is reading the
    /// protected numbers' spans, so it is the office's.
    @GetMapping("/w/{network}/equality/releases/{release}/audit")
    ModelAndView audit(Visitor visitor, @PathVariable UUID release) {
        Forbidden.unless(may.lead(visitor));
        var shown = Release.of(db, release);
        var definition = definitions.of(shown.head().definition());
        var title = desk.say("equality.audit.title");
        var path = visitor.base() + "/equality";
        return desk.page(
                "equality/audit",
                title,
                List.of(
                        new Crumb(desk.say("equality.title"), path),
                        new Crumb(words.title(shown.head(), definition), path + "/releases/" + release),
                        Desk.here(title)),
                Map.of(
                        "rows",
                        AuditRow.of(db, shown, definition, words, desk),
                        "cells",
                        cells(shown),
                        "restored",
                        shown.head().restored()));
    }

    private static int cells(Release release) {
        return release.lines().stream().mapToInt(it -> it.numbers().size()).sum();
    }
}
