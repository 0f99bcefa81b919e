package org.wirknetz.meetings.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.wirknetz.access.Visitor;
import org.wirknetz.meetings.BallotId;
import org.wirknetz.meetings.Ballots;
import org.wirknetz.meetings.Concessions;
import org.wirknetz.meetings.Majority;
import org.wirknetz.meetings.MeetingId;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.tables.Cell;
import org.wirknetz.platform.tables.TableWriter;
import org.wirknetz.platform.web.Crumb;
import org.wirknetz.platform.web.Desk;
import org.wirknetz.platform.web.Redirects;
import org.wirknetz.platform.web.Spreadsheet;
import org.wirknetz.tasks.DecisionEntry;
import org.wirknetz.tasks.Decisions;

/// One ballot: asked, opened, voted in, counted, and entered in the register of decisions.
@Controller
class BallotController {

    private final JdbcClient db;
    private final Ballots ballots;
    private final Decisions decisions;
    private final DayDoor door;
    private final MeetingsDesk desk;
    private final Redirects redirects;

    BallotController(
            JdbcClient db, Ballots ballots, Decisions decisions, DayDoor door, MeetingsDesk desk, Redirects redirects) {
        this.db = db;
        this.ballots = ballots;
        this.decisions = decisions;
        this.door = door;
        this.desk = desk;
        this.redirects = redirects;
    }

    private MeetingsDesk.Card running(Visitor visitor, UUID meeting) {
        var card = door.see(visitor, meeting);
        Forbidden.unless(door.runs(visitor, card));
        return card;
    }

    @PostMapping("/w/{network}/meetings/{meeting}/ballots")
    String ask(
            Visitor visitor,
            @PathVariable UUID meeting,
            @RequestParam(required = false) @Nullable UUID item,
            @RequestParam(defaultValue = "") String question,
            @RequestParam(defaultValue = "false") boolean secret,
            @RequestParam(defaultValue = "SIMPLE") String majority,
            @RequestParam(defaultValue = "1") int proxies,
            HttpServletRequest request) {
        running(visitor, meeting);
        var rule = Arrays.stream(Majority.values())
                .filter(it -> it.name().equals(majority))
                .findFirst()
                .orElseThrow(NotFound::new);
        var id = ballots.ask(new MeetingId(meeting), new Ballots.Question(item, question, secret, rule, proxies));
        return redirects.done(request, path(visitor, meeting, id.value()), "meetings.ballot.asked");
    }

    @GetMapping("/w/{network}/meetings/{meeting}/ballots/{ballot}")
    ModelAndView show(Visitor visitor, @PathVariable UUID meeting, @PathVariable UUID ballot) {
        return page(visitor, meeting, ballot, "");
    }

    /// @param told about a secret vote just cast, with the mark of its slip; else empty
    private ModelAndView page(Visitor visitor, UUID meeting, UUID ballot, String told) {
        var card = door.see(visitor, meeting);
        var row = BallotRows.one(db, meeting, ballot).orElseThrow(NotFound::new);
        boolean runs = door.runs(visitor, card);
        return desk.page(
                "ballot",
                row.question(),
                List.of(
                        desk.meetings(visitor),
                        MeetingsDesk.meeting(visitor, card),
                        new Crumb(desk.say("meetings.day"), DayController.day(visitor, meeting)),
                        Desk.here(desk.say("meetings.ballot"))),
                Map.of(
                        "row",
                        row,
                        "told",
                        told,
                        "path",
                        path(visitor, meeting, ballot),
                        "runs",
                        runs,
                        "concessions",
                        runs && row.undecided()
                                ? Concessions.before(db, meeting, desk.today())
                                : new Concessions(0, List.of()),
                        "quorum",
                        door.quorum(meeting),
                        "voters",
                        BallotRows.voters(db, meeting, ballot),
                        "slips",
                        row.secret() && row.counted() ? BallotRows.slips(db, ballot) : List.of()));
    }

    @PostMapping("/w/{network}/meetings/{meeting}/ballots/{ballot}/opening")
    String open(Visitor visitor, @PathVariable UUID meeting, @PathVariable UUID ballot, HttpServletRequest request) {
        running(visitor, meeting);
        ballots.open(new MeetingId(meeting), new BallotId(ballot));
        return redirects.told(request, path(visitor, meeting, ballot), "meetings.ballot.opened");
    }

    /// A secret vote is cast by the organisation's own people alone; an open one also by whoever counts
    /// hands. The mark of a slip stands in this one answer: on its way over a redirect it would lie in the
    /// session, beside an account.
    @PostMapping("/w/{network}/meetings/{meeting}/ballots/{ballot}/votes")
    Object vote(
            Visitor visitor,
            @PathVariable UUID meeting,
            @PathVariable UUID ballot,
            @RequestParam UUID organisation,
            @RequestParam(defaultValue = "") String choice,
            HttpServletRequest request) {
        var card = door.see(visitor, meeting);
        var row = BallotRows.one(db, meeting, ballot).orElseThrow(NotFound::new);
        var voter = BallotRows.voters(db, meeting, ballot).stream()
                .filter(it -> it.organisation().equals(organisation))
                .findFirst()
                .orElseThrow(() -> new Forbidden());
        Forbidden.unless(voter.mine() || (!row.secret() && door.runs(visitor, card)));
        var said = Arrays.stream(Ballots.Choice.values())
                .filter(it -> it.name().equals(choice))
                .findFirst()
                .orElseThrow(() -> new Refused("meetings.ballot.choice-missing"));
        var to = path(visitor, meeting, ballot);
        if (!row.secret()) {
            ballots.cast(new MeetingId(meeting), new BallotId(ballot), organisation, said);
            return redirects.told(request, to + "#voters", "meetings.ballot.cast", voter.name());
        }
        var mark = ballots.castSecretly(new MeetingId(meeting), new BallotId(ballot), organisation, said);
        return page(visitor, meeting, ballot, desk.say("meetings.ballot.cast-secretly", voter.name(), mark));
    }

    @PostMapping("/w/{network}/meetings/{meeting}/ballots/{ballot}/recusal")
    String recuse(
            Visitor visitor,
            @PathVariable UUID meeting,
            @PathVariable UUID ballot,
            @RequestParam UUID organisation,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request) {
        running(visitor, meeting);
        ballots.recuse(new MeetingId(meeting), new BallotId(ballot), organisation, reason);
        return redirects.done(request, path(visitor, meeting, ballot), "meetings.ballot.recused");
    }

    @PostMapping("/w/{network}/meetings/{meeting}/ballots/{ballot}/closing")
    String close(Visitor visitor, @PathVariable UUID meeting, @PathVariable UUID ballot, HttpServletRequest request) {
        running(visitor, meeting);
        ballots.close(new MeetingId(meeting), new BallotId(ballot));
        return redirects.told(request, path(visitor, meeting, ballot), "meetings.ballot.closed");
    }

    @PostMapping("/w/{network}/meetings/{meeting}/ballots/{ballot}/annulment")
    String annul(
            Visitor visitor,
            @PathVariable UUID meeting,
            @PathVariable UUID ballot,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request) {
        running(visitor, meeting);
        ballots.annul(new MeetingId(meeting), new BallotId(ballot), reason);
        return redirects.told(request, path(visitor, meeting, ballot), "meetings.ballot.annulled");
    }

    /// What was accepted becomes a decision; once.
    @PostMapping("/w/{network}/meetings/{meeting}/ballots/{ballot}/decision")
    String decide(Visitor visitor, @PathVariable UUID meeting, @PathVariable UUID ballot, HttpServletRequest request) {
        var card = running(visitor, meeting);
        var row = BallotRows.one(db, meeting, ballot).orElseThrow(NotFound::new);
        if (!row.outcome().equals("ACCEPTED")) throw new Refused("meetings.ballot.not-accepted");
        var closed = row.closed();
        var question = row.question();
        var title = question.length() > 300 ? question.substring(0, 299) + "…" : question;
        var decision = ballots.decide(
                new MeetingId(meeting),
                new BallotId(ballot),
                () -> decisions
                        .record(DecisionEntry.of(
                                title,
                                title.equals(question) ? null : question,
                                closed == null ? desk.today() : closed.toLocalDate(),
                                card.group(),
                                meeting))
                        .value());
        return redirects.done(
                request, visitor.base() + "/decisions/" + decision + "/edit", "meetings.ballot.decided", title);
    }

    /// What was voted, as it may be told: by organisation where the ballot is open, slip by slip where it is
    /// secret.
    @GetMapping("/w/{network}/meetings/{meeting}/ballots/{ballot}/export")
    ResponseEntity<byte[]> export(
            Visitor visitor,
            @PathVariable UUID meeting,
            @PathVariable UUID ballot,
            @RequestParam Map<String, String> given) {
        door.see(visitor, meeting);
        var row = BallotRows.one(db, meeting, ballot).filter(BallotRow::counted).orElseThrow(NotFound::new);
        return Spreadsheet.of(
                visitor.slug() + "-ballot", given.get("format"), table -> write(table, row, meeting, ballot));
    }

    private void write(TableWriter table, BallotRow row, UUID meeting, UUID ballot) {
        if (row.secret()) {
            table.table(
                    "slips",
                    List.of(desk.say("meetings.ballot.column.slip"), desk.say("meetings.ballot.column.choice")));
            for (var slip : BallotRows.slips(db, ballot))
                table.row(List.of(Cell.of(slip.code()), Cell.of(desk.say("meetings.choice." + slip.choice()))));
            return;
        }
        table.table(
                "votes",
                List.of(
                        desk.say("meetings.ballot.column.organisation"),
                        desk.say("meetings.ballot.column.holder"),
                        desk.say("meetings.ballot.column.choice")));
        for (var voter : BallotRows.voters(db, meeting, ballot))
            table.row(List.of(
                    Cell.of(voter.name()),
                    Cell.of(voter.holder() == null ? "" : voter.holder()),
                    Cell.of(
                            voter.recused()
                                    ? desk.say("meetings.choice.RECUSED")
                                    : voter.choice() == null
                                            ? desk.say("meetings.choice.NONE")
                                            : desk.say("meetings.choice." + voter.choice()))));
    }

    private static String path(Visitor visitor, UUID meeting, UUID ballot) {
        return MeetingsDesk.path(visitor, meeting) + "/ballots/" + ballot;
    }
}
