package org.wirknetz.directory;

import java.util.EnumSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What a network shows to everybody (German: *öffentliche Seiten*). Each page is closed until the office opens it, and
/// then shows only cards and fields that were made public one by one.
@Component
@Transactional
public class PublicDirectory {

    private final JdbcClient db;

    PublicDirectory(JdbcClient db) {
        this.db = db;
    }

    /// The public list of partners.
    @Transactional(readOnly = true)
    public boolean isOpen() {
        return isOpen(PublicPart.PARTNERS);
    }

    @Transactional(readOnly = true)
    public boolean isOpen(PublicPart part) {
        return openParts().contains(part);
    }

    @Transactional(readOnly = true)
    public Set<PublicPart> openParts() {
        return db.sql("""
                        select public_profile, public_partners, public_structures, public_contact from directory.setting
                         where network = platform.network()
                        """)
                .query((row, number) -> {
                    var open = EnumSet.noneOf(PublicPart.class);
                    for (var part : PublicPart.values()) if (row.getBoolean(part.column())) open.add(part);
                    return (Set<PublicPart>) open;
                })
                .optional()
                .orElse(Set.of());
    }

    public void open(PublicPart part) {
        set(part, true);
    }

    public void close(PublicPart part) {
        set(part, false);
    }

    private void set(PublicPart part, boolean open) {
        db.sql("""
                        insert into directory.setting (network, %1$s) values (platform.network(), :open)
                        on conflict (network) do update set %1$s = excluded.%1$s
                        """.formatted(part.column())).param("open", open).update();
    }
}
