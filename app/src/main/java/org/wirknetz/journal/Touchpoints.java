package org.wirknetz.journal;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.platform.NotFound;

/// Contacts of the office (German: *Kontakte*): note one, correct it, take it away. One change each, and a next
/// step
/// that is noted with a contact belongs to the same change.
@Component
@Transactional
public class Touchpoints {

    private final JdbcClient db;
    private final FollowUps followUps;

    Touchpoints(JdbcClient db, FollowUps followUps) {
        this.db = db;
        this.followUps = followUps;
    }

    /// @param next what comes of it; null where nothing does
    /// @param settled what was to be done and is done with this
    /// @throws NotFound when the organisation or the person is not in this network
    public TouchpointId note(
            TouchpointEntry entry, @Nullable NextStep next, List<FollowUpId> settled, LocalDate today) {
        requireKnown(entry.organisation(), entry.person());
        var id = TouchpointId.fresh();
        db.sql("""
                        insert into journal.touchpoint (network, id, organisation, person, kind, held_on, topic, minutes, noted_by)
                        values (platform.network(), :id, :organisation, :person, :kind, :heldOn, :topic, :minutes, platform.account())
                        """)
                .param("id", id.value())
                .param("organisation", entry.organisation())
                .param("person", entry.person())
                .param("kind", entry.kind().name())
                .param("heldOn", entry.heldOn())
                .param("topic", entry.topic())
                .param("minutes", entry.minutes())
                .update();
        settled.forEach(it -> followUps.done(it, today));
        if (next != null) followUps.plan(entry.organisation(), entry.person(), id, next);
        return id;
    }

    /// @param version the one that was shown
    public void revise(TouchpointId id, int version, TouchpointEntry entry) {
        requireKnown(entry.organisation(), entry.person());
        int rows = db.sql("""
                        update journal.touchpoint
                           set organisation = :organisation, person = :person, kind = :kind, held_on = :heldOn, topic = :topic,
                               minutes = :minutes, version = version + 1
                         where id = :id and version = :version
                        """)
                .param("id", id.value())
                .param("version", version)
                .param("organisation", entry.organisation())
                .param("person", entry.person())
                .param("kind", entry.kind().name())
                .param("heldOn", entry.heldOn())
                .param("topic", entry.topic())
                .param("minutes", entry.minutes())
                .update();
        if (rows == 1) return;
        require(id);
        throw new OptimisticLockingFailureException("touchpoint " + id.value());
    }

    /// It was noted by mistake. What was to come of it stays: a promise does not end with its note.
    public void remove(TouchpointId id) {
        require(id);
        db.sql("update journal.follow_up set touchpoint = null, version = version + 1 where touchpoint = ?")
                .param(id.value())
                .update();
        db.sql("delete from journal.touchpoint where id = ?").param(id.value()).update();
    }

    private void require(TouchpointId id) {
        boolean known = db.sql("select exists (select from journal.touchpoint where id = ?)")
                .param(id.value())
                .query(Boolean.class)
                .single();
        if (!known) throw new NotFound();
    }

    private void requireKnown(UUID organisation, @Nullable UUID person) {
        boolean known = db.sql("""
                        select exists (select from directory.organisation_card o
                                        where o.network = platform.network() and o.id = :organisation)
                               and (cast(:person as uuid) is null or exists (
                                    select from directory.person_card p where p.network = platform.network() and p.id = :person))
                        """)
                .param("organisation", organisation)
                .param("person", person, java.sql.Types.OTHER)
                .query(Boolean.class)
                .single();
        if (!known) throw new NotFound();
    }
}
