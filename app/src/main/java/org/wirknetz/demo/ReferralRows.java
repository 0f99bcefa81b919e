package org.wirknetz.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wirknetz.demo.Rows.Cells;

/// Whom the office of one demo network introduced to whom: those who looked for a place to those who offer one (S7).
/// Of 52
/// introductions 31 went to the host of the office, whose places are 35 of a hundred.
final class ReferralRows {

    private static final long SEED = 20_260_108L;
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate LAST = LocalDate.of(2026, 11, 12);

    private final Rows rows;
    private final DirectoryIds ids;
    private final List<Row> stories;
    private final Draw draw = new Draw(SEED);

    ReferralRows(Rows rows, DirectoryIds ids) {
        this.rows = rows;
        this.ids = ids;
        this.stories = DataFile.rows(rows.network().slug() + "/stories.csv");
    }

    private record Need(UUID id, Row told, LocalDate since) {}

    private record Introduction(
            Need need,
            Row place,
            LocalDate sent,
            String state,
            @Nullable LocalDate settled) {

        UUID id(DirectoryIds ids) {
            return ids.row("introduction/" + need.id() + "/" + place.text("organisation"));
        }
    }

    void write() {
        var from = value("S7", "from");
        if (from == null) return;
        var slug = rows.network().slug();
        var places = DataFile.rows(slug + "/places.csv");
        var needs = needs(DataFile.rows(slug + "/referral-needs.csv"), LocalDate.parse(from));
        var introductions = introductions(needs, places);
        rows.into(
                "exchange.listing",
                places,
                it -> listing(it, place(it), "OFFER", "2026-01-01", "2027-01-01")
                        .with("area", ids.areaOrNull(it.textOrNull("area"))));
        rows.into(
                "exchange.listing",
                needs,
                it -> listing(
                                it.told(),
                                it.id(),
                                "NEED",
                                it.since().toString(),
                                it.since().plusDays(45).toString())
                        .with("area", null));
        rows.into("exchange.introduction", introductions, this::introduction);
        rows.into(
                "exchange.suggestion_answer",
                introductions.stream().filter(it -> it.state().equals("HELPED")).toList(),
                it -> new Cells()
                        .with("id", ids.row("no-favour/" + it.id(ids)))
                        .with("source", "exchange.introduction")
                        .with("record", it.id(ids))
                        .with("giver", ids.organisation(it.place().text("organisation")))
                        .with("receiver", ids.organisation(it.need().told().text("organisation")))
                        .with("recorded", false)
                        .with("answered_at", it.settled()));
    }

    private @Nullable String value(String story, String name) {
        return stories.stream()
                .filter(it -> it.text("story").equals(story) && it.text("name").equals(name))
                .map(it -> it.text("value"))
                .findFirst()
                .orElse(null);
    }

    private UUID place(Row told) {
        return ids.row("places/" + told.text("organisation"));
    }

    private List<Need> needs(List<Row> told, LocalDate from) {
        return told.stream()
                .map(it -> new Need(ids.row("referral-need/" + it.text("title")), it, draw.day(from, LAST)))
                .toList();
    }

    /// Each need goes to the place with the most referrals first; who is left, and some of them a second time, to the
    /// others.
    private List<Introduction> introductions(List<Need> needs, List<Row> places) {
        var found = new ArrayList<Introduction>();
        var most = places.getFirst();
        int first = most.whole("referrals");
        needs.subList(0, first).forEach(it -> found.add(introduced(it, most)));
        int at = first;
        for (var place : places.subList(1, places.size()))
            for (int n = 0; n < place.whole("referrals"); n++)
                found.add(introduced(needs.get(at++ % needs.size()), place));
        return found;
    }

    /// Between the closing alliance (S1) and others nothing comes of it.
    private Introduction introduced(Need need, Row place) {
        var alliance = value("S1", "alliance");
        boolean apart = alliance != null && List.of(alliance.split("\\|")).contains(place.text("organisation"));
        boolean helped = draw.chance(0.7) && !apart;
        var sent = need.since().plusDays(draw.between(1, 10));
        var settled = sent.plusDays(draw.between(14, 40));
        return settled.isBefore(TODAY)
                ? new Introduction(need, place, sent, helped ? "HELPED" : "NOTHING", settled)
                : new Introduction(need, place, sent, "SENT", null);
    }

    private Cells listing(Row told, UUID id, String sort, String from, String to) {
        return new Cells()
                .with("id", id)
                .with("organisation", ids.organisation(told.text("organisation")))
                .with("sort", sort)
                .with("title", told.text("title"))
                .with("details", "")
                .with("topics", told.text("topics"))
                .with("amount", told.text("amount"))
                .with("unit", "Plätze")
                .with("valid_from", from)
                .with("valid_to", to)
                .with("visibility", "NETWORK")
                .with("stance", "FOR")
                .with("version", 1)
                .with("created_at", from);
    }

    private Cells introduction(Introduction it) {
        var asked = it.need().told().text("title");
        return new Cells()
                .with("id", it.id(ids))
                .with("need", it.need().id())
                .with("offer", place(it.place()))
                .with("asker", ids.organisation(it.need().told().text("organisation")))
                .with("helper", ids.organisation(it.place().text("organisation")))
                .with("state", it.state())
                .with("subject", "Bitte miteinander sprechen: " + asked)
                .with(
                        "body",
                        "Guten Tag,\n\ngesucht wird: " + asked + ".\nAngeboten wird: "
                                + it.place().text("title")
                                + ".\n\nBitte klären Sie Beginn und Platz unmittelbar miteinander.\n")
                .with("sent_at", it.sent())
                .with("outcome_on", it.settled())
                .with("version", 1)
                .with("created_at", it.sent());
    }
}
