package org.wirknetz.reports.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.wirknetz.access.Visitor;
import org.wirknetz.networkcheck.Chronicles;
import org.wirknetz.networkcheck.HalfYear;
import org.wirknetz.networkcheck.NetworkcheckPermissions;
import org.wirknetz.networkcheck.map.Freezing;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.web.Crumb;
import org.wirknetz.platform.web.Desk;
import org.wirknetz.platform.web.NetworkSign;
import org.wirknetz.platform.web.Redirects;
import org.wirknetz.reports.HalfYearReports;
import org.wirknetz.reports.Passages;
import org.wirknetz.reports.Place;
import org.wirknetz.reports.ReportsPermissions;
import org.wirknetz.reports.web.ReportPage.Choice;
import org.wirknetz.reports.web.ReportPage.Graph;
import org.wirknetz.reports.web.ReportPage.Line;

/// Half-year reports: the office prepares, freezes and releases them; whoever has a seat reads what is
/// released.
@Controller
class ReportController {

    private static final int CHOICES = 8;

    private final HalfYearReports reports;
    private final Passages passages;
    private final Chronicles chronicles;
    private final ReportsPermissions may;
    private final NetworkcheckPermissions sees;
    private final Desk desk;
    private final Redirects redirects;

    ReportController(
            HalfYearReports reports,
            Passages passages,
            Chronicles chronicles,
            ReportsPermissions may,
            NetworkcheckPermissions sees,
            Desk desk,
            Redirects redirects) {
        this.reports = reports;
        this.passages = passages;
        this.chronicles = chronicles;
        this.may = may;
        this.sees = sees;
        this.desk = desk;
        this.redirects = redirects;
    }

    @GetMapping("/w/{network}/check/report")
    ModelAndView list(
            Visitor visitor,
            @RequestAttribute("org.wirknetz.platform.web.NetworkSign") NetworkSign sign,
            @RequestParam(defaultValue = "") String period) {
        Forbidden.unless(may.read(visitor));
        var heads = reports.all();
        var page = new ReportPage(
                heads.stream()
                        .map(it -> new Line(
                                it.id(), reports.title(it.halfYear(), desk.locale()), it.frozenOn(), it.releasedOn()))
                        .toList(),
                may.prepare(visitor) ? preparing(chosen(period), sign.name(), heads) : null,
                graphs(visitor));
        var title = desk.say("reports.title");
        return desk.page("reports/reports", title, List.of(check(visitor), Desk.here(title)), Map.of("page", page));
    }

    private List<Graph> graphs(Visitor visitor) {
        if (!sees.seeNames(visitor)) return List.of();
        var graphs = new ArrayList<Graph>();
        var path = visitor.base() + "/check/network/";
        var today = chronicles.current().asOf(desk.today());
        if (!today.members().isEmpty()) {
            graphs.add(new Graph("json", visitor.base() + "/check/files/json"));
            graphs.add(new Graph("gexf", path + "gexf"));
            graphs.add(new Graph("graphml", path + "graphml"));
        }
        if (today.withoutCoordinator().members().size() >= Freezing.FEWEST_HIDDEN) {
            graphs.add(new Graph("gexf-unnamed", path + "gexf?names=without"));
            graphs.add(new Graph("graphml-unnamed", path + "graphml?names=without"));
        }
        return graphs;
    }

    private ReportPage.Preparing preparing(HalfYear period, String network, List<HalfYearReports.Head> heads) {
        return new ReportPage.Preparing(
                period,
                Stream.iterate(HalfYear.of(desk.today()), HalfYear::before)
                        .limit(CHOICES)
                        .map(it -> new Choice(it.key(), reports.title(it.key(), desk.locale())))
                        .toList(),
                reports.draft(period, network, desk.locale()),
                passages.of(period),
                heads.stream()
                        .filter(it -> it.halfYear().equals(period.key()))
                        .map(HalfYearReports.Head::id)
                        .findFirst()
                        .orElse(null),
                !period.to().isAfter(desk.today()));
    }

    /// The last half-year that is over, unless another one is asked for.
    private HalfYear chosen(String typed) {
        return HalfYear.parse(typed, HalfYear.of(desk.today()).before().from());
    }

    @PostMapping("/w/{network}/check/report/passages")
    String write(
            Visitor visitor,
            @RequestParam(defaultValue = "") String period,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String words,
            HttpServletRequest request) {
        Forbidden.unless(may.prepare(visitor));
        var where = Place.named(place).orElseThrow(() -> new Refused("reports.no-place"));
        passages.write(chosen(period), where, words);
        return redirects.done(
                request,
                visitor.base() + "/check/report?period=" + chosen(period).key() + "#" + where.key(),
                words.isBlank() ? "reports.passage.gone" : "reports.passage.kept",
                desk.say("reports.place." + where.key()));
    }

    @PostMapping("/w/{network}/check/report/freezing")
    String freeze(
            Visitor visitor,
            @RequestAttribute("org.wirknetz.platform.web.NetworkSign") NetworkSign sign,
            @RequestParam(defaultValue = "") String period,
            HttpServletRequest request) {
        Forbidden.unless(may.prepare(visitor));
        var id = reports.freeze(chosen(period), sign.name(), desk.today());
        return redirects.told(request, visitor.base() + "/check/report/" + id, "reports.frozen");
    }

    @GetMapping("/w/{network}/check/report/{report}")
    ModelAndView show(Visitor visitor, @PathVariable UUID report) {
        Forbidden.unless(may.read(visitor));
        var shown = reports.of(report, desk.locale());
        var title = desk.say("reports.report", shown.edition().title());
        return desk.page(
                "reports/report",
                title,
                List.of(
                        check(visitor),
                        new Crumb(desk.say("reports.title"), visitor.base() + "/check/report"),
                        Desk.here(title)),
                Map.of("report", shown, "prepares", may.prepare(visitor)));
    }

    @PostMapping("/w/{network}/check/report/{report}/release")
    String release(Visitor visitor, @PathVariable UUID report, HttpServletRequest request) {
        Forbidden.unless(may.prepare(visitor));
        reports.release(report, desk.today());
        return redirects.told(request, visitor.base() + "/check/report/" + report, "reports.released");
    }

    @PostMapping("/w/{network}/check/report/{report}/removal")
    String discard(Visitor visitor, @PathVariable UUID report, HttpServletRequest request) {
        Forbidden.unless(may.prepare(visitor));
        reports.discard(report);
        return redirects.told(request, visitor.base() + "/check/report", "reports.discarded");
    }

    private Crumb check(Visitor visitor) {
        return new Crumb(desk.say("room.networkcheck"), visitor.base() + "/check");
    }
}
