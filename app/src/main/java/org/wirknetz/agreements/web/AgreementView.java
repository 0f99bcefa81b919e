package org.wirknetz.agreements.web;

import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.wirknetz.access.Visitor;

/// The page of one agreement with everything on it.
@Component
class AgreementView {

    private final JdbcClient db;
    private final AgreementsDesk desk;
    private final AgreementSentence sentence;
    private final SigningPage.Desk signing;
    private final CompetitionPage.Desk competition;

    AgreementView(
            JdbcClient db,
            AgreementsDesk desk,
            AgreementSentence sentence,
            SigningPage.Desk signing,
            CompetitionPage.Desk competition) {
        this.db = db;
        this.desk = desk;
        this.sentence = sentence;
        this.signing = signing;
        this.competition = competition;
    }

    ModelAndView of(Visitor visitor, AgreementPage page) {
        return of(visitor, page, "");
    }

    /// The page again for somebody who would sign without having said that the text was read.
    ModelAndView unread(Visitor visitor, AgreementPage page, UUID organisation) {
        var again = of(visitor, page, organisation.toString());
        again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return again;
    }

    private ModelAndView of(Visitor visitor, AgreementPage page, String unread) {
        var agreement = page.row().id();
        var parts = new HashMap<String, Object>();
        parts.put("page", page);
        parts.put("unread", unread);
        parts.put("sentence", sentence.of(page));
        parts.put("signing", signing.of(visitor, page));
        parts.put("negotiation", page.inner() ? NegotiationPage.of(db, agreement) : new NegotiationPage(List.of()));
        parts.put(
                "speakers",
                page.parties().stream()
                        .filter(it -> visitor.worksFor(it.organisation()))
                        .toList());
        parts.put("office", visitor.isOffice());
        parts.put("competition", competition.of(page));
        parts.put("obligations", ObligationRows.of(db, agreement, desk.today()));
        parts.put("annexes", page.inner() ? AnnexRows.of(db, agreement) : new AnnexRows(List.of()));
        parts.put("history", page.inner() ? AgreementHistory.of(db, agreement) : List.of());
        return desk.page(
                "agreement",
                page.row().title(),
                List.of(desk.agreements(visitor), AgreementsDesk.here(page.row().title())),
                parts);
    }
}
