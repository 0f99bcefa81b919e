package org.wirknetz.directory.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.wirknetz.access.NetworkTemplates;
import org.wirknetz.access.Visitor;
import org.wirknetz.directory.ActorGroupId;
import org.wirknetz.directory.AreaId;
import org.wirknetz.directory.Completeness;
import org.wirknetz.directory.DirectoryPermissions;
import org.wirknetz.directory.TargetModels;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.web.Choice;
import org.wirknetz.platform.web.Crumb;
import org.wirknetz.platform.web.Redirects;

/// The target constellation: how complete the network is, and the list itself to decide anew.
@Controller
class TargetsController {

    private static final int QUARTERS = 8;

    private final JdbcClient db;
    private final Desk desk;
    private final Choices choices;
    private final DirectoryPermissions may;
    private final TargetModels targets;
    private final NetworkTemplates templates;
    private final Redirects redirects;

    TargetsController(
            JdbcClient db,
            Desk desk,
            Choices choices,
            DirectoryPermissions may,
            TargetModels targets,
            NetworkTemplates templates,
            Redirects redirects) {
        this.db = db;
        this.desk = desk;
        this.choices = choices;
        this.may = may;
        this.targets = targets;
        this.templates = templates;
        this.redirects = redirects;
    }

    @GetMapping("/w/{network}/targets")
    ModelAndView show(Visitor visitor, @RequestParam(defaultValue = "") String asOf) {
        Forbidden.unless(may.readOrganisations(visitor));
        var on = desk.asOf(asOf);
        var model = targets.inForce(on);
        var completeness = targets.completeness(on, desk.locale());
        if (model.isEmpty() || completeness.isEmpty()) return none(visitor);
        var page = new TargetsPage(
                on,
                model.get(),
                targets.versions(),
                completeness.get(),
                history(on),
                TargetMatrix.of(db, on, desk.locale(), completeness.get()),
                may.maintainAll(visitor));
        return desk.page(
                "targets",
                desk.say("directory.targets.title"),
                List.of(desk.partners(visitor), Desk.here(desk.say("directory.targets.title"))),
                Map.of("targets", page, "inside", may.readPeople(visitor)));
    }

    private ModelAndView none(Visitor visitor) {
        return desk.page(
                "targets-none",
                desk.say("directory.targets.title"),
                List.of(desk.partners(visitor), Desk.here(desk.say("directory.targets.title"))),
                Map.of(
                        "inside",
                        may.readPeople(visitor),
                        "maintains",
                        may.maintainAll(visitor),
                        "templates",
                        templates.all().stream()
                                .map(it -> new Choice(
                                        it.key(),
                                        it.name().in(desk.locale()),
                                        false,
                                        it.purpose().in(desk.locale())))
                                .toList()));
    }

    /// The last day of each of the last quarters, then the day shown.
    private List<TargetsPage.Quarter> history(LocalDate on) {
        var days = new ArrayList<LocalDate>();
        var start = on.with(IsoFields.DAY_OF_QUARTER, 1L);
        for (int back = QUARTERS - 1; back >= 0; back--)
            days.add(start.minusMonths(3L * back).minusDays(1));
        days.add(on);
        return days.stream()
                .map(day -> targets.completeness(day, desk.locale())
                        .map(it -> new TargetsPage.Quarter(
                                day, it.covered(), it.roles().size(), it.numerator(), it.denominator())))
                .flatMap(Optional::stream)
                .toList();
    }

    @PostMapping("/w/{network}/targets/template")
    String adopt(Visitor visitor, @RequestParam String template, HttpServletRequest request) {
        Forbidden.unless(may.maintainAll(visitor));
        targets.adopt(template, desk.today(), desk.locale());
        return redirects.done(request, visitor.base() + "/targets", "directory.target.adopted");
    }

    @GetMapping("/w/{network}/targets/edit")
    ModelAndView edit(Visitor visitor) {
        Forbidden.unless(may.maintainAll(visitor));
        var model = targets.inForce(desk.today());
        var roles = model.isPresent()
                ? targets.completeness(desk.today(), desk.locale())
                        .map(Completeness::roles)
                        .orElse(List.of())
                : List.<Completeness.Role>of();
        return desk.page(
                "targets-form",
                desk.say("directory.target.edit"),
                List.of(
                        desk.partners(visitor),
                        new Crumb(desk.say("directory.targets.title"), visitor.base() + "/targets"),
                        Desk.here(desk.say("directory.target.edit"))),
                Map.of(
                        "name", model.map(TargetModels.Model::name).orElse(""),
                        "basis",
                                targets.versions().stream()
                                        .findFirst()
                                        .map(TargetModels.Model::number)
                                        .orElse(0),
                        "roles", roles,
                        "groups", choices.groups(Set.of()),
                        "areas", choices.areas(null)));
    }

    /// One line per role; a line without a group or with a minimum of 0 is left out.
    @PostMapping("/w/{network}/targets")
    String decide(
            Visitor visitor,
            @RequestParam int basis,
            @RequestParam String name,
            @RequestParam LocalDate from,
            @RequestParam(defaultValue = "") String source,
            @RequestParam List<String> group,
            @RequestParam List<String> area,
            @RequestParam List<String> minimum,
            @RequestParam List<String> weight,
            HttpServletRequest request) {
        Forbidden.unless(may.maintainAll(visitor));
        if (area.size() != group.size() || minimum.size() != group.size() || weight.size() != group.size()) {
            throw new Refused("directory.target.lines");
        }
        var roles = new ArrayList<TargetModels.Role>();
        for (int line = 0; line < group.size(); line++) {
            if (group.get(line).isBlank()
                    || minimum.get(line).isBlank()
                    || minimum.get(line).strip().equals("0")) continue;
            roles.add(new TargetModels.Role(
                    new ActorGroupId(Named.id(group.get(line))),
                    area.get(line).isBlank() ? null : new AreaId(Named.id(area.get(line))),
                    whole(minimum.get(line)),
                    decimal(weight.get(line))));
        }
        targets.decide(basis, name, from, source.isBlank() ? null : source.strip(), roles);
        return redirects.done(request, visitor.base() + "/targets", "directory.target.decided", name.strip());
    }

    private static int whole(String typed) {
        if (!typed.strip().matches("[0-9]{1,4}")) throw new Refused("directory.target.minimum");
        return Integer.parseInt(typed.strip());
    }

    private static double decimal(String typed) {
        var text = typed.strip().replace(',', '.');
        if (!text.matches("[0-9]{1,4}(\\.[0-9]{1,2})?")) throw new Refused("directory.target.weight");
        return Double.parseDouble(text);
    }
}
