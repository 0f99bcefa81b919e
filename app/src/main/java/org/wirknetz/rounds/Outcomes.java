package org.wirknetz.rounds;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.exchange.ListingTerms;
import org.wirknetz.exchange.Listings;
import org.wirknetz.exchange.Sort;
import org.wirknetz.exchange.Visibility;
import org.wirknetz.platform.NotFound;
import org.wirknetz.tasks.TaskEntry;
import org.wirknetz.tasks.Tasks;

/// What comes of a card or of a group of cards in the other rooms, and the thread back to it.
@Component
@Transactional
public class Outcomes {

    static final int LONGEST = 200;

    private final JdbcClient db;
    private final Listings listings;
    private final Tasks tasks;

    Outcomes(JdbcClient db, Listings listings, Tasks tasks) {
        this.db = db;
        this.listings = listings;
        this.tasks = tasks;
    }

    /// A card, or a group of them, with the words it would begin with.
    ///
    /// @param cluster whether it is a group
    /// @param details the cards of the group, one a line
    public record Source(UUID round, UUID id, boolean cluster, String title, String details) {}

    @Transactional(readOnly = true)
    public Source source(UUID round, UUID id) {
        return db.sql("""
                        select q.round, c.id, true as cluster, c.name as title,
                               coalesce((select string_agg('– ' || card.body, e'\\n' order by card.written_on, card.id) from rounds.card
                                          where card.network = c.network and card.cluster = c.id and card.body is not null), '') as details
                          from rounds.cluster c join rounds.question q on q.network = c.network and q.id = c.question
                         where c.id = :id and q.round = :round
                        union all
                        select q.round, c.id, false, coalesce(c.body, q.wording), ''
                          from rounds.card c join rounds.question q on q.network = c.network and q.id = c.question
                         where c.id = :id and q.round = :round
                        """)
                .param("id", id)
                .param("round", round)
                .query(Source.class)
                .optional()
                .orElseThrow(NotFound::new);
    }

    /// Publishes it as a need of an organisation, for the network to read.
    ///
    /// @throws Refused `rounds.empty` or `rounds.too-long`
    public UUID need(Source source, UUID organisation, String title, LocalDate today) {
        var words = Texts.needed(title, LONGEST);
        var need = listings.publish(
                organisation,
                new ListingTerms(
                        Sort.NEED,
                        words,
                        shortened(source.details()),
                        "",
                        null,
                        "",
                        null,
                        today,
                        null,
                        Visibility.NETWORK,
                        true));
        remember(source, "NEED", need.value(), words, today);
        return need.value();
    }

    /// Gives it to an organisation as a task.
    ///
    /// @param organisation with whom it lies; null: the office
    /// @param due null where there is no last day
    public UUID task(
            Source source, @Nullable UUID organisation, String title, @Nullable LocalDate due, LocalDate today) {
        var words = Texts.needed(title, LONGEST);
        var task = tasks.assign(
                TaskEntry.of(words).lyingWith(organisation, null).dueOn(due).noting(shortened(source.details())));
        remember(source, "TASK", task.value(), words, today);
        return task.value();
    }

    private static String shortened(String details) {
        return details.length() > 3900 ? details.substring(0, 3900) + "…" : details;
    }

    private void remember(Source source, String kind, UUID target, String title, LocalDate today) {
        db.sql("""
                        insert into rounds.outcome (network, round, cluster, card, kind, target, title, made_on)
                        values (platform.network(), :round, :cluster, :card, :kind, :target, :title, :on)
                        """)
                .param("round", source.round())
                .param("cluster", source.cluster() ? source.id() : null, java.sql.Types.OTHER)
                .param("card", source.cluster() ? null : source.id(), java.sql.Types.OTHER)
                .param("kind", kind)
                .param("target", target)
                .param("title", title)
                .param("on", today)
                .update();
    }

    /// @param of the card or the group it came from
    public record Outcome(
            UUID of,
            String kind,
            UUID target,
            String title,
            @Nullable LocalDate madeOn) {}

    @Transactional(readOnly = true)
    public List<Outcome> of(UUID round) {
        return db.sql("""
                        select coalesce(cluster, card) as of, kind, target, title, made_on from rounds.outcome
                         where round = ? order by made_on, title, id
                        """).param(round).query(Outcome.class).list();
    }
}
