package org.wirknetz.meetings;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.access.Doors;
import org.wirknetz.access.Secret;
import org.wirknetz.platform.ClockSource;
import org.wirknetz.platform.Scope;
import org.wirknetz.platform.WirknetzSettings;
import org.wirknetz.platform.Words;
import org.wirknetz.platform.mail.Mails;
import org.wirknetz.platform.mail.Parts;

/// Writes the mails about a meeting: to each their own, with an address that is theirs alone, as text, as a page and as
/// an
/// entry for the calendar.
@Component
@Transactional
class InvitationPost {

    private static final Duration AFTERWARDS = Duration.ofDays(1);

    private final JdbcClient db;
    private final Mails mails;
    private final Doors doors;
    private final Words words;
    private final WirknetzSettings settings;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    InvitationPost(JdbcClient db, Mails mails, Doors doors, Words words, WirknetzSettings settings, Clock clock) {
        this.db = db;
        this.mails = mails;
        this.doors = doors;
        this.words = words;
        this.settings = settings;
        this.clock = clock;
    }

    /// Somebody who is to be told, by mail.
    record Recipient(UUID invitation, String name, String email) {}

    private record Meeting(
            UUID id,
            @Nullable UUID series,
            @Nullable LocalDateTime planned,
            LocalDateTime ends,
            int sequence,
            @Nullable String reason) {}

    /// @param kind `invited`, `changed` or `cancelled`: key of the words
    /// @param told what it is now
    /// @param differences what is different from what they were told before
    void tell(MeetingId id, Recipient to, String kind, Told told, List<Told.Difference> differences) {
        var meeting = meeting(id);
        var locale = locale(to);
        var link = link(to, meeting.ends());
        var calendar = new MeetingCalendar(told.cancelled() ? "CANCEL" : "REQUEST", null, clock.instant())
                .add(MeetingCalendar.Event.single(
                                meeting.series() == null ? meeting.id() : meeting.series(),
                                meeting.planned(),
                                meeting.sequence(),
                                told)
                        .between(organiser(), new MeetingCalendar.Party(to.name(), to.email()), link))
                .text();
        var letter = letter(locale, kind, to.name(), told, differences, link, meeting.reason());
        mails.send(
                to.email(),
                line(words.say(locale, "meetings.mail." + kind + ".subject", told.title(), when(locale, told))),
                new Parts(letter.text(), letter.html(), calendar, told.cancelled() ? "CANCEL" : "REQUEST"));
    }

    /// All meetings of a series that lie ahead, in one mail and one entry of the calendar.
    ///
    /// @param events the series itself, then what differs from its rhythm
    void tellOfSeries(MeetingId first, Recipient to, Told told, List<MeetingCalendar.Event> events, List<Told> dates) {
        var locale = locale(to);
        var link = link(to, seriesEnd(first));
        var calendar = new MeetingCalendar("REQUEST", null, clock.instant());
        for (var event : events)
            calendar.add(event.between(organiser(), new MeetingCalendar.Party(to.name(), to.email()), link));
        var letter = new Letter(words, locale)
                .greet(to.name())
                .say("meetings.mail.series", told.title(), network())
                .list(lines(locale, dates))
                .fact("where", told.where())
                .fact("online", told.online())
                .paragraph(told.purpose())
                .answer(link)
                .signed(network());
        mails.send(
                to.email(),
                line(words.say(locale, "meetings.mail.series.subject", told.title())),
                new Parts(letter.text(), letter.html(), calendar.text(), "REQUEST"));
    }

    /// None of the dates of a series that lie ahead takes place: one mail, one message for the calendar.
    ///
    /// @param events the series itself where nothing of it took place, else each date
    /// @param dates that this one was told of
    void tellOfSeriesEnd(
            Recipient to, String title, @Nullable String reason, List<MeetingCalendar.Event> events, List<Told> dates) {
        var locale = locale(to);
        var calendar = new MeetingCalendar("CANCEL", null, clock.instant());
        for (var event : events)
            calendar.add(event.between(organiser(), new MeetingCalendar.Party(to.name(), to.email()), null));
        var letter = new Letter(words, locale)
                .greet(to.name())
                .say("meetings.mail.series-cancelled", title, network())
                .list(lines(locale, dates))
                .fact("reason", reason == null ? "" : reason)
                .signed(network());
        mails.send(
                to.email(),
                line(words.say(locale, "meetings.mail.series-cancelled.subject", title)),
                new Parts(letter.text(), letter.html(), calendar.text(), "CANCEL"));
    }

    private List<String> lines(Locale locale, List<Told> dates) {
        return dates.stream()
                .map(it -> When.sentence(words, locale, it.starts(), it.ends()) + " – " + it.title()
                        + (it.host().isEmpty() ? "" : ", " + it.host()))
                .toList();
    }

    /// A place has become free for somebody who waited.
    void tellOfPlace(MeetingId id, InvitationId invitation) {
        var to = db.sql("select id as invitation, name, email from meetings.invitation where id = ?")
                .param(invitation.value())
                .query(Recipient.class)
                .single();
        var told = Told.now(db, id.value());
        var locale = locale(to);
        var letter = letter(
                locale,
                "place",
                to.name(),
                told,
                List.of(),
                link(to, meeting(id).ends()),
                null);
        mails.send(
                to.email(),
                line(words.say(locale, "meetings.mail.place.subject", told.title(), when(locale, told))),
                new Parts(letter.text(), letter.html(), null, null));
    }

    private Letter letter(
            Locale locale,
            String kind,
            String name,
            Told told,
            List<Told.Difference> differences,
            String link,
            @Nullable String reason) {
        var letter = new Letter(words, locale).greet(name).say("meetings.mail." + kind, told.title(), network());
        for (var difference : differences) letter.differs(difference);
        if (kind.equals("cancelled") && reason != null) letter.fact("reason", reason);
        letter.fact("when", when(locale, told))
                .fact("where", told.where())
                .fact("online", told.online())
                .fact("host", told.host())
                .paragraph(told.purpose())
                .numbered(told.agenda());
        if (!told.cancelled()) letter.answer(link);
        return letter.signed(network());
    }

    private Meeting meeting(MeetingId id) {
        return db.sql("""
                        select id, series, planned_at at time zone 'Europe/Berlin' as planned,
                               ends_at at time zone 'Europe/Berlin' as ends, sequence, reason
                          from meetings.meeting where id = ?
                        """).param(id.value()).query(Meeting.class).single();
    }

    /// The end of the last date: one address answers for all of them.
    private LocalDateTime seriesEnd(MeetingId first) {
        return db.sql("""
                        select max(m.ends_at) at time zone 'Europe/Berlin'
                          from meetings.meeting first join meetings.meeting m on m.id = first.id or m.series = first.series
                         where first.id = ?
                        """).param(first.value()).query(LocalDateTime.class).single();
    }

    /// A fresh address for each mail: no secret is kept that could be sent again.
    private String link(Recipient to, LocalDateTime ends) {
        var secret = Secret.random(random);
        db.sql("""
                        insert into meetings.answer_link (network, invitation, secret, expires_at)
                        values (platform.network(), ?, ?, ?)
                        """)
                .params(
                        to.invitation(),
                        secret.hash(),
                        Timestamp.from(ends.atZone(ClockSource.ZONE).toInstant().plus(AFTERWARDS)))
                .update();
        return doors.address("/answer/" + secret.text());
    }

    MeetingCalendar.Party organiser() {
        return new MeetingCalendar.Party(network(), settings.mail().from());
    }

    private String network() {
        return db.sql("select name from access.network_card where id = ?")
                .param(Scope.current().requireNetwork().value())
                .query(String.class)
                .single();
    }

    /// The language somebody reads: of their account, else as it was said for them here, else that of the network.
    private Locale locale(Recipient to) {
        return Locale.of(db.sql("""
                        select coalesce(meetings.language_of(:email), (select i.locale from meetings.invitation i where i.id = :id),
                                        (select n.locale from access.network_card n where n.id = platform.network()), 'de')
                        """)
                .param("email", to.email())
                .param("id", to.invitation())
                .query(String.class)
                .single());
    }

    private String when(Locale locale, Told told) {
        return When.sentence(words, locale, told.starts(), told.ends());
    }

    /// A subject is one line, whatever was typed.
    private static String line(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029\\u0085]+", " ").strip();
    }
}
