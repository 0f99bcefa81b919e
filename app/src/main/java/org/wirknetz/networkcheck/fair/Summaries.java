package org.wirknetz.networkcheck.fair;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.directory.Discretion;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.Scope;
import tools.jackson.databind.json.JsonMapper;

/// Summaries of the office's neutrality (F10; German: *Kurzfassung zur Neutralität*). The office draws one up of
/// twelve
/// months that are over, gives its reasons beside what stands out, and publishes it: from then on everybody with
/// a seat
/// reads it, funders among them. By one switch everybody reads it without signing in.
@Component
@Transactional
public class Summaries {

    static final int LONGEST = 1000;
    private static final int MOST_DAYS = 8;
    private static final String CARD =
            "select id, as_of, drawn_on, published_on, open, version from networkcheck.neutrality_summary"
                    + " where network = platform.network()";

    private final JdbcClient db;
    private final Clock clock;
    private final JsonMapper json;
    private final Discretion discretion;

    Summaries(JdbcClient db, Clock clock, JsonMapper json, Discretion discretion) {
        this.db = db;
        this.clock = clock;
        this.json = json;
        this.discretion = discretion;
    }

    /// @param asOf the last of the twelve months
    /// @param publishedOn null while only the office sees it
    /// @param open whether it is read without signing in
    public record Card(
            UUID id,
            LocalDate asOf,
            LocalDate drawnOn,
            @Nullable LocalDate publishedOn,
            boolean open,
            int version) {

        /// The first day of the period.
        public LocalDate from() {
            return asOf.minusYears(1).plusDays(1);
        }
    }

    /// @param reasons of the office beside what stands out, by [Told#exceptions()]
    /// @param remark of the office on the whole; empty where there is none
    public record Summary(LocalDate asOf, Told told, Map<String, String> reasons, String remark) {
        public Summary {
            reasons = Map.copyOf(reasons);
        }

        public LocalDate from() {
            return asOf.minusYears(1).plusDays(1);
        }
    }

    private record Row(LocalDate asOf, String content, String reasons, String remark) {}

    /// Ends of quarters that are over, the last first: a summary is of no other day (decision 0264).
    public List<LocalDate> days() {
        var start = LocalDate.now(clock).with(IsoFields.DAY_OF_QUARTER, 1L);
        return IntStream.range(0, MOST_DAYS)
                .mapToObj(back -> start.minusMonths(3L * back).minusDays(1))
                .toList();
    }

    /// As far as the reader may see them, the newest period first.
    @Transactional(readOnly = true)
    public List<Card> all() {
        return db.sql(CARD + " order by as_of desc").query(Card.class).list();
    }

    /// @throws NotFound where there is none, or it is a draft and the reader is not the office
    @Transactional(readOnly = true)
    public Card card(UUID id) {
        return db.sql(CARD + " and id = ?")
                .param(id)
                .query(Card.class)
                .optional()
                .orElseThrow(NotFound::new);
    }

    /// @throws NotFound as [#card]
    @Transactional(readOnly = true)
    public Summary of(UUID id) {
        return db.sql("""
                        select as_of, content::text as content, reasons::text as reasons, remark from networkcheck.neutrality_summary
                         where network = platform.network() and id = ?
                        """).param(id).query(Row.class).optional().map(this::read).orElseThrow(NotFound::new);
    }

    /// What is open to everybody, the newest period first.
    @Transactional(readOnly = true)
    public List<Summary> forAnybody() {
        return db
                .sql(
                        "select as_of, content, reasons, remark from networkcheck.neutrality_for_anybody() order by as_of desc")
                .query(Row.class)
                .list()
                .stream()
                .map(this::read)
                .toList();
    }

    @SuppressWarnings("unchecked")
    private Summary read(Row row) {
        return new Summary(
                row.asOf(),
                json.readValue(row.content(), Told.class),
                (Map<String, String>) json.readValue(row.reasons(), Map.class),
                row.remark());
    }

    /// @throws Refused when the day is not the end of a quarter that is over, or has a summary
    public UUID draw(LocalDate asOf, Told told) {
        if (!days().contains(asOf)) throw new Refused("networkcheck.summary.no-day");
        try {
            return db.sql("""
                            insert into networkcheck.neutrality_summary (network, as_of, drawn_on, content)
                            values (platform.network(), :asOf, :today, cast(:content as jsonb))
                            returning id
                            """)
                    .param("asOf", asOf)
                    .param("today", LocalDate.now(clock))
                    .param("content", json.writeValueAsString(told))
                    .query(UUID.class)
                    .single();
        } catch (DuplicateKeyException twice) {
            throw new Refused("networkcheck.summary.twice", asOf);
        }
    }

    /// In place of the reasons before.
    ///
    /// @param version which somebody saw
    /// @throws Refused when it is published, a reason is too long or names somebody, or somebody else has
    ///     changed it
    public void explain(UUID id, int version, Map<String, String> reasons, String remark) {
        var kept = new LinkedHashMap<String, String>();
        for (var exception : of(id).told().exceptions()) {
            var reason = said(reasons.getOrDefault(exception, ""));
            if (!reason.isEmpty()) kept.put(exception, reason);
        }
        int rows = db.sql("""
                        update networkcheck.neutrality_summary
                           set reasons = cast(:reasons as jsonb), remark = :remark, version = version + 1
                         where network = platform.network() and id = :id and version = :version and published_on is null
                        """)
                .param("reasons", json.writeValueAsString(kept))
                .param("remark", said(remark))
                .param("id", id)
                .param("version", version)
                .update();
        if (rows > 0) return;
        throw new Refused(
                card(id).publishedOn() == null ? "platform.changed-meanwhile" : "networkcheck.summary.published-stays");
    }

    private String said(String typed) {
        var said = typed.strip();
        if (said.length() > LONGEST) throw new Refused("networkcheck.interests.too-long", LONGEST);
        discretion.require(said, "networkcheck.summary.names-somebody");
        return said;
    }

    /// @throws Refused when it is published, or another of months that overlap is: by their difference two that
    ///     share months would tell what neither tells
    public void publish(UUID id) {
        var card = card(id);
        if (card.publishedOn() != null) throw new Refused("networkcheck.summary.published-before");
        all().stream()
                .filter(it -> it.publishedOn() != null)
                .filter(it -> it.from().isBefore(card.asOf().plusDays(1))
                        && card.from().isBefore(it.asOf().plusDays(1)))
                .findFirst()
                .ifPresent(it -> {
                    throw new Refused("networkcheck.summary.overlaps", it.from(), it.asOf());
                });
        db.sql("""
                        update networkcheck.neutrality_summary set published_on = :today, published_by = :account, version = version + 1
                         where network = platform.network() and id = :id
                        """)
                .param("today", LocalDate.now(clock))
                .param("account", Scope.current().requireAccount().value())
                .param("id", id)
                .update();
    }

    /// Nobody but the office reads it from now on, with or without signing in.
    public void withdraw(UUID id) {
        changed(db.sql("""
                        update networkcheck.neutrality_summary
                           set published_on = null, published_by = null, open = false, version = version + 1
                         where network = platform.network() and id = ?
                        """).param(id).update());
    }

    /// @throws Refused when nobody has published it
    public void open(UUID id, boolean open) {
        int rows = db.sql("""
                        update networkcheck.neutrality_summary set open = :open, version = version + 1
                         where network = platform.network() and id = :id and published_on is not null
                        """).param("open", open).param("id", id).update();
        if (rows > 0) return;
        card(id);
        throw new Refused("networkcheck.summary.not-published");
    }

    public void remove(UUID id) {
        changed(db.sql("delete from networkcheck.neutrality_summary where network = platform.network() and id = ?")
                .param(id)
                .update());
    }

    /// Whether anything is open to everybody.
    @Transactional(readOnly = true)
    public Optional<LocalDate> openUntil() {
        return forAnybody().stream().map(Summary::asOf).findFirst();
    }

    private static void changed(int rows) {
        if (rows == 0) throw new NotFound();
    }
}
