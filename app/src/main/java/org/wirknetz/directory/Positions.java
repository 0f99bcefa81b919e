package org.wirknetz.directory;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.platform.Refused;

/// Positions (German: *Stellungen*): what people are in organisations. One person may hold several, also in two at
/// once.
@Component
@Transactional
public class Positions {

    private final JdbcClient db;
    private final Posts posts;

    Positions(JdbcClient db) {
        this.db = db;
        this.posts = new Posts(db, "position");
    }

    /// @param function in words, may be empty
    /// @param from the first day, null when not known; likewise `to`, the first day it no longer holds
    public PositionId open(
            PersonId person,
            OrganisationId organisation,
            String function,
            @Nullable Level level,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        posts.check(person, organisation, from, to);
        if (function.strip().length() > 200) throw new Refused("directory.field.too-long", 200);
        var id = PositionId.fresh();
        db.sql("""
                        insert into directory.position (network, id, person, organisation, function, level, valid_from, valid_to)
                        values (platform.network(), :id, :person, :organisation, :function, :level, :from, :to)
                        """)
                .param("id", id.value())
                .param("person", person.value())
                .param("organisation", organisation.value())
                .param("function", function.strip())
                .param("level", level == null ? null : level.name())
                .param("from", from)
                .param("to", to)
                .update();
        return id;
    }

    /// @param on the first day it no longer holds
    /// @throws Refused `directory.post.ended` when it has an end already
    public void end(PositionId id, LocalDate on) {
        posts.end(id.value(), on);
    }

    public void correctEnd(PositionId id, LocalDate on) {
        posts.correctEnd(id.value(), on);
    }

    /// Takes out what was never true.
    public void withdraw(PositionId id) {
        posts.withdraw(id.value());
    }

    /// @throws NotFound when it is not a post of this person
    @Transactional(readOnly = true)
    public OrganisationId organisation(PersonId person, PositionId id) {
        return posts.organisation(person, id.value());
    }

    /// @throws NotFound when there is none
    @Transactional(readOnly = true)
    public OrganisationId organisation(PositionId id) {
        return posts.organisation(id.value());
    }
}
