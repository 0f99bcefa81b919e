package org.wirknetz.journal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Refused;

/// How often the office wants to be in touch (German: *Kontaktrhythmus*): days of silence that are still fine.
@Component
@Transactional
public class Rhythms {

    /// Once a quarter, where nobody has said anything else.
    public static final int USUAL = 90;

    private static final int LEAST = 7;
    private static final int MOST = 730;

    private final JdbcClient db;

    Rhythms(JdbcClient db) {
        this.db = db;
    }

    /// @param organisation null for all that have none of their own
    /// @param days null takes an organisation back to what is usual
    /// @throws Refused `journal.rhythm-wrong`
    public void set(@Nullable UUID organisation, @Nullable Integer days) {
        if (days != null && (days < LEAST || days > MOST)) throw new Refused("journal.rhythm-wrong", LEAST, MOST);
        if (organisation != null) requireKnown(organisation);
        db.sql(
                        "delete from journal.rhythm where organisation is not distinct from cast(:organisation as uuid) and days <> coalesce(:days, 0)")
                .param("organisation", organisation, java.sql.Types.OTHER)
                .param("days", days, java.sql.Types.INTEGER)
                .update();
        if (days == null) return;
        db.sql("""
                        insert into journal.rhythm (network, organisation, days) values (platform.network(), :organisation, :days)
                        on conflict (network, organisation) do nothing
                        """)
                .param("organisation", organisation, java.sql.Types.OTHER)
                .param("days", days)
                .update();
    }

    private void requireKnown(UUID organisation) {
        boolean known = db.sql(
                        "select exists (select from directory.organisation_card where network = platform.network() and id = ?)")
                .param(organisation)
                .query(Boolean.class)
                .single();
        if (!known) throw new NotFound();
    }
}
