package org.wirknetz.agreements.web;

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
import org.wirknetz.agreements.AgreementId;
import org.wirknetz.agreements.Negotiation;
import org.wirknetz.agreements.WordDiff;
import org.wirknetz.directory.OrganisationId;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.web.Crumb;
import org.wirknetz.platform.web.Redirects;

/// Negotiating: comments, and what changed from one version to another.
@Controller
class NegotiationController {

    private final JdbcClient db;
    private final Negotiation negotiation;
    private final AgreementDoor door;
    private final AgreementsDesk desk;
    private final Redirects redirects;

    NegotiationController(
            JdbcClient db, Negotiation negotiation, AgreementDoor door, AgreementsDesk desk, Redirects redirects) {
        this.db = db;
        this.negotiation = negotiation;
        this.door = door;
        this.desk = desk;
        this.redirects = redirects;
    }

    /// @param speaker the party somebody speaks for; empty for the office
    @PostMapping("/w/{network}/agreements/{agreement}/comments")
    String say(
            Visitor visitor,
            @PathVariable UUID agreement,
            @RequestParam(defaultValue = "") String speaker,
            @RequestParam(defaultValue = "") String body,
            @RequestParam(defaultValue = "") String concession,
            HttpServletRequest request) {
        door.openInside(visitor, agreement);
        var organisation = speaker.isEmpty() ? null : AgreementForm.id(speaker);
        if (!speaker.isEmpty() && organisation == null) throw new NotFound();
        Forbidden.unless(organisation == null ? visitor.isOffice() : visitor.worksFor(organisation));
        negotiation.say(
                new AgreementId(agreement),
                organisation == null ? null : new OrganisationId(organisation),
                body,
                !concession.isEmpty());
        return redirects.done(
                request, visitor.base() + "/agreements/" + agreement + "#negotiation", "agreements.comment.said");
    }

    private record Sealed(int number, String sealed) {}

    /// @param from the earlier version; 0 shows the later one as it is
    @GetMapping("/w/{network}/agreements/{agreement}/versions")
    ModelAndView compare(
            Visitor visitor,
            @PathVariable UUID agreement,
            @RequestParam(defaultValue = "0") int from,
            @RequestParam(defaultValue = "1") int to) {
        var page = door.openToRead(visitor, agreement);
        var later = sealed(agreement, to);
        var pieces = from <= 0
                ? List.of(new WordDiff.Piece(WordDiff.Fate.KEPT, later.sealed()))
                : WordDiff.of(sealed(agreement, from).sealed(), later.sealed());
        var title = from <= 0
                ? desk.say("agreements.version.title", later.number())
                : desk.say("agreements.compare.title", from, later.number());
        return desk.page(
                "version",
                title,
                List.of(
                        desk.agreements(visitor),
                        new Crumb(page.row().title(), visitor.base() + "/agreements/" + agreement),
                        AgreementsDesk.here(title)),
                Map.of(
                        "heading",
                        title,
                        "pieces",
                        pieces,
                        "compared",
                        from > 0,
                        "wording",
                        page.wordings().stream()
                                .filter(it -> it.number() == later.number())
                                .findFirst()
                                .orElseThrow(NotFound::new)));
    }

    private Sealed sealed(UUID agreement, int number) {
        return db.sql("""
                        select number, sealed from agreements.wording
                         where network = platform.network() and agreement = ? and number = ?
                        """)
                .params(agreement, number)
                .query(Sealed.class)
                .optional()
                .orElseThrow(NotFound::new);
    }
}
