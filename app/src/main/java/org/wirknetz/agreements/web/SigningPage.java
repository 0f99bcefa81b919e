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
/// @param all everybody with a mandate of a party that has not signed
public record SigningPage(List<Signer> own, List<Signer> all) {

    private static final SigningPage NOTHING = new SigningPage(List.of(), List.of());

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
            return new SigningPage(
                    of(signatures.signers(id, email, desk.today()), waiting),
                    page.negotiates() ? of(signatures.signers(id, null, desk.today()), waiting) : List.of());
        }

        private static List<Signer> of(List<Signer> signers, Set<java.util.UUID> waiting) {
            return signers.stream()
                    .filter(it -> waiting.contains(it.organisation()))
                    .toList();
        }
    }
}
