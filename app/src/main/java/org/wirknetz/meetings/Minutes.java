package org.wirknetz.meetings;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Refused;

/// Minutes (German: *Protokoll*): typed part by part, laid before those who were there, approved and sealed.
@Component
@Transactional
public class Minutes {

    private static final int LONGEST = 50_000;

    private final JdbcClient db;
    private final Clock clock;

    Minutes(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /// What became of a text that was sent.
    public sealed interface Saved {}

    /// @param version to send along with the next text
    public record Kept(int version) implements Saved {}

    /// Somebody else had saved this part meanwhile. Both texts are kept, theirs where it was, this one beside it.
    ///
    /// @param version of their text
    public record Second(int version, String theirs) implements Saved {}

    /// Opens the minutes where there are none yet, and a part for each item of the agenda.
    public void begin(MeetingId meeting, String taker) {
        db.sql("""
                        insert into meetings.minutes (network, meeting, taker) values (platform.network(), ?, ?)
                        on conflict (network, meeting) do nothing
                        """).params(meeting.value(), taker).update();
        if (!state(meeting).equals("APPROVED")) parts(meeting);
    }

    private void parts(MeetingId meeting) {
        db.sql("""
                        insert into meetings.minute_part (network, meeting, agenda_item)
                        select platform.network(), m.id, item.id
                          from meetings.meeting m
                          left join lateral (select i.id from meetings.agenda_item i where i.network = m.network and i.meeting = m.id
                                             union all select null) item on true
                         where m.id = :meeting
                           and not exists (select from meetings.minute_part p
                                            where p.network = m.network and p.meeting = m.id and p.agenda_item is not distinct from item.id)
                        on conflict (network, meeting, agenda_item) do nothing
                        """).param("meeting", meeting.value()).update();
    }

    private record Part(int version, String body) {}

    /// Keeps what was typed, as often as it comes.
    ///
    /// @param version on which the text builds
    /// @param author kept with the text where it comes second
    /// @throws Refused when it is too long, or the minutes are approved
    public Saved save(MeetingId meeting, UUID part, int version, String body, String author) {
        var text = body.replace("\u0000", "").replace("\r\n", "\n");
        if (text.length() > LONGEST) throw new Refused("meetings.too-long", LONGEST);
        if (lock(meeting, "share").equals("APPROVED")) throw new Refused("meetings.minutes.approved-already");
        var known = db.sql("select version, body from meetings.minute_part where meeting = ? and id = ? for update")
                .params(meeting.value(), part)
                .query(Part.class)
                .optional()
                .orElseThrow(NotFound::new);
        if (known.body().equals(text)) return new Kept(known.version());
        if (known.version() == version) {
            db.sql("update meetings.minute_part set body = ?, version = version + 1 where id = ?")
                    .params(text, part)
                    .update();
            return new Kept(version + 1);
        }
        if (!text.isBlank()) keepBeside(meeting, part, text, author);
        return new Second(known.version(), known.body());
    }

    /// One text of each writer stands beside the part: the last one they sent.
    private void keepBeside(MeetingId meeting, UUID part, String text, String author) {
        db.sql("delete from meetings.minute_second where part = ? and written_by = ?")
                .params(part, author)
                .update();
        db.sql("""
                        insert into meetings.minute_second (network, meeting, part, body, written_by, written_at)
                        values (platform.network(), ?, ?, ?, ?, ?)
                        """)
                .params(meeting.value(), part, text, author, Timestamp.from(clock.instant()))
                .update();
    }

    /// The words beside a part go to its end, or are not needed any more.
    public void settle(MeetingId meeting, UUID second, boolean append) {
        requireNotApproved(meeting);
        if (append) db.sql("""
                            update meetings.minute_part p set body = p.body || e'\\n\\n' || s.body, version = p.version + 1
                              from meetings.minute_second s
                             where s.id = ? and s.meeting = ? and p.network = s.network and p.id = s.part
                            """).params(second, meeting.value()).update();
        int rows = db.sql("delete from meetings.minute_second where id = ? and meeting = ?")
                .params(second, meeting.value())
                .update();
        if (rows == 0) throw new NotFound();
    }

    /// Lays them before those who were there.
    ///
    /// @throws Refused while words of two writers stand side by side, or when it has been done
    public void propose(MeetingId meeting) {
        if (!state(meeting).equals("DRAFT")) throw new Refused("meetings.minutes.proposed-already");
        if (exists("select from meetings.minute_second where meeting = ?", meeting))
            throw new Refused("meetings.minutes.two-texts");
        db.sql(
                        "update meetings.minutes set state = 'PROPOSED', proposed_on = ?, version = version + 1 where meeting = ?")
                .params(today(), meeting.value())
                .update();
    }

    /// Takes them back to write on.
    public void withdraw(MeetingId meeting) {
        if (!state(meeting).equals("PROPOSED")) throw new Refused("meetings.minutes.not-proposed");
        db.sql(
                        "update meetings.minutes set state = 'DRAFT', proposed_on = null, version = version + 1 where meeting = ?")
                .param(meeting.value())
                .update();
    }

    /// @param organisation for whom they speak; null where they were there for none
    /// @throws Refused unless the minutes lie before those who were there
    public void amend(MeetingId meeting, @Nullable UUID organisation, String name, @Nullable String body) {
        if (!state(meeting).equals("PROPOSED")) throw new Refused("meetings.minutes.not-proposed");
        var text = Texts.clean(body, 4000);
        if (text == null) throw new Refused("meetings.minutes.amendment-missing");
        db.sql("""
                        insert into meetings.amendment (network, meeting, organisation, name, body, written_at)
                        values (platform.network(), :meeting, cast(:organisation as uuid), :name, :body, :now)
                        """)
                .param("meeting", meeting.value())
                .param("organisation", organisation)
                .param("name", name)
                .param("body", text)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /// @param taken the text says it now; else it does not, and the answer says why
    public void answer(MeetingId meeting, UUID amendment, boolean taken, @Nullable String answer) {
        requireNotApproved(meeting);
        var why = Texts.clean(answer, 1000);
        if (!taken && why == null) throw new Refused("meetings.minutes.answer-missing");
        int rows = db.sql("""
                        update meetings.amendment set state = :state, answer = :answer
                         where id = :id and meeting = :meeting and state = 'OPEN'
                        """)
                .param("id", amendment)
                .param("meeting", meeting.value())
                .param("state", taken ? "TAKEN" : "DECLINED")
                .param("answer", why)
                .update();
        if (rows == 0) throw new Refused("meetings.minutes.answered-already");
    }

    /// Seals the text for good.
    ///
    /// @param text all of the minutes, as they are read; asked for once nobody else can write any more
    /// @throws Refused while something is open: an amendment, a ballot, words side by side
    public void approve(MeetingId meeting, Supplier<String> text) {
        if (!lock(meeting, "update").equals("PROPOSED")) throw new Refused("meetings.minutes.not-proposed");
        if (exists("select from meetings.amendment where meeting = ? and state = 'OPEN'", meeting))
            throw new Refused("meetings.minutes.amendments-open");
        if (exists("select from meetings.minute_second where meeting = ?", meeting))
            throw new Refused("meetings.minutes.two-texts");
        if (exists("select from meetings.ballot where meeting = ? and state = 'OPEN'", meeting))
            throw new Refused("meetings.minutes.ballot-open");
        var sealed = text.get();
        db.sql("""
                        update meetings.minutes
                           set state = 'APPROVED', approved_on = :today, sealed = :sealed, sha256 = :sha, version = version + 1
                         where meeting = :meeting and state = 'PROPOSED'
                        """)
                .param("meeting", meeting.value())
                .param("today", today())
                .param("sealed", sealed)
                .param("sha", Ballots.sha256(sealed))
                .update();
    }

    /// Whoever seals waits for those who are saving, and they for the seal: no word that was answered "saved"
    /// is missing in it.
    private String lock(MeetingId meeting, String how) {
        return db.sql("select state from meetings.minutes where meeting = ? for " + how)
                .param(meeting.value())
                .query(String.class)
                .optional()
                .orElseThrow(NotFound::new);
    }

    private boolean exists(String rows, MeetingId meeting) {
        return db.sql("select exists (" + rows + ")")
                .param(meeting.value())
                .query(Boolean.class)
                .single();
    }

    private void requireNotApproved(MeetingId meeting) {
        if (state(meeting).equals("APPROVED")) throw new Refused("meetings.minutes.approved-already");
    }

    private String state(MeetingId meeting) {
        return db.sql("select state from meetings.minutes where meeting = ?")
                .param(meeting.value())
                .query(String.class)
                .optional()
                .orElseThrow(NotFound::new);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
