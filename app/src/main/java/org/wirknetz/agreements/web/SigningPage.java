package org.wirknetz.agreements.web;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.wirknetz.access.Accounts;
import org.wirknetz.access.Visitor;
import org.wirknetz.agreements.AgreementId;
import org.wirknetz.agreements.Signatures;
import org.wirknetz.agreements.Signatures.Signer;

/// Who can sign now: the visitor in person, and those whose signed paper could be entered.
///
/// @param own for whom this visitor may sign today
/// @param all whose signed paper this visitor may enter: to the office everybody with a mandate of a party that has not
/// signed, to a party its own people
/// @param nobody whether nobody at all has a mandate today for the parties that have not signed
public record SigningPage(List<Signer> own, List<Signer> all, boolean nobody) {

    private static final SigningPage NOTHING = new SigningPage(List.of(), List.of(), false);

    /// Nobody but the office enters for another party that it has signed.
    static boolean mayEnterPaper(Visitor visitor, java.util.UUID organisation) {
        return visitor.isOffice() || visitor.worksFor(organisation);
    }

    /// Asks for the signers of an agreement that is open for signature.
    @Component
    static class Desk {

        private final Signatures signatures;
        private final Accounts accounts;
        private final AgreementsDesk desk;

        Desk(Signatures signatures, Accounts accounts, AgreementsDesk desk) {
            this.signatures = signatures;
            this.accounts = accounts;
            this.desk = desk;
        }

        SigningPage of(Visitor visitor, AgreementPage page) {
            if (!page.inner() || !page.is("OFFERED")) return NOTHING;
            var waiting = page.parties().stream()
                    .filter(party -> page.signature(party) == null)
                    .map(AgreementPage.Party::organisation)
                    .collect(Collectors.toSet());
            var id = new AgreementId(page.row().id());
            var email = accounts.require(visitor.account()).email();
            var own = of(signatures.signers(id, email, desk.today()), waiting);
            if (!page.negotiates()) return new SigningPage(own, List.of(), false);
            var anybody = of(signatures.signers(id, null, desk.today()), waiting);
            var all = anybody.stream()
                    .filter(it -> mayEnterPaper(visitor, it.organisation()))
                    .toList();
            return new SigningPage(own, all, anybody.isEmpty() && !waiting.isEmpty());
        }

        private static List<Signer> of(List<Signer> signers, Set<java.util.UUID> waiting) {
            return signers.stream()
                    .filter(it -> waiting.contains(it.organisation()))
                    .toList();
        }
    }
}
