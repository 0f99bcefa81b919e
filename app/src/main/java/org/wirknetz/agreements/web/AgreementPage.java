package org.wirknetz.agreements.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wirknetz.agreements.Standing;
import org.wirknetz.platform.NotFound;

/// One agreement as its page shows it: what it says, who is bound, where it stands.
///
/// @param inner whether this visitor belongs to a party or the office, or may sign for a party, and reads text,
/// negotiation and proofs
/// @param negotiates whether they may change the text and speak: who may only sign does not
/// @param steers whether they may offer, end and renew
public record AgreementPage(
        Row row,
        List<Party> parties,
        List<Wording> wordings,
        List<Signature> signatures,
        List<Person> people,
        boolean inner,
        boolean negotiates,
        boolean steers,
        LocalDate today) {

    public record Row(
            UUID id,
            String title,
            @Nullable String form,
            int binding,
            boolean leadership,
            boolean professional,
            boolean operational,
            String purpose,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            int noticeMonths,
            String visibility,
            boolean rivals,
            @Nullable LocalDate offeredOn,
            @Nullable LocalDate concludedOn,
            @Nullable LocalDate endedOn,
            String endReason,
            @Nullable UUID renews,
            @Nullable UUID renewedBy,
            String standing,
            String body,
            int version) {

        /// The last day it holds, where there is one.
        public @Nullable LocalDate lastDay() {
            var end = endedOn != null ? endedOn : validTo;
            return end == null ? null : end.minusDays(1);
        }
    }

    public record Party(UUID id, UUID organisation, String name) {}

    public record Wording(
            UUID id,
            int number,
            String sha256,
            LocalDate writtenOn,
            @Nullable String who) {}

    /// Somebody at a party who could own a duty.
    public record Person(UUID person, UUID organisation, String organisationName, String name) {}

    /// @param number of the version that was signed
    public record Signature(
            UUID party,
            int number,
            String name,
            String function,
            String kind,
            @Nullable UUID document,
            @Nullable String documentName,
            @Nullable String documentSha,
            LocalDate signedOn,
            java.time.Instant enteredAt,
            @Nullable String account,
            String sha256) {}

    static AgreementPage of(JdbcClient db, UUID id, LocalDate today) {
        var row = db.sql("""
                        select a.id, a.title, a.form, a.binding, a.leadership, a.professional, a.operational, a.purpose, a.valid_from,
                               a.valid_to, a.notice_months, a.visibility, a.rivals, a.offered_on, a.concluded_on, a.ended_on,
                               a.end_reason, a.renews,
                               (select n.id from agreements.agreement n where n.network = a.network and n.renews = a.id
                                 order by n.created_at desc limit 1) as renewed_by,
                               agreements.standing(:day, a.negotiated_on, a.offered_on, a.concluded_on, a.ended_on, a.valid_to)
                               as standing,
                               coalesce((select w.body from agreements.wording w where w.network = a.network and w.agreement = a.id
                                          order by w.number desc limit 1), '') as body, a.version
                          from agreements.agreement a
                         where a.network = platform.network() and a.id = :id
                        """)
                .param("day", today)
                .param("id", id)
                .query(Row.class)
                .optional()
                .orElseThrow(NotFound::new);
        var parties = db.sql("""
                        select p.id, p.organisation, o.name
                          from agreements.party p
                          join directory.organisation_card o on o.network = p.network and o.id = p.organisation
                         where p.network = platform.network() and p.agreement = ?
                         order by p.position, o.name
                        """).param(id).query(Party.class).list();
        var wordings = db.sql("""
                        select w.id, w.number, w.sha256, cast(w.written_at as date) as written_on, account.name as who
                          from agreements.wording w
                          left join access.account_card account on account.id = w.written_by
                         where w.network = platform.network() and w.agreement = ?
                         order by w.number desc
                        """).param(id).query(Wording.class).list();
        var signatures = db.sql("""
                        select s.party, w.number, s.name, s.function, s.kind, s.document, scan.name as document_name,
                               scan.sha256 as document_sha, s.signed_on, s.entered_at, account.name as account, s.sha256
                          from agreements.signature s
                          left join agreements.document scan on scan.network = s.network and scan.id = s.document
                          join agreements.wording w on w.network = s.network and w.id = s.wording
                          left join access.account_card account on account.id = s.account
                         where s.network = platform.network() and s.agreement = ?
                         order by s.entered_at
                        """).param(id).query(Signature.class).list();
        var people = db.sql("""
                        select distinct m.person, p.organisation, o.name as organisation_name, person.name
                          from agreements.party p
                          join directory.mandate_card m on m.network = p.network and m.organisation = p.organisation
                               and (m.valid_from is null or m.valid_from <= :day) and (m.valid_to is null or m.valid_to > :day)
                          join directory.person_card person on person.network = m.network and person.id = m.person
                          join directory.organisation_card o on o.network = p.network and o.id = p.organisation
                         where p.network = platform.network() and p.agreement = :id
                         order by o.name, person.name
                        """)
                .param("day", today)
                .param("id", id)
                .query(Person.class)
                .list();
        return new AgreementPage(row, parties, wordings, signatures, people, false, false, false, today);
    }

    AgreementPage seenBy(boolean inner, boolean negotiates, boolean steers) {
        return new AgreementPage(
                row,
                parties,
                inner ? wordings : List.of(),
                inner ? signatures : List.of(),
                inner ? people : List.of(),
                inner,
                negotiates,
                steers,
                today);
    }

    /// The signature of a party under the text as it stands.
    public @Nullable Signature signature(Party party) {
        int latest = wordings.isEmpty() ? 0 : wordings.getFirst().number();
        return signatures.stream()
                .filter(it -> it.party().equals(party.id()) && it.number() == latest)
                .findFirst()
                .orElse(null);
    }

    /// Signatures under earlier versions: they no longer count.
    public List<Signature> dropped() {
        int latest = wordings.isEmpty() ? 0 : wordings.getFirst().number();
        return signatures.stream().filter(it -> it.number() < latest).toList();
    }

    public String fingerprint() {
        return wordings.isEmpty() ? "" : wordings.getFirst().sha256();
    }

    public Standing standing() {
        return Standing.valueOf(row.standing());
    }

    public boolean open() {
        return standing().isOpen();
    }

    /// Open, and this visitor may change it.
    public boolean changeable() {
        return negotiates && open();
    }

    public boolean is(String standing) {
        return row.standing().equals(standing);
    }

    public String standingKind() {
        return AgreementList.kind(row.standing());
    }

    public Set<UUID> organisations() {
        return parties.stream().map(Party::organisation).collect(Collectors.toSet());
    }

    public String names() {
        return parties.stream().map(Party::name).collect(Collectors.joining(", "));
    }

    /// Paragraphs of the text, for a page that shows them as such.
    public List<String> paragraphs() {
        return List.of(row.body().split("\n\\s*\n")).stream()
                .filter(it -> !it.isBlank())
                .toList();
    }

    /// Whether a duty's form can choose this owner: a party, or somebody who has a mandate of one.
    public boolean couldOwn(String owner) {
        return parties.stream().anyMatch(it -> it.organisation().toString().equals(owner))
                || people.stream().anyMatch(it -> (it.person() + " " + it.organisation()).equals(owner));
    }

    public List<String> levels() {
        return AgreementForm.of(this).levels();
    }
}
