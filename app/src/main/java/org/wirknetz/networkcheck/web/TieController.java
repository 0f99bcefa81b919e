package org.wirknetz.networkcheck.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.wirknetz.access.Visitor;
import org.wirknetz.networkcheck.CooperationForm;
import org.wirknetz.networkcheck.NetworkcheckPermissions;
import org.wirknetz.networkcheck.NewTie.SaidBy;
import org.wirknetz.networkcheck.TieId;
import org.wirknetz.networkcheck.Ties;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.Scope;
import org.wirknetz.platform.web.Choice;
import org.wirknetz.platform.web.Problem;
import org.wirknetz.platform.web.Redirects;

/// One tie: enter, show, correct, confirm, end, withdraw.
@Controller
class TieController {

    private final JdbcClient db;
    private final Ties ties;
    private final NetworkcheckPermissions may;
    private final CheckDesk desk;
    private final TieHistory history;
    private final Redirects redirects;

    TieController(
            JdbcClient db,
            Ties ties,
            NetworkcheckPermissions may,
            CheckDesk desk,
            TieHistory history,
            Redirects redirects) {
        this.db = db;
        this.ties = ties;
        this.may = may;
        this.desk = desk;
        this.history = history;
        this.redirects = redirects;
    }

    @GetMapping("/w/{network}/ties/new")
    ModelAndView blank(Visitor visitor, @RequestParam Map<String, String> given) {
        Forbidden.unless(may.enterTies(visitor));
        return page(visitor, null, TieForm.of(given), List.of());
    }

    @PostMapping("/w/{network}/ties")
    Object declare(Visitor visitor, @RequestParam Map<String, String> given, HttpServletRequest request) {
        Forbidden.unless(may.enterTies(visitor));
        var form = TieForm.of(given);
        var problems = form.problems(desk);
        if (!problems.isEmpty()) return again(visitor, null, form, problems);
        var tie = form.tie(SaidBy.FROM);
        Forbidden.unless(may.declare(visitor, tie.from(), tie.to()));
        var saidBy = saidBy(visitor, tie.from(), tie.to(), form.both());
        try {
            ties.declare(form.tie(saidBy));
        } catch (Refused refused) {
            return again(visitor, null, form, List.of(new Problem("kind", desk.say(refused.key(), refused.values()))));
        }
        return redirects.done(request, visitor.base() + "/ties", "networkcheck.tie.declared");
    }

    /// The office says whose word it is; a partner speaks for the own side only.
    private static SaidBy saidBy(Visitor visitor, UUID from, UUID to, boolean both) {
        if (visitor.isOffice()) return both ? SaidBy.BOTH : SaidBy.FROM;
        if (visitor.worksFor(from) && visitor.worksFor(to)) return SaidBy.BOTH;
        return visitor.worksFor(from) ? SaidBy.FROM : SaidBy.TO;
    }

    @GetMapping("/w/{network}/ties/{tie}")
    ModelAndView show(Visitor visitor, @PathVariable UUID tie) {
        Forbidden.unless(may.seeNames(visitor));
        var row = TieList.row(db, tie);
        return page(visitor, row, TieForm.of(row), List.of());
    }

    @PostMapping("/w/{network}/ties/{tie}")
    Object correct(
            Visitor visitor,
            @PathVariable UUID tie,
            @RequestParam int version,
            @RequestParam Map<String, String> given,
            HttpServletRequest request) {
        var row = changeable(visitor, tie);
        var typed = TieForm.of(given);
        var form = new TieForm(
                row.from().toString(),
                row.to().toString(),
                typed.kind(),
                typed.strength(),
                typed.mutual(),
                typed.form(),
                typed.start(),
                typed.end(),
                typed.note(),
                row.confirmedByBoth());
        var problems = form.problems(desk);
        if (!problems.isEmpty()) return again(visitor, row, form, problems);
        try {
            ties.correct(new TieId(tie), version, form.terms(), side(visitor, row));
        } catch (Refused refused) {
            return again(visitor, row, form, List.of(new Problem("kind", desk.say(refused.key(), refused.values()))));
        }
        return redirects.done(request, visitor.base() + "/ties/" + tie, "networkcheck.tie.corrected");
    }

    @GetMapping("/w/{network}/ties/{tie}/strength")
    ModelAndView editStrength(
            Visitor visitor,
            @PathVariable UUID tie,
            @RequestParam(defaultValue = "false") boolean shown,
            HttpServletRequest request) {
        var row = changeable(visitor, tie);
        if (request.getHeader("HX-Request") == null)
            return new ModelAndView("redirect:" + visitor.base() + "/ties/" + tie);
        return strength(visitor, row, !shown);
    }

    @PostMapping("/w/{network}/ties/{tie}/strength")
    Object saveStrength(
            Visitor visitor,
            @PathVariable UUID tie,
            @RequestParam(defaultValue = "") String value,
            @RequestParam int version,
            HttpServletRequest request) {
        var row = changeable(visitor, tie);
        var form = TieForm.of(row);
        var strength = value.matches("[1-5]") ? Integer.valueOf(value) : null;
        ties.correct(new TieId(tie), version, form.terms().withStrength(strength), side(visitor, row));
        if (request.getHeader("HX-Request") != null) return strength(visitor, TieList.row(db, tie), false);
        return redirects.done(request, visitor.base() + "/ties", "networkcheck.tie.corrected");
    }

    private ModelAndView strength(Visitor visitor, TieList.Row row, boolean editing) {
        var strength = row.strength();
        return new ModelAndView(
                "networkcheck/" + (editing ? "strength-edit" : "strength-cell"),
                Map.of(
                        "value",
                        strength == null ? "–" : String.valueOf(strength),
                        "path",
                        visitor.base() + "/ties/" + row.id() + "/strength",
                        "version",
                        row.version(),
                        "choices",
                        strengths(strength == null ? "" : String.valueOf(strength))));
    }

    @PostMapping("/w/{network}/ties/{tie}/confirmation")
    String confirm(
            Visitor visitor, @PathVariable UUID tie, @RequestParam UUID organisation, HttpServletRequest request) {
        var row = TieList.row(db, tie);
        Forbidden.unless(may.confirm(visitor, organisation)
                && (organisation.equals(row.from()) || organisation.equals(row.to())));
        ties.confirm(new TieId(tie), organisation);
        return redirects.done(request, visitor.base() + "/ties/" + tie, "networkcheck.tie.confirmed");
    }

    @PostMapping("/w/{network}/ties/{tie}/end")
    String end(
            Visitor visitor,
            @PathVariable UUID tie,
            @RequestParam(required = false) @Nullable LocalDate day,
            HttpServletRequest request) {
        changeable(visitor, tie);
        ties.end(List.of(new TieId(tie)), day == null ? desk.today() : day);
        return redirects.done(request, visitor.base() + "/ties/" + tie, "networkcheck.ties.ended", 1);
    }

    @PostMapping("/w/{network}/ties/{tie}/withdrawal")
    String withdraw(Visitor visitor, @PathVariable UUID tie, HttpServletRequest request) {
        var row = TieList.row(db, tie);
        Forbidden.unless(may.withdraw(visitor, row.from(), row.to()));
        ties.withdraw(new TieId(tie));
        return redirects.done(request, visitor.base() + "/ties", "networkcheck.tie.withdrawn");
    }

    private TieList.Row changeable(Visitor visitor, UUID tie) {
        var row = TieList.row(db, tie);
        Forbidden.unless(may.change(visitor, row.from(), row.to()));
        return row;
    }

    private static @Nullable UUID side(Visitor visitor, TieList.Row row) {
        if (visitor.isOffice()) return null;
        return visitor.worksFor(row.from()) ? row.from() : row.to();
    }

    private ModelAndView again(Visitor visitor, TieList.@Nullable Row row, TieForm form, List<Problem> problems) {
        var page = page(visitor, row, form, problems);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private ModelAndView page(Visitor visitor, TieList.@Nullable Row row, TieForm form, List<Problem> problems) {
        var title = row == null ? desk.say("networkcheck.tie.new") : row.fromName() + " – " + row.toName();
        var kinds = ties.kinds().stream()
                .map(it -> new Choice(
                        it.key(), it.name(desk.words(), desk.locale()), it.key().equals(form.kind())))
                .toList();
        var kindName = kinds.stream()
                .filter(Choice::chosen)
                .map(Choice::label)
                .findFirst()
                .orElse(form.kind());
        var organisations = row == null ? organisations() : List.<Named>of();
        var page = new TiePage(
                row,
                title,
                row == null ? desk.say("networkcheck.tie.new.sentence") : sentence(row, kindName),
                form,
                problems,
                choices(organisations, form.from(), it -> true),
                choices(organisations, form.to(), it -> true),
                kinds,
                strengths(form.strength()),
                forms(form.form()),
                row == null ? List.of() : confirming(visitor, row),
                visitor.base() + "/ties" + (row == null ? "" : "/" + row.id()),
                row == null || may.change(visitor, row.from(), row.to()),
                row != null && may.withdraw(visitor, row.from(), row.to()),
                visitor.isOffice(),
                kindName,
                row == null || !may.change(visitor, row.from(), row.to())
                        ? List.of()
                        : history.of(
                                row,
                                kinds.stream().collect(Collectors.toMap(Choice::value, Choice::label)),
                                visitor.isOffice()));
        return desk.page("tie", title, List.of(desk.ties(visitor), CheckDesk.here(title)), Map.of("page", page));
    }

    private String sentence(TieList.Row row, String kind) {
        var key = row.confirmedByBoth() ? "networkcheck.tie.sentence.both" : "networkcheck.tie.sentence.one";
        return desk.say(key, kind, row.fromConfirmed() ? row.fromName() : row.toName());
    }

    private List<TiePage.Side> confirming(Visitor visitor, TieList.Row row) {
        var sides = new ArrayList<TiePage.Side>();
        if (!row.fromConfirmed() && may.confirm(visitor, row.from()))
            sides.add(new TiePage.Side(row.from().toString(), row.fromName()));
        if (!row.toConfirmed() && may.confirm(visitor, row.to()))
            sides.add(new TiePage.Side(row.to().toString(), row.toName()));
        return List.copyOf(sides);
    }

    record Named(UUID id, String name) {}

    private List<Named> organisations() {
        return db.sql("select id, name from directory.organisation_card where network = ? order by name, id")
                .param(Scope.current().requireNetwork().value())
                .query(Named.class)
                .list();
    }

    private List<Choice> choices(List<Named> organisations, String chosen, Predicate<Named> which) {
        return Stream.concat(
                        Stream.of(new Choice("", desk.say("networkcheck.tie.choose"), chosen.isEmpty())),
                        organisations.stream()
                                .filter(which)
                                .map(it -> new Choice(
                                        it.id().toString(),
                                        it.name(),
                                        it.id().toString().equals(chosen))))
                .toList();
    }

    private List<Choice> strengths(String chosen) {
        return Stream.concat(
                        Stream.of(new Choice("", desk.say("networkcheck.tie.strength.none"), chosen.isEmpty())),
                        IntStream.rangeClosed(1, 5)
                                .mapToObj(it -> new Choice(
                                        String.valueOf(it),
                                        desk.say("networkcheck.tie.strength." + it),
                                        String.valueOf(it).equals(chosen))))
                .toList();
    }

    private List<Choice> forms(String chosen) {
        return Stream.concat(
                        Stream.of(new Choice("", desk.say("networkcheck.tie.form.none"), chosen.isEmpty())),
                        Arrays.stream(CooperationForm.values())
                                .map(it -> new Choice(
                                        it.name(),
                                        desk.say("networkcheck.form." + it),
                                        it.name().equals(chosen))))
                .toList();
    }
}
