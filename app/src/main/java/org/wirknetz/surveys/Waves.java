package org.wirknetz.surveys;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.mail.Mails;

/// Waves of the survey: draft, open, close. A closed wave is never opened again; asking again is a new wave.
@Component
@Transactional
public class Waves {

    /// Below so many raters nothing is shown, so fewer are not asked.
    public static final int FEWEST = 5;

    /// So many days lie between two waves: of two on the same days with one person less, the difference is that
    /// person's sheet.
    static final int APART = 28;

    private final JdbcClient db;
    private final Questionnaire questionnaire;
    private final Links links;
    private final MergedCards merged;

    Waves(JdbcClient db, Questionnaire questionnaire, Links links, MergedCards merged) {
        this.db = db;
        this.questionnaire = questionnaire;
        this.links = links;
        this.merged = merged;
    }

    public WaveId draft(WaveEntry entry) {
        var id = WaveId.fresh();
        db.sql("""
                        insert into surveys.wave (network, id, title, purpose, reminders, closes_on, created_by)
                        values (platform.network(), :id, :title, :purpose, :reminders, :closes, platform.account())
                        """)
                .param("id", id.value())
                .param("title", entry.title())
                .param("purpose", entry.purpose())
                .param("reminders", entry.reminders())
                .param("closes", entry.closesOn())
                .update();
        return id;
    }

    /// Of a draft everything; of an open wave the last day, and only to a later one: the rest was promised.
    ///
    /// @param version the one that was shown
    /// @throws Refused `surveys.closed`, `surveys.earlier`
    public void revise(WaveId id, int version, WaveEntry entry) {
        var state = state(id);
        if (state.closed()) throw new Refused("surveys.closed");
        if (state.opened() && entry.closesOn().isBefore(state.closesOn())) throw new Refused("surveys.earlier");
        int rows = db.sql("""
                        update surveys.wave w
                           set title = case when opened_on is null then :title else title end,
                               purpose = case when opened_on is null then :purpose else purpose end,
                               reminders = case when opened_on is null then :reminders else reminders end,
                               closes_on = :closes, version = version + 1
                         where id = :id and version = :version
                        """)
                .param("id", id.value())
                .param("version", version)
                .param("title", entry.title())
                .param("purpose", entry.purpose())
                .param("reminders", entry.reminders())
                .param("closes", entry.closesOn())
                .update();
        if (rows == 0) throw new OptimisticLockingFailureException("wave " + id.value());
    }

    /// @throws Refused `surveys.opened-stays` once somebody was asked
    public void remove(WaveId id) {
        if (state(id).opened()) throw new Refused("surveys.opened-stays");
        db.sql("delete from surveys.invited where wave = ?").param(id.value()).update();
        db.sql("delete from surveys.wave where id = ?").param(id.value()).update();
    }

    private record Guest(UUID id, String speaks) {}

    /// From now on those who are invited can answer: the questionnaire is copied, the links are noted. Whoever
    /// has no mail address any more is left out. From here on links go to the addresses of today only.
    ///
    /// @throws Refused `surveys.open-already`, `surveys.last-day-passed`, `surveys.too-few`
    /// @throws Refused `surveys.another-open`, `surveys.too-soon`
    public void open(WaveId id, LocalDate on) {
        var state = state(id);
        if (state.opened()) throw new Refused("surveys.open-already");
        if (state.closesOn().isBefore(on)) throw new Refused("surveys.last-day-passed");
        requireApart(id, on);
        merged.follow(id);
        keepReachable(id);
        var guests = db.sql(
                        "select id, array_to_string(organisations, ',') as speaks from surveys.invited where wave = ? order by id")
                .param(id.value())
                .query(Guest.class)
                .list();
        if (guests.size() < FEWEST) throw new Refused("surveys.too-few", FEWEST, guests.size());
        var links = guests.stream().map(it -> this.links.of(id, it.id())).toList();
        var items = questionnaire.items();
        db.sql("""
                        select surveys.open(:wave, :today, cast(:keys as text[]), cast(:kinds as text[]), cast(:de as text[]),
                                            cast(:en as text[]), cast(:doors as bytea[]), cast(:speak as text[]), cast(:tickets as bytea[]))
                        """)
                .param("wave", id.value())
                .param("today", on)
                .param("keys", items.stream().map(Item::key).toArray(String[]::new))
                .param("kinds", items.stream().map(it -> it.kind().name()).toArray(String[]::new))
                .param("de", items.stream().map(Item::de).toArray(String[]::new))
                .param("en", items.stream().map(Item::en).toArray(String[]::new))
                .param("doors", links.stream().map(Link::door).toArray(byte[][]::new))
                .param("speak", guests.stream().map(Guest::speaks).toArray(String[]::new))
                .param("tickets", links.stream().map(Link::ticket).toArray(byte[][]::new))
                .query()
                .listOfRows();
    }

    private record Before(String title, @Nullable LocalDate closedOn) {}

    /// One opening of the network at a time, so that two cannot miss each other.
    private void requireApart(WaveId id, LocalDate on) {
        db.sql("select pg_advisory_xact_lock(hashtextextended('surveys/' || platform.network(), 0))")
                .query()
                .listOfRows();
        var before = db.sql("""
                        select title, closed_on from surveys.wave
                         where network = platform.network() and id <> :id and opened_on is not null
                           and (closed_on is null or closed_on > cast(:on as date) - :apart)
                         order by closed_on desc nulls first limit 1
                        """)
                .param("id", id.value())
                .param("on", on)
                .param("apart", APART)
                .query(Before.class)
                .optional();
        if (before.isEmpty()) return;
        var closed = before.get().closedOn();
        if (closed == null)
            throw new Refused("surveys.another-open", before.get().title());
        throw new Refused("surveys.too-soon", before.get().title(), ChronoUnit.DAYS.between(on, closed) + APART);
    }

    private record Address(UUID id, @Nullable String email) {}

    private void keepReachable(WaveId id) {
        var unreachable = db.sql("""
                        select i.id, a.email from surveys.invited i
                          left join directory.person_address_card a on a.network = i.network and a.person = i.person
                         where i.wave = ?
                        """).param(id.value()).query(Address.class).list().stream()
                .filter(it -> it.email() == null || !Mails.takes(it.email()))
                .map(Address::id)
                .toArray(UUID[]::new);
        db.sql("delete from surveys.invited where wave = :wave and id = any (:unreachable)")
                .param("wave", id.value())
                .param("unreachable", unreachable)
                .update();
        db.sql("""
                        update surveys.invited i set address = sha256(convert_to(a.email, 'UTF8'))
                          from directory.person_address_card a
                         where i.wave = ? and a.network = i.network and a.person = i.person
                        """).param(id.value()).update();
    }

    /// The sums become figures, everything else that came in is deleted. For good.
    ///
    /// @throws Refused `surveys.not-open`
    public void close(WaveId id, LocalDate on) {
        if (!state(id).opened()) throw new Refused("surveys.not-open");
        boolean closed = db.sql("select surveys.close(?, ?)")
                .params(id.value(), on)
                .query(Boolean.class)
                .single();
        if (!closed) throw new Refused("surveys.not-open");
    }

    private record State(boolean opened, boolean closed, LocalDate closesOn) {}

    private State state(WaveId id) {
        return db.sql("""
                        select opened_on is not null as opened, closed_on is not null as closed, closes_on
                          from surveys.wave where id = ? for update
                        """).param(id.value()).query(State.class).optional().orElseThrow(NotFound::new);
    }
}
