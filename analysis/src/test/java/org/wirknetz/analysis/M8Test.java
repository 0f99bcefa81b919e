package org.wirknetz.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/// The worked examples of the golden fixture.
class M8Test {
    private static final Offset<Double> EXACT = within(1e-12);
    private static final Offset<Double> PRINTED = within(0.0005);
    private final Graph ties = M8.ties();

    @Test
    void ways_are_short() {
        var paths = ShortestPaths.of(ties);
        assertThat(java.util.stream.IntStream.range(0, 8).mapToLong(paths::sumOfDistances))
                .containsExactly(10L, 15L, 15L, 15L, 15L, 12L, 16L, 22L);
        assertThat(java.util.stream.IntStream.rangeClosed(1, 5).mapToLong(paths::pairsAt))
                .containsExactly(9L, 10L, 5L, 4L, 0L);
        assertThat(paths.totalLength()).isEqualTo(60);
        assertThat(paths.reachablePairs()).isEqualTo(28);
        assertThat(paths.meanLength().orElseThrow()).isCloseTo(60.0 / 28, EXACT);
        assertThat(paths.diameter()).hasValue(4);
        assertThat(paths.pairsWithin(2)).isEqualTo(19);
        assertThat(paths.efficiency().orElseThrow()).isCloseTo((9 + 5 + 5 / 3.0 + 1) / 28, EXACT);
    }

    @Test
    void the_introduction_from_the_migrants_organisation_to_the_chamber_leads_over_three() {
        assertThat(Distances.from(ties, "H").wayTo("E")).containsExactly("H", "G", "F", "A", "E");
    }

    @Test
    void the_office_stands_between() {
        assertThat(Degrees.of(ties).toArray()).containsExactly(5, 2, 2, 2, 2, 2, 2, 1);
        var betweenness = Betweenness.of(ties);
        assertThat(betweenness.toArray()).containsExactly(new double[] {16, 0, 0, 0, 0, 10, 6, 0}, EXACT);
        assertThat(betweenness.centralisation().orElseThrow()).isCloseTo(96 / 147.0, EXACT);
        assertThat(Degrees.of(ties).centralisation().orElseThrow()).isCloseTo(22 / 42.0, EXACT);
        assertThat(Degrees.of(ties.without(0)).centralisation().orElseThrow()).isCloseTo(6 / 30.0, EXACT);
        var dependency = Dependency.on(ties, "A");
        assertThat(dependency.with().orElseThrow()).isCloseTo(0.516, PRINTED);
        assertThat(dependency.without().orElseThrow()).isCloseTo(0.214, PRINTED);
        assertThat(dependency.loss().orElseThrow()).isCloseTo(0.58, within(0.005));
    }

    @Test
    void partners_bind_whom_they_surround() {
        assertThat(Constraint.of(ties).values().toArray(-1))
                .containsExactly(new double[] {0.400, 0.9225, 0.9225, 0.9225, 0.9225, 0.500, 0.500, 1.000}, PRINTED);
        assertThat(Triangles.of(ties).count()).isEqualTo(2);
        assertThat(Triangles.of(ties).transitivity()).hasValue(0.375);
    }

    @Test
    void three_organisations_and_three_ties_hold_it_together() {
        var cuts = CutPoints.of(ties);
        assertThat(cuts.nodes()).containsExactly("A", "F", "G");
        assertThat(cuts.bridges())
                .containsExactly(
                        new CutPoints.Bridge("A", "F"), new CutPoints.Bridge("F", "G"), new CutPoints.Bridge("G", "H"));
        assertThat(Components.of(ties).fragmentation()).hasValue(0);
        var broken = Graph.builder()
                .nodes(ties.keys())
                .tie("A", "B")
                .tie("A", "C")
                .tie("A", "D")
                .tie("A", "E")
                .tie("B", "C")
                .tie("D", "E")
                .tie("F", "G")
                .tie("G", "H")
                .build();
        assertThat(Components.of(broken).members())
                .containsExactly(List.of("A", "B", "C", "D", "E"), List.of("F", "G", "H"));
        assertThat(Components.of(broken).fragmentation().orElseThrow()).isCloseTo(1 - 26 / 56.0, EXACT);
        assertThat(Components.of(ties.without(0)).fragmentation().orElseThrow()).isCloseTo(1 - 10 / 42.0, EXACT);
    }

    @Test
    void the_providers_and_the_migrants_organisation_keep_to_themselves() {
        var closed = Set.of("F", "G", "H");
        var partition = Partition.ofGroup(ties, closed);
        var network = ExternalInternal.of(ties, partition);
        assertThat(network).isEqualTo(new ExternalInternal(1, 8));
        assertThat(network.index().orElseThrow()).isCloseTo(-7 / 9.0, EXACT);
        var group = ExternalInternal.ofGroup(ties, closed);
        assertThat(group).isEqualTo(new ExternalInternal(1, 2));
        assertThat(group.index().orElseThrow()).isCloseTo(-1 / 3.0, EXACT);
        assertThat(ExternalInternal.ofEach(ties, partition))
                .containsExactly(new ExternalInternal(1, 6), new ExternalInternal(1, 2));
        assertThat(Modularity.of(ties, partition).orElseThrow()).isCloseTo(0.290, PRINTED);
    }

    @Test
    void communities_are_found_the_same_way_every_time() {
        var found = Communities.of(ties, 7);
        assertThat(found.modularity().orElseThrow()).isGreaterThanOrEqualTo(0.290);
        assertThat(Communities.of(ties, 7).members()).isEqualTo(found.members());
        assertThat(found.modularity().orElseThrow())
                .isCloseTo(Modularity.of(ties, found.partition()).orElseThrow(), EXACT);
    }

    @Test
    void most_of_what_is_given_comes_back() {
        var reciprocity = Reciprocity.of(M8.favours());
        assertThat(reciprocity.mutual()).isEqualTo(7);
        assertThat(reciprocity.asymmetric()).isEqualTo(2);
        assertThat(reciprocity.absent()).isEqualTo(19);
        assertThat(reciprocity.arcs()).isEqualTo(16);
        assertThat(reciprocity.ofArcs()).hasValue(0.875);
        assertThat(reciprocity.ofDyads().orElseThrow()).isCloseTo(7 / 9.0, EXACT);
        assertThat(reciprocity.corrected().orElseThrow()).isCloseTo(0.825, PRINTED);
        assertThat(reciprocity.givenStrength()).isEqualTo(34);
        assertThat(reciprocity.returnedStrength()).isEqualTo(22);
        assertThat(reciprocity.weighted().orElseThrow()).isCloseTo(22 / 34.0, EXACT);
    }

    @Test
    void every_pair_of_ties_without_direction_is_one_sided_in_the_census() {
        var census = TriadCensus.of(ties);
        assertThat(census.byName().values().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(56);
        assertThat(census.count("030T")).isEqualTo(2);
        assertThat(census.count("030C")).isZero();
    }

    @Test
    void the_isolate_has_no_constraint_and_no_closeness_above_zero() {
        var graph = Graph.builder()
                .nodes("Jobcenter", "Volkshochschule", "Caritasverband")
                .mutual("Jobcenter", "Volkshochschule")
                .build();
        assertThat(Constraint.of(graph).values().of("Caritasverband")).isEmpty();
        assertThat(Constraint.of(graph).effectiveSize().of("Caritasverband")).isEmpty();
        assertThat(ShortestPaths.of(graph).closeness().of("Caritasverband")).isEqualTo(OptionalDouble.of(0));
        assertThat(Cores.of(graph).of("Caritasverband")).isZero();
    }
}
