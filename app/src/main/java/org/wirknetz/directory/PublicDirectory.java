package org.wirknetz.directory;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Whether the network shows a directory to everybody (German: *öffentliches Verzeichnis*). Closed until the office
/// opens
/// it, and then only with cards and fields that were made public one by one.
@Component
@Transactional
public class PublicDirectory {

    private final JdbcClient db;

    PublicDirectory(JdbcClient db) {
        this.db = db;
    }

    @Transactional(readOnly = true)
    public boolean isOpen() {
        return db.sql(
                        "select exists (select from directory.setting where network = platform.network() and public_partners)")
                .query(Boolean.class)
                .single();
    }

    public void open() {
        set(true);
    }

    public void close() {
        set(false);
    }

    private void set(boolean open) {
        db.sql("""
                        insert into directory.setting (network, public_partners) values (platform.network(), :open)
                        on conflict (network) do update set public_partners = excluded.public_partners
                        """).param("open", open).update();
    }
}
