package org.wirknetz.equality.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.wirknetz.access.Visitor;
import org.wirknetz.equality.Adaptations;
import org.wirknetz.equality.EqualityPermissions;
import org.wirknetz.equality.Instruments;
import org.wirknetz.equality.TargetGroupLists;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.web.Crumb;
import org.wirknetz.platform.web.Desk;
import org.wirknetz.platform.web.Redirects;

/// What an instrument was adapted to, how a trial went, and whom it need not be adapted to: the office, and its owner.
@Controller
class AdaptationsController {

    private final JdbcClient db;
    private final Instruments instruments;
    private final Adaptations adaptations;
    private final TargetGroupLists lists;
    private final EqualityPermissions may;
    private final Desk desk;
    private final Redirects redirects;

    AdaptationsController(
            JdbcClient db,
            Instruments instruments,
            Adaptations adaptations,
            TargetGroupLists lists,
            EqualityPermissions may,
            Desk desk,
            Redirects redirects) {
        this.db = db;
        this.instruments = instruments;
        this.adaptations = adaptations;
        this.lists = lists;
        this.may = may;
        this.desk = desk;
        this.redirects = redirects;
    }

    private Instruments.Kept kept(Visitor visitor, UUID instrument) {
        var kept = instruments.require(instrument);
        Forbidden.unless(may.adapt(visitor, kept.organisation()));
        return kept;
    }

    @GetMapping("/w/{network}/equality/adaptations/{adaptation}")
    ModelAndView one(Visitor visitor, @PathVariable UUID adaptation) {
        var shown = adaptations.require(adaptation);
        var instrument = kept(visitor, shown.instrument());
        var group = InstrumentsPage.groups(db, lists, desk).stream()
                .filter(it -> it.id().equals(shown.targetGroup()))
                .map(InstrumentsPage.Group::title)
                .findFirst()
                .orElse("");
        var title = desk.say("equality.adaptation.title", instrument.title(), shown.edition(), group);
        return desk.page(
                "equality/adaptation",
                title,
                List.of(
                        new Crumb(desk.say("equality.title"), visitor.base() + "/equality"),
                        new Crumb(desk.say("equality.instruments.title"), visitor.base() + "/equality/instruments"),
                        new Crumb(instrument.title(), InstrumentsController.place(visitor, instrument.id())),
                        Desk.here(desk.say("equality.adaptation.crumb", shown.edition()))),
                Map.of("id", adaptation, "form", AdaptationForm.of(db, desk, List.of(), shown, null)));
    }

    @PostMapping("/w/{network}/equality/instruments/{instrument}/adaptations")
    String note(
            Visitor visitor,
            @PathVariable UUID instrument,
            @RequestParam Map<String, String> typed,
            HttpServletRequest request) {
        var kept = kept(visitor, instrument);
        var group = Typed.neededId(typed.getOrDefault("group", ""));
        adaptations.note(instrument, group, TypedAdaptation.of(typed), desk.today());
        return redirects.done(
                request, InstrumentsController.place(visitor, instrument), "equality.adaptation.noted", kept.title());
    }

    @PostMapping("/w/{network}/equality/adaptations/{adaptation}")
    String change(
            Visitor visitor,
            @PathVariable UUID adaptation,
            @RequestParam Map<String, String> typed,
            HttpServletRequest request) {
        var kept = kept(visitor, adaptations.require(adaptation).instrument());
        adaptations.change(
                adaptation, Typed.version(typed.getOrDefault("version", "")), TypedAdaptation.of(typed), desk.today());
        return redirects.done(
                request, InstrumentsController.place(visitor, kept.id()), "equality.adaptation.changed", kept.title());
    }

    @PostMapping("/w/{network}/equality/adaptations/{adaptation}/removal")
    String remove(Visitor visitor, @PathVariable UUID adaptation, HttpServletRequest request) {
        var known = adaptations.require(adaptation);
        var kept = kept(visitor, known.instrument());
        adaptations.remove(adaptation);
        return redirects.done(
                request,
                InstrumentsController.place(visitor, kept.id()),
                "equality.adaptation.removed",
                known.edition());
    }

    @PostMapping("/w/{network}/equality/instruments/{instrument}/exemptions")
    String exempt(
            Visitor visitor,
            @PathVariable UUID instrument,
            @RequestParam(defaultValue = "") String group,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request) {
        kept(visitor, instrument);
        adaptations.exempt(instrument, Typed.neededId(group), reason);
        return redirects.done(request, InstrumentsController.place(visitor, instrument), "equality.exemption.noted");
    }

    @PostMapping("/w/{network}/equality/instruments/{instrument}/exemptions/removal")
    String need(
            Visitor visitor,
            @PathVariable UUID instrument,
            @RequestParam(defaultValue = "") String group,
            HttpServletRequest request) {
        kept(visitor, instrument);
        adaptations.need(instrument, Typed.neededId(group));
        return redirects.done(request, InstrumentsController.place(visitor, instrument), "equality.exemption.removed");
    }
}
