package org.wirknetz.surveys;

import java.time.LocalDate;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Refused;

/// Waves of the survey: draft, open, close. A closed wave is never opened again; asking again is a new wave.
@Component
@Transactional
public class Waves {

    /// Below so many raters nothing is shown, so fewer are not asked.
    public static final int FEWEST = 5;

    private final JdbcClient db;
    private final Questionnaire questionnaire;
    private final Links links;

    Waves(JdbcClient db, Questionnaire questionnaire, Links links) {
        this.db = db;
        this.questionnaire = questionnaire;
        this.links = links;
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

    private record Guest(java.util.UUID id, String speaks) {}

    /// From now on those who are invited can answer: the questionnaire is copied, the links are noted. Whoever has
    /// no mail address any more is left out.
    ///
    /// @throws Refused `surveys.open-already`, `surveys.last-day-passed`, `surveys.too-few`
    public void open(WaveId id, LocalDate on) {
        var state = state(id);
        if (state.opened()) throw new Refused("surveys.open-already");
        if (state.closesOn().isBefore(on)) throw new Refused("surveys.last-day-passed");
        db.sql("""
                        delete from surveys.invited i
                         where i.wave = :wave and not exists (select from directory.person_address_card a
                                                               where a.network = i.network and a.person = i.person)
                        """).param("wave", id.value()).update();
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
