package org.wirknetz.networkcheck.web;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.wirknetz.access.Visitor;
import org.wirknetz.analysis.SizeGate;
import org.wirknetz.networkcheck.Anchoring;
import org.wirknetz.networkcheck.Anchoring.Sign;
import org.wirknetz.networkcheck.Chronicles;
import org.wirknetz.networkcheck.NetworkcheckPermissions;
import org.wirknetz.networkcheck.Proofs;
import org.wirknetz.networkcheck.Works;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.tables.Cell;
import org.wirknetz.platform.tables.TableWriter;
import org.wirknetz.platform.web.Crumb;
import org.wirknetz.platform.web.Problem;
import org.wirknetz.platform.web.Redirects;
import org.wirknetz.platform.web.Sorting;
import org.wirknetz.platform.web.Spreadsheet;

/// How firmly the work is anchored inside partners (F12): all ladders for the office, their own for partners.
@Controller
class AnchoringController {

    private static final int RUNGS = 6;

    private final JdbcClient db;
    private final Chronicles chronicles;
    private final Works works;
    private final Proofs proofs;
    private final OnePartner partners;
    private final NetworkcheckPermissions may;
    private final CheckDesk desk;
    private final Redirects redirects;

    AnchoringController(
            JdbcClient db,
            Chronicles chronicles,
            Works works,
            Proofs proofs,
            OnePartner partners,
            NetworkcheckPermissions may,
            CheckDesk desk,
            Redirects redirects) {
        this.db = db;
        this.chronicles = chronicles;
        this.works = works;
        this.proofs = proofs;
        this.partners = partners;
        this.may = may;
        this.desk = desk;
        this.redirects = redirects;
    }

    @GetMapping("/w/{network}/check/anchoring")
    ModelAndView all(
            Visitor visitor,
            @RequestParam(defaultValue = "") String asOf,
            @RequestParam(defaultValue = "level") String sort) {
        Forbidden.unless(may.enterTies(visitor));
        if (!visitor.isOffice())
            return new ModelAndView("redirect:" + address(visitor, OnePartner.own(visitor, may::seeAnchoring)));
        var day = desk.asOf(asOf);
        var anchoring = anchoring(asOf);
        var title = desk.say("networkcheck.anchoring.title");
        return desk.page(
                "ladders",
                title,
                List.of(desk.check(visitor), CheckDesk.here(title)),
                Map.of(
                        "page",
                        new LaddersPage(
                                day,
                                sentence(anchoring),
                                IntStream.rangeClosed(0, RUNGS)
                                        .map(anchoring::with)
                                        .boxed()
                                        .toList(),
                                LaddersPage.sorted(anchoring.partners(), sort),
                                telling(visitor).names(anchoring.partners()),
                                new Sorting(sort, visitor.base() + "/check/anchoring?asOf=" + day)),
                        "address",
                        visitor.base() + "/check/anchoring"));
    }

    @GetMapping("/w/{network}/check/anchoring/export")
    ResponseEntity<byte[]> export(
            Visitor visitor,
            @RequestParam(defaultValue = "") String asOf,
            @RequestParam(defaultValue = "csv") String format) {
        Forbidden.unless(visitor.isOffice());
        return Spreadsheet.of(
                visitor.slug() + "-anchoring",
                format,
                table -> write(table, telling(visitor), anchoring(asOf).partners()));
    }

    @GetMapping("/w/{network}/check/anchoring/{organisation}")
    ModelAndView one(Visitor visitor, @PathVariable UUID organisation) {
        Forbidden.unless(may.seeAnchoring(visitor, organisation));
        return page(visitor, organisation, ProofForm.fresh(desk.today()), List.of());
    }

    @PostMapping("/w/{network}/check/anchoring/{organisation}")
    Object tell(
            Visitor visitor,
            @PathVariable UUID organisation,
            @RequestParam Map<String, String> given,
            HttpServletRequest request) {
        Forbidden.unless(may.keepProofs(visitor, organisation));
        var form = ProofForm.of(given);
        var problems = form.problems(desk);
        var sign = form.sign();
        var day = form.day();
        if (!problems.isEmpty() || sign == null || day == null)
            return desk.again(page(visitor, organisation, form, problems));
        proofs.tell(organisation, sign, day, form.evidence());
        return redirects.done(
                request,
                address(visitor, organisation),
                "networkcheck.anchoring.told",
                desk.say("networkcheck.anchoring.sign." + sign));
    }

    @PostMapping("/w/{network}/check/anchoring/{organisation}/proofs/{proof}/removal")
    String remove(
            Visitor visitor, @PathVariable UUID organisation, @PathVariable UUID proof, HttpServletRequest request) {
        Forbidden.unless(may.keepProofs(visitor, organisation));
        var known = proofs.require(proof);
        if (!known.organisation().equals(organisation)) throw new NotFound();
        proofs.remove(proof);
        return redirects.done(request, address(visitor, organisation), "networkcheck.anchoring.removed");
    }

    private ModelAndView page(Visitor visitor, UUID organisation, ProofForm form, List<Problem> problems) {
        var alone = partners.of(organisation, desk.today());
        var name = alone.member().name();
        var partner = Anchoring.of(alone.snapshot(), works.current(), desk.today())
                .partners()
                .getFirst();
        var telling = telling(visitor);
        var title = desk.say("networkcheck.anchoring.title");
        return desk.page(
                "ladder",
                desk.say("networkcheck.anchoring.of", name),
                visitor.isOffice()
                        ? List.of(
                                desk.check(visitor),
                                new Crumb(title, visitor.base() + "/check/anchoring"),
                                CheckDesk.here(name))
                        : List.of(desk.check(visitor), CheckDesk.here(title)),
                Map.of(
                        "page",
                        new LadderPage(
                                partner,
                                alone.belongs()
                                        ? telling.sentence(partner)
                                        : desk.say("networkcheck.levels.outside", name),
                                telling.rungs(partner),
                                telling.falls(partner, may.seeRisks(visitor)),
                                proofs.of(organisation),
                                may.keepProofs(visitor, organisation),
                                desk.today()),
                        "form",
                        form,
                        "problems",
                        problems,
                        "address",
                        address(visitor, organisation)));
    }

    private static String address(Visitor visitor, UUID organisation) {
        return visitor.base() + "/check/anchoring/" + organisation;
    }

    private LadderTelling telling(Visitor visitor) {
        return new LadderTelling(desk, db, visitor.base());
    }

    private Anchoring anchoring(String asOf) {
        var day = desk.asOf(asOf);
        return Anchoring.of(chronicles.current().asOf(day), works.current(), day);
    }

    private String sentence(Anchoring anchoring) {
        int partners = anchoring.partners().size();
        var gate = SizeGate.of(partners);
        if (!gate.allows(SizeGate.Kind.COUNT)) return desk.say("networkcheck.levels.few");
        var counted = desk.say("networkcheck.anchoring.sentence", anchoring.firm(), partners, anchoring.with(0));
        return !gate.allows(SizeGate.Kind.INDEX) || anchoring.mean().isEmpty()
                ? counted
                : counted
                        + " "
                        + desk.say(
                                "networkcheck.anchoring.mean", anchoring.mean().getAsDouble());
    }

    private void write(TableWriter table, LadderTelling telling, List<Anchoring.Partner> partners) {
        var headings = new ArrayList<String>(List.of(
                desk.say("networkcheck.levels.column.partner"), desk.say("networkcheck.anchoring.column.level")));
        Arrays.stream(Sign.values()).forEach(it -> headings.add(desk.say("networkcheck.anchoring.sign." + it)));
        headings.add(desk.say("networkcheck.anchoring.column.lowest"));
        headings.add(desk.say("networkcheck.anchoring.column.next"));
        table.table("anchoring", headings);
        for (var partner : partners) {
            var cells = new ArrayList<Cell>(
                    List.of(Cell.of(partner.member().name()), new Cell.Amount(BigDecimal.valueOf(partner.level()))));
            for (var sign : Sign.values()) {
                cells.add(Cell.of(
                        partner.has(sign)
                                ? desk.say("networkcheck.anchoring.yes")
                                : desk.say("networkcheck.anchoring.no")));
            }
            cells.add(new Cell.Amount(BigDecimal.valueOf(partner.lowest())));
            cells.add(Cell.of(partner.next().map(telling::step).orElse("")));
            table.row(cells);
        }
    }
}
