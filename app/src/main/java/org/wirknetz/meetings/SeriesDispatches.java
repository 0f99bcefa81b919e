package org.wirknetz.meetings;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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
    private final Clock clock;

    SeriesDispatches(JdbcClient db, Invitations invitations, Dispatches dispatches, InvitationPost post, Clock clock) {
        this.db = db;
        this.invitations = invitations;
        this.dispatches = dispatches;
        this.post = post;
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
            int minutes,
            boolean cancelled,
            @Nullable String reason) {

        Rhythm swing() {
            return new Rhythm(rhythm, every, nth);
        }
    }

    /// @param expected whether the invited were told of it, and not yet that it is cancelled
    private record Date(
            UUID id,
            LocalDateTime planned,
            int sequence,
            boolean draft,
            boolean cancelled,
            boolean expected,
            boolean over) {}

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
        var rows = rows(fresh, false);
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
        if (rows.stream().map(Row::meeting).distinct().count() == fresh.size()) {
            var to = new InvitationPost.Recipient(first.id(), first.name(), first.email());
            var master = Objects.requireNonNull(told.get(first.meeting()));
            post.tellOfSeries(
                    new MeetingId(first.meeting()),
                    to,
                    master(series, master),
                    events(series, dates, told),
                    fresh.stream()
                            .map(it -> Objects.requireNonNull(told.get(it.id())))
                            .toList());
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

    /// Who still expects dates of a series that lie ahead.
    ///
    /// @param dates how many of them
    /// @param people who can be told by mail, each once
    /// @param unreachable names of those without a mail address: they have to be told otherwise
    public record Expecting(int dates, List<String> people, List<String> unreachable) {
        public Expecting {
            people = List.copyOf(people);
            unreachable = List.copyOf(unreachable);
        }
    }

    private record Expected(
            UUID meeting, @Nullable String name, @Nullable String email) {}

    /// Of dates that take place, as long as the series does; of those cancelled with it, once it does not.
    @Transactional(readOnly = true)
    public Expecting expecting(SeriesId id) {
        var rows = db.sql("""
                        select m.id as meeting, i.name, i.email
                          from meetings.series s
                          join meetings.meeting m on m.network = s.network and m.series = s.id
                           and (m.state = 'CANCELLED') = (s.cancelled_at is not null)
                           and m.told is not null and not (m.told ->> 'cancelled')::boolean and m.starts_at > :now
                          left join meetings.invitation i on i.network = m.network and i.meeting = m.id and i.told_sequence is not null
                         where s.id = :id order by platform.fold(i.name), i.id
                        """)
                .param("id", id.value())
                .param("now", Timestamp.from(clock.instant()))
                .query(Expected.class)
                .list();
        var people = new LinkedHashMap<String, String>();
        var unreachable = new java.util.LinkedHashSet<String>();
        for (var row : rows) {
            if (row.name() == null) continue;
            if (row.email() == null) unreachable.add(row.name());
            else people.putIfAbsent(row.email(), row.name());
        }
        return new Expecting(
                (int) rows.stream().map(Expected::meeting).distinct().count(),
                List.copyOf(people.values()),
                List.copyOf(unreachable));
    }

    /// Tells everybody who expects a date of a cancelled series that it does not take place, with one mail to each.
    /// Where no
    /// date of it took place, the calendar drops the series as one; else each date.
    ///
    /// @return how many mails go out
    /// @throws Refused unless the series is cancelled, or when all know it
    public int sendCancellation(SeriesId id) {
        var series = series(id);
        if (!series.cancelled()) throw new Refused("meetings.series.not-cancelled");
        var dates = dates(id);
        var gone = dates.stream()
                .filter(it -> it.cancelled() && it.expected() && !it.over())
                .toList();
        if (gone.isEmpty()) throw new Refused("meetings.dispatch.nothing");
        var told = Told.of(db, gone.stream().map(Date::id).toList());
        boolean whole = dates.stream().allMatch(Date::cancelled);
        int last = dates.stream().mapToInt(Date::sequence).max().orElse(0);
        var byAddress = rows(gone, true).stream()
                .collect(Collectors.groupingBy(Row::email, LinkedHashMap::new, Collectors.toList()));
        byAddress.forEach((address, rows) -> {
            var lists = rows.stream().map(Row::meeting).collect(Collectors.toSet());
            var theirs = gone.stream().filter(it -> lists.contains(it.id())).toList();
            var first = rows.getFirst();
            post.tellOfSeriesEnd(
                    new InvitationPost.Recipient(first.id(), first.name(), address),
                    series.title(),
                    series.reason(),
                    whole
                            ? List.of(MeetingCalendar.Event.single(
                                    series.id(), null, last + 1, cancelled(series, told, gone.getFirst())))
                            : theirs.stream()
                                    .map(it -> MeetingCalendar.Event.single(
                                            series.id(),
                                            it.planned(),
                                            it.sequence() + 1,
                                            Objects.requireNonNull(told.get(it.id()))))
                                    .toList(),
                    theirs.stream()
                            .map(it -> Objects.requireNonNull(told.get(it.id())))
                            .toList());
        });
        for (var date : gone) {
            int sequence = whole ? last + 1 : date.sequence() + 1;
            db.sql("update meetings.meeting set told = ?::jsonb, sequence = ? where id = ?")
                    .params(Objects.requireNonNull(told.get(date.id())).json(), sequence, date.id())
                    .update();
            db.sql("update meetings.invitation set told_sequence = ? where meeting = ? and told_sequence is not null")
                    .params(sequence, date.id())
                    .update();
        }
        dispatches.note(new MeetingId(gone.getFirst().id()), "CANCELLED", last + 1, byAddress.size());
        return byAddress.size();
    }

    private static Told cancelled(Series series, Map<UUID, Told> told, Date one) {
        var master = master(series, Objects.requireNonNull(told.get(one.id())));
        return new Told(master.title(), master.starts(), master.ends(), master.where(), "", "", "", List.of(), true);
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
                        select id, title, group_id, rhythm, every, nth, first_on, last_on, begins_at, minutes,
                               cancelled_at is not null as cancelled, reason
                          from meetings.series where id = ? for update
                        """).param(id.value()).query(Series.class).optional().orElseThrow(NotFound::new);
    }

    private List<Date> dates(SeriesId id) {
        return db.sql("""
                        select id, planned_at at time zone 'Europe/Berlin' as planned, sequence, state = 'DRAFT' as draft,
                               state = 'CANCELLED' as cancelled, coalesce(not (told ->> 'cancelled')::boolean, false) as expected,
                               starts_at <= :now as over
                          from meetings.meeting where series = :id order by planned_at for update
                        """)
                .param("id", id.value())
                .param("now", Timestamp.from(clock.instant()))
                .query(Date.class)
                .list();
    }

    /// @param known only those who were told of the date
    private List<Row> rows(List<Date> dates, boolean known) {
        return db.sql("""
                        select i.id, i.meeting, i.name, i.email from meetings.invitation i
                          join meetings.meeting m on m.network = i.network and m.id = i.meeting
                         where i.email is not null and i.meeting = any (:dates) and (i.told_sequence is not null or not :known)
                         order by m.starts_at, i.id
                        """)
                .param("dates", dates.stream().map(Date::id).toArray(UUID[]::new))
                .param("known", known)
                .query(Row.class)
                .list();
    }
}
