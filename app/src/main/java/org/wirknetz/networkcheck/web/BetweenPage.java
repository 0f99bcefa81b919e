package org.wirknetz.networkcheck.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wirknetz.networkcheck.Evidence.Proof;

/// Declared ties and evidence between two organisations, as far as the reader may see them.
///
/// @param introduces whether the reader may open introductions on their own page
public record BetweenPage(
        End one,
        End other,
        List<Declared> declared,
        List<Proof> proofs,
        List<Together> together,
        String base,
        boolean introduces) {

    public record End(UUID id, String name) {}

    /// @param from who is named first; in a mutual tie this means nothing
    public record Declared(
            UUID id,
            UUID from,
            String kind,
            boolean mutual,
            @Nullable Integer strength,
            @Nullable LocalDate since,
            @Nullable LocalDate until,
            boolean confirmedByBoth) {}

    /// A meeting of the last twelve months at which both were, as far as the reader may know of it.
    ///
    /// @param organisations how many were there
    public record Together(UUID id, String title, LocalDate on, int organisations) {

        double weight() {
            return organisations < 2 ? 0 : 1.0 / (organisations - 1);
        }
    }

    static BetweenPage of(
            JdbcClient db, End one, End other, List<Proof> proofs, String base, boolean introduces, LocalDate today) {
        var declared = db.sql("""
                        select id, from_organisation as "from", kind, mutual, strength, valid_from as since, valid_to as until,
                               confirmed_by_both
                          from networkcheck.tie_card
                         where network = platform.network()
                           and ((from_organisation = :one and to_organisation = :other)
                                or (from_organisation = :other and to_organisation = :one))
                         order by valid_from desc nulls last, kind, id
                        """)
                .param("one", one.id())
                .param("other", other.id())
                .query(Declared.class)
                .list();
        return new BetweenPage(one, other, declared, proofs, together(db, one, other, today), base, introduces);
    }

    private static List<Together> together(JdbcClient db, End one, End other, LocalDate today) {
        return db.sql("""
                        select m.id, m.title, (m.starts_at at time zone 'Europe/Berlin')::date as "on",
                               count(distinct a.organisation)::int as organisations
                          from meetings.meeting_card m
                          join meetings.attendance_card a on a.network = m.network and a.meeting_id = m.id and a.presence = 'PRESENT'
                         where m.network = platform.network() and m.state <> 'CANCELLED'
                           and (m.starts_at at time zone 'Europe/Berlin')::date between cast(:today as date) - interval '1 year' and :today
                         group by m.id, m.title, m.starts_at
                        having bool_or(a.organisation = :one) and bool_or(a.organisation = :other)
                         order by m.starts_at desc, m.id limit 100
                        """)
                .param("one", one.id())
                .param("other", other.id())
                .param("today", today)
                .query(Together.class)
                .list();
    }

    /// Sum of 1/(n − 1) over these meetings (Newman 2001).
    public double weight() {
        return together.stream().mapToDouble(Together::weight).sum();
    }

    public List<Proof> of(String kind) {
        return proofs.stream().filter(it -> it.kind().equals(kind)).toList();
    }

    public long given(End giver) {
        return proofs.stream().filter(it -> giver.id().equals(it.from())).count();
    }

    /// Whether something goes in both directions: an agreement, a product, or help from each side.
    public boolean isMutual() {
        return proofs.stream().anyMatch(it -> it.from() == null) || (given(one) > 0 && given(other) > 0);
    }

    public @Nullable LocalDate first() {
        return proofs.stream()
                .map(Proof::since)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    public @Nullable LocalDate last() {
        return proofs.stream()
                .map(Proof::since)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    public String name(@Nullable UUID end) {
        return one.id().equals(end) ? one.name() : other.name();
    }

    /// Help and introductions happen on a day; the others last.
    public boolean lasts(Proof proof) {
        return !proof.kind().equals("FAVOUR") && !proof.kind().equals("REFERRAL");
    }

    /// Null where the reader knows of it but cannot open it: the mail of an introduction stays with the office.
    public @Nullable String href(Proof proof) {
        return switch (proof.kind()) {
            case "AGREEMENT" -> base + "/agreements/" + proof.record();
            case "JOINT_PRODUCT" -> base + "/products/" + proof.record();
            case "REFERRAL" -> introduces ? base + "/introductions/" + proof.record() : null;
            default -> base + "/contributions/" + proof.record();
        };
    }
}
