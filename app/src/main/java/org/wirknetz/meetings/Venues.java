package org.wirknetz.meetings;

import java.sql.Types;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Refused;

/// Places the network meets at, with what one has to know to come in.
@Component
@Transactional
public class Venues {

    private final JdbcClient db;

    Venues(JdbcClient db) {
        this.db = db;
    }

    /// @throws Refused when a venue has the name already
    public UUID add(VenueEntry entry) {
        var id = UUID.randomUUID();
        write(db.sql("""
                insert into meetings.venue (network, id, name, street, postcode, city, step_free, access_note, directions, organisation)
                values (platform.network(), :id, :name, :street, :postcode, :city, :stepFree, :note, :directions, :organisation)
                """).param("id", id), entry);
        return id;
    }

    /// @param version the one that was shown
    public void revise(UUID venue, int version, VenueEntry entry) {
        int rows = write(db.sql("""
                update meetings.venue
                   set name = :name, street = :street, postcode = :postcode, city = :city, step_free = :stepFree,
                       access_note = :note, directions = :directions, organisation = :organisation, version = version + 1
                 where id = :id and version = :version
                """).param("id", venue).param("version", version), entry);
        if (rows == 1) return;
        require(venue);
        throw new OptimisticLockingFailureException("venue " + venue);
    }

    private static int write(JdbcClient.StatementSpec statement, VenueEntry entry) {
        try {
            return statement
                    .param("name", entry.name())
                    .param("street", entry.street())
                    .param("postcode", entry.postcode())
                    .param("city", entry.city())
                    .param("stepFree", entry.stepFree().name())
                    .param("note", entry.accessNote())
                    .param("directions", entry.directions())
                    .param("organisation", entry.organisation(), Types.OTHER)
                    .update();
        } catch (DuplicateKeyException twice) {
            throw new Refused("meetings.venue.name-taken", entry.name());
        }
    }

    /// Meetings there keep what they say of their place in words.
    public void remove(UUID venue) {
        if (db.sql("delete from meetings.venue where id = ?").param(venue).update() == 0) throw new NotFound();
    }

    private void require(UUID venue) {
        if (db.sql("select id from meetings.venue where id = ?")
                .param(venue)
                .query(UUID.class)
                .optional()
                .isEmpty()) throw new NotFound();
    }
}
