package org.wirknetz.networkcheck;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wirknetz.platform.NetworkId;
import org.wirknetz.platform.Scope;

/// Ties that come from work (German: *Belege*): who has concluded an agreement, makes a product together, has helped
/// whom, was introduced to whom with success.
///
/// Nothing of it is kept: it is read from what the rooms show of themselves, so it cannot disagree with them and
/// there is nothing to rebuild. What is confidential between some does not shape the picture that all share
/// (docs/decisions/0170).
@Component
public class Evidence {

    private final JdbcClient db;

    Evidence(JdbcClient db) {
        this.db = db;
    }

    /// What the whole network may know: agreements shown to it and joint products, each pair once for each.
    ///
    /// Read without a person, since the picture is one for all.
    List<TieRecord> shared(NetworkId network) {
        return Scope.of(network)
                .call(() -> db.sql(SHARED)
                        .param("network", network.value())
                        .query((row, n) -> new TieRecord(
                                row.getObject("id", UUID.class),
                                row.getObject("one", UUID.class),
                                row.getObject("other", UUID.class),
                                row.getString("kind"),
                                null,
                                true,
                                row.getString("form"),
                                TieRecord.OBSERVED,
                                row.getObject("since", LocalDate.class),
                                row.getObject("until", LocalDate.class),
                                true))
                        .list());
    }

    private static final String SHARED = """
            select md5(seen.kind || seen.source || seen.one || seen.other)::uuid as id, seen.*
              from (select 'AGREEMENT' as kind, a.id::text as source, one.organisation as one, other.organisation as other, a.form,
                           coalesce(a.valid_from, a.concluded_on) as since, least(a.valid_to, a.ended_on) as until
                      from agreements.agreement_card a
                      join agreements.party_card one on one.network = a.network and one.agreement = a.id
                      join agreements.party_card other on other.network = a.network and other.agreement = a.id
                                                      and one.organisation < other.organisation
                     where a.network = :network and a.concluded_on is not null and a.visibility <> 'PARTIES'
                    union all
                    select 'JOINT_PRODUCT', one.product::text, one.organisation, other.organisation, null,
                           greatest(one.joined_on, other.joined_on), least(one.left_on, other.left_on, one.ended_on)
                      from products.partner_card one
                      join products.partner_card other on other.network = one.network and other.product = one.product
                                                      and one.organisation < other.organisation
                     where one.network = :network) seen
             where seen.until is null or seen.since < seen.until
             order by id
            """;

    /// One thing that shows a tie between two, as far as the one who asks may see it.
    ///
    /// @param kind `AGREEMENT`, `JOINT_PRODUCT`, `FAVOUR` or `REFERRAL`
    /// @param record the agreement, product, contribution or introduction
    /// @param title in words; empty where only the kind is said, as for an offer the reader may not see
    /// @param from who gave, in an introduction the one who could help; null where it is mutual
    public record Proof(
            String kind,
            UUID record,
            String title,
            @Nullable UUID from,
            @Nullable LocalDate since,
            @Nullable LocalDate until) {}

    /// Everything that shows a tie between the two to this reader, newest first; row-level security leaves out the
    /// rest.
    public List<Proof> between(UUID one, UUID other) {
        return db.sql("""
                        select 'AGREEMENT' as kind, a.id as record, a.title, null::uuid as "from",
                               coalesce(a.valid_from, a.concluded_on) as since, least(a.valid_to, a.ended_on) as until
                          from agreements.agreement_card a
                         where a.network = platform.network() and a.concluded_on is not null
                           and exists (select from agreements.party_card p
                                        where p.network = a.network and p.agreement = a.id and p.organisation = :one)
                           and exists (select from agreements.party_card p
                                        where p.network = a.network and p.agreement = a.id and p.organisation = :other)
                        union all
                        select 'JOINT_PRODUCT', x.product, x.name, null,
                               greatest(x.joined_on, y.joined_on), least(x.left_on, y.left_on, x.ended_on)
                          from products.partner_card x
                          join products.partner_card y on y.network = x.network and y.product = x.product
                         where x.network = platform.network() and x.organisation = :one and y.organisation = :other
                        union all
                        select 'FAVOUR', c.id, coalesce(c.kind, ''), c.giver, c.given_on, c.given_on
                          from exchange.contribution_card c
                         where c.network = platform.network() and c.state = 'CONFIRMED'
                           and ((c.giver = :one and c.receiver = :other) or (c.giver = :other and c.receiver = :one))
                        union all
                        select 'REFERRAL', i.id, coalesce(l.title, ''), i.helper, i.outcome_on, i.outcome_on
                          from exchange.introduction_card i
                          left join exchange.listing_card l on l.network = i.network and l.id = i.offer
                         where i.network = platform.network() and i.state = 'HELPED'
                           and ((i.asker = :one and i.helper = :other) or (i.asker = :other and i.helper = :one))
                         order by since desc nulls last, kind, record
                        """)
                .param("one", one)
                .param("other", other)
                .query(Proof.class)
                .list();
    }
}
