package org.wirknetz.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.access.Invitations;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.Scope;

/// Making one card of two (German: *Dubletten zusammenführen*). Everything that hung on the second moves to
/// the first:
/// every
/// position and every mandate with its own dates, none collapsed because it looks like another; only what says the same
/// of
/// the same days becomes one. One transaction, taken back as one.
@Component
@Transactional
public class Merges {

    private final JdbcClient db;
    private final Organisations organisations;
    private final People people;
    private final Invitations invitations;
    private final ApplicationEventPublisher facts;

    Merges(
            JdbcClient db,
            Organisations organisations,
            People people,
            Invitations invitations,
            ApplicationEventPublisher facts) {
        this.db = db;
        this.organisations = organisations;
        this.people = people;
        this.invitations = invitations;
        this.facts = facts;
    }

    /// Two cards of one person that become one together with those of their organisations.
    ///
    /// @param chosen the card as it shall be, already put together from both
    public record Same(PersonId kept, PersonId dropped, PersonEntry chosen) {}

    public void organisations(OrganisationId kept, OrganisationId dropped, OrganisationEntry chosen) {
        organisations(kept, dropped, chosen, List.of());
    }

    /// @param chosen the card as it shall be, already put together from both
    /// @param same people with a card at each of the two
    public void organisations(OrganisationId kept, OrganisationId dropped, OrganisationEntry chosen, List<Same> same) {
        if (kept.equals(dropped)) throw new Refused("directory.merge.same");
        lock("organisation", kept.value(), dropped.value());
        var first = organisations.entry(kept);
        var second = organisations.entry(dropped);
        boolean office = db.sql("select coordinator from directory.organisation where id = ?")
                .param(dropped.value())
                .query(Boolean.class)
                .single();
        if (office) throw new Refused("directory.organisation.is-office");
        facts.publishEvent(new OrganisationsMerged(Scope.current().requireNetwork(), kept, dropped));
        invitations.endFor(dropped.value());
        var mandates = new EqualPosts(db, "mandate");
        var positions = new EqualPosts(db, "position");
        var movedMandates = mandates.of(dropped);
        var movedPositions = positions.of(dropped);
        moveMemberships(kept, dropped);
        moveKin(kept, dropped);
        Stream.of(
                        "update directory.position set organisation = :kept where organisation = :dropped",
                        "update directory.mandate set organisation = :kept where organisation = :dropped",
                        "update directory.structure_member set organisation = :kept where organisation = :dropped",
                        "update directory.organisation_name set organisation = :kept where organisation = :dropped",
                        "delete from directory.organisation_group where organisation = :dropped",
                        "delete from directory.organisation where id = :dropped")
                .forEach(step -> step(step, kept.value(), dropped.value()));
        organisations.revise(kept, version("organisation", kept.value()), chosen, null);
        Stream.of(first.entry().name(), second.entry().name())
                .filter(name -> !name.equals(chosen.name()))
                .distinct()
                .forEach(name -> organisations.rememberName(kept, name, null, null));
        for (var one : same) people(one.kept(), one.dropped(), one.chosen());
        mandates.join(movedMandates);
        positions.join(movedPositions);
    }

    /// The first card's history holds; of the second, the days the first says nothing about are added.
    private void moveMemberships(OrganisationId kept, OrganisationId dropped) {
        step("""
                insert into directory.membership (network, organisation, status, valid_from, valid_to, reason)
                select m.network, :kept, m.status, lower(piece), upper(piece), m.reason
                  from directory.membership m
                 cross join lateral unnest(datemultirange(daterange(m.valid_from, m.valid_to))
                       - coalesce((select range_agg(daterange(k.valid_from, k.valid_to)) from directory.membership k
                                    where k.network = m.network and k.organisation = :kept), datemultirange())) piece
                 where m.organisation = :dropped
                """, kept.value(), dropped.value());
        step("delete from directory.membership where organisation = :dropped", kept.value(), dropped.value());
        // What touches and says the same, for the same reason, is one membership: it began when the earlier one did.
        var spans = db.sql("""
                        select status, reason, lower(span) as "from", upper(span) as "to"
                          from (select status, reason, unnest(range_agg(daterange(valid_from, valid_to))) as span
                                  from directory.membership where organisation = ? group by status, reason) spans
                        """).param(kept.value()).query(Span.class).list();
        for (var span : spans) {
            db.sql("""
                            delete from directory.membership
                             where organisation = :kept and status = :status and reason is not distinct from cast(:reason as text)
                               and daterange(valid_from, valid_to) <@ daterange(cast(:from as date), cast(:to as date))
                               and valid_from is distinct from cast(:from as date)
                            """)
                    .param("kept", kept.value())
                    .param("status", span.status())
                    .param("reason", span.reason())
                    .param("from", span.from())
                    .param("to", span.to())
                    .update();
            db.sql("""
                            update directory.membership set valid_to = cast(:to as date)
                             where organisation = :kept and status = :status and reason is not distinct from cast(:reason as text)
                               and valid_from is not distinct from cast(:from as date) and valid_to is distinct from cast(:to as date)
                            """)
                    .param("kept", kept.value())
                    .param("status", span.status())
                    .param("reason", span.reason())
                    .param("from", span.from())
                    .param("to", span.to())
                    .update();
        }
    }

    private record Span(
            String status,
            @Nullable String reason,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    private void moveKin(OrganisationId kept, OrganisationId dropped) {
        Stream.of(
                        """
                        delete from directory.umbrella_member
                         where (umbrella = :dropped and member = :kept) or (umbrella = :kept and member = :dropped)
                        """,
                        "update directory.umbrella_member set umbrella = :kept where umbrella = :dropped",
                        "update directory.umbrella_member set member = :kept where member = :dropped",
                        """
                        update directory.organisation set successor = null, succeeded_on = null, version = version + 1
                         where id in (:kept, :dropped) and successor in (:kept, :dropped)
                        """,
                        """
                        update directory.organisation set host = null, version = version + 1
                         where id in (:kept, :dropped) and host in (:kept, :dropped)
                        """,
                        "update directory.organisation set successor = :kept, version = version + 1 where successor = :dropped",
                        "update directory.organisation set host = :kept, version = version + 1 where host = :dropped")
                .forEach(step -> step(step, kept.value(), dropped.value()));
    }

    /// @param chosen the card as it shall be, already put together from both
    public void people(PersonId kept, PersonId dropped, PersonEntry chosen) {
        if (kept.equals(dropped)) throw new Refused("directory.merge.same");
        lock("person", kept.value(), dropped.value());
        var addresses = Stream.of(kept, dropped)
                .map(it -> people.entry(it).entry().field(PersonField.EMAIL))
                .filter(Objects::nonNull)
                .toList();
        facts.publishEvent(new PeopleMerged(Scope.current().requireNetwork(), kept, dropped));
        Stream.of(
                        // Nobody is their own deputy.
                        """
                        update directory.mandate set deputy = null
                         where (person = :kept and deputy = :dropped) or (person = :dropped and deputy = :kept)
                        """,
                        "update directory.mandate set deputy = :kept where deputy = :dropped",
                        "update directory.mandate set person = :kept where person = :dropped",
                        "update directory.position set person = :kept where person = :dropped",
                        "delete from directory.person where id = :dropped")
                .forEach(step -> step(step, kept.value(), dropped.value()));
        people.revise(kept, version("person", kept.value()), chosen);
        addresses.stream().filter(it -> !isOnACard(it)).forEach(invitations::endTo);
    }

    /// An invitation to an address that no card has any more would open an account that is nobody.
    private boolean isOnACard(String email) {
        return db.sql(
                        "select exists (select from directory.person where network = platform.network() and lower(email) = lower(?))")
                .param(email)
                .query(Boolean.class)
                .single();
    }

    /// Says that two are not the same, so that they are not proposed again.
    ///
    /// @param kind `organisations` or `people`
    public void tellApart(String kind, UUID one, UUID other) {
        db.sql("""
                        insert into directory.distinct_pair (network, kind, one, other)
                        values (platform.network(), :kind, least(:one, :other), greatest(:one, :other))
                        on conflict do nothing
                        """).param("kind", kind).param("one", one).param("other", other).update();
    }

    private void step(String sql, UUID kept, UUID dropped) {
        db.sql(sql).param("kept", kept).param("dropped", dropped).update();
    }

    /// In the order of their identities, so that two people merging the same pair cannot lock each other out.
    private void lock(String table, UUID one, UUID other) {
        int known = db.sql("select id from directory." + table + " where id in (?, ?) order by id for update")
                .params(one, other)
                .query(UUID.class)
                .list()
                .size();
        if (known != 2) throw new NotFound();
    }

    private int version(String table, UUID id) {
        return db.sql("select version from directory." + table + " where id = ?")
                .param(id)
                .query(Integer.class)
                .single();
    }
}
