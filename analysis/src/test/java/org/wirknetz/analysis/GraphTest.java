package org.wirknetz.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.wirknetz.analysis.RefusedInput.Reason;

class GraphTest {

    @Test
    void an_unknown_organisation_is_refused_with_a_sentence() {
        assertThatExceptionOfType(RefusedInput.class)
                .isThrownBy(() -> Graph.builder().node("Jobcenter").tie("Jobcenter", "Volkshochschule"))
                .withMessage("The tie from \"Jobcenter\" to \"Volkshochschule\" names \"Volkshochschule\", "
                        + "which is not among the nodes.")
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.UNKNOWN_NODE))
                .satisfies(refused -> assertThat(refused.values())
                        .containsExactly("Jobcenter", "Volkshochschule", "Volkshochschule"));
    }

    @Test
    void an_organisation_listed_twice_is_refused() {
        refused(Reason.REPEATED_NODE, () -> Graph.builder().nodes("Jobcenter", "Jobcenter"));
        refused(Reason.BLANK_KEY, () -> Graph.builder().node(" "));
    }

    @Test
    void a_tie_to_oneself_is_refused() {
        refused(Reason.LOOP, () -> Graph.builder().node("Jobcenter").tie("Jobcenter", "Jobcenter"));
        refused(Reason.LOOP, () -> Graph.ofArcs(2, new int[] {1}, new int[] {1}));
    }

    @Test
    void a_strength_that_is_no_number_above_zero_is_refused() {
        for (double strength : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
            refused(Reason.BAD_STRENGTH, () -> Graph.builder().nodes("a", "b").tie("a", "b", strength));
    }

    @Test
    void a_tie_given_twice_is_added_up_or_refused_as_asked() {
        var graph =
                Graph.builder().nodes("a", "b").tie("a", "b").tie("a", "b", 2).build();
        assertThat(graph.ties()).isEqualTo(1);
        assertThat(graph.strength(0, 1)).isEqualTo(3);
        refused(
                Reason.REPEATED_TIE,
                () -> Graph.builder()
                        .nodes("a", "b")
                        .refusingRepeatedTies()
                        .tie("a", "b")
                        .tie("a", "b")
                        .build());
    }

    @Test
    void the_undirected_view_has_a_tie_for_either_direction() {
        var graph = Graph.builder()
                .nodes("a", "b", "c")
                .mutual("a", "b")
                .tie("c", "a")
                .build();
        assertThat(graph.ties()).isEqualTo(3);
        assertThat(graph.hasTie(0, 2)).isFalse();
        var either = graph.undirected();
        assertThat(either.ties()).isEqualTo(2);
        assertThat(either.neighbours(0)).containsExactly(1, 2);
        assertThat(either.strength(1, 0)).isEqualTo(2);
        assertThat(either.strength(0, 2)).isEqualTo(1);
        assertThat(either.undirected()).isSameAs(either);
    }

    @Test
    void a_part_keeps_its_keys_and_ties() {
        var part = M8.ties().without(java.util.List.of("A"));
        assertThat(part.keys()).containsExactly("B", "C", "D", "E", "F", "G", "H");
        assertThat(part.ties()).isEqualTo(4);
        assertThat(part.hasTie(part.node("F"), part.node("G"))).isTrue();
        refused(Reason.NOT_A_NODE, () -> part.node("A"));
    }

    @Test
    void numbered_nodes_are_found_by_their_number() {
        var graph = Graph.ofEdges(3, new int[] {0, 1}, new int[] {1, 0});
        assertThat(graph.ties()).isEqualTo(1);
        assertThat(graph.find("2")).hasValue(2);
        assertThat(graph.find("3")).isEmpty();
        assertThat(graph.find("02")).isEmpty();
        refused(Reason.UNKNOWN_NODE, () -> Graph.ofArcs(2, new int[] {0}, new int[] {2}));
    }

    private static void refused(Reason reason, Runnable attempt) {
        assertThatExceptionOfType(RefusedInput.class)
                .isThrownBy(attempt::run)
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(reason));
    }
}
