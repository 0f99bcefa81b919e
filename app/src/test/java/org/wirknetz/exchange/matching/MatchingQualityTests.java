package org.wirknetz.exchange.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wirknetz.RoomTest;
import org.wirknetz.exchange.matching.LabelledPairs.Quality;

/// Whether the matcher is clearly ahead of plain full-text search, on pairs it was not tuned with. Prints both.
@RoomTest
class MatchingQualityTests {

    private static LabelledPairs pairs;
    private static Shelf shelf;
    private static final HashMap<UUID, String> OFFERS = new HashMap<>();

    @Autowired
    JdbcClient db;

    @BeforeAll
    static void put_the_offers_on_the_shelf() throws IOException {
        pairs = LabelledPairs.read();
        shelf = new Shelf(LabelledPairs.thesaurus(), List.of());
        for (var offer : pairs.offers()) {
            var id = UUID.nameUUIDFromBytes(offer.getBytes(StandardCharsets.UTF_8));
            OFFERS.put(id, offer);
            shelf.put(id, offer);
        }
    }

    @Test
    void there_are_enough_pairs_and_no_need_is_in_both_halves() {
        assertThat(pairs.pairs()).hasSizeGreaterThanOrEqualTo(150);
        var tune = new HashSet<String>();
        var test = new HashSet<String>();
        pairs.pairs().forEach(it -> (it.split().equals("tune") ? tune : test).add(it.need()));
        assertThat(tune).doesNotContainAnyElementsOf(test);
        assertThat(pairs.pairs()).filteredOn(it -> it.label() == 0).hasSizeGreaterThan(60);
    }

    @Test
    void it_is_clearly_ahead_of_full_text_search() {
        for (var split : List.of("tune", "test")) {
            var ours = pairs.measure(split, this::ours);
            var theirs = pairs.measure(split, this::fullText);
            System.out.println("matching, " + split + ", ours:                 " + ours);
            System.out.println("matching, " + split + ", PostgreSQL full text: " + theirs);
            assertAhead(ours, theirs);
        }
    }

    private static void assertAhead(Quality ours, Quality theirs) {
        assertThat(ours.precision()).as("precision@5").isGreaterThan(theirs.precision() * 1.3);
        assertThat(ours.recall()).as("recall@5").isGreaterThan(theirs.recall() * 1.3);
    }

    private List<String> ours(String need) {
        return shelf.find(need, OFFERS.keySet(), Matches.AT_LEAST).stream()
                .map(it -> OFFERS.getOrDefault(it.id(), ""))
                .toList();
    }

    /// Any word of the need may be met, ranked by PostgreSQL: kinder to it than asking for all words.
    private List<String> fullText(String need) {
        return db.sql("""
                        select offer from unnest(cast(:offers as text[])) as offer,
                               (select replace(plainto_tsquery('german', :need)::text, '&', '|')::tsquery as wish) asked
                         where to_tsvector('german', offer) @@ wish
                         order by ts_rank(to_tsvector('german', offer), wish) desc, offer limit 5
                        """)
                .param("offers", pairs.offers().toArray(String[]::new))
                .param("need", need)
                .query(String.class)
                .list();
    }
}
