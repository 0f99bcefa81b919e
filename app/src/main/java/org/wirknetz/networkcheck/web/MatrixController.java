package org.wirknetz.networkcheck.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;
import org.wirknetz.access.Visitor;
import org.wirknetz.networkcheck.Chronicle;
import org.wirknetz.networkcheck.Chronicles;
import org.wirknetz.networkcheck.Member;
import org.wirknetz.networkcheck.NetworkcheckPermissions;
import org.wirknetz.networkcheck.NewTie;
import org.wirknetz.networkcheck.NewTie.SaidBy;
import org.wirknetz.networkcheck.TieRecord;
import org.wirknetz.networkcheck.TieTerms;
import org.wirknetz.networkcheck.Ties;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.web.Choice;
import org.wirknetz.platform.web.Redirects;

/// Ties entered cell by cell: each press on an empty cell is saved at once and can be taken back.
@Controller
class MatrixController {

    /// More would be a wall, not a table: then people choose groups.
    private static final int MOST = 60;

    private final Chronicles chronicles;
    private final Ties ties;
    private final NetworkcheckPermissions may;
    private final CheckDesk desk;
    private final Redirects redirects;

    MatrixController(
            Chronicles chronicles, Ties ties, NetworkcheckPermissions may, CheckDesk desk, Redirects redirects) {
        this.chronicles = chronicles;
        this.ties = ties;
        this.may = may;
        this.desk = desk;
        this.redirects = redirects;
    }

    @GetMapping("/w/{network}/ties/matrix")
    ModelAndView matrix(
            Visitor visitor,
            @RequestParam(defaultValue = "INFO") String kind,
            @RequestParam(defaultValue = "") String rows,
            @RequestParam(defaultValue = "") String columns) {
        Forbidden.unless(may.enterTies(visitor));
        var page = page(visitor, chronicles.current(), kind, rows, columns);
        return desk.page(
                "matrix",
                desk.say("networkcheck.matrix.title"),
                List.of(desk.ties(visitor), CheckDesk.here(desk.say("networkcheck.matrix.title"))),
                Map.of("page", page));
    }

    @PostMapping("/w/{network}/ties/matrix")
    Object enter(
            Visitor visitor,
            @RequestParam String kind,
            @RequestParam String cell,
            @RequestParam(defaultValue = "") String rows,
            @RequestParam(defaultValue = "") String columns,
            HttpServletRequest request) {
        var ends = cell.split(" ", -1);
        var from = ends.length == 2 ? TieForm.id(ends[0]) : null;
        var to = ends.length == 2 ? TieForm.id(ends[1]) : null;
        if (from == null || to == null) throw new NotFound();
        Forbidden.unless(may.declare(visitor, from, to));
        ties.declare(new NewTie(
                from,
                to,
                new TieTerms(kind, null, false, null, desk.today(), null, ""),
                visitor.isOffice() || visitor.worksFor(from) ? SaidBy.FROM : SaidBy.TO));
        if (request.getHeader("HX-Request") != null) return one(visitor, kind, from, to);
        var back = UriComponentsBuilder.fromPath(visitor.base() + "/ties/matrix")
                .queryParam("kind", kind)
                .queryParam("rows", rows)
                .queryParam("columns", columns)
                .build()
                .encode()
                .toUriString();
        return redirects.done(request, back, "networkcheck.tie.declared");
    }

    private ModelAndView one(Visitor visitor, String kind, UUID from, UUID to) {
        var chronicle = chronicles.current();
        var byId = chronicle.byId();
        var source = byId.get(from);
        var goal = byId.get(to);
        if (source == null || goal == null) throw new NotFound();
        var cell = page(visitor, chronicle, kind, "", "").cell(source, goal);
        return new ModelAndView("networkcheck/matrix-cell", Map.of("cell", cell, "focus", true));
    }

    private MatrixPage page(Visitor visitor, Chronicle chronicle, String kind, String rows, String columns) {
        var snapshot = chronicle.asOf(desk.today());
        var kinds = ties.kinds().stream()
                .map(it -> new Choice(
                        it.key(), it.name(desk.words(), desk.locale()), it.key().equals(kind)))
                .toList();
        if (kinds.stream().noneMatch(Choice::chosen)) throw new NotFound();
        var present = new HashMap<String, TieRecord>();
        for (var tie : snapshot.ties()) {
            if (!tie.kind().equals(kind)) continue;
            present.put(tie.from() + " " + tie.to(), tie);
            if (tie.mutual()) present.putIfAbsent(tie.to() + " " + tie.from(), tie);
        }
        var down = of(snapshot.members(), rows);
        var across = of(snapshot.members(), columns);
        return new MatrixPage(
                kind,
                kinds.stream()
                        .filter(Choice::chosen)
                        .findFirst()
                        .map(Choice::label)
                        .orElse(kind),
                kinds,
                groups(chronicle, rows),
                groups(chronicle, columns),
                down.subList(0, Math.min(MOST, down.size())),
                across.subList(0, Math.min(MOST, across.size())),
                Map.copyOf(present),
                own(visitor),
                visitor.isOffice(),
                down.size() > MOST || across.size() > MOST,
                visitor.base() + "/ties/matrix");
    }

    private static List<Member> of(List<Member> members, String group) {
        return members.stream()
                .filter(it -> group.isEmpty() || it.groups().contains(group))
                .toList();
    }

    private List<Choice> groups(Chronicle chronicle, String chosen) {
        return Stream.concat(
                        Stream.of(new Choice("", desk.say("networkcheck.matrix.all-groups"), chosen.isEmpty())),
                        chronicle.groupsOn(desk.today()).stream()
                                .map(it -> new Choice(
                                        it.key(),
                                        it.name(desk.locale()),
                                        it.key().equals(chosen))))
                .toList();
    }

    private static Set<UUID> own(Visitor visitor) {
        return visitor.seats().stream()
                .map(Visitor.Seat::organisation)
                .filter(java.util.Objects::nonNull)
                .filter(visitor::worksFor)
                .collect(Collectors.toSet());
    }
}
