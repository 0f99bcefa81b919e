package org.wirknetz.demo;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wirknetz.demo.Rows.Cells;

/// What was voted on at meetings of one demo network: each decision of an item that was for one, counted by
/// organisation.
/// Where too few with a vote were there, nobody voted.
final class BallotRows {

    private final Rows rows;
    private final DirectoryIds ids;

    BallotRows(Rows rows, DirectoryIds ids) {
        this.rows = rows;
        this.ids = ids;
    }

    /// What a body needs to decide.
    private record Body(
            UUID meeting,
            OffsetDateTime endsAt,
            int voting,
            @Nullable Integer numerator,
            @Nullable Integer denominator,
            boolean above) {

        int needed() {
            if (numerator == null || denominator == null) return 1;
            int share = voting * numerator;
            return Math.max(1, above ? share / denominator + 1 : (share + denominator - 1) / denominator);
        }
    }

    private record Voter(UUID meeting, UUID organisation, String name) {}

    private record Vote(Ballot ballot, Voter voter, String choice) {}

    private record Ballot(UUID id, MinutesRows.Part part, Body body, List<Voter> voters) {}

    void write(List<MinutesRows.Part> parts) {
        var bodies = bodies();
        var present = present();
        var ballots = parts.stream()
                .filter(it ->
                        it.item().kind().equals("DECISION") && !it.decided().isEmpty())
                .map(it -> new Ballot(
                        ids.row("ballot/" + it.item().id()),
                        it,
                        java.util.Objects.requireNonNull(bodies.get(it.meeting().id())),
                        present.getOrDefault(it.meeting().id(), List.of())))
                .filter(it -> it.voters().size() >= it.body().needed())
                .toList();
        var votes = ballots.stream()
                .flatMap(it -> it.voters().stream().map(voter -> new Vote(it, voter, choice(it, voter))))
                .toList();
        rows.into("meetings.ballot", ballots, it -> ballot(it, votes));
        rows.into(
                "meetings.ballot_voter",
                votes,
                it -> new Cells()
                        .with(
                                "id",
                                ids.row("vote/" + it.ballot().id() + "/"
                                        + it.voter().organisation()))
                        .with("meeting", it.voter().meeting())
                        .with("ballot", it.ballot().id())
                        .with("organisation", it.voter().organisation())
                        .with("name", it.voter().name())
                        .with("recused", false)
                        .with("voted", true)
                        .with("choice", it.choice()));
    }

    private Map<UUID, Body> bodies() {
        return rows
                .db()
                .sql("""
                        select m.id as meeting, m.ends_at, (select count(*)::int from meetings.voting(m.id)) as voting,
                               g.quorum_numerator as numerator, g.quorum_denominator as denominator, coalesce(g.quorum_above, false) as above
                          from meetings.meeting m
                          left join groups.body g on g.network = m.network and g.id = m.group_id
                         where m.network = :network and m.starts_at >= :first
                        """)
                .param("network", rows.network().id())
                .param("first", MinutesRows.FIRST)
                .query(Body.class)
                .stream()
                .collect(Collectors.toMap(Body::meeting, it -> it));
    }

    private Map<UUID, List<Voter>> present() {
        return rows
                .db()
                .sql("""
                        select m.id as meeting, o.id as organisation, o.name
                          from meetings.meeting m
                          join lateral (select v from meetings.voting(m.id) v) voting on true
                          join directory.organisation o on o.network = m.network and o.id = voting.v
                         where m.network = :network and m.starts_at >= :first
                           and o.id in (select meetings.present(m.id, m.ends_at - interval '1 minute'))
                         order by m.id, o.id
                        """)
                .param("network", rows.network().id())
                .param("first", MinutesRows.FIRST)
                .query(Voter.class)
                .stream()
                .collect(Collectors.groupingBy(Voter::meeting));
    }

    /// Of nine organisations seven say yes, one no and one abstains; fewer than five agree.
    private static String choice(Ballot ballot, Voter voter) {
        if (ballot.voters().size() < 5) return "YES";
        long drawn = Math.floorMod(
                ballot.id().getLeastSignificantBits() + ballot.voters().indexOf(voter), 9L);
        return drawn == 4 ? "NO" : drawn == 8 ? "ABSTAIN" : "YES";
    }

    private Cells ballot(Ballot it, List<Vote> votes) {
        var own = votes.stream().filter(vote -> vote.ballot().equals(it)).toList();
        var decided = it.part().decided().getFirst();
        int yes = count(own, "YES");
        int no = count(own, "NO");
        var closed = it.body().endsAt().minusMinutes(20);
        return new Cells()
                .with("id", it.id())
                .with("meeting", it.body().meeting())
                .with("agenda_item", it.part().item().id())
                .with("question", decided.title())
                .with("secret", false)
                .with("majority", "SIMPLE")
                .with("proxies_most", 1)
                .with("state", "CLOSED")
                .with("opened_at", closed.minusMinutes(4))
                .with("closed_at", closed)
                .with("entitled", it.voters().size())
                .with("quorum_needed", it.body().needed())
                .with("present_open", it.voters().size())
                .with("present_close", it.voters().size())
                .with("quorate", true)
                .with("yes", yes)
                .with("no", no)
                .with("abstained", count(own, "ABSTAIN"))
                .with("recused", 0)
                .with("accepted", yes > no)
                .with("decision", yes > no ? decided.id() : null)
                .with("version", 1)
                .with("created_at", closed.minusMinutes(5));
    }

    private static int count(List<Vote> votes, String choice) {
        return (int) votes.stream().filter(it -> it.choice().equals(choice)).count();
    }
}
