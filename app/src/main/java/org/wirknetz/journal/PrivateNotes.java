package org.wirknetz.journal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Refused;

/// Notes somebody of the office keeps for themselves, apart from the record. The database shows them to their
/// author
/// only; what is deleted is gone and cannot be taken back, since nothing remembers what stood there.
@Component
@Transactional
public class PrivateNotes {

    public static final int LONGEST = 2000;

    private final JdbcClient db;

    PrivateNotes(JdbcClient db) {
        this.db = db;
    }

    public record Note(UUID id, String body, Instant writtenAt) {}

    @Transactional(readOnly = true)
    public List<Note> about(UUID organisation) {
        return db.sql("""
                        select id, body, written_at from journal.private_note
                         where organisation = ? order by written_at desc, id
                        """).param(organisation).query(Note.class).list();
    }

    public void write(UUID organisation, String body) {
        int rows = db.sql("""
                        insert into journal.private_note (network, organisation, author, body)
                        select platform.network(), o.id, platform.account(), :body
                          from directory.organisation_card o where o.network = platform.network() and o.id = :organisation
                        """)
                .param("organisation", organisation)
                .param("body", Texts.needed(body, LONGEST))
                .update();
        if (rows == 0) throw new NotFound();
    }

    /// @throws Refused `journal.note.gone` when there is none of one's own
    public void delete(UUID organisation, UUID note) {
        int rows = db.sql("delete from journal.private_note where organisation = ? and id = ?")
                .params(organisation, note)
                .update();
        if (rows == 0) throw new Refused("journal.note.gone");
    }
}
