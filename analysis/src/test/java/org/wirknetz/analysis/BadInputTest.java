package org.wirknetz.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirknetz.analysis.layout.Layout;
import org.wirknetz.analysis.layout.Point;

/// What cannot be measured is refused with a sentence: no number out of nowhere, no exception from inside.
class BadInputTest {
    private final Graph pair = Graph.builder()
            .nodes("Jobcenter", "Volkshochschule")
            .tie("Jobcenter", "Volkshochschule")
            .build();

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.0, -1, Double.MIN_VALUE, 1e-101, 1e101, Double.MAX_VALUE, Double.NaN})
    void a_strength_that_could_not_be_added_up(double strength) {
        assertThatExceptionOfType(RefusedInput.class)
                .isThrownBy(() -> Graph.builder().nodes("A", "B").tie("A", "B", strength))
                .withMessage(
                        "The tie from \"A\" to \"B\" has the strength %s; a strength is a number from 1e-100 to"
                                + " 1e100.",
                        strength);
    }

    @Test
    void the_largest_and_the_smallest_strengths_keep_every_sum_finite() {
        for (double strength : new double[] {1e-100, 1e100}) {
            var graph = Graph.builder()
                    .nodes("A", "B", "C")
                    .tie("A", "B", strength)
                    .tie("A", "B", strength)
                    .tie("B", "A", strength)
                    .tie("B", "C", strength)
                    .tie("C", "A", strength)
                    .build();
            assertThat(Reciprocity.of(graph).weighted().orElseThrow()).isFinite();
            assertThat(Constraint.byStrength(graph).values().byKey().values())
                    .hasSize(3)
                    .allMatch(Double::isFinite);
            var paths = WeightedPaths.of(graph);
            assertThat(paths.meanLength().orElseThrow()).isFinite().isPositive();
            assertThat(paths.harmonic().byKey().values()).allMatch(it -> Double.isFinite(it) && it > 0);
        }
    }

    @Test
    void amounts_beyond_all_sums() {
        refused(() -> Inequality.of(1e308, 1e308), "An amount is 1.0E308; it must be between 0 and 1.0E100.");
        refused(() -> new Funding.Source("ESF", 1e308, true, null), "The amount of ESF is 1.0E308");
        refused(() -> new Favours.Favour("A", "B", 1e308, true, null), "1.0E308");
        refused(() -> new Completeness.Target("Kammer", 1e308, 1, 0), "The weight of Kammer is 1.0E308");
        refused(() -> new Runway(List.of(1e308), List.of(1.0)), "An amount is 1.0E308");
        assertThat(Inequality.of(1e100, 1e100, 0).gini().orElseThrow()).isFinite();
    }

    @Test
    void a_partition_of_another_network() {
        var partition = Partition.ofGroup(M8.ties(), List.of("F", "G", "H"));
        var others = M8.ties().without(M8.ties().node("A"));
        var sentence = "The partition has 8 nodes and the network 7; it is a partition of another network.";
        refused(() -> Modularity.of(others, partition), sentence);
        refused(() -> ExternalInternal.of(others, partition), sentence);
        refused(() -> ExternalInternal.ofEach(others, partition), sentence);
        refused(() -> Brokerage.of(others, partition), sentence);
        refused(() -> AdjustedRand.between(Partition.ofGroup(others, List.of("F")), partition), "8 nodes");
    }

    @Test
    void shares_and_parts_that_are_none() {
        refused(() -> SizeGate.of(10, Double.NaN), "The share who answered is NaN; it must be between 0 and 1.");
        refused(() -> SizeGate.of(10, 7), "between 0 and 1");
        refused(() -> SizeGate.of(30).ratio(SizeGate.Kind.INDEX, 7, 5), "A part is 7; it must be between 0 and 5.");
        refused(
                () -> SizeGate.of(30).index(SizeGate.Kind.INDEX, OptionalDouble.of(Double.POSITIVE_INFINITY)),
                "An index is Infinity");
        refused(() -> Wilson.interval(0, -1), "The number of cases is -1; it must be a finite number of at least 0.");
        refused(() -> InformationReach.of(-1), "The number of people addressed is -1");
        refused(() -> new Turnover(Long.MAX_VALUE, 5, 3), "The number of entries is 5; it must be between 0 and 0.");
    }

    @Test
    void answers_of_the_silent_and_too_few_draws() {
        refused(
                () -> Survey.of(pair, List.of("Volkshochschule")),
                "\"Jobcenter\" is not among those who answered, but names 1 others.");
        var survey = Survey.of(pair, List.of("Jobcenter"));
        refused(() -> survey.plausible(Density::of, -1, 1, Effort.threads(1)), "The number of draws is -1");
        assertThat(Survey.of(Graph.builder().node("Jobcenter").build(), List.of())
                        .densityBounds())
                .isEmpty();
    }

    @Test
    void a_measure_with_too_few_values_and_values_that_are_undefined() {
        refused(
                () -> RankBands.withoutEachTie(pair, graph -> new double[0], Effort.threads(1)),
                "The number of values is 0; it must be between 2 and 2.");
        var graph = Graph.builder().nodes("A", "B", "C").tie("A", "B").build();
        var bands = RankBands.withoutEachTie(
                graph, it -> new double[] {it.degree(0), it.degree(1), Double.NaN}, Effort.threads(1));
        assertThat(bands.getLast()).isEqualTo(new RankBands.Band("C", 3, 3, 3));
    }

    @Test
    void actors_and_events_are_told_apart() {
        var actors = List.of("Aylin");
        var events = List.of("Plenum");
        refused(
                () -> TwoMode.of(actors, events, List.of(new TwoMode.Attendance("Plenum", "Aylin"))),
                "\"Plenum\" is not among the actors.");
        refused(
                () -> TwoMode.of(actors, events, List.of(new TwoMode.Attendance("Aylin", "Klausur"))),
                "\"Klausur\" is not among the events.");
    }

    @Test
    void positions_off_every_map() {
        refused(
                () -> Layout.after(Map.of("A", new Point(1e300, 0.5)), M8.ties()),
                "The position of A is 1.0E300; it must be between -1000000.0 and 1000000.0.");
        refused(() -> Layout.after(Map.of("A", new Point(0, Double.NaN)), M8.ties()), "The position of A is NaN");
        var far = Layout.after(Map.of("A", new Point(1e6, -1e6), "H", new Point(-1e6, 1e6)), M8.ties());
        assertThat(far.byKey().values())
                .allMatch(point -> point.x() >= 0 && point.x() <= 1 && point.y() >= 0 && point.y() <= Layout.HEIGHT);
    }

    @Test
    void node_numbers_that_would_need_more_room_than_the_text_is_worth() {
        refused(
                () -> EdgeList.parse("0 2000000000\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII)),
                "The largest node number is 2000000000; it must be between 0 and 20000020.");
        refused(
                () -> Graph.ofArcs(Integer.MAX_VALUE, new int[] {0}, new int[] {1}),
                "The number of nodes is 2147483647; it must be between 0 and 1000000000.");
        var blanks = EdgeList.parse("0 1 \n1,2\t\n2 3  ".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        assertThat(blanks.size()).isEqualTo(4);
        assertThat(blanks.ties()).isEqualTo(3);
    }

    private static void refused(ThrowingCallable attempt, String sentence) {
        assertThatExceptionOfType(RefusedInput.class).isThrownBy(attempt).withMessageContaining(sentence);
    }
}
