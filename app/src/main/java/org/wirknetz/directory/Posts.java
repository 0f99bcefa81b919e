package org.wirknetz.directory;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Refused;

/// What positions and mandates have in common: an interval that is closed once and never rewritten in silence.
class Posts {

    private final JdbcClient db;
    private final String table;

    /// @param table `position` or `mandate`
    Posts(JdbcClient db, String table) {
        this.db = db;
        this.table = table;
    }

    void check(PersonId person, OrganisationId organisation, @Nullable LocalDate from, @Nullable LocalDate to) {
        if (from != null && to != null && !from.isBefore(to)) throw new Refused("directory.interval.empty");
        boolean known = db.sql("""
                        select exists (select from directory.person where id = :person and forgotten_on is null)
                           and exists (select from directory.organisation where id = :organisation)
                        """)
                .param("person", person.value())
                .param("organisation", organisation.value())
                .query(Boolean.class)
                .single();
        if (!known) throw new NotFound();
    }

    private record Interval(
            @Nullable LocalDate validFrom, @Nullable LocalDate validTo) {}

    /// @throws Refused `directory.post.ended` with the day, when it has an end already
    void end(UUID id, LocalDate on) {
        var present = interval(id);
        if (present.validTo() != null) throw new Refused("directory.post.ended", present.validTo());
        close(id, present, on);
    }

    /// Says in so many words that the noted end was wrong.
    void correctEnd(UUID id, LocalDate on) {
        close(id, interval(id), on);
    }

    void reopen(UUID id) {
        require(id);
        db.sql("update directory." + table + " set valid_to = null where id = ?")
                .param(id)
                .update();
    }

    private void close(UUID id, Interval present, LocalDate on) {
        if (present.validFrom() != null && !present.validFrom().isBefore(on)) {
            throw new Refused("directory.interval.empty");
        }
        db.sql("update directory." + table + " set valid_to = ? where id = ?")
                .params(on, id)
                .update();
    }

    /// Takes out what was never true, instead of ending it.
    void withdraw(UUID id) {
        int rows = db.sql("delete from directory." + table + " where id = ?")
                .param(id)
                .update();
        if (rows == 0) throw new NotFound();
    }

    private Interval interval(UUID id) {
        return db.sql("select valid_from, valid_to from directory." + table + " where id = ? for update")
                .param(id)
                .query(Interval.class)
                .optional()
                .orElseThrow(NotFound::new);
    }

    void require(UUID id) {
        interval(id);
    }

    /// Where a post of this person is, to ask whether somebody may touch it.
    OrganisationId organisation(PersonId person, UUID id) {
        return db.sql("select organisation from directory." + table + " where id = ? and person = ?")
                .params(id, person.value())
                .query(UUID.class)
                .optional()
                .map(OrganisationId::new)
                .orElseThrow(NotFound::new);
    }

    OrganisationId organisation(UUID id) {
        return db.sql("select organisation from directory." + table + " where id = ?")
                .param(id)
                .query(UUID.class)
                .optional()
                .map(OrganisationId::new)
                .orElseThrow(NotFound::new);
    }
}
