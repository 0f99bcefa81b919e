package org.wirknetz.agreements;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wirknetz.directory.OrganisationId;
import org.wirknetz.platform.Refused;

/// The rules of one agreement: what may happen to it depends on where it stands.
record Agreement(
        AgreementId id,
        Terms terms,
        List<OrganisationId> parties,
        boolean rivals,
        @Nullable LocalDate negotiatedOn,
        @Nullable LocalDate offeredOn,
        @Nullable LocalDate concludedOn,
        @Nullable LocalDate endedOn,
        @Nullable UUID renews,
        @Nullable UUID draftedBy,
        int version) {

    Agreement {
        parties = List.copyOf(parties);
    }

    /// @throws Refused when there are fewer than two, or one is named twice
    static void requireParties(List<OrganisationId> parties) {
        if (parties.size() < 2) throw new Refused("agreements.parties.two");
        if (parties.size() > 50) throw new Refused("agreements.parties.many", 50);
        if (parties.stream().distinct().count() < parties.size()) throw new Refused("agreements.parties.twice");
    }

    Standing standing(LocalDate today) {
        if (reached(endedOn, today)) return Standing.ENDED;
        if (reached(concludedOn, today)) return reached(terms.to(), today) ? Standing.EXPIRED : Standing.CONCLUDED;
        if (offeredOn != null) return Standing.OFFERED;
        return negotiatedOn == null ? Standing.DRAFT : Standing.NEGOTIATION;
    }

    private static boolean reached(@Nullable LocalDate day, LocalDate today) {
        return day != null && !day.isAfter(today);
    }

    void requireOpen(LocalDate today) {
        if (!standing(today).isOpen()) throw new Refused("agreements.fixed", terms.title());
    }

    void requireVersion(int shown) {
        if (version != shown) throw new Refused("platform.changed-meanwhile");
    }

    /// Before it is concluded it is withdrawn; afterwards it ends on a day, with a reason.
    void requireEnding(LocalDate day, LocalDate today, String reason) {
        if (endedOn != null) throw new Refused("agreements.ended-already", SealedText.day(endedOn));
        if (reason.isBlank()) throw new Refused("agreements.end.reason-missing");
        if (reason.length() > 1000) throw new Refused("agreements.too-long", 1000);
        if (concludedOn == null) return;
        var to = terms.to();
        if (to != null && !day.isBefore(to))
            throw new Refused("agreements.end.after-term", SealedText.day(to.minusDays(1)));
        if (day.isBefore(concludedOn))
            throw new Refused("agreements.end.before-conclusion", SealedText.day(concludedOn));
    }

    boolean names(OrganisationId organisation) {
        return parties.contains(organisation);
    }
}
