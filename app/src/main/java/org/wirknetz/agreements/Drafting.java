package org.wirknetz.agreements;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wirknetz.directory.OrganisationId;
import org.wirknetz.platform.Refused;

/// What every new or changed agreement is held to, whoever brings it.
@Component
class Drafting {

    private final JdbcClient db;
    private final AgreementStore store;
    private final Parties parties;
    private final CompetitionCheck competition;

    Drafting(JdbcClient db, AgreementStore store, Parties parties, CompetitionCheck competition) {
        this.db = db;
        this.store = store;
        this.parties = parties;
        this.competition = competition;
    }

    /// Adds it without a text yet.
    void add(AgreementId id, Terms terms, List<OrganisationId> organisations, @Nullable AgreementId renews) {
        Agreement.requireParties(organisations);
        refuseOverlap(null, terms, organisations);
        boolean rivals = rivals(terms, organisations);
        store.add(id, narrowed(terms, rivals), rivals, renews == null ? null : renews.value(), organisations);
    }

    boolean rivals(Terms terms, List<OrganisationId> organisations) {
        boolean divides = terms.form() == CooperationForm.COMPLEMENTARY || competition.touches(terms);
        return divides && parties.rivals(organisations);
    }

    /// What competitors agree on stays among them.
    static Terms narrowed(Terms terms, boolean rivals) {
        return rivals ? terms.with(Circle.PARTIES) : terms;
    }

    /// Two who say the same thing at one moment come one after the other, so that the later one is told.
    void refuseOverlap(@Nullable AgreementId self, Terms terms, List<OrganisationId> organisations) {
        db.sql("select pg_advisory_xact_lock(hashtextextended(platform.network() || platform.fold(?), 4))")
                .param(terms.title())
                .query(row -> {});
        parties.overlapping(self, terms, organisations).ifPresent(other -> {
            throw new Refused("agreements.overlap", other.title(), day(other.from()), day(other.to()));
        });
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "…" : SealedText.day(day);
    }
}
