package org.wirknetz.networkcheck;

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

/// Who may see and say what about ties.
@Component
public class NetworkcheckPermissions implements PermissionSentences, TakingBack {

    /// Ties and measures with names. A funder reads figures and a map without names.
    public boolean seeNames(Visitor visitor) {
        return visitor.isInside();
    }

    /// Figures, without names for those who are outside.
    public boolean seeCheck(Visitor visitor) {
        return !visitor.seats().isEmpty();
    }

    /// Whether there is anything at all this person may enter.
    public boolean enterTies(Visitor visitor) {
        return visitor.isOffice()
                || visitor.seats().stream()
                        .anyMatch(seat -> seat.role() == Role.PARTNER_ADMIN || seat.role() == Role.PARTNER_STAFF);
    }

    /// The office any tie; partner staff ties of their own organisation.
    public boolean declare(Visitor visitor, UUID from, UUID to) {
        return visitor.isOffice() || visitor.worksFor(from) || visitor.worksFor(to);
    }

    /// Only those who work for the organisation stand by its word; the office does it for them.
    public boolean confirm(Visitor visitor, UUID organisation) {
        return visitor.isOffice() || visitor.worksFor(organisation);
    }

    public boolean change(Visitor visitor, UUID from, UUID to) {
        return declare(visitor, from, to);
    }

    /// Taking a tie away as if it had never been: the office, or the admin of one of the two.
    public boolean withdraw(Visitor visitor, UUID from, UUID to) {
        return visitor.isOffice() || visitor.administers(from) || visitor.administers(to);
    }

    /// What a year of membership was worth: the partner itself and the office, nobody else.
    public boolean seeMembershipValue(Visitor visitor, UUID organisation) {
        return visitor.isOffice() || visitor.worksFor(organisation);
    }

    /// How much a partner carries, and saying how much it can: the partner itself and the office, nobody else.
    public boolean seeLoad(Visitor visitor, UUID organisation) {
        return visitor.isOffice() || visitor.worksFor(organisation);
    }

    /// On which levels of itself a partner takes part: the partner itself and the office, nobody else.
    public boolean seeLevels(Visitor visitor, UUID organisation) {
        return visitor.isOffice() || visitor.worksFor(organisation);
    }

    /// The same with the names of those who do the work: whoever could enter them.
    public boolean seeDoers(Visitor visitor, UUID organisation) {
        return visitor.isOffice() || visitor.administers(organisation);
    }

    /// How firmly the work is anchored inside a partner: the partner itself and the office, nobody else.
    public boolean seeAnchoring(Visitor visitor, UUID organisation) {
        return visitor.isOffice() || visitor.worksFor(organisation);
    }

    /// Telling what a partner has decided inside itself: its admin, or the office that heard it.
    public boolean keepProofs(Visitor visitor, UUID organisation) {
        return visitor.isOffice() || visitor.administers(organisation);
    }

    /// Who competes with whom and works together all the same: rivals must not see one another's ties in confidence.
    public boolean seeCoopetition(Visitor visitor) {
        return visitor.isOffice();
    }

    /// A view of the map under a name, for all inside: office and partners keep them and take them away.
    public boolean keepViews(Visitor visitor) {
        return enterTies(visitor);
    }

    /// What of the network is shown to funders and to the public: the office decides.
    public boolean freeze(Visitor visitor) {
        return visitor.isOffice();
    }

    /// What hangs on which person: the office for all, anybody for themselves.
    public boolean seeRisks(Visitor visitor) {
        return visitor.isOffice();
    }

    /// What the network lives on: the office, which keeps the list.
    public boolean seeFunding(Visitor visitor) {
        return visitor.isOffice();
    }

    /// Interests of the organisation behind the office: it lays them open itself.
    public boolean keepInterests(Visitor visitor) {
        return visitor.isOffice();
    }

    /// What is told of the office's neutrality outside of it: the office draws it up, explains and publishes it.
    public boolean publishNeutrality(Visitor visitor) {
        return visitor.isOffice();
    }

    /// How much of the work the office wants to carry itself: it says so, everybody inside reads it.
    public boolean setCorridor(Visitor visitor) {
        return visitor.isOffice();
    }

    @Override
    public List<Sentence> sentences() {
        var partners = Set.of(Role.OFFICE, Role.PARTNER_ADMIN, Role.PARTNER_STAFF);
        return List.of(
                Sentence.of(
                        "networkcheck.may.see-names",
                        Role.OFFICE,
                        Role.PARTNER_ADMIN,
                        Role.PARTNER_STAFF,
                        Role.GROUP_MEMBER),
                Sentence.of("networkcheck.may.see-check", Role.values()),
                new Sentence("networkcheck.may.membership", partners, "access.only.own-organisation"),
                new Sentence("networkcheck.may.load", partners, "access.only.own-organisation"),
                new Sentence("networkcheck.may.levels", partners, "access.only.own-organisation"),
                new Sentence("networkcheck.may.anchoring", partners, "access.only.own-organisation"),
                new Sentence(
                        "networkcheck.may.proofs",
                        Set.of(Role.OFFICE, Role.PARTNER_ADMIN),
                        "access.only.own-organisation"),
                Sentence.of("networkcheck.may.coopetition", Role.OFFICE),
                Sentence.of("networkcheck.may.funding", Role.OFFICE),
                Sentence.of("networkcheck.may.interests", Role.OFFICE),
                Sentence.of("networkcheck.may.corridor", Role.OFFICE),
                Sentence.of("networkcheck.may.summaries", Role.OFFICE),
                Sentence.of("networkcheck.may.views", Role.OFFICE, Role.PARTNER_ADMIN, Role.PARTNER_STAFF),
                Sentence.of("networkcheck.may.freeze", Role.OFFICE),
                new Sentence(
                        "networkcheck.may.risks",
                        Set.of(Role.OFFICE, Role.PARTNER_ADMIN, Role.PARTNER_STAFF, Role.GROUP_MEMBER),
                        "networkcheck.only.oneself"),
                new Sentence("networkcheck.may.declare", partners, "access.only.own-organisation"),
                new Sentence("networkcheck.may.confirm", partners, "access.only.own-organisation"),
                new Sentence("networkcheck.may.change", partners, "access.only.own-organisation"),
                new Sentence(
                        "networkcheck.may.withdraw",
                        Set.of(Role.OFFICE, Role.PARTNER_ADMIN),
                        "access.only.own-organisation"));
    }

    @Override
    public String schema() {
        return "networkcheck";
    }

    /// A tie that was withdrawn comes back by those who may withdraw one.
    @Override
    public boolean mayTakeBack(Visitor visitor, Changes.Touched row) {
        if (visitor.isOffice()) return true;
        if (row.table().equals("networkcheck.capacity"))
            return seeLoad(visitor, Objects.requireNonNull(row.references().get("organisation")));
        if (row.table().equals("networkcheck.proof"))
            return keepProofs(visitor, Objects.requireNonNull(row.references().get("organisation")));
        if (row.table().equals("networkcheck.map_view")) return keepViews(visitor);
        if (!row.table().equals("networkcheck.tie")) return false;
        var from = Objects.requireNonNull(row.references().get("from_organisation"));
        var to = Objects.requireNonNull(row.references().get("to_organisation"));
        return row.removed() ? withdraw(visitor, from, to) : change(visitor, from, to);
    }
}
