package org.wirknetz.networkcheck;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wirknetz.platform.Refused;

/// The rules of one tie: it joins two different organisations, each of which may stand by it.
record Tie(
        TieId id,
        UUID from,
        UUID to,
        TieTerms terms,
        @Nullable Word fromWord,
        @Nullable Word toWord,
        int version) {

    /// Who stood by it, and when; the account is empty where it came with an import.
    record Word(Instant at, @Nullable UUID by) {}

    Tie {
        if (from.equals(to)) throw new Refused("networkcheck.tie.loop");
    }

    static Tie declare(NewTie wanted, Instant now, @Nullable UUID by) {
        var word = new Word(now, by);
        return new Tie(
                new TieId(UUID.randomUUID()),
                wanted.from(),
                wanted.to(),
                wanted.terms(),
                wanted.saidBy() == NewTie.SaidBy.TO ? null : word,
                wanted.saidBy() == NewTie.SaidBy.FROM ? null : word,
                1);
    }

    Tie confirm(UUID organisation, Instant now, @Nullable UUID by) {
        if (!joins(organisation)) throw new Refused("networkcheck.tie.not-a-side");
        if (organisation.equals(from)) {
            return fromWord == null ? new Tie(id, from, to, terms, new Word(now, by), toWord, version) : this;
        }
        return toWord == null ? new Tie(id, from, to, terms, fromWord, new Word(now, by), version) : this;
    }

    /// What is corrected must be confirmed anew by the side that did not correct it; the office's correction keeps
    /// both.
    Tie correct(TieTerms better, @Nullable UUID side) {
        if (side != null && !joins(side)) throw new Refused("networkcheck.tie.not-a-side");
        return new Tie(
                id,
                from,
                to,
                better,
                side == null || side.equals(from) ? fromWord : null,
                side == null || side.equals(to) ? toWord : null,
                version);
    }

    Tie end(LocalDate day) {
        if (terms.end() != null && !terms.end().isAfter(day)) throw new Refused("networkcheck.tie.ended", terms.end());
        return new Tie(id, from, to, terms.endingOn(day), fromWord, toWord, version);
    }

    private boolean joins(UUID organisation) {
        return organisation.equals(from) || organisation.equals(to);
    }
}
