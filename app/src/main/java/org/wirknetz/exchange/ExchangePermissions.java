package org.wirknetz.exchange;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.wirknetz.access.PermissionSentences;
import org.wirknetz.access.Role;
import org.wirknetz.access.Sentence;
import org.wirknetz.access.TakingBack;
import org.wirknetz.access.Visitor;
import org.wirknetz.platform.Changes;

/// Who may see and say what about give and take. The database keeps the same rule for every row.
@Component
public class ExchangePermissions implements PermissionSentences, TakingBack {

    private static final Set<Role> PARTNERS = Set.of(Role.OFFICE, Role.PARTNER_ADMIN, Role.PARTNER_STAFF);

    /// The pages of give and take: the office, and partners for their own pairs.
    public boolean seeContributions(Visitor visitor) {
        return visitor.seats().stream().anyMatch(seat -> PARTNERS.contains(seat.role()));
    }

    /// The whole picture: who gave whom in all pairs.
    public boolean seeAllBalances(Visitor visitor) {
        return visitor.isOffice();
    }

    public boolean seeBalance(Visitor visitor, UUID organisation) {
        return visitor.isOffice() || visitor.worksFor(organisation);
    }

    public boolean enter(Visitor visitor, UUID giver, UUID receiver) {
        return visitor.isOffice() || visitor.worksFor(giver) || visitor.worksFor(receiver);
    }

    /// Confirming, declining, asking no return: the receiver, and the office in its place.
    public boolean answer(Visitor visitor, UUID receiver) {
        return visitor.isOffice() || visitor.worksFor(receiver);
    }

    public boolean correct(Visitor visitor, UUID giver, UUID receiver) {
        return enter(visitor, giver, receiver);
    }

    /// Taking back what was entered by mistake: the giver while nobody has confirmed it, else the office.
    public boolean withdraw(Visitor visitor, UUID giver, boolean confirmed) {
        return visitor.isOffice() || (!confirmed && visitor.worksFor(giver));
    }

    /// Who gives by law or task, is the office's to say.
    public boolean nameStructuralGivers(Visitor visitor) {
        return visitor.isOffice();
    }

    /// Needs, offers and interests with names: everybody inside.
    public boolean seeListings(Visitor visitor) {
        return visitor.isInside();
    }

    /// Whether there is anything at all this person may publish.
    public boolean publishSomething(Visitor visitor) {
        return seeContributions(visitor);
    }

    /// The office for any organisation, partners for their own.
    public boolean publish(Visitor visitor, UUID organisation) {
        return visitor.isOffice() || visitor.worksFor(organisation);
    }

    /// The words of the network's field are the office's to keep.
    public boolean keepTerms(Visitor visitor) {
        return visitor.isOffice();
    }

    /// Bringing partners together is the office's work.
    public boolean introduce(Visitor visitor) {
        return visitor.isOffice();
    }

    @Override
    public List<Sentence> sentences() {
        return List.of(
                new Sentence("exchange.may.contributions", PARTNERS, "access.only.own-organisation"),
                new Sentence("exchange.may.answer", PARTNERS, "access.only.own-organisation"),
                Sentence.of(
                        "exchange.may.listings",
                        Role.OFFICE,
                        Role.PARTNER_ADMIN,
                        Role.PARTNER_STAFF,
                        Role.GROUP_MEMBER),
                new Sentence("exchange.may.publish", PARTNERS, "access.only.own-organisation"),
                Sentence.of("exchange.may.terms", Role.OFFICE),
                Sentence.of("exchange.may.introduce", Role.OFFICE),
                Sentence.of("exchange.may.balances", Role.OFFICE),
                Sentence.of("exchange.may.structural", Role.OFFICE));
    }

    @Override
    public String schema() {
        return "exchange";
    }

    /// Of a contribution, what the two may correct; whose word stays whose, the database keeps on this way, too.
    @Override
    public boolean mayTakeBack(Visitor visitor, Changes.Touched row) {
        if (visitor.isOffice()) return true;
        return switch (row.table()) {
            case "exchange.contribution", "exchange.suggestion_answer" ->
                correct(
                        visitor,
                        Objects.requireNonNull(row.references().get("giver")),
                        Objects.requireNonNull(row.references().get("receiver")));
            case "exchange.listing" ->
                publish(visitor, Objects.requireNonNull(row.references().get("organisation")));
            default -> false;
        };
    }
}
