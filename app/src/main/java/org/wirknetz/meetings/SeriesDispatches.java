package org.wirknetz.meetings;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.Words;

/// Invites to a whole series in one mail: one entry with a rhythm, and beside it what differs from that rhythm. From
/// then on
/// each date is changed and cancelled alone, under the same entry.
@Component
@Transactional
public class SeriesDispatches {

    private final JdbcClient db;
    private final Invitations invitations;
    private final Dispatches dispatches;
    private final InvitationPost post;
    private final Words words;
    private final Clock clock;

    SeriesDispatches(
            JdbcClient db,
            Invitations invitations,
            Dispatches dispatches,
            InvitationPost post,
            Words words,
            Clock clock) {
        this.db = db;
        this.invitations = invitations;
        this.dispatches = dispatches;
        this.post = post;
        this.words = words;
        this.clock = clock;
    }

    private record Series(
            UUID id,
            String title,
            @Nullable UUID groupId,
            Rhythm.Kind rhythm,
            int every,
            @Nullable Integer nth,
            LocalDate firstOn,
            LocalDate lastOn,
            LocalTime beginsAt,
            int minutes) {

        Rhythm swing() {
            return new Rhythm(rhythm, every, nth);
        }
    }

    private record Date(UUID id, LocalDateTime planned, int sequence, boolean draft, boolean cancelled, boolean over) {}

    private record Row(UUID id, UUID meeting, String name, String email) {}

    /// Puts the group on the list of every date ahead that is still a draft, and tells all who are to be told.
    ///
    /// @return how many mails go out
    /// @throws Refused when no draft lies ahead, or nobody is on the lists
    public int send(SeriesId id) {
        var series = series(id);
        var dates = dates(id);
        var fresh = dates.stream().filter(it -> it.draft() && !it.over()).toList();
        if (fresh.isEmpty()) throw new Refused("meetings.dispatch.nothing");
        if (series.groupId() != null) fresh.forEach(it -> invitations.inviteGroup(new MeetingId(it.id())));
        var told = Told.of(db, dates.stream().map(Date::id).toList());
        var rows = rows(fresh);
        if (rows.isEmpty()) throw new Refused("meetings.dispatch.nobody");
        var byAddress =
                rows.stream().collect(Collectors.groupingBy(Row::email, LinkedHashMap::new, Collectors.toList()));
        int sent = 0;
        for (var each : byAddress.values()) sent += tell(series, dates, fresh, told, each);
        for (var date : fresh) {
            db.sql("update meetings.meeting set state = 'INVITED', told = ?::jsonb where id = ?")
                    .params(Objects.requireNonNull(told.get(date.id())).json(), date.id())
                    .update();
            db.sql("update meetings.invitation set told_sequence = ? where meeting = ?")
                    .params(date.sequence(), date.id())
                    .update();
        }
        dispatches.note(new MeetingId(fresh.getFirst().id()), "SERIES", 0, sent);
        return sent;
    }

    /// Who is asked to every date gets one mail; who is asked to some gets one for each of them.
    private int tell(Series series, List<Date> dates, List<Date> fresh, Map<UUID, Told> told, List<Row> rows) {
        var first = rows.getFirst();
        if (rows.size() == fresh.size()) {
            var to = new InvitationPost.Recipient(first.id(), first.name(), first.email());
            var master = Objects.requireNonNull(told.get(first.meeting()));
            post.tellOfSeries(
                    new MeetingId(first.meeting()),
                    to,
                    master(series, master),
                    events(series, dates, told),
                    spoken(fresh, told));
            return 1;
        }
        for (var row : rows)
            post.tell(
                    new MeetingId(row.meeting()),
                    new InvitationPost.Recipient(row.id(), row.name(), row.email()),
                    "invited",
                    Objects.requireNonNull(told.get(row.meeting())),
                    List.of());
        return rows.size();
    }

    private List<String> spoken(List<Date> dates, Map<UUID, Told> told) {
        return dates.stream()
                .map(it -> Objects.requireNonNull(told.get(it.id())))
                .map(it -> When.sentence(words, Locale.GERMAN, it.starts(), it.ends()) + " – " + it.title()
                        + (it.host().isEmpty() ? "" : ", " + it.host()))
                .toList();
    }

    private static Told master(Series series, Told one) {
        var starts = series.swing()
                .days(series.firstOn(), series.lastOn())
                .getFirst()
                .atTime(series.beginsAt());
        return new Told(
                series.title(),
                starts,
                starts.plusMinutes(series.minutes()),
                one.where(),
                one.online(),
                "",
                "",
                List.of(),
                false);
    }

    private static List<MeetingCalendar.Event> events(Series series, List<Date> dates, Map<UUID, Told> told) {
        var events = new ArrayList<MeetingCalendar.Event>();
        var held = dates.stream().filter(it -> !it.cancelled()).toList();
        var kept = held.stream().map(Date::planned).collect(Collectors.toSet());
        var without = series.swing().days(series.firstOn(), series.lastOn()).stream()
                .map(it -> it.atTime(series.beginsAt()))
                .filter(it -> !kept.contains(it))
                .toList();
        var master =
                master(series, Objects.requireNonNull(told.get(held.getFirst().id())));
        events.add(MeetingCalendar.Event.single(series.id(), null, 0, master)
                .repeated(series.swing().rule(series.firstOn(), series.lastOn(), series.beginsAt()), without));
        for (var date : held) {
            var one = Objects.requireNonNull(told.get(date.id()));
            if (differs(one, master, date, series))
                events.add(MeetingCalendar.Event.single(series.id(), date.planned(), date.sequence(), one));
        }
        return List.copyOf(events);
    }

    private static boolean differs(Told one, Told master, Date date, Series series) {
        return !one.title().equals(master.title())
                || !one.starts().equals(date.planned())
                || !one.ends().equals(date.planned().plusMinutes(series.minutes()))
                || !one.where().equals(master.where())
                || !one.online().equals(master.online())
                || !one.purpose().isEmpty()
                || !one.agenda().isEmpty();
    }

    private Series series(SeriesId id) {
        return db.sql("""
                        select id, title, group_id, rhythm, every, nth, first_on, last_on, begins_at, minutes
                          from meetings.series where id = ? for update
                        """).param(id.value()).query(Series.class).optional().orElseThrow(NotFound::new);
    }

    private List<Date> dates(SeriesId id) {
        return db.sql("""
                        select id, planned_at at time zone 'Europe/Berlin' as planned, sequence, state = 'DRAFT' as draft,
                               state = 'CANCELLED' as cancelled, ends_at < :now as over
                          from meetings.meeting where series = :id order by planned_at for update
                        """)
                .param("id", id.value())
                .param("now", Timestamp.from(clock.instant()))
                .query(Date.class)
                .list();
    }

    private List<Row> rows(List<Date> fresh) {
        return db.sql("""
                        select i.id, i.meeting, i.name, i.email from meetings.invitation i
                          join meetings.meeting m on m.network = i.network and m.id = i.meeting
                         where i.email is not null and i.meeting = any (?) order by m.starts_at, i.id
                        """)
                .param(fresh.stream().map(Date::id).toArray(UUID[]::new))
                .query(Row.class)
                .list();
    }
}
