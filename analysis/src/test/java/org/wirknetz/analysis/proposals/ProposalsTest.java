package org.wirknetz.analysis.proposals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wirknetz.analysis.Components;
import org.wirknetz.analysis.Generated;
import org.wirknetz.analysis.Graph;
import org.wirknetz.analysis.RefusedInput;
import org.wirknetz.analysis.ShortestPaths;

class ProposalsTest {

    @Test
    void what_if_gives_what_measuring_anew_would() {
        var random = new Random(3);
        for (int attempt = 0; attempt < 30; attempt++) {
            var now = WhatIf.of(Generated.directed(12, 0.08, attempt));
            for (int change = 0; change < 12; change++) {
                var one = "o" + random.nextInt(12);
                var other = "o" + random.nextInt(12);
                if (one.equals(other)) continue;
                now = random.nextBoolean() ? now.withTie(one, other) : now.withoutTie(one, other);
                var anew = ShortestPaths.of(now.graph());
                assertThat(now.efficiency().orElseThrow())
                        .isCloseTo(anew.efficiency().orElseThrow(), within(1e-12));
                assertThat(now.meanLength()).isEqualTo(anew.meanLength());
                assertThat(now.diameter()).isEqualTo(anew.diameter());
                assertThat(now.pairsWithin(2)).isEqualTo(anew.pairsWithin(2));
            }
            assertThat(now.without("o3").graph().size()).isEqualTo(11);
        }
        assertThatExceptionOfType(RefusedInput.class)
                .isThrownBy(() -> WhatIf.of(Generated.directed(3, 0, 1)).withTie("o1", "o1"));
    }

    @Test
    void the_best_pair_of_ties_is_found_by_trying_all() {
        for (int seed = 0; seed < 10; seed++) {
            var graph = Generated.directed(8, 0.12, seed).undirected();
            var proposal = Proposals.of(graph).shortenWays(2);
            assertThat(proposal.exact()).isTrue();
            assertThat(proposal.after()).isCloseTo(bestOfTwo(graph), within(1e-12));
            assertThat(proposal.atMost()).isEqualTo(proposal.after());
        }
    }

    /// Of 39 candidates 39 can be picked in one way only, but on the way to it stand all 2^39 smaller choices.
    @Test
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void nearly_all_ties_at_once_are_not_found_by_trying_all_smaller_choices() {
        var strangers = Graph.ofEdges(40, new int[0], new int[0]);
        var proposal = Proposals.of(strangers).forOne("0", 39);
        assertThat(proposal.after()).isCloseTo(1, within(1e-12));
        assertThat(proposal.ties()).hasSize(39);
        var few = Graph.ofEdges(9, new int[0], new int[0]);
        assertThat(Proposals.of(few).shortenWays(36).after()).isCloseTo(1, within(1e-12));
    }

    @Test
    void step_by_step_stays_below_its_bound_and_within_the_rules() {
        var graph = Generated.grouped(120, 4, 5);
        var proposal = Proposals.of(graph)
                .allowing((one, other) -> !one.equals("o7") && !other.equals("o7"))
                .atMostEach(1)
                .shortenWays(6);
        assertThat(proposal.exact()).isFalse();
        assertThat(proposal.ties()).hasSize(6);
        assertThat(proposal.ties().stream().flatMap(tie -> java.util.stream.Stream.of(tie.one(), tie.other())))
                .doesNotHaveDuplicates()
                .doesNotContain("o7");
        assertThat(proposal.after()).isGreaterThan(proposal.before()).isLessThanOrEqualTo(proposal.atMost());
        assertThat(proposal.after()).isCloseTo(measured(graph, proposal), within(1e-12));
    }

    @Test
    void new_partners_of_one_are_the_best_or_provably_near() {
        for (int seed = 0; seed < 5; seed++) {
            var graph = Generated.directed(10, 0.07, seed).undirected();
            var best = Proposals.of(graph).forOne("o0", 2);
            assertThat(best.exact()).isTrue();
            double trying = 0;
            for (int a = 1; a < 10; a++)
                for (int b = 1; b < 10; b++)
                    trying = Math.max(trying, harmonic(graph.withTie(0, a).withTie(0, b)));
            assertThat(best.after()).isCloseTo(trying, within(1e-12));
        }
        var large = Generated.grouped(300, 3, 2);
        var near = Proposals.of(large).forOne("o0", 5);
        assertThat(near.exact()).isFalse();
        assertThat(near.after() - near.before())
                .isGreaterThanOrEqualTo((1 - 1 / Math.E) * (near.atMost() - near.before()) - 1e-12);
        var changed = large;
        for (var tie : near.ties()) changed = changed.withTie(changed.node(tie.one()), changed.node(tie.other()));
        assertThat(near.after()).isCloseTo(harmonic(changed), within(1e-12));
    }

    @Test
    void the_others_come_to_depend_less_on_the_office() {
        var builder = Graph.builder().node("Koordination");
        for (int i = 0; i < 7; i++) builder.node("o" + i).tie("Koordination", "o" + i);
        var proposal = Proposals.of(builder.build()).dependLessOn("Koordination", 2);
        assertThat(proposal.before()).isZero();
        assertThat(proposal.ties()).hasSize(2).noneMatch(tie -> tie.one().equals("Koordination"));
        // Two ties in a row: two pairs next to each other and one pair two steps apart, of 21.
        assertThat(proposal.after()).isCloseTo(2.5 / 21, within(1e-12));
    }

    @Test
    void what_is_apart_is_joined_by_its_largest_parts() {
        var graph = Graph.builder()
                .nodes("a", "b", "c", "d", "e", "f", "g")
                .tie("a", "b")
                .tie("b", "c")
                .tie("d", "e")
                .tie("e", "f")
                .build();
        var proposal = Proposals.of(graph).join(1);
        assertThat(proposal.ties()).containsExactly(new Proposal.Tie("b", "e"));
        assertThat(proposal.exact()).isTrue();
        assertThat(proposal.after()).isCloseTo(30 / 42.0, within(1e-12));
        var ruled = Proposals.of(graph)
                .allowing((one, other) -> one.equals("g") || other.equals("g"))
                .join(1);
        assertThat(ruled.exact()).isFalse();
        assertThat(ruled.atMost()).isCloseTo(30 / 42.0, within(1e-12));
        assertThat(Proposals.of(graph).join(9).ties()).hasSize(2);
        assertThat(Components.of(graph).count()).isEqualTo(3);
    }

    private static double bestOfTwo(Graph graph) {
        var pairs = new ArrayList<int[]>();
        for (int i = 0; i < graph.size(); i++) for (int j = i + 1; j < graph.size(); j++) pairs.add(new int[] {i, j});
        double best = 0;
        for (var one : pairs)
            for (var other : pairs)
                best = Math.max(best, efficiency(graph.withTie(one[0], one[1]).withTie(other[0], other[1])));
        return best;
    }

    private static double measured(Graph graph, Proposal proposal) {
        for (var tie : List.copyOf(proposal.ties()))
            graph = graph.withTie(graph.node(tie.one()), graph.node(tie.other()));
        return efficiency(graph);
    }

    private static double efficiency(Graph graph) {
        return ShortestPaths.of(graph).efficiency().orElseThrow();
    }

    private static double harmonic(Graph graph) {
        return ShortestPaths.of(graph).harmonic().at(0).orElseThrow();
    }
}
