package org.wirknetz.demo;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
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

    /// What partners need, offer and stand for, and the words of the field they say it in.
    void writeListings() {
        var slug = rows.network().slug();
        var told = DataFile.rows(slug + "/listings.csv");
        if (told.isEmpty()) return;
        rows.into("exchange.term", terms(slug), Function.identity());
        var number = new AtomicInteger();
        rows.into(
                "exchange.listing",
                told,
                it -> new Cells()
                        .with("id", Setting.id(slug, "listing", String.valueOf(number.incrementAndGet())))
                        .with("organisation", ids.organisation(it.text("organisation")))
                        .with("sort", it.text("sort"))
                        .with("title", it.text("title"))
                        .with("details", "")
                        .with("topics", it.text("topics"))
                        .with("amount", it.textOrNull("amount"))
                        .with("unit", it.text("unit"))
                        .with("area", ids.areaOrNull(it.textOrNull("area")))
                        .with("valid_from", it.textOrNull("from"))
                        .with("valid_to", it.textOrNull("to"))
                        .with("visibility", it.text("visibility"))
                        .with("stance", it.text("stance"))
                        .with("version", 1)
                        .with("created_at", "2026-11-02"));
    }

    private static List<Cells> terms(String slug) {
        return DataFile.rows("terms.csv").stream()
                .map(it -> new Cells()
                        .with("id", Setting.id(slug, "term", it.text("label")))
                        .with("label", it.text("label"))
                        .with("synonyms", it.text("synonyms"))
                        .with("broader", it.empty("broader") ? null : Setting.id(slug, "term", it.text("broader")))
                        .with("scheme", it.text("scheme"))
                        .with("code", it.text("code"))
                        .with("version", 1))
                .toList();
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
