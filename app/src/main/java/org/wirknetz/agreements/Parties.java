package org.wirknetz.agreements;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wirknetz.directory.OrganisationId;
import org.wirknetz.platform.NotFound;

/// Who takes part in an agreement, and what the same parties have agreed already.
@Component
class Parties {

    private final JdbcClient db;

    Parties(JdbcClient db) {
        this.db = db;
    }

    /// In one statement: for the database the one who drafts belongs to it while it has no party.
    void add(AgreementId id, List<OrganisationId> parties) {
        var ids = parties.stream().map(it -> it.value().toString()).toArray(String[]::new);
        try {
            db.sql("""
                            insert into agreements.party (network, agreement, organisation, position)
                            select platform.network(), :id, organisation::uuid, position
                              from unnest(cast(:parties as text[])) with ordinality as given (organisation, position)
                            """).param("id", id.value()).param("parties", ids).update();
        } catch (DataIntegrityViolationException unknown) {
            throw new NotFound();
        }
    }

    /// New ones first: whoever drafted it must not stand outside in between.
    void save(Agreement known, List<OrganisationId> parties) {
        if (known.parties().equals(parties)) return;
        var fresh = parties.stream().filter(it -> !known.names(it)).toList();
        if (!fresh.isEmpty()) add(known.id(), fresh);
        var gone = known.parties().stream().filter(it -> !parties.contains(it)).toList();
        for (var organisation : gone) {
            db.sql("""
                            delete from agreements.obligation
                             where agreement = :agreement and party in (select id from agreements.party where agreement = :agreement and organisation = :organisation)
                            """)
                    .param("agreement", known.id().value())
                    .param("organisation", organisation.value())
                    .update();
            db.sql("delete from agreements.party where agreement = ? and organisation = ?")
                    .params(known.id().value(), organisation.value())
                    .update();
        }
        for (int position = 0; position < parties.size(); position++) {
            db.sql(
                            "update agreements.party set position = ? where agreement = ? and organisation = ? and position <> ?")
                    .params(
                            position + 1,
                            known.id().value(),
                            parties.get(position).value(),
                            position + 1)
                    .update();
        }
    }

    List<String> names(List<OrganisationId> organisations) {
        var ids = organisations.stream().map(it -> it.value().toString()).toArray(String[]::new);
        return db.sql("""
                        select card.name
                          from unnest(cast(? as text[])) with ordinality as given (id, position)
                          join directory.organisation_card card on card.network = platform.network() and card.id = given.id::uuid
                         order by given.position
                        """).param(ids).query(String.class).list();
    }

    /// Whether two of them are of one actor group: they offer the same and could compete.
    boolean rivals(List<OrganisationId> organisations) {
        return db.sql("""
                        select exists (select from directory.organisation_group_card
                                        where network = platform.network() and organisation = any (cast(? as uuid[]))
                                        group by actor_group having count(*) > 1)
                        """)
                .param(organisations.stream().map(it -> it.value().toString()).toArray(String[]::new))
                .query(Boolean.class)
                .single();
    }

    record Other(
            String title,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    /// The same said for the same days: same title, same parties, terms that overlap.
    Optional<Other> overlapping(@Nullable AgreementId self, Terms terms, List<OrganisationId> parties) {
        return db.sql("""
                        select a.title, a.valid_from as "from", a.valid_to as "to"
                          from agreements.agreement a
                         where a.network = platform.network() and a.id is distinct from cast(:self as uuid) and a.ended_on is null
                           and a.id in (select p.agreement from agreements.party p
                                         where p.network = platform.network() and p.organisation = cast(:one as uuid))
                           and platform.fold(a.title) = platform.fold(:title)
                           and daterange(a.valid_from, a.valid_to) && daterange(cast(:from as date), cast(:to as date))
                           and array(select p.organisation::text from agreements.party p
                                      where p.network = a.network and p.agreement = a.id order by 1) = cast(:parties as text[])
                         limit 1
                        """)
                .param("self", self == null ? null : self.value())
                .param("one", parties.getFirst().value())
                .param("title", terms.title())
                .param("from", terms.from())
                .param("to", terms.to())
                .param(
                        "parties",
                        parties.stream()
                                .map(it -> it.value().toString())
                                .sorted()
                                .toArray(String[]::new))
                .query(Other.class)
                .optional();
    }
}
