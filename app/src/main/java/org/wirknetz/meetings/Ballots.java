package org.wirknetz.meetings;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Refused;

/// Votes at a meeting: one for each organisation with a vote that is there, or has lent its vote to one that is.
///
/// Secret votes are slips without a name; who has voted is known, how is not.
@Component
@Transactional
public class Ballots {

    private static final String MARKS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private final JdbcClient db;
    private final Clock clock;
    private final SecureRandom chance = new SecureRandom();

    Ballots(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /// What is asked.
    ///
    /// @param item of the agenda; may be missing
    /// @param proxiesMost how many votes of others one organisation may cast
    public record Question(@Nullable UUID item, String text, boolean secret, Majority majority, int proxiesMost) {

        /// @throws Refused without a text, or when it is too long
        public Question {
            text = text.strip();
            if (text.isEmpty()) throw new Refused("meetings.ballot.question-missing");
            if (text.length() > 500) throw new Refused("meetings.too-long", 500);
            if (proxiesMost < 0 || proxiesMost > 10) throw new Refused("meetings.ballot.proxies");
        }
    }

    private record Known(
            UUID id,
            UUID meeting,
            boolean secret,
            String state,
            Majority majority,
            int proxiesMost,
            int quorumNeeded) {}

    /// @throws NotFound when the item is not of this meeting
    public BallotId ask(MeetingId meeting, Question question) {
        var item = question.item();
        if (item != null
                && !db.sql("select exists (select from meetings.agenda_item where meeting = ? and id = ?)")
                        .params(meeting.value(), item)
                        .query(Boolean.class)
                        .single()) throw new NotFound();
        var id = BallotId.fresh();
        db.sql("""
                        insert into meetings.ballot (network, id, meeting, agenda_item, question, secret, majority, proxies_most)
                        values (platform.network(), :id, :meeting, cast(:item as uuid), :question, :secret, :majority, :proxies)
                        """)
                .param("id", id.value())
                .param("meeting", meeting.value())
                .param("item", item)
                .param("question", question.text())
                .param("secret", question.secret())
                .param("majority", question.majority().name())
                .param("proxies", question.proxiesMost())
                .update();
        return id;
    }

    /// Begins the vote: whoever is there now with a vote, or has lent it to one who is, votes; nobody who
    /// comes later.
    ///
    /// @throws Refused without a quorum, or when one organisation holds more proxies than the question allows
    public void open(MeetingId meeting, BallotId id) {
        var ballot = lock(meeting, id);
        if (!ballot.state().equals("PREPARED")) throw new Refused("meetings.ballot.not-prepared");
        var now = clock.instant();
        var quorum = Quorum.at(db, meeting, now);
        if (!quorum.met()) throw new Refused("meetings.ballot.no-quorum", quorum.present(), quorum.needed());
        var tooMany = db.sql("""
                        select o.name from meetings.proxy p
                          join directory.organisation_card o on o.network = p.network and o.id = p.holder
                         where p.meeting = :meeting and p.giver not in (select meetings.present(:meeting, :now))
                         group by o.id, o.name having count(*) > :most order by o.name limit 1
                        """)
                .param("meeting", meeting.value())
                .param("now", Timestamp.from(now))
                .param("most", ballot.proxiesMost())
                .query(String.class)
                .optional();
        if (tooMany.isPresent())
            throw new Refused("meetings.ballot.too-many-proxies", tooMany.get(), ballot.proxiesMost());
        int entitled = db.sql("""
                        insert into meetings.ballot_voter (network, meeting, ballot, organisation, name, holder)
                        select platform.network(), :meeting, :ballot, o.id, o.name, lent.holder
                          from meetings.voting(:meeting) v
                          join directory.organisation_card o on o.network = platform.network() and o.id = v
                          left join (select p.giver, p.holder from meetings.proxy p
                                      where p.meeting = :meeting and p.giver not in (select meetings.present(:meeting, :now))
                                        and p.holder in (select meetings.present(:meeting, :now))) lent on lent.giver = v
                         where lent.holder is not null or v in (select meetings.present(:meeting, :now))
                        """)
                .param("meeting", meeting.value())
                .param("ballot", id.value())
                .param("now", Timestamp.from(now))
                .update();
        db.sql("""
                        update meetings.ballot
                           set state = 'OPEN', opened_at = :now, entitled = :entitled, quorum_needed = :needed, present_open = :present,
                               version = version + 1
                         where id = :id
                        """)
                .param("id", id.value())
                .param("now", Timestamp.from(now))
                .param("entitled", entitled)
                .param("needed", quorum.needed())
                .param("present", quorum.present())
                .update();
    }

    /// One organisation stays out: it is there, and counts on neither side.
    ///
    /// @throws Refused when it has voted, or has no vote here
    public void recuse(MeetingId meeting, BallotId id, UUID organisation, @Nullable String reason) {
        requireOpen(lock(meeting, id));
        int rows = db.sql("""
                        update meetings.ballot_voter set recused = true, reason = :reason
                         where ballot = :ballot and organisation = :organisation and not voted and not recused
                        """)
                .param("ballot", id.value())
                .param("organisation", organisation)
                .param("reason", Texts.clean(reason, 500))
                .update();
        if (rows == 0) throw new Refused("meetings.ballot.has-voted");
    }

    /// @throws Refused when the ballot is not open, or the organisation has voted or stays out
    public void cast(MeetingId meeting, BallotId id, UUID organisation, Choice choice) {
        var ballot = lock(meeting, id);
        requireOpen(ballot);
        if (ballot.secret()) throw new Refused("meetings.ballot.is-secret");
        int rows;
        try {
            rows = db.sql("""
                        update meetings.ballot_voter set voted = true, choice = :choice
                         where ballot = :ballot and organisation = :organisation and not voted and not recused
                        """)
                    .param("ballot", id.value())
                    .param("organisation", organisation)
                    .param("choice", choice.name())
                    .update();
        } catch (DataIntegrityViolationException closedMeanwhile) {
            throw new Refused("meetings.ballot.not-open");
        }
        if (rows == 0) throw new Refused("meetings.ballot.has-voted");
    }

    /// What can be said.
    public enum Choice {
        YES,
        NO,
        ABSTAIN
    }

    /// @return the mark on the slip, by which whoever cast it finds it in the list later; told once and kept
    /// nowhere else
    /// @throws Refused when the ballot is not open, or the organisation has voted, stays out, or is another's
    public String castSecretly(MeetingId meeting, BallotId id, UUID organisation, Choice choice) {
        require(meeting, id);
        var mark = new StringBuilder();
        for (int place = 0; place < 10; place++) mark.append(MARKS.charAt(chance.nextInt(MARKS.length())));
        var answer = db.sql("select meetings.cast_secretly(?, ?, ?, ?)")
                .params(id.value(), organisation, choice.name(), mark.toString())
                .query(String.class)
                .single();
        return switch (answer) {
            case "cast" -> mark.toString();
            case "closed" -> throw new Refused("meetings.ballot.not-open");
            default -> throw new Refused("meetings.ballot.has-voted");
        };
    }

    private record Count(int yes, int no, int abstained, String listed) {}

    /// Ends the vote and counts. Where the quorum is no longer there, the vote is marked as without effect.
    ///
    /// @throws Refused when it is not open, or slips and voters do not agree
    public void close(MeetingId meeting, BallotId id) {
        var ballot = lock(meeting, id);
        requireOpen(ballot);
        var now = clock.instant();
        var quorum = Quorum.at(db, meeting, now);
        var count = ballot.secret() ? slips(id) : named(id);
        int voted = voters(id, "voted");
        if (count.yes() + count.no() + count.abstained() != voted) throw new Refused("meetings.ballot.miscounted");
        boolean quorate = quorum.present() >= ballot.quorumNeeded();
        db.sql("""
                        update meetings.ballot
                           set state = 'CLOSED', closed_at = :now, present_close = :present, quorate = :quorate, yes = :yes, no = :no,
                               abstained = :abstained, recused = :recused, accepted = :accepted, slips_sha256 = :sha,
                               version = version + 1
                         where id = :id
                        """)
                .param("id", id.value())
                .param("now", Timestamp.from(now))
                .param("present", quorum.present())
                .param("quorate", quorate)
                .param("yes", count.yes())
                .param("no", count.no())
                .param("abstained", count.abstained())
                .param("recused", voters(id, "recused"))
                .param("accepted", quorate && ballot.majority().accepts(count.yes(), count.no()))
                .param("sha", ballot.secret() ? sha256(count.listed()) : null)
                .update();
    }

    private Count slips(BallotId id) {
        return db.sql("select * from meetings.count_slips(?)")
                .param(id.value())
                .query(Count.class)
                .single();
    }

    private Count named(BallotId id) {
        return db.sql("""
                        select count(*) filter (where choice = 'YES')::int as yes, count(*) filter (where choice = 'NO')::int as no,
                               count(*) filter (where choice = 'ABSTAIN')::int as abstained, '' as listed
                          from meetings.ballot_voter where ballot = ?
                        """).param(id.value()).query(Count.class).single();
    }

    private int voters(BallotId id, String flag) {
        return db.sql("select count(*)::int from meetings.ballot_voter where ballot = ? and " + flag)
                .param(id.value())
                .query(Integer.class)
                .single();
    }

    /// It went wrong and does not count: the wrong question, somebody missing. Nothing of it is counted or shown.
    ///
    /// @throws Refused without a reason, or once it is counted
    public void annul(MeetingId meeting, BallotId id, @Nullable String reason) {
        var ballot = lock(meeting, id);
        if (ballot.state().equals("CLOSED") || ballot.state().equals("VOID"))
            throw new Refused("meetings.ballot.counted-already");
        var why = Texts.clean(reason, 1000);
        if (why == null) throw new Refused("meetings.ballot.reason-missing");
        db.sql(
                        "update meetings.ballot set state = 'VOID', reason = ?, closed_at = ?, version = version + 1 where id = ?")
                .params(why, Timestamp.from(clock.instant()), id.value())
                .update();
    }

    /// Links the result with its entry in the register of decisions; both or neither, and once, whoever
    /// presses when.
    ///
    /// @param entering makes the entry
    /// @throws Refused when there is one
    public UUID decide(MeetingId meeting, BallotId id, Supplier<UUID> entering) {
        lock(meeting, id);
        boolean free = db.sql("select decision is null from meetings.ballot where id = ? and state = 'CLOSED'")
                .param(id.value())
                .query(Boolean.class)
                .optional()
                .orElseThrow(() -> new Refused("meetings.ballot.not-accepted"));
        if (!free) throw new Refused("meetings.ballot.decided-already");
        var decision = entering.get();
        db.sql("update meetings.ballot set decision = ? where id = ?")
                .params(decision, id.value())
                .update();
        return decision;
    }

    private static void requireOpen(Known ballot) {
        if (!ballot.state().equals("OPEN")) throw new Refused("meetings.ballot.not-open");
    }

    private void require(MeetingId meeting, BallotId id) {
        if (!db.sql("select exists (select from meetings.ballot where meeting = ? and id = ?)")
                .params(meeting.value(), id.value())
                .query(Boolean.class)
                .single()) throw new NotFound();
    }

    /// Voters and whoever counts wait for each other here. Who may not change a ballot may not lock it
    /// either: they read it.
    private Known lock(MeetingId meeting, BallotId id) {
        var sql = """
                select id, meeting, secret, state, majority, proxies_most, coalesce(quorum_needed, 1) as quorum_needed
                  from meetings.ballot where meeting = ? and id = ?
                """;
        boolean runs = db.sql("select meetings.runs(?)")
                .param(meeting.value())
                .query(Boolean.class)
                .single();
        return db.sql(runs ? sql + " for update" : sql)
                .params(List.of(meeting.value(), id.value()))
                .query(Known.class)
                .optional()
                .orElseThrow(NotFound::new);
    }

    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
