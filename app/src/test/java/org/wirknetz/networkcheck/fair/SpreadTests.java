package org.wirknetz.networkcheck.fair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What may be told outside of how something was spread: kinds of partners, none so small that one partner could
/// be
/// meant.
class SpreadTests {

    private final Map<UUID, String> groups = new LinkedHashMap<>();
    private final Map<UUID, Integer> given = new HashMap<>();
    private final Map<UUID, Double> alike = new LinkedHashMap<>();

    /// Partners of a group, each with what it was given.
    private void group(String key, int... cases) {
        for (int one : cases) {
            var id = UUID.randomUUID();
            groups.put(id, key);
            alike.put(id, 1.0);
            if (one > 0) given.put(id, one);
        }
    }

    private Spread spread() {
        return Spread.of("introductions", given, alike, groups::get, true);
    }

    @Test
    void twenty_of_thirty_to_six_of_fourteen_partners_are_more_than_chance_explains() {
        group("TRAEGER", 10, 10, 0, 0, 0, 0);
        group("BETRIEB", 10, 0, 0, 0, 0, 0, 0, 0);
        var spread = spread();
        assertThat(spread.cases()).isEqualTo(30);
        assertThat(spread.eligible()).isEqualTo(14);
        assertThat(spread.lines()).extracting(Spread.Line::key).containsExactly("TRAEGER", "BETRIEB");
        var first = spread.lines().getFirst();
        assertThat(first.expected()).isCloseTo(12.857, within(0.001));
        assertThat(first.chance()).isCloseTo(0.0096, within(0.0005));
        assertThat(first.differs()).isTrue();
        assertThat(spread.chance()).isCloseTo(0.0084, within(0.0005));
    }

    /// Two chambers would be as good as named; with the companies they are ten.
    @Test
    void a_group_of_few_partners_joins_the_smallest_of_the_others_so_that_nothing_is_left_by_subtraction() {
        group("TRAEGER", 5, 5, 5, 0, 0, 0);
        group("VEREIN", 3, 3, 3, 1, 0);
        group("BETRIEB", 2, 2, 2, 0, 0, 0, 0, 0);
        group("KAMMER", 2, 2);
        var spread = spread();
        assertThat(spread.lines()).extracting(Spread.Line::key).containsExactly("TRAEGER", "VEREIN", Spread.OTHERS);
        var others = spread.lines().getLast();
        assertThat(others.partners()).isEqualTo(10);
        assertThat(others.cases()).isEqualTo(10);
    }

    @Test
    void a_group_that_was_given_little_stands_with_the_others() {
        group("TRAEGER", 5, 5, 5, 0, 0, 0);
        group("VEREIN", 3, 3, 3, 1, 0);
        group("BETRIEB", 1, 0, 0, 0, 0, 0);
        assertThat(spread().lines()).extracting(Spread.Line::key).containsExactly("TRAEGER", Spread.OTHERS);
    }

    @Test
    void nothing_is_told_of_fewer_than_five_partners_or_cases() {
        group("TRAEGER", 9, 9, 9, 9);
        assertThat(spread()).isEqualTo(new Spread("introductions", null, null, null, null, java.util.List.of()));
        group("TRAEGER", 0);
        assertThat(spread().cases()).isEqualTo(36);
        assertThat(spread().lines()).as("one line alone says what all say").isEmpty();
        given.clear();
        group("VEREIN", 4, 0, 0, 0, 0);
        assertThat(spread().cases()).isNull();
    }

    @Test
    void below_twenty_cases_nothing_is_said_of_chance() {
        group("TRAEGER", 14, 0, 0, 0, 0);
        group("VEREIN", 5, 0, 0, 0, 0);
        assertThat(spread().lines())
                .hasSize(2)
                .allSatisfy(it -> assertThat(it.chance()).isNull());
        assertThat(spread().chance()).isNull();
    }

    /// Four without would be four named by everybody who knows whom they met.
    @Test
    void how_many_were_left_out_is_told_only_of_five_or_more_or_of_nobody() {
        group("TRAEGER", 5, 5, 5, 5, 5, 5, 5, 0, 0, 0, 0);
        assertThat(spread().without()).isNull();
        group("VEREIN", 0, 5, 5, 5, 5);
        assertThat(spread().without()).isEqualTo(5);
    }
}
