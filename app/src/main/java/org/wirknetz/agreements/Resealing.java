package org.wirknetz.agreements;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/// What is signed changed beside the text itself, by a duty or an annex: a new version, and it must be offered again.
@Component
class Resealing {

    private final AgreementStore store;
    private final Sealing sealing;
    private final Clock clock;

    Resealing(AgreementStore store, Sealing sealing, Clock clock) {
        this.store = store;
        this.sealing = sealing;
        this.clock = clock;
    }

    void of(Agreement known) {
        if (!sealing.seal(known.id(), known.terms(), known.parties())) return;
        boolean back = known.negotiatedOn() == null && known.offeredOn() != null;
        store.save(known, known.terms(), known.rivals(), back ? LocalDate.now(clock) : known.negotiatedOn(), null);
    }
}
