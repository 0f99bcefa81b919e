package org.wirknetz.agreements;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.directory.OrganisationId;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.Scope;

/// Agreements of the network in scope: draft, revise, offer, end, renew, discard.
@Component
@Transactional
public class Agreements {

    private final AgreementStore store;
    private final Parties parties;
    private final Wordings wordings;
    private final Drafting drafting;
    private final Sealing sealing;
    private final CompetitionCheck competition;
    private final Clock clock;
    private final ApplicationEventPublisher facts;

    Agreements(
            AgreementStore store,
            Parties parties,
            Wordings wordings,
            Drafting drafting,
            Sealing sealing,
            CompetitionCheck competition,
            Clock clock,
            ApplicationEventPublisher facts) {
        this.store = store;
        this.parties = parties;
        this.wordings = wordings;
        this.drafting = drafting;
        this.sealing = sealing;
        this.competition = competition;
        this.clock = clock;
        this.facts = facts;
    }

    /// @throws Refused with fewer than two parties, or when the same is agreed for the same days already
    public AgreementId draft(Terms terms, List<OrganisationId> parties) {
        return draft(terms, parties, null);
    }

    private AgreementId draft(Terms terms, List<OrganisationId> parties, @Nullable AgreementId renews) {
        var id = new AgreementId(java.util.UUID.randomUUID());
        drafting.add(id, terms, parties, renews);
        sealing.seal(id, terms, parties);
        return id;
    }

    /// What a call needs to change a part of it.
    public record Known(AgreementId id, Terms terms, List<OrganisationId> parties, int version) {}

    /// @throws org.wirknetz.platform.NotFound where there is none that this scope may read
    @Transactional(readOnly = true)
    public Known read(AgreementId id) {
        var known = store.require(id);
        return new Known(id, known.terms(), known.parties(), known.version());
    }

    /// Writes terms and parties anew. Where the text changes, it is a new version: signatures under the old one no
    /// longer count, and it must be offered again.
    ///
    /// @param version the one the form was made from
    /// @throws Refused once it is concluded, ended or expired
    /// @return how many signatures no longer count
    public int revise(AgreementId id, int version, Terms terms, List<OrganisationId> parties) {
        var known = store.lock(id);
        known.requireVersion(version);
        known.requireOpen(today());
        Agreement.requireParties(parties);
        drafting.refuseOverlap(id, terms, parties);
        boolean rivals = drafting.rivals(terms, parties);
        int signed = wordings.signed(id);
        if (!parties.containsAll(known.parties()) && wordings.everSigned(id))
            throw new Refused("agreements.parties.signed");
        this.parties.save(known, parties);
        boolean changed = sealing.seal(id, terms, parties);
        store.save(
                known, Drafting.narrowed(terms, rivals), rivals, negotiated(known), changed ? null : known.offeredOn());
        return changed ? signed : 0;
    }

    /// Somebody else than the one who drafted it works on it, or it was offered and is open again: it is negotiated.
    private @Nullable LocalDate negotiated(Agreement known) {
        if (known.negotiatedOn() != null) return known.negotiatedOn();
        boolean another = !Objects.equals(known.draftedBy(), AgreementStore.account());
        return another || known.offeredOn() != null ? today() : null;
    }

    /// The text is ready to be signed as it stands.
    public void offer(AgreementId id, int version) {
        var known = store.lock(id);
        known.requireVersion(version);
        known.requireOpen(today());
        if (known.offeredOn() != null) throw new Refused("agreements.offered-already");
        if (known.terms().form() == null) throw new Refused("agreements.offer.form-missing");
        competition.requireAnswers(known);
        store.mark(id, "offered_on", today());
    }

    /// Back to the table: the text may be changed again, as long as nobody has signed it.
    public void reopen(AgreementId id) {
        var known = store.lock(id);
        known.requireOpen(today());
        if (wordings.signed(id) > 0) throw new Refused("agreements.reopen.signed");
        store.save(
                known,
                known.terms(),
                known.rivals(),
                known.negotiatedOn() == null ? today() : known.negotiatedOn(),
                null);
    }

    /// @param day the first on which it no longer holds
    public void end(AgreementId id, LocalDate day, String reason) {
        var known = store.lock(id);
        known.requireEnding(day, today(), reason);
        store.end(id, day, reason);
        if (known.concludedOn() != null) {
            facts.publishEvent(
                    new AgreementEnded(Scope.current().requireNetwork(), id, Set.copyOf(known.parties()), day));
        }
    }

    /// A draft with the same parties and text for the time after. What was concluded stays as it is.
    public AgreementId renew(AgreementId id) {
        var known = store.lock(id);
        if (known.concludedOn() == null) throw new Refused("agreements.renew.not-concluded");
        var ends = known.endedOn() != null ? known.endedOn() : known.terms().to();
        if (ends == null) throw new Refused("agreements.renew.no-end");
        var terms = known.terms();
        var from = terms.from() == null ? known.concludedOn() : terms.from();
        var to =
                terms.to() == null ? null : ends.plusDays(java.time.temporal.ChronoUnit.DAYS.between(from, terms.to()));
        if (from.getDayOfMonth() == ends.getDayOfMonth() && terms.to() != null) {
            to = ends.plusMonths(java.time.temporal.ChronoUnit.MONTHS.between(from, terms.to()));
        }
        return draft(
                new Terms(
                        terms.title(),
                        terms.form(),
                        terms.binding(),
                        terms.leadership(),
                        terms.professional(),
                        terms.operational(),
                        terms.purpose(),
                        ends,
                        to,
                        terms.noticeMonths(),
                        terms.circle(),
                        terms.body()),
                known.parties(),
                id);
    }

    /// A draft that leads nowhere. What was offered or signed is ended instead, so that it can be looked up.
    public void discard(AgreementId id) {
        var known = store.lock(id);
        var standing = known.standing(today());
        if (standing != Standing.DRAFT && standing != Standing.NEGOTIATION)
            throw new Refused("agreements.discard.late");
        store.remove(id);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
