package org.wirknetz.exchange;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wirknetz.platform.Refused;

/// The rules of one contribution: it goes from one organisation to another, and the receiver has the last word on it.
record Contribution(
        ContributionId id,
        UUID giver,
        UUID receiver,
        ContributionTerms terms,
        boolean noReturn,
        State state,
        @Nullable Answer answer,
        int version) {

    private static final int FIRST_YEAR = 1900;

    enum State {
        OPEN,
        CONFIRMED,
        DECLINED
    }

    /// The receiver's word; the account is empty where it came with an import.
    record Answer(Instant at, @Nullable UUID by) {}

    Contribution {
        if (giver.equals(receiver)) throw new Refused("exchange.contribution.self");
    }

    /// @param receiverSays whether it is the receiver who enters it, which needs no second word
    static Contribution enter(
            UUID giver, UUID receiver, ContributionTerms terms, boolean receiverSays, LocalDate today, Answer answer) {
        requirePast(terms, today);
        return new Contribution(
                new ContributionId(UUID.randomUUID()),
                giver,
                receiver,
                terms,
                false,
                receiverSays ? State.CONFIRMED : State.OPEN,
                receiverSays ? answer : null,
                1);
    }

    Contribution answered(State state, boolean noReturn, Answer answer) {
        if (this.state == state && this.noReturn == noReturn) return this;
        return new Contribution(id, giver, receiver, terms, noReturn, state, answer, version);
    }

    /// @param keepsAnswer false when the giver corrects: then the receiver is asked again
    Contribution corrected(ContributionTerms better, boolean keepsAnswer, LocalDate today) {
        requirePast(better, today);
        return keepsAnswer
                ? new Contribution(id, giver, receiver, better, noReturn, state, answer, version)
                : new Contribution(id, giver, receiver, better, false, State.OPEN, null, version);
    }

    /// Nobody remembers favours of a century; what faded for two thousand years is too small to be added up.
    private static void requirePast(ContributionTerms terms, LocalDate today) {
        var day = terms.givenOn();
        if (day != null && day.getYear() < FIRST_YEAR)
            throw new Refused("exchange.contribution.long-ago", day, FIRST_YEAR);
        if (day != null && day.isAfter(today)) throw new Refused("exchange.contribution.future", day);
    }
}
