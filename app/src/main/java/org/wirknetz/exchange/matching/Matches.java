package org.wirknetz.exchange.matching;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wirknetz.exchange.Decay;
import org.wirknetz.exchange.Flow;
import org.wirknetz.platform.Scope;

/// Who could help whom, with reasons: words first, then place, time, capacity, what is known between the two, and who
/// could give something back.
@Component
public class Matches {

    /// Below this a proposal would be a guess.
    public static final double AT_LEAST = 0.17;

    private static final int CONSIDERED = 60;
    private static final List<String> OFFERS = List.of("OFFER", "RESOURCE", "COMPETENCE");
    private static final List<String> NEEDS = List.of("NEED");
    private static final List<String> INTERESTS = List.of("INTEREST");

    private final JdbcClient db;
    private final Shelves shelves;
    private final Clock clock;

    Matches(JdbcClient db, Shelves shelves, Clock clock) {
        this.db = db;
        this.shelves = shelves;
        this.clock = clock;
    }

    /// For a need the offers of others that meet it, for an offer the needs it meets, for an interest similar ones; the
    /// best
    /// first.
    public List<Match> of(UUID listing, int most) {
        var wish = shelves.one(listing);
        var sorts = wish.sort().equals("NEED") ? OFFERS : wish.sort().equals("INTEREST") ? INTERESTS : NEEDS;
        return find(wish, wish.text(), sorts, most);
    }

    /// Offers that meet a question in a person's words.
    public List<Match> asked(String words, int most) {
        return find(null, words, OFFERS, most);
    }

    /// Who has all of it: alone, or two or three together. Empty where only one thing is asked for.
    public List<Together> together(Ask ask, int most) {
        var found = ask.clauses().stream().map(it -> asked(it, CONSIDERED)).toList();
        return Together.of(found, most);
    }

    private List<Match> find(@Nullable Shelved wish, String words, List<String> sorts, int most) {
        record Candidate(Shelved listing, Relevance relevance) {}
        var candidates = shelves.open(sorts, LocalDate.now(clock), (shelf, open) -> {
            var near = new ArrayList<Candidate>();
            for (var found : shelf.find(words, open.visible(), AT_LEAST)) {
                var listing = open.listings().get(found.id());
                if (listing == null) continue;
                if (wish != null && (listing.organisation().equals(wish.organisation()) || !listing.meets(wish)))
                    continue;
                near.add(new Candidate(listing, found.relevance()));
                if (near.size() == CONSIDERED) break;
            }
            return near;
        });
        if (candidates.isEmpty()) return List.of();
        var between = wish == null ? Map.<UUID, Between>of() : between(wish.organisation());
        var areas = areas();
        var names = names(candidates.stream()
                .map(it -> it.listing().organisation())
                .distinct()
                .toList());
        return candidates.stream()
                .map(it -> {
                    var judged = Circumstances.of(
                            wish,
                            it.listing(),
                            it.relevance(),
                            between.get(it.listing().organisation()),
                            areas);
                    return new Match(
                            it.listing().id(),
                            it.listing().sort(),
                            it.listing().title(),
                            it.listing().organisation(),
                            names.getOrDefault(it.listing().organisation(), ""),
                            judged.score(),
                            judged.reasons());
                })
                .sorted(Comparator.comparingDouble((Match it) -> -it.score()).thenComparing(Match::listing))
                .limit(most)
                .toList();
    }

    /// @param given from the one who wishes to the other
    record Between(int times, double given, double received) {}

    /// Only what the policy of the table shows to the one who asks.
    private Map<UUID, Between> between(UUID organisation) {
        var between = new HashMap<UUID, Between>();
        for (var flow : Flow.of(db, Decay.FADING, LocalDate.now(clock), organisation)) {
            boolean out = flow.giver().equals(organisation);
            between.merge(
                    out ? flow.receiver() : flow.giver(),
                    new Between(flow.times(), out ? flow.weight() : 0, out ? 0 : flow.weight()),
                    (one, other) -> new Between(
                            one.times() + other.times(),
                            one.given() + other.given(),
                            one.received() + other.received()));
        }
        return between;
    }

    private Map<UUID, Circumstances.Area> areas() {
        var areas = new HashMap<UUID, Circumstances.Area>();
        db.sql("select id, name, parent from directory.area_card where network = ?")
                .param(Scope.current().requireNetwork().value())
                .query(row -> {
                    areas.put(
                            row.getObject("id", UUID.class),
                            new Circumstances.Area(row.getString("name"), row.getObject("parent", UUID.class)));
                });
        return areas;
    }

    private Map<UUID, String> names(List<UUID> organisations) {
        var names = new HashMap<UUID, String>();
        db.sql("select id, name from directory.organisation_card where network = :network and id in (:organisations)")
                .param("network", Scope.current().requireNetwork().value())
                .param("organisations", organisations)
                .query(row -> {
                    names.put(row.getObject("id", UUID.class), row.getString("name"));
                });
        return names;
    }
}
