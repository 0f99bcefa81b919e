package org.wirknetz.equality;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Refused;

/// Which partners are relevant for gender and cultural mainstreaming (C4.1): the office decides, of those proposed and
/// of any other.
@Component
@Transactional
public class RelevantPartners {

    /// Work that is older says nothing of today.
    public static final int MONTHS = 12;

    private static final int LONGEST_REASON = 300;

    private final JdbcClient db;

    RelevantPartners(JdbcClient db) {
        this.db = db;
    }

    /// Decides about an organisation for the first time.
    ///
    /// @param relevant false: it is not, and is not proposed again
    /// @throws OptimisticLockingFailureException where somebody has decided already
    public UUID weigh(UUID organisation, boolean relevant, @Nullable String reason, LocalDate today) {
        boolean known = db.sql("""
                        select exists (select from directory.organisation_card
                                        where network = platform.network() and id = ? and not coordinator)
                        """).param(organisation).query(Boolean.class).single();
        if (!known) throw new Refused("equality.no-choice");
        var id = UUID.randomUUID();
        try {
            db.sql("""
                            insert into equality.relevant_partner (network, id, organisation, relevant, reason, since)
                            values (platform.network(), :id, :organisation, :relevant, :reason, :today)
                            """)
                    .param("id", id)
                    .param("organisation", organisation)
                    .param("relevant", relevant)
                    .param("reason", Texts.clean(reason, LONGEST_REASON))
                    .param("today", today)
                    .update();
        } catch (DuplicateKeyException decided) {
            throw new OptimisticLockingFailureException("partner " + organisation, decided);
        }
        return id;
    }

    /// Decides anew.
    ///
    /// @param version the one that was shown
    public void weighAgain(UUID partner, int version, boolean relevant, @Nullable String reason, LocalDate today) {
        int rows = db.sql("""
                        update equality.relevant_partner
                           set since = case when relevant = :relevant then since else :today end,
                               relevant = :relevant, reason = :reason, version = version + 1
                         where id = :id and version = :version
                        """)
                .param("id", partner)
                .param("version", version)
                .param("relevant", relevant)
                .param("reason", Texts.clean(reason, LONGEST_REASON))
                .param("today", today)
                .update();
        if (rows == 1) return;
        boolean there = db.sql("select exists (select from equality.relevant_partner where id = ?)")
                .param(partner)
                .query(Boolean.class)
                .single();
        if (!there) throw new NotFound();
        throw new OptimisticLockingFailureException("partner " + partner);
    }
}
