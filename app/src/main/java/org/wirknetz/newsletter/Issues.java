package org.wirknetz.newsletter;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.platform.AccountId;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Refused;

/// Issues of a newsletter: drafted, filled with contributions, planned or sent. What went out is not changed
/// any more.
@Component
@Transactional
public class Issues {

    private final JdbcClient db;
    private final Clock clock;

    Issues(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /// @param planned_by the account whose right to send is asked again when the time has come
    public record Card(
            UUID id,
            UUID list,
            String listName,
            String subject,
            @Nullable String lead,
            String state,
            String archive,
            @Nullable UUID actorGroup,
            @Nullable UUID area,
            @Nullable String level,
            @Nullable Instant sendAt,
            @Nullable UUID plannedBy,
            @Nullable Instant sentAt,
            @Nullable Integer recipients,
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
            select i.id, i.list, l.name as list_name, i.subject, i.lead, i.state, i.archive, i.actor_group, i.area, i.level,
                   i.send_at, i.planned_by, i.sent_at, i.recipients, i.mailing, i.version
              from newsletter.issue i
              join newsletter.list l on l.network = i.network and l.id = i.list
            """;

    @Transactional(readOnly = true)
    public Card require(UUID issue) {
        return db.sql(CARD + " where i.id = ?")
                .param(issue)
                .query(Card.class)
                .optional()
                .orElseThrow(NotFound::new);
    }

    /// Drafts and planned ones first, then what went out, the newest first.
    @Transactional(readOnly = true)
    public List<Card> all() {
        return db.sql(CARD + " order by i.sent_at desc nulls first, i.send_at, i.created_at desc, i.id")
                .query(Card.class)
                .list();
    }

    public UUID draft(IssueEntry entry) {
        var id = UUID.randomUUID();
        db.sql("""
                        insert into newsletter.issue (network, id, list, subject, lead, archive, actor_group, area, level)
                        values (platform.network(), :id, :list, :subject, :lead, :archive, :group, :area, :level)
                        """).param("id", id).params(values(entry)).update();
        return id;
    }

    /// @param version the one that was shown
    /// @throws Refused when it has gone out
    public void revise(UUID issue, int version, IssueEntry entry) {
        requireOpen(issue);
        int rows = db.sql("""
                        update newsletter.issue
                           set list = :list, subject = :subject, lead = :lead, archive = :archive,
                               actor_group = :group, area = :area, level = :level, version = version + 1
                         where id = :id and version = :version and state <> 'SENT'
                        """)
                .param("id", issue)
                .param("version", version)
                .params(values(entry))
                .update();
        if (rows == 0) throw new OptimisticLockingFailureException("issue " + issue);
    }

    private static java.util.Map<String, @Nullable Object> values(IssueEntry entry) {
        var values = new java.util.HashMap<String, @Nullable Object>();
        values.put("list", entry.list());
        values.put("subject", entry.subject());
        values.put("lead", entry.lead());
        values.put("archive", entry.archive());
        values.put("group", entry.segment().actorGroup());
        values.put("area", entry.segment().area());
        values.put("level", entry.segment().level());
        return values;
    }

    /// A draft nobody needs. Its contributions wait for another issue.
    public void discard(UUID issue) {
        requireOpen(issue);
        db.sql("update newsletter.item set issue = null, state = 'OFFERED', version = version + 1 where issue = ?")
                .param(issue)
                .update();
        db.sql("delete from newsletter.issue where id = ?").param(issue).update();
    }

    /// @param at when it is to go out; whoever plans it needs the right to send then, too
    public void plan(UUID issue, Instant at, AccountId by) {
        requireOpen(issue);
        if (at.isBefore(clock.instant())) throw new Refused("newsletter.issue.past");
        db.sql("""
                        update newsletter.issue set state = 'PLANNED', send_at = ?, planned_by = ?, version = version + 1
                         where id = ?
                        """).params(Timestamp.from(at), by.value(), issue).update();
    }

    public void unplan(UUID issue) {
        requireOpen(issue);
        db.sql("""
                        update newsletter.issue set state = 'DRAFT', send_at = null, planned_by = null, version = version + 1
                         where id = ? and state = 'PLANNED'
                        """).param(issue).update();
    }

    /// Those whose time has come.
    @Transactional(readOnly = true)
    List<Card> due() {
        return db.sql(CARD + " where i.state = 'PLANNED' and i.send_at <= ? order by i.send_at, i.id")
                .param(Timestamp.from(clock.instant()))
                .query(Card.class)
                .list();
    }

    /// Of two at once one goes on; the other hears that it has gone out.
    Card lock(UUID issue) {
        if (db.sql("select id from newsletter.issue where id = ? for update")
                .param(issue)
                .query(UUID.class)
                .optional()
                .isEmpty()) throw new NotFound();
        return requireOpen(issue);
    }

    void sent(UUID issue, UUID mailing, int recipients) {
        db.sql("""
                        update newsletter.issue
                           set state = 'SENT', sent_at = ?, mailing = ?, recipients = ?, version = version + 1 where id = ?
                        """)
                .params(Timestamp.from(clock.instant()), mailing, recipients, issue)
                .update();
    }

    private Card requireOpen(UUID issue) {
        var card = require(issue);
        if (card.isSent()) throw new Refused("newsletter.issue.sent-already");
        return card;
    }

    /// How long ago the last issue of each list went out, and which are late by their own rhythm.
    public record Rhythm(
            UUID list,
            String name,
            @Nullable Integer everyDays,
            @Nullable LocalDate last,
            @Nullable Integer late) {}

    @Transactional(readOnly = true)
    public List<Rhythm> rhythm() {
        var today = LocalDate.now(clock);
        return db.sql("""
                        select l.id as list, l.name, l.every_days, max(i.sent_at)::date as last,
                               case when l.every_days is not null
                                    then greatest(0, :today - coalesce(max(i.sent_at)::date, l.created_at::date) - l.every_days) end as late
                          from newsletter.list l
                          left join newsletter.issue i on i.network = l.network and i.list = l.id and i.state = 'SENT'
                         group by l.network, l.id, l.name, l.every_days, l.created_at
                         order by platform.fold(l.name)
                        """).param("today", today).query(Rhythm.class).list();
    }
}
