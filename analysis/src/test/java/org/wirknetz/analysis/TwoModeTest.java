package org.wirknetz.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.wirknetz.analysis.TwoMode.Attendance;

/// Davis' Southern women, and the projection of shared events.
class TwoModeTest {
    private static TwoMode southernWomen() {
        var nodes = Reference.rows("davis-southern-women.nodes.csv");
        Function<String, List<String>> mode = name -> nodes.stream()
                .filter(row -> row[1].equals(name))
                .map(row -> row[0])
                .toList();
        return TwoMode.of(
                mode.apply("woman"),
                mode.apply("event"),
                Reference.rows("davis-southern-women.ties.csv").stream()
                        .map(row -> new Attendance(row[0], row[1]))
                        .toList());
    }

    @Test
    void every_two_mode_value_is_met() {
        var davis = southernWomen();
        var nodes = ReferenceTest.view("davis-southern-women", "davis-southern-women/two-mode")
                .get("nodes");
        assertThat(davis.attendances()).isEqualTo(89);
        assertThat(davis.density().orElseThrow()).isCloseTo(0.353175, within(Reference.TOLERANCE));
        ReferenceTest.compareNodes(
                "degree", nodes.get("degreeTwoMode").get("values"), davis.graph(), davis.degree()::of);
        ReferenceTest.compareNodes(
                "closeness", nodes.get("closenessTwoMode").get("values"), davis.graph(), davis.closeness()::of);
        ReferenceTest.compareNodes(
                "betweenness", nodes.get("betweennessTwoMode").get("values"), davis.graph(), davis.betweenness()::of);
    }

    @Test
    void every_value_of_the_projection_is_met() {
        ReferenceTest.compare(
                southernWomen().projection(),
                ReferenceTest.view("davis-southern-women", "davis-southern-women/women-projection"));
    }

    @Test
    void sharing_an_event_with_many_ties_little_to_each() {
        var meetings = TwoMode.of(
                List.of("Jobcenter", "Volkshochschule", "Caritasverband"),
                List.of("Plenum", "Arbeitsgruppe", "Einzeltermin"),
                List.of(
                        new Attendance("Jobcenter", "Plenum"),
                        new Attendance("Volkshochschule", "Plenum"),
                        new Attendance("Caritasverband", "Plenum"),
                        new Attendance("Jobcenter", "Arbeitsgruppe"),
                        new Attendance("Volkshochschule", "Arbeitsgruppe"),
                        new Attendance("Volkshochschule", "Arbeitsgruppe"),
                        new Attendance("Jobcenter", "Einzeltermin")));
        var projection = meetings.projection();
        assertThat(projection.strength(0, 1)).isEqualTo(1.5);
        assertThat(projection.strength(0, 2)).isEqualTo(0.5);
        assertThat(meetings.at("Arbeitsgruppe")).containsExactly("Jobcenter", "Volkshochschule");
        assertThatExceptionOfType(RefusedInput.class)
                .isThrownBy(() -> TwoMode.of(List.of("a"), List.of("e"), List.of(new Attendance("e", "a"))));
    }
}
