package org.wirknetz.access;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Where the people of a network's office read their mail. For jobs that write to the office, in the scope of its
/// network;
/// a page shows them to nobody.
@Component
public class OfficeAddresses {

    private final JdbcClient db;

    OfficeAddresses(JdbcClient db) {
        this.db = db;
    }

    public List<String> ofTheNetwork() {
        return db.sql("""
                        select distinct account.email from access.seat
                          join access.account on account.id = seat.account and not account.disabled
                         where seat.network = platform.network() and seat.role = 'OFFICE'
                         order by account.email
                        """).query(String.class).list();
    }
}
