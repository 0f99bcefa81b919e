package org.wirknetz.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wirknetz.analysis.TieHistory.Member;
import org.wirknetz.analysis.TieHistory.Tie;

class HistoryTest {
    private static final LocalDate NEW_YEAR = LocalDate.of(2026, 1, 1);
    private final TieHistory history = TieHistory.of(
            List.of(
                    Member.always("Jobcenter"),
                    Member.always("Volkshochschule"),
                    new Member("Caritasverband", new Interval(NEW_YEAR, NEW_YEAR.plusYears(1)))),
            List.of(
                    new Tie("Jobcenter", "Volkshochschule", 2, "REFERRAL", false, Interval.ALWAYS),
                    new Tie("Volkshochschule", "Jobcenter", 1, "INFO", false, new Interval(null, NEW_YEAR)),
                    new Tie("Jobcenter", "Caritasverband", 1, "INFO", true, Interval.ALWAYS)));

    @Test
    void who_leaves_on_a_day_is_no_longer_there_on_it() {
        assertThat(history.asOf(NEW_YEAR.plusYears(1)).graph().keys()).containsExactly("Jobcenter", "Volkshochschule");
        assertThat(history.asOf(NEW_YEAR.plusYears(1).minusDays(1)).graph().size())
                .isEqualTo(3);
        assertThat(history.asOf(NEW_YEAR.minusDays(1)).graph().ties()).isEqualTo(2);
        assertThat(history.asOf(NEW_YEAR).graph().ties()).isEqualTo(3);
    }

    @Test
    void kinds_of_tie_are_measured_apart_or_together() {
        assertThat(history.layers()).containsExactly("INFO", "REFERRAL");
        assertThat(history.inLayers(Set.of("INFO")).graph().ties()).isEqualTo(3);
        assertThat(history.graph().undirected().strength(0, 1)).isEqualTo(3);
        assertThat(history.layersBetween("Volkshochschule", "Jobcenter")).containsExactly("INFO", "REFERRAL");
        assertThat(history.multiplexity()).hasValue(1.5);
        assertThat(history.amongMembers(key -> !key.equals("Jobcenter")).graph().ties())
                .isZero();
    }

    @Test
    void an_interval_that_ends_before_it_begins_is_refused() {
        assertThatExceptionOfType(RefusedInput.class)
                .isThrownBy(() -> new Interval(NEW_YEAR, NEW_YEAR.minusDays(1)))
                .withMessage("The interval of an entry ends on 2025-12-31, before it begins on 2026-01-01.");
    }

    @Test
    void a_group_keeps_its_number_while_its_members_come_and_go() {
        var labelled = PersistentLabels.carry(
                Map.of(0, List.of("a", "b", "c"), 4, List.of("d", "e", "f")),
                List.of(List.of("e", "f", "g"), List.of("x", "y"), List.of("a", "b"), List.of("d")));
        assertThat(labelled)
                .isEqualTo(
                        Map.of(4, List.of("e", "f", "g"), 0, List.of("a", "b"), 5, List.of("x", "y"), 6, List.of("d")));
    }

    @Test
    void the_number_of_a_group_that_vanished_is_not_given_again() {
        var first = PersistentLabels.carry(Map.of(), List.of(List.of("A", "B"), List.of("C", "D"), List.of("E", "F")));
        var second = PersistentLabels.carry(first, List.of(List.of("A", "B", "E", "F"), List.of("C", "D")), 3);
        assertThat(second.keySet()).containsExactly(0, 1);
        var third = PersistentLabels.carry(second, List.of(List.of("A", "B"), List.of("C", "D"), List.of("X", "Y")), 3);
        assertThat(third).containsEntry(3, List.of("X", "Y")).doesNotContainKey(2);
    }
}
