package org.wirknetz.surveys.web;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.wirknetz.access.Visitor;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.tables.Cell;
import org.wirknetz.platform.tables.TableWriter;
import org.wirknetz.platform.web.Crumb;
import org.wirknetz.platform.web.Desk;
import org.wirknetz.platform.web.Problem;
import org.wirknetz.platform.web.Redirects;
import org.wirknetz.platform.web.Spreadsheet;
import org.wirknetz.surveys.Asking;
import org.wirknetz.surveys.Questionnaire;
import org.wirknetz.surveys.SurveysPermissions;
import org.wirknetz.surveys.WaveId;
import org.wirknetz.surveys.Waves;

/// One wave: what it asks, how far it has come, what it found.
@Controller
class WaveController {

    private final JdbcClient db;
    private final Waves waves;
    private final Asking asking;
    private final Questionnaire questionnaire;
    private final SurveysPermissions may;
    private final Desk desk;
    private final Redirects redirects;

    WaveController(
            JdbcClient db,
            Waves waves,
            Asking asking,
            Questionnaire questionnaire,
            SurveysPermissions may,
            Desk desk,
            Redirects redirects) {
        this.db = db;
        this.waves = waves;
        this.asking = asking;
        this.questionnaire = questionnaire;
        this.may = may;
        this.desk = desk;
        this.redirects = redirects;
    }

    private record Group(UUID id, String name) {}

    @GetMapping("/w/{network}/surveys/{wave}")
    ModelAndView show(Visitor visitor, @PathVariable UUID wave) {
        Forbidden.unless(may.see(visitor));
        var page = WavePage.of(db, wave);
        boolean drafts = page.card().draft();
        var groups = drafts ? db.sql("""
                        select id, name from groups.group_card where network = platform.network() and closed_on is null
                         order by platform.fold(name), id limit 100
                        """).query(Group.class).list() : List.<Group>of();
        return desk.page(
                "surveys/wave",
                page.card().title(),
                List.of(
                        new Crumb(desk.say("surveys.title"), visitor.base() + "/surveys"),
                        Desk.here(page.card().title())),
                Map.of(
                        "page",
                        page,
                        "items",
                        drafts ? questionnaire.items() : List.of(),
                        "groups",
                        groups.stream()
                                .map(it -> new org.wirknetz.platform.web.Choice(
                                        it.id().toString(), it.name(), false))
                                .toList(),
                        "leads",
                        may.lead(visitor)));
    }

    @GetMapping("/w/{network}/surveys/{wave}/edit")
    ModelAndView edit(Visitor visitor, @PathVariable UUID wave) {
        Forbidden.unless(may.lead(visitor));
        var card = WaveCard.of(db, wave);
        if (card.closed()) throw new NotFound();
        return form(visitor, card, WaveForm.of(card), List.of());
    }

    @PostMapping("/w/{network}/surveys/{wave}")
    Object revise(
            Visitor visitor,
            @PathVariable UUID wave,
            @RequestParam Map<String, String> given,
            HttpServletRequest request) {
        Forbidden.unless(may.lead(visitor));
        var card = WaveCard.of(db, wave);
        var form = WaveForm.of(given).keeping(card);
        var problems = form.problems(desk);
        if (!problems.isEmpty()) return desk.again(form(visitor, card, form, problems));
        waves.revise(new WaveId(wave), form.version(), form.entry());
        return redirects.done(request, path(visitor, wave), "surveys.saved", form.title());
    }

    private ModelAndView form(Visitor visitor, WaveCard card, WaveForm form, List<Problem> problems) {
        var path = path(visitor, card.id());
        var title = desk.say("surveys.edit");
        return desk.page(
                "surveys/wave-form",
                title,
                List.of(
                        new Crumb(desk.say("surveys.title"), visitor.base() + "/surveys"),
                        new Crumb(card.title(), path),
                        Desk.here(title)),
                Map.of(
                        "form", form,
                        "problems", problems,
                        "reminders", form.reminderChoices(desk),
                        "action", path,
                        "back", path,
                        "opened", !card.draft()));
    }

    /// Mails go out at once: there is nothing to take back.
    @PostMapping("/w/{network}/surveys/{wave}/opening")
    String open(Visitor visitor, @PathVariable UUID wave, HttpServletRequest request) {
        Forbidden.unless(may.lead(visitor));
        int asked = asking.open(new WaveId(wave), desk.today());
        return redirects.told(request, path(visitor, wave), "surveys.opened", asked);
    }

    /// For good.
    @PostMapping("/w/{network}/surveys/{wave}/closing")
    String close(Visitor visitor, @PathVariable UUID wave, HttpServletRequest request) {
        Forbidden.unless(may.lead(visitor));
        waves.close(new WaveId(wave), desk.today());
        return redirects.told(request, path(visitor, wave), "surveys.closed-now");
    }

    @PostMapping("/w/{network}/surveys/{wave}/removal")
    String remove(Visitor visitor, @PathVariable UUID wave, HttpServletRequest request) {
        Forbidden.unless(may.lead(visitor));
        waves.remove(new WaveId(wave));
        return redirects.done(request, visitor.base() + "/surveys", "surveys.removed");
    }

    /// What the page shows, no more: figures below the threshold are in no table.
    @GetMapping("/w/{network}/surveys/{wave}/export")
    ResponseEntity<byte[]> export(
            Visitor visitor, @PathVariable UUID wave, @RequestParam(defaultValue = "csv") String format) {
        Forbidden.unless(may.see(visitor));
        var page = WavePage.of(db, wave);
        return Spreadsheet.of(visitor.slug() + "-survey", format, table -> write(table, page));
    }

    private void write(TableWriter table, WavePage page) {
        table.table(
                "survey",
                Stream.of(
                                "statement",
                                "1",
                                "2",
                                "3",
                                "4",
                                "5",
                                "unknown",
                                "raters",
                                "median",
                                "invited",
                                "answered",
                                "closed")
                        .map(it -> desk.say("surveys.column." + it))
                        .toList());
        for (var asked : page.statements()) {
            var cells = new ArrayList<Cell>();
            cells.add(Cell.of(asked.in(desk.locale())));
            page.figure(asked)
                    .ifPresentOrElse(
                            figure -> {
                                figure.counts().forEach(it -> cells.add(amount(it)));
                                cells.add(amount(figure.unknown()));
                                cells.add(amount(figure.raters()));
                                cells.add(new Cell.Amount(BigDecimal.valueOf(figure.median())));
                            },
                            () -> {
                                for (int n = 0; n < 8; n++) cells.add(Cell.BLANK);
                            });
            cells.add(amount(page.card().invited()));
            cells.add(amount(page.card().answered()));
            cells.add(Spreadsheet.day(page.card().closedOn()));
            table.row(cells);
        }
    }

    private static Cell amount(@org.jspecify.annotations.Nullable Integer number) {
        return number == null ? Cell.BLANK : new Cell.Amount(BigDecimal.valueOf(number));
    }

    private static String path(Visitor visitor, UUID wave) {
        return visitor.base() + "/surveys/" + wave;
    }
}
