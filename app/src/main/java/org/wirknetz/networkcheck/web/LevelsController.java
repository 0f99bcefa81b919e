package org.wirknetz.networkcheck.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.wirknetz.access.Visitor;
import org.wirknetz.analysis.SizeGate;
import org.wirknetz.networkcheck.Chronicles;
import org.wirknetz.networkcheck.Levels;
import org.wirknetz.networkcheck.NetworkcheckPermissions;
import org.wirknetz.networkcheck.Works;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.tables.Cell;
import org.wirknetz.platform.tables.TableWriter;
import org.wirknetz.platform.web.Crumb;
import org.wirknetz.platform.web.Sorting;
import org.wirknetz.platform.web.Spreadsheet;

/// Who of each partner takes part, by level (F5): all partners for the office, their own for partners.
@Controller
class LevelsController {

    private final JdbcClient db;
    private final Chronicles chronicles;
    private final Works works;
    private final OnePartner partners;
    private final NetworkcheckPermissions may;
    private final CheckDesk desk;

    LevelsController(
            JdbcClient db,
            Chronicles chronicles,
            Works works,
            OnePartner partners,
            NetworkcheckPermissions may,
            CheckDesk desk) {
        this.db = db;
        this.chronicles = chronicles;
        this.works = works;
        this.partners = partners;
        this.may = may;
        this.desk = desk;
    }

    @GetMapping("/w/{network}/check/levels")
    ModelAndView all(
            Visitor visitor,
            @RequestParam(defaultValue = "") String asOf,
            @RequestParam(defaultValue = "share") String sort) {
        Forbidden.unless(may.enterTies(visitor));
        if (!visitor.isOffice())
            return new ModelAndView(
                    "redirect:" + visitor.base() + "/check/levels/" + OnePartner.own(visitor, may::seeLevels));
        var day = desk.asOf(asOf);
        var levels = levels(asOf);
        var title = desk.say("networkcheck.levels.title");
        return desk.page(
                "levels",
                title,
                List.of(desk.check(visitor), CheckDesk.here(title)),
                Map.of(
                        "page",
                        new LevelsPage(
                                day,
                                sentence(levels),
                                LevelsPage.sorted(levels.partners(), sort),
                                levels.rounds(),
                                levels.unnamed(),
                                levels.partners().stream()
                                        .mapToInt(Levels.Partner::without)
                                        .sum(),
                                new Sorting(sort, visitor.base() + "/check/levels?asOf=" + day)),
                        "address",
                        visitor.base() + "/check/levels"));
    }

    @GetMapping("/w/{network}/check/levels/export")
    ResponseEntity<byte[]> export(
            Visitor visitor,
            @RequestParam(defaultValue = "") String asOf,
            @RequestParam(defaultValue = "csv") String format) {
        Forbidden.unless(visitor.isOffice());
        return Spreadsheet.of(
                visitor.slug() + "-levels",
                format,
                table -> write(table, levels(asOf).partners()));
    }

    @GetMapping("/w/{network}/check/levels/{organisation}")
    ModelAndView one(Visitor visitor, @PathVariable UUID organisation) {
        Forbidden.unless(may.seeLevels(visitor, organisation));
        var alone = partners.of(organisation, desk.today());
        var name = alone.member().name();
        var partner = Levels.of(alone.snapshot(), works.current(), desk.today())
                .partners()
                .getFirst();
        boolean named = may.seeDoers(visitor, organisation);
        var doers = named
                ? new LevelPeople(desk, db, works.current(), organisation, name, visitor.base()).all(visitor.isOffice())
                : List.<LevelPage.Doer>of();
        var page = desk.say("networkcheck.levels.title");
        return desk.page(
                "level",
                desk.say("networkcheck.levels.of", name),
                visitor.isOffice()
                        ? List.of(
                                desk.check(visitor),
                                new Crumb(page, visitor.base() + "/check/levels"),
                                CheckDesk.here(name))
                        : List.of(desk.check(visitor), CheckDesk.here(page)),
                Map.of(
                        "page",
                        new LevelPage(
                                partner,
                                doers,
                                named,
                                alone.belongs()
                                        ? desk.say("networkcheck.levels.standing." + partner.standing())
                                        : desk.say("networkcheck.levels.outside", name),
                                named ? actions(visitor, partner, doers) : List.of())));
    }

    /// The partner knows best who does the work: it is asked by a task, or says so itself.
    private List<StepsPage.Action> actions(Visitor visitor, Levels.Partner partner, List<LevelPage.Doer> doers) {
        var actions = new ArrayList<StepsPage.Action>();
        var id = partner.member().id();
        if (partner.standing() != Levels.Standing.OPERATIVE && doers.isEmpty() && visitor.isOffice()) {
            actions.add(new StepActions(desk, db, visitor.base())
                    .task(
                            desk.say("networkcheck.levels.ask", partner.member().name()),
                            desk.say("networkcheck.levels.ask.note"),
                            id));
        }
        actions.add(StepsPage.Action.link(
                desk.say("networkcheck.levels.add"), visitor.base() + "/people/new?organisation=" + id));
        if (visitor.isOffice()
                && doers.stream()
                        .allMatch(
                                it -> it.invitations().isEmpty() && it.invited().isEmpty()))
            actions.add(StepsPage.Action.link(desk.say("networkcheck.levels.plan"), visitor.base() + "/meetings/new"));
        return List.copyOf(actions);
    }

    private Levels levels(String asOf) {
        var day = desk.asOf(asOf);
        return Levels.of(chronicles.current().asOf(day), works.current(), day);
    }

    private String sentence(Levels levels) {
        int partners = levels.partners().size();
        if (!SizeGate.of(partners).allows(SizeGate.Kind.COUNT)) return desk.say("networkcheck.levels.few");
        return desk.say(
                "networkcheck.levels.sentence",
                levels.with(Levels.Standing.OPERATIVE),
                partners,
                levels.with(Levels.Standing.WITHOUT) + levels.with(Levels.Standing.UNNAMED),
                levels.with(Levels.Standing.ABSENT));
    }

    private void write(TableWriter table, List<Levels.Partner> partners) {
        var headings = new ArrayList<String>(List.of(desk.say("networkcheck.levels.column.partner")));
        for (var level : LevelsPage.LEVELS) {
            var name = desk.say("networkcheck.levels." + level);
            headings.add(desk.say("networkcheck.levels.column.present", name));
            headings.add(desk.say("networkcheck.levels.column.people", name));
            headings.add(desk.say("networkcheck.levels.column.seated", name));
            headings.add(desk.say("networkcheck.levels.column.last", name));
        }
        headings.add(desk.say("networkcheck.levels.column.operative"));
        headings.add(desk.say("networkcheck.levels.column.all"));
        table.table("levels", headings);
        for (var partner : partners) {
            var cells = new ArrayList<Cell>(List.of(Cell.of(partner.member().name())));
            for (var level : LevelsPage.LEVELS) {
                var cell = partner.cell(level);
                cells.add(count(cell.present()));
                cells.add(count(cell.people()));
                cells.add(count(cell.seated()));
                cells.add(Spreadsheet.day(cell.last()));
            }
            cells.add(count(partner.operative()));
            cells.add(count(partner.present()));
            table.row(cells);
        }
    }

    private static Cell count(int count) {
        return new Cell.Amount(BigDecimal.valueOf(count));
    }
}
