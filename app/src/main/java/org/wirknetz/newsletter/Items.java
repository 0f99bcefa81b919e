package org.wirknetz.newsletter;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.Scope;

/// Contributions to the newsletter (German: *Beiträge*): partners offer them, the office places them.
@Component
@Transactional
public class Items {

    private final JdbcClient db;
    private final Clock clock;

    Items(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /// @param organisation null for the office's own
    public record Entry(
            @Nullable UUID organisation,
            String heading,
            String body,
            @Nullable String link) {}

    public record Card(
            UUID id,
            @Nullable UUID issue,
            @Nullable String subject,
            @Nullable UUID organisation,
            @Nullable String organisationName,
            String heading,
            String body,
            @Nullable String link,
            String state,
            LocalDate offeredOn,
            boolean sent,
            int version) {}

    private static final String CARD = """
            select t.id, t.issue, i.subject, t.organisation, o.name as organisation_name, t.heading, t.body, t.link, t.state,
                   t.offered_on, coalesce(i.state = 'SENT', false) as sent, t.version
              from newsletter.item t
              left join newsletter.issue i on i.network = t.network and i.id = t.issue
              left join directory.organisation_card o on o.network = t.network and o.id = t.organisation
            """;

    @Transactional(readOnly = true)
    public Card require(UUID item) {
        return db.sql(CARD + " where t.id = ?")
                .param(item)
                .query(Card.class)
                .optional()
                .orElseThrow(NotFound::new);
    }

    @Transactional(readOnly = true)
    public List<Card> of(UUID issue) {
        return db.sql(CARD + " where t.issue = ? order by t.position, t.created_at, t.id")
                .param(issue)
                .query(Card.class)
                .list();
    }

    /// Those nobody has decided on.
    @Transactional(readOnly = true)
    public List<Card> offered() {
        return db.sql(CARD + " where t.state = 'OFFERED' order by t.offered_on, t.created_at, t.id")
                .query(Card.class)
                .list();
    }

    /// What these organisations have contributed, the newest first.
    @Transactional(readOnly = true)
    public List<Card> by(List<UUID> organisations) {
        return db.sql(
                        CARD
                                + " where t.organisation = any (?) order by t.offered_on desc, t.created_at desc, t.id limit 200")
                .param(organisations.toArray(UUID[]::new))
                .query(Card.class)
                .list();
    }

    public UUID offer(Entry entry) {
        var id = UUID.randomUUID();
        db.sql("""
                        insert into newsletter.item (network, id, organisation, heading, body, link, offered_on, created_by)
                        values (platform.network(), :id, :organisation, :heading, :body, :link, :today, :by)
                        """)
                .param("id", id)
                .param("organisation", entry.organisation())
                .param("heading", entry.heading())
                .param("body", entry.body())
                .param("link", entry.link())
                .param("today", LocalDate.now(clock))
                .param("by", Scope.current().account().map(it -> it.value()).orElse(null))
                .update();
        return id;
    }

    /// The office edits what it places.
    ///
    /// @throws Refused when it has gone out
    public void revise(UUID item, int version, Entry entry) {
        requireOpen(item);
        int rows = db.sql("""
                        update newsletter.item set heading = :heading, body = :body, link = :link, version = version + 1
                         where id = :id and version = :version
                        """)
                .param("heading", entry.heading())
                .param("body", entry.body())
                .param("link", entry.link())
                .param("id", item)
                .param("version", version)
                .update();
        if (rows == 0) throw new OptimisticLockingFailureException("item " + item);
    }

    /// Into an issue, behind what is there.
    public void take(UUID item, UUID issue) {
        requireOpen(item);
        int rows = db.sql("""
                        update newsletter.item t
                           set issue = i.id, state = 'TAKEN', version = t.version + 1,
                               position = (select coalesce(max(x.position), 0) + 1 from newsletter.item x
                                            where x.network = t.network and x.issue = i.id)
                          from newsletter.issue i
                         where t.id = ? and i.network = t.network and i.id = ? and i.state <> 'SENT'
                        """).params(item, issue).update();
        if (rows == 0) throw new Refused("newsletter.issue.sent-already");
    }

    /// Out of its issue again; or, where it was only offered, declined.
    public void putBack(UUID item) {
        requireOpen(item);
        db.sql("""
                        update newsletter.item
                           set state = case when issue is null then 'DECLINED' else 'OFFERED' end, issue = null,
                               version = version + 1
                         where id = ?
                        """).param(item).update();
    }

    /// One place up.
    public void rise(UUID item) {
        var card = requireOpen(item);
        if (card.issue() == null) return;
        db.sql("""
                        with ordered as (
                            select id, row_number() over (order by position, created_at, id) as n
                              from newsletter.item where issue = :issue),
                        mine as (select n from ordered where id = :item)
                        update newsletter.item t
                           set position = case when o.id = :item then o.n - 1 when o.n = m.n - 1 then o.n + 1 else o.n end
                          from ordered o, mine m
                         where t.id = o.id and t.issue = :issue
                        """).param("issue", card.issue()).param("item", item).update();
    }

    private Card requireOpen(UUID item) {
        var card = require(item);
        if (card.sent()) throw new Refused("newsletter.issue.sent-already");
        return card;
    }

    /// How many contributions of the last twelve months that went out came from whom (C8.3c).
    public record Share(
            @Nullable UUID organisation, @Nullable String name, long items) {}

    @Transactional(readOnly = true)
    public List<Share> shares() {
        return db.sql("""
                        select t.organisation, o.name, count(*) as items
                          from newsletter.item t
                          join newsletter.issue i on i.network = t.network and i.id = t.issue and i.state = 'SENT'
                               and i.sent_at > :today::date - interval '12 months'
                          left join directory.organisation_card o on o.network = t.network and o.id = t.organisation
                         group by t.organisation, o.name
                         order by count(*) desc, platform.fold(o.name)
                        """)
                .param("today", LocalDate.now(clock))
                .query(Share.class)
                .list();
    }
}
