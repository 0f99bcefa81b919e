package org.wirknetz.directory;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.access.Seats;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.Scope;
import org.wirknetz.platform.Words;

/// Former people (German: *frühere Personen*): until when they are kept, keeping one longer, forgetting.
///
/// Former is who had a post, has none today and none to come, no seat under their address, and is not
/// [StillNeeded].
@Component
@Transactional
public class FormerPeople {

    public static final int LONGEST_REASON = 500;
    private static final int SHORTEST_REASON = 3;
    private static final int MOST_YEARS_LONGER = 10;

    private final JdbcClient db;
    private final RetentionPeriod period;
    private final Seats seats;
    private final List<StillNeeded> rooms;
    private final ApplicationEventPublisher facts;
    private final Words words;
    private final Clock clock;

    FormerPeople(
            JdbcClient db,
            RetentionPeriod period,
            Seats seats,
            List<StillNeeded> rooms,
            ApplicationEventPublisher facts,
            Words words,
            Clock clock) {
        this.db = db;
        this.period = period;
        this.seats = seats;
        this.rooms = List.copyOf(rooms);
        this.facts = facts;
        this.words = words;
        this.clock = clock;
    }

    /// @param left the day after the last of their posts
    /// @param endsOn when retention ends, or what the office keeps them until if that is later
    /// @param reason why they are kept longer; null when they are not
    public record Former(
            UUID id,
            String name,
            @Nullable String email,
            LocalDate left,
            LocalDate endsOn,
            @Nullable String reason) {

        public boolean isOver(LocalDate today) {
            return !endsOn.isAfter(today);
        }
    }

    /// All of them, those whose retention ends first before the others.
    @Transactional(readOnly = true)
    public List<Former> all() {
        var addresses = seats.all().stream()
                .map(seat -> seat.email().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        var needed = rooms.stream().flatMap(it -> it.people().stream()).collect(Collectors.toSet());
        return db
                .sql("""
                        with post as (
                            select person, valid_to from directory.position where network = platform.network()
                            union all
                            select person, valid_to from directory.mandate where network = platform.network()),
                        former as (
                            select person, max(valid_to) as left_on from post group by person
                            having bool_and(valid_to is not null and valid_to <= :today))
                        select p.id, trim(concat_ws(' ', p.title, p.given_name, p.family_name)) as name, p.email,
                               f.left_on as "left",
                               greatest((f.left_on + make_interval(months => :months))::date, h.kept_until) as ends_on, h.reason
                          from former f
                          join directory.person p on p.network = platform.network() and p.id = f.person
                          left join directory.retention_hold h on h.network = p.network and h.person = p.id
                         where p.forgotten_on is null
                           and not exists (select from directory.mandate m
                                            where m.network = p.network and m.deputy = p.id and (m.valid_to is null or m.valid_to > :today))
                         order by ends_on, platform.fold(p.family_name), p.id
                        """)
                .param("today", LocalDate.now(clock))
                .param("months", period.chosen().months())
                .query(Former.class)
                .list()
                .stream()
                .filter(it -> !needed.contains(it.id())
                        && (it.email() == null || !addresses.contains(it.email().toLowerCase(Locale.ROOT))))
                .toList();
    }

    /// Whose retention has ended, or ends within the days the data file calls notice.
    @Transactional(readOnly = true)
    public List<Former> due() {
        var soon = LocalDate.now(clock).plusDays(period.bounds().notice());
        return all().stream().filter(it -> !it.endsOn().isAfter(soon)).toList();
    }

    @Transactional(readOnly = true)
    public List<Former> over() {
        var today = LocalDate.now(clock);
        return all().stream().filter(it -> it.isOver(today)).toList();
    }

    /// @throws Refused `directory.retention.reason`, `directory.retention.until.wrong`,
    /// `directory.retention.still-here`
    public void keep(PersonId id, LocalDate until, String reason) {
        var why = reason.strip();
        if (why.length() < SHORTEST_REASON || why.length() > LONGEST_REASON) {
            throw new Refused("directory.retention.reason", SHORTEST_REASON, LONGEST_REASON);
        }
        var today = LocalDate.now(clock);
        if (!until.isAfter(today) || until.isAfter(today.plusYears(MOST_YEARS_LONGER))) {
            throw new Refused("directory.retention.until.wrong", MOST_YEARS_LONGER);
        }
        require(id);
        db.sql("""
                        insert into directory.retention_hold (network, person, kept_until, reason)
                        values (platform.network(), :person, :until, :reason)
                        on conflict on constraint held_once do update set kept_until = excluded.kept_until, reason = excluded.reason
                        """)
                .param("person", id.value())
                .param("until", until)
                .param("reason", why)
                .update();
    }

    /// Empties the card for good: who it was, how to reach them, what anybody wrote about them here, and what the
    /// memory
    /// behind undo and history holds of it. Posts stay, with their dates and without their words, and go on being
    /// counted.
    ///
    /// It cannot be taken back. The trail has a line for each row, with identities only.
    ///
    /// @throws Refused `directory.retention.still-here` for whoever is not former
    public void forget(PersonId id) {
        // Two clicks at once: the second waits here, and then finds nobody.
        lock(List.of(id.value()));
        require(id);
        empty(id);
    }

    /// Forgets those whose retention ended first. Who they are is asked twice for all of them, not for each: before and
    /// after their rows are held, so that nobody is lost who came back in between.
    ///
    /// @param most in one go; the others wait for the next
    int forgetOver(int most) {
        var first = over().stream().limit(most).map(Former::id).toList();
        if (first.isEmpty()) return 0;
        lock(first);
        var still = over().stream().map(Former::id).filter(first::contains).toList();
        still.forEach(it -> empty(new PersonId(it)));
        return still.size();
    }

    private void lock(List<UUID> people) {
        db.sql("select id from directory.person where id in (:people) order by id for update")
                .param("people", people)
                .query(UUID.class)
                .list();
    }

    private void empty(PersonId id) {
        facts.publishEvent(new PersonForgotten(Scope.current().requireNetwork(), id, nobody()));
        db.sql("delete from directory.retention_hold where person = ?")
                .param(id.value())
                .update();
        db.sql("update directory.mandate set deputy = null where deputy = ?")
                .param(id.value())
                .update();
        for (var table : List.of("mandate", "position")) {
            db.sql("update directory." + table + " set function = '' where person = ?")
                    .param(id.value())
                    .update();
        }
        db.sql("""
                        update directory.person
                           set key = 'forgotten-' || id, title = null, given_name = '', family_name = :nobody, email = null, phone = null,
                               mobile = null, languages = null, note = null, source = null, informed_on = null, free = '{}',
                               visibility = '{}', forgotten_on = :today, version = version + 1
                         where id = :id
                        """)
                .param("nobody", nobody())
                .param("today", LocalDate.now(clock))
                .param("id", id.value())
                .update();
        forgetMemory(id);
    }

    private void forgetMemory(PersonId id) {
        // What was taken out earlier is known to the memory alone.
        for (var table : List.of("mandate", "position", "retention_hold")) {
            db.sql("""
                            select platform.forget_rows(:place, array(
                                       select r.record from platform.revision r
                                        where r.network = platform.network() and r.relation = :place
                                          and coalesce(r.after, r.before) ->> 'person' = :id), cast(:emptied as jsonb))
                            """)
                    .param("place", "directory." + table)
                    .param("id", id.value().toString())
                    .param("emptied", table.equals("retention_hold") ? "{\"reason\": \"---\"}" : "{\"function\": \"\"}")
                    .query((row, number) -> true)
                    .single();
        }
        db.sql("""
                        select platform.forget_rows('directory.person', array[cast(:id as uuid)],
                               jsonb_build_object('key', 'forgotten-' || cast(:id as text), 'title', null, 'given_name', '',
                                                  'family_name', cast(:nobody as text), 'email', null, 'phone', null, 'mobile', null,
                                                  'languages', null, 'note', null, 'source', null, 'informed_on', null,
                                                  'free', jsonb_build_object(), 'visibility', jsonb_build_object()))
                        """)
                .param("id", id.value().toString())
                .param("nobody", nobody())
                .query((row, number) -> true)
                .single();
        db.sql("select platform.forget_running_change()")
                .query((row, number) -> true)
                .single();
    }

    /// What pages of other rooms call somebody who was forgotten, in the language of the network.
    private String nobody() {
        var language = db.sql("select locale from access.network_card where id = platform.network()")
                .query(String.class)
                .single();
        return words.say(Locale.forLanguageTag(language), "directory.retention.nobody");
    }

    private void require(PersonId id) {
        boolean known = db.sql("select exists (select from directory.person where id = ? and forgotten_on is null)")
                .param(id.value())
                .query(Boolean.class)
                .single();
        if (!known) throw new NotFound();
        if (all().stream().noneMatch(it -> it.id().equals(id.value()))) {
            throw new Refused("directory.retention.still-here");
        }
    }
}
