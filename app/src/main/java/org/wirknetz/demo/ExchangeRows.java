package org.wirknetz.demo;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.wirknetz.demo.DemoNetwork.Contribution;
import org.wirknetz.demo.Rows.Cells;

/// Give and take of one demo network. What happened in the last weeks still waits for the receiver's word, and so does
/// the newest favour to each organisation somebody can sign in for.
record ExchangeRows(Rows rows, DirectoryIds ids, Set<String> signedIn) {

    private static final int STILL_OPEN_DAYS = 24;

    void write() {
        var kinds = DataFile.pairs("contribution-kinds.csv", "key", "name");
        var all = rows.network().contributions();
        var open = open(all);
        rows.into(
                "exchange.contribution",
                all,
                it -> new Cells()
                        .with("id", it.id())
                        .with("giver", ids.organisation(it.giver()))
                        .with("receiver", ids.organisation(it.receiver()))
                        .with("kind", kinds.get(it.kind()))
                        .with("effort", points(it.effort()))
                        .with("hours", it.hours())
                        .with("requested", it.requested())
                        .with("gift", false)
                        .with("no_return", false)
                        .with("given_on", it.date())
                        .with("state", open.contains(it.id()) ? "OPEN" : "CONFIRMED")
                        .with(
                                "answered_at",
                                open.contains(it.id()) ? null : it.date().plusDays(1))
                        .with("source", "ENTERED")
                        .with("version", 1)
                        .with("created_at", it.date()));
    }

    private Set<UUID> open(List<Contribution> all) {
        var open = new HashSet<UUID>();
        if (all.isEmpty()) return open;
        var late = all.getLast().date().minusDays(STILL_OPEN_DAYS);
        all.stream().filter(it -> it.date().isAfter(late)).map(Contribution::id).forEach(open::add);
        for (var organisation : signedIn) {
            all.reversed().stream()
                    .filter(it -> it.receiver().equals(organisation))
                    .map(Contribution::id)
                    .findFirst()
                    .ifPresent(open::add);
        }
        return open;
    }

    private static int points(String effort) {
        return switch (effort) {
            case "small" -> 1;
            case "medium" -> 3;
            case "large" -> 5;
            case String other -> throw new IllegalArgumentException("effort: " + other);
        };
    }
}
