package org.wirknetz.agreements;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.directory.OrganisationId;
import org.wirknetz.directory.PersonId;
import org.wirknetz.platform.Document;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.Scope;

/// Signing (German: *Unterschreiben*): a named person, for their organisation, with a mandate on that day, one exact
/// text.
///
/// A simple electronic signature in the sense of Art. 3 No. 10 eIDAS: who, when, with which account, and the SHA-256 of
/// the text that was shown. Where the law wants writing (§ 126 BGB) it is not enough; then the signed paper is
/// uploaded.
@Component
@Transactional
public class Signatures {

    private final JdbcClient db;
    private final AgreementStore store;
    private final Parties parties;
    private final Wordings wordings;
    private final Documents documents;
    private final Clock clock;
    private final ApplicationEventPublisher facts;

    Signatures(
            JdbcClient db,
            AgreementStore store,
            Parties parties,
            Wordings wordings,
            Documents documents,
            Clock clock,
            ApplicationEventPublisher facts) {
        this.db = db;
        this.store = store;
        this.parties = parties;
        this.wordings = wordings;
        this.documents = documents;
        this.clock = clock;
        this.facts = facts;
    }

    /// Somebody who may sign for a party on a day.
    public record Signer(UUID person, UUID organisation, String name, String organisationName, String function) {}

    /// @param email of an account; null for all people with a mandate
    @Transactional(readOnly = true)
    public List<Signer> signers(AgreementId agreement, @Nullable String email, LocalDate day) {
        return db.sql("""
                        select distinct on (o.name, p.organisation, person.name, m.person)
                               m.person, p.organisation, person.name, o.name as organisation_name, m.function
                          from agreements.party p
                          join directory.mandate_card m on m.network = p.network and m.organisation = p.organisation
                               and m.kind = 'REPRESENTS'
                               and (m.valid_from is null or m.valid_from <= :day) and (m.valid_to is null or m.valid_to > :day)
                          join directory.person_card person on person.network = m.network and person.id = m.person
                          join directory.organisation_card o on o.network = p.network and o.id = p.organisation
                         where p.network = platform.network() and p.agreement = :agreement
                           and (cast(:email as text) is null
                                or exists (select from directory.person_address_card address
                                            where address.network = m.network and address.person = m.person
                                              and address.email = lower(:email)))
                         order by o.name, p.organisation, person.name, m.person, m.function
                        """)
                .param("agreement", agreement.value())
                .param("email", email)
                .param("day", day)
                .query(Signer.class)
                .list();
    }

    /// Signs here and now.
    ///
    /// @param email of the account that signs: it is the person's own
    /// @param shown fingerprint of the text that was read
    /// @return whether the agreement is concluded by it
    /// @throws Refused without a mandate today, when the text changed since, or when the party has signed already
    public boolean sign(AgreementId id, OrganisationId organisation, String email, String shown) {
        var today = LocalDate.now(clock);
        var agreement = ready(id, organisation);
        var signer = signers(id, email, today).stream()
                .filter(it -> it.organisation().equals(organisation.value()))
                .findFirst()
                .orElseThrow(
                        () -> new Refused("agreements.sign.no-mandate", name(organisation), SealedText.day(today)));
        return sign(agreement, organisation, signer, "SIMPLE", null, today, shown);
    }

    /// Enters what was signed on paper.
    ///
    /// @param day on which it was signed
    public boolean enterPaper(
            AgreementId id, OrganisationId organisation, PersonId person, LocalDate day, Document scan, String shown) {
        var today = LocalDate.now(clock);
        if (day.isAfter(today)) throw new Refused("agreements.sign.day-ahead", SealedText.day(day));
        var agreement = ready(id, organisation);
        var signer = signers(id, null, day).stream()
                .filter(it -> it.organisation().equals(organisation.value())
                        && it.person().equals(person.value()))
                .findFirst()
                .orElseThrow(() -> new Refused("agreements.sign.no-mandate", name(organisation), SealedText.day(day)));
        var document = documents.keep(id, "SCAN", scan);
        return sign(agreement, organisation, signer, "PAPER", document, day, shown);
    }

    private Agreement ready(AgreementId id, OrganisationId organisation) {
        var agreement = store.lock(id);
        if (!agreement.names(organisation)) throw new Refused("agreements.sign.not-a-party");
        agreement.requireOpen(LocalDate.now(clock));
        if (agreement.offeredOn() == null) throw new Refused("agreements.sign.not-offered");
        return agreement;
    }

    private boolean sign(
            Agreement agreement,
            OrganisationId organisation,
            Signer signer,
            String kind,
            @Nullable UUID document,
            LocalDate day,
            String shown) {
        var wording = wordings.latest(agreement.id()).orElseThrow(NotFound::new);
        if (!wording.sha256().equals(shown)) throw new Refused("agreements.sign.text-changed");
        try {
            db.sql("""
                            insert into agreements.signature (network, agreement, wording, party, person, name, function, kind, document,
                                   signed_on, account, sha256, entered_at)
                            select platform.network(), :agreement, :wording, p.id, :person, :name, :function, :kind,
                                   cast(:document as uuid), :day, cast(:account as uuid), :sha256, :now
                              from agreements.party p where p.agreement = :agreement and p.organisation = :organisation
                            """)
                    .param("agreement", agreement.id().value())
                    .param("wording", wording.id())
                    .param("person", signer.person())
                    .param("name", signer.name())
                    .param("function", signer.function())
                    .param("kind", kind)
                    .param("document", document)
                    .param("day", day)
                    .param("account", AgreementStore.account())
                    .param("sha256", wording.sha256())
                    .param("now", Timestamp.from(clock.instant()))
                    .param("organisation", organisation.value())
                    .update();
        } catch (DuplicateKeyException quicker) {
            throw new Refused("agreements.sign.signed-already", signer.organisationName());
        }
        return concludeIfAllSigned(agreement, wording.id());
    }

    /// Each signature touches the agreement, so that no earlier step can be taken back beneath it.
    private boolean concludeIfAllSigned(Agreement agreement, UUID wording) {
        int signed = db.sql("select count(*) from agreements.signature where wording = ?")
                .param(wording)
                .query(Integer.class)
                .single();
        var today = LocalDate.now(clock);
        if (signed < agreement.parties().size()) {
            store.mark(agreement.id(), "offered_on", agreement.offeredOn() == null ? today : agreement.offeredOn());
            return false;
        }
        store.mark(agreement.id(), "concluded_on", today);
        var terms = agreement.terms();
        facts.publishEvent(new AgreementConcluded(
                Scope.current().requireNetwork(),
                agreement.id(),
                new HashSet<>(agreement.parties()),
                terms.form(),
                terms.binding(),
                today,
                terms.from(),
                terms.to()));
        return true;
    }

    private String name(OrganisationId organisation) {
        return parties.names(List.of(organisation)).getFirst();
    }
}
