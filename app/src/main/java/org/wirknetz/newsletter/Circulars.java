package org.wirknetz.newsletter;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Refused;

/// Circulars (German: *Rundschreiben*): facts for those who work in the network, and who has said that they
/// read them. Saying so is voluntary; nobody is watched.
@Component
@Transactional
public class Circulars {

    private final JdbcClient db;
    private final Clock clock;

    Circulars(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /// @param group null for all members
    public record Entry(
            String topic,
            String subject,
            String body,
            @Nullable UUID group,
            Audience.Segment segment,
            int withinDays) {}

    public record Card(
            UUID id,
            String topic,
            String subject,
            String body,
            String state,
            @Nullable UUID groupId,
            @Nullable UUID actorGroup,
            @Nullable UUID area,
            @Nullable String level,
            int withinDays,
            @Nullable UUID writtenBy,
            @Nullable Instant sentAt,
            @Nullable UUID mailing,
            int version) {

        public Audience.Segment segment() {
            return new Audience.Segment(actorGroup, area, level);
        }

        public boolean isSent() {
            return state.equals("SENT");
        }
    }

    private static final String CARD = """
            select id, topic, subject, body, state, group_id, actor_group, area, level, within_days, written_by, sent_at, mailing,
                   version
              from newsletter.circular
            """;

    @Transactional(readOnly = true)
    public Card require(UUID circular) {
        return db.sql(CARD + " where id = ?")
                .param(circular)
                .query(Card.class)
                .optional()
                .orElseThrow(NotFound::new);
    }

    public UUID draft(Entry entry) {
        var id = UUID.randomUUID();
        db.sql("""
                        insert into newsletter.circular
                               (network, id, topic, subject, body, group_id, actor_group, area, level, within_days, written_by)
                        values (platform.network(), :id, :topic, :subject, :body, :group, :actorGroup, :area, :level, :days,
                                platform.account())
                        """).param("id", id).params(values(entry)).update();
        return id;
    }

    private static Map<String, @Nullable Object> values(Entry entry) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("topic", entry.topic());
        values.put("subject", entry.subject());
        values.put("body", entry.body());
        values.put("group", entry.group());
        values.put("actorGroup", entry.segment().actorGroup());
        values.put("area", entry.segment().area());
        values.put("level", entry.segment().level());
        values.put("days", entry.withinDays());
        return values;
    }

    public void revise(UUID circular, int version, Entry entry) {
        if (require(circular).isSent()) throw new Refused("newsletter.circular.sent-already");
        int rows = db.sql("""
                        update newsletter.circular
                           set topic = :topic, subject = :subject, body = :body, group_id = :group, actor_group = :actorGroup,
                               area = :area, level = :level, within_days = :days, version = version + 1
                         where id = :id and version = :version and state = 'DRAFT'
                        """)
                .param("id", circular)
                .param("version", version)
                .params(values(entry))
                .update();
        if (rows == 0) throw new OptimisticLockingFailureException("circular " + circular);
    }

    public void discard(UUID circular) {
        if (require(circular).isSent()) throw new Refused("newsletter.circular.sent-already");
        db.sql("delete from newsletter.circular where id = ?").param(circular).update();
    }

    Card lock(UUID circular) {
        if (db.sql("select id from newsletter.circular where id = ? for update")
                .param(circular)
                .query(UUID.class)
                .optional()
                .isEmpty()) throw new NotFound();
        var card = require(circular);
        if (card.isSent()) throw new Refused("newsletter.circular.sent-already");
        return card;
    }

    UUID target(UUID circular, UUID organisation, @Nullable UUID person) {
        var id = UUID.randomUUID();
        db.sql("""
                        insert into newsletter.target (network, id, circular, organisation, person)
                        values (platform.network(), :id, :circular, :organisation, :person)
                        """)
                .param("id", id)
                .param("circular", circular)
                .param("organisation", organisation)
                .param("person", person)
                .update();
        return id;
    }

    void sent(UUID circular, UUID mailing) {
        db.sql("""
                        update newsletter.circular set state = 'SENT', sent_at = ?, mailing = ?, version = version + 1 where id = ?
                        """).params(Timestamp.from(clock.instant()), mailing, circular).update();
    }

    /// "Read", said for organisations one works for. Said twice, the first counts.
    public void acknowledge(UUID circular, List<UUID> organisations) {
        require(circular);
        db.sql("""
                        update newsletter.target set acknowledged_at = ?, answered_by = platform.account()
                         where circular = ? and organisation = any (?) and acknowledged_at is null
                        """)
                .params(Timestamp.from(clock.instant()), circular, organisations.toArray(UUID[]::new))
                .update();
    }

    /// "Read", said by the way in a mail: for everything this circular had for the same person.
    void acknowledge(UUID target) {
        db.sql("""
                        update newsletter.target t set acknowledged_at = :now
                          from newsletter.target said
                         where said.id = :target and said.network = t.network and t.circular = said.circular
                           and (t.id = said.id or t.person = said.person) and t.acknowledged_at is null
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("target", target)
                .update();
    }

    /// The lead and the deputy of a group of today. Outside any group nobody leads.
    @Transactional(readOnly = true)
    public List<UUID> ledBy(String email) {
        return db.sql("""
                        select g.id from groups.group_card g
                          join directory.person_address_card a on a.network = g.network and a.person in (g.lead, g.deputy)
                         where g.network = platform.network() and a.email = lower(?)
                           and (g.closed_on is null or g.closed_on > ?)
                        """).params(email, LocalDate.now(clock)).query(UUID.class).list();
    }

    /// Groups of today by name.
    public record Group(UUID id, String name) {}

    @Transactional(readOnly = true)
    public List<Group> groups() {
        return db.sql("""
                        select id, name from groups.group_card
                         where network = platform.network() and (closed_on is null or closed_on > ?)
                         order by platform.fold(name)
                        """).param(LocalDate.now(clock)).query(Group.class).list();
    }
}
