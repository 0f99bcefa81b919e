package org.wirknetz.networkcheck.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
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
import org.wirknetz.networkcheck.MembershipValue;
import org.wirknetz.networkcheck.NetworkcheckPermissions;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.web.AccessiblePdf;
import org.wirknetz.platform.web.Crumb;
import org.wirknetz.platform.web.NetworkSign;

/// What a year in the network was worth to one partner: for itself and for the office, as a page and on paper.
@Controller
class MembershipController {

    private final JdbcClient db;
    private final NetworkcheckPermissions may;
    private final CheckDesk desk;
    private final MembershipPaper paper;

    MembershipController(JdbcClient db, NetworkcheckPermissions may, CheckDesk desk, MembershipPaper paper) {
        this.db = db;
        this.may = may;
        this.desk = desk;
        this.paper = paper;
    }

    /// Partners come to their own; the office chooses.
    @GetMapping("/w/{network}/benefits")
    ModelAndView choose(Visitor visitor) {
        Forbidden.unless(may.enterTies(visitor));
        var own = visitor.seats().stream()
                .map(Visitor.Seat::organisation)
                .filter(java.util.Objects::nonNull)
                .filter(it -> may.seeMembershipValue(visitor, it))
                .findFirst();
        if (!visitor.isOffice() && own.isPresent())
            return new ModelAndView("redirect:" + visitor.base() + "/benefits/" + own.get());
        Forbidden.unless(visitor.isOffice());
        var members = db.sql("""
                        select o.id, o.name from directory.organisation_card o
                         where o.network = platform.network() and not o.coordinator
                           and exists (select from directory.membership_card m
                                        where m.network = o.network and m.organisation = o.id and m.status in ('ACTIVE', 'DORMANT'))
                         order by platform.fold(o.name), o.id
                        """).query(MembershipsPage.Named.class).list();
        var title = desk.say("networkcheck.membership.title.all");
        return desk.page(
                "memberships",
                title,
                List.of(desk.ties(visitor), CheckDesk.here(title)),
                Map.of("page", new MembershipsPage(members, desk.today().getYear())));
    }

    @GetMapping("/w/{network}/benefits/{organisation}")
    ModelAndView show(Visitor visitor, @PathVariable UUID organisation, @RequestParam(defaultValue = "") String year) {
        Forbidden.unless(may.seeMembershipValue(visitor, organisation));
        var name = name(organisation);
        int wanted = year(year);
        var value = MembershipValue.of(db, organisation, wanted);
        var title = desk.say("networkcheck.membership.title", name, wanted);
        return desk.page(
                "membership",
                title,
                List.of(
                        visitor.isOffice()
                                ? new Crumb(desk.say("networkcheck.membership.title.all"), visitor.base() + "/benefits")
                                : desk.ties(visitor),
                        CheckDesk.here(title)),
                Map.of(
                        "value",
                        value,
                        "lines",
                        paper.lines(value),
                        "address",
                        visitor.base() + "/benefits/" + organisation,
                        "thisYear",
                        desk.today().getYear()));
    }

    @GetMapping("/w/{network}/benefits/{organisation}/paper")
    ResponseEntity<byte[]> paper(
            Visitor visitor,
            @PathVariable UUID organisation,
            @RequestAttribute("org.wirknetz.platform.web.NetworkSign") @Nullable NetworkSign sign,
            @RequestParam(defaultValue = "") String year) {
        Forbidden.unless(may.seeMembershipValue(visitor, organisation));
        int wanted = year(year);
        var value = MembershipValue.of(db, organisation, wanted);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_PDF)
                .header("X-Content-Type-Options", "nosniff")
                .header(
                        "Content-Disposition",
                        ContentDisposition.attachment()
                                .filename(
                                        desk.say("networkcheck.membership.file", wanted) + ".pdf",
                                        StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(AccessiblePdf.of(paper.html(name(organisation), sign == null ? "" : sign.name(), value)));
    }

    /// This year unless another one is asked for, none to come.
    private int year(String typed) {
        int now = desk.today().getYear();
        return typed.matches("(19|20)[0-9]{2}") ? Math.min(now, Integer.parseInt(typed)) : now;
    }

    private String name(UUID organisation) {
        return db.sql("select name from directory.organisation_card where network = platform.network() and id = ?")
                .param(organisation)
                .query(String.class)
                .optional()
                .orElseThrow(NotFound::new);
    }
}
