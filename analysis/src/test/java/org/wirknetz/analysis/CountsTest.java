package org.wirknetz.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;
import static org.wirknetz.analysis.PersonalContacts.Level.LEADERSHIP;
import static org.wirknetz.analysis.PersonalContacts.Level.OPERATIONAL;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.wirknetz.analysis.Completeness.Target;
import org.wirknetz.analysis.Favours.Favour;
import org.wirknetz.analysis.PersonalContacts.Actor;
import org.wirknetz.analysis.PersonalContacts.Contact;

/// The worked examples that need counts only.
class CountsTest {
    private static final Offset<Double> PRINTED = within(0.0005);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Test
    void nine_of_fourteen_roles_are_filled() {
        var completeness = Completeness.of(List.of(
                new Target("Agentur", 3, 1, 1),
                new Target("Jobcenter", 3, 2, 2),
                new Target("IHK", 3, 1, 1),
                new Target("HWK", 3, 1, 1),
                new Target("Träger", 3, 3, 5),
                new Target("Betriebe", 3, 3, 1),
                new Target("Gewerkschaft", 2, 1, 0),
                new Target("AGV", 2, 1, 1),
                new Target("Kommune", 2, 2, 1),
                new Target("Berufsschule", 2, 1, 0),
                new Target("Migrant*innenorganisation", 3, 1, 1),
                new Target("Gleichstellung", 2, 1, 0),
                new Target("Wohlfahrt", 2, 1, 2),
                new Target("Land", 1, 1, 1)));
        assertThat(completeness.achieved()).isCloseTo(25, within(1e-12));
        assertThat(completeness.wanted()).isEqualTo(34);
        assertThat(completeness.share().orElseThrow()).isCloseTo(25 / 34.0, within(1e-12));
        assertThat(completeness.met()).isEqualTo(9);
        assertThat(completeness.gaps())
                .extracting(Target::role)
                .containsExactly("Betriebe", "Gewerkschaft", "Kommune", "Berufsschule", "Gleichstellung");
        assertThat(Completeness.of(List.of()).share()).isEmpty();
    }

    @Test
    void an_umbrella_counts_with_its_members_once_and_a_circle_of_umbrellas_too() {
        assertThat(represented("Liga", "", "Caritas", "Liga", "Diakonie", "Liga"))
                .containsExactly("Caritas", "Diakonie");
        assertThat(represented("Caritas", "Liga"))
                .as("the umbrella is not there")
                .isEmpty();
        assertThat(represented("Ort", "Kreis", "Kreis", "Land", "Land", "")).containsExactly("Ort", "Kreis");
        assertThat(represented("A", "B", "B", "C", "C", "A")).containsExactly("B", "C");
        assertThat(represented("A", "A")).isEmpty();
    }

    private static Set<String> represented(String... membersAndUmbrellas) {
        var umbrellas = new LinkedHashMap<String, Set<String>>();
        for (int at = 0; at < membersAndUmbrellas.length; at += 2)
            umbrellas.put(membersAndUmbrellas[at], Set.of(membersAndUmbrellas[at + 1]));
        return Completeness.represented(umbrellas);
    }

    @Test
    void the_agenda_is_set_by_one() {
        var agenda = Inequality.of(12, 3, 1, 4, 2, 1, 1, 0);
        assertThat(agenda.gini().orElseThrow()).isCloseTo(0.552, PRINTED);
        assertThat(agenda.correctedGini().orElseThrow()).isCloseTo(0.631, PRINTED);
        assertThat(agenda.evenness().orElseThrow()).isCloseTo(0.726, PRINTED);
        var contacts = Inequality.of(Degrees.of(M8.ties()).toArray());
        assertThat(contacts.gini().orElseThrow()).isCloseTo(7 / 36.0, within(1e-12));
        assertThat(contacts.correctedGini().orElseThrow()).isCloseTo(0.222, PRINTED);
    }

    @Test
    void nothing_to_share_is_neither_even_nor_uneven() {
        assertThat(Inequality.of(new int[0]).gini()).isEmpty();
        assertThat(Inequality.of(0, 0).gini()).isEmpty();
        assertThat(Inequality.of(0, 0).evenness()).isEmpty();
        assertThat(Inequality.of(4).correctedGini()).isEmpty();
        assertThatExceptionOfType(RefusedInput.class)
                .isThrownBy(() -> Inequality.of(1, Double.NaN))
                .withMessageContaining("must be a finite number of at least 0");
    }

    @Test
    void two_came_and_one_left() {
        var turnover = new Turnover(8, 2, 1);
        assertThat(turnover.meanStock()).isEqualTo(8.5);
        assertThat(turnover.rate().orElseThrow()).isCloseTo(3 / 17.0, within(1e-12));
        assertThat(turnover.exitRate()).hasValue(0.125);
        assertThat(Turnover.between(List.of("A", "B"), List.of("B", "C", "D"))).isEqualTo(new Turnover(2, 2, 1));
        assertThat(new Turnover(0, 0, 0).rate()).isEmpty();
    }

    @Test
    void seven_of_nine_ties_stayed() {
        var before = M8.ties();
        var after = Graph.builder()
                .nodes("A", "B", "C", "D", "E", "F", "G", "H")
                .tie("B", "A")
                .tie("A", "C")
                .tie("A", "D")
                .tie("A", "E")
                .tie("A", "F")
                .tie("B", "C")
                .tie("D", "E")
                .tie("B", "F")
                .tie("C", "G")
                .tie("D", "H")
                .build();
        var stability = TieStability.between(before, after);
        assertThat(stability).isEqualTo(new TieStability(7, 2, 3));
        assertThat(stability.jaccard().orElseThrow()).isCloseTo(7 / 12.0, within(1e-12));
    }

    @Test
    void most_of_the_money_is_public_and_short() {
        var funding = Funding.of(
                List.of(
                        new Funding.Source("ESF", 120, true, TODAY.plusMonths(8)),
                        new Funding.Source("Land", 40, true, TODAY.plusMonths(2)),
                        new Funding.Source("Kommune", 15, true, null),
                        new Funding.Source("Beiträge", 16, false, null),
                        new Funding.Source("Leistungen", 9, false, null)),
                TODAY);
        assertThat(funding.publicShare()).hasValue(0.875);
        assertThat(funding.shortPublicShare()).hasValue(0.8);
        assertThat(funding.concentration().orElseThrow()).isCloseTo(0.414, PRINTED);
        assertThat(funding.effectiveSources().orElseThrow()).isCloseTo(2.4, within(0.05));
        assertThat(Funding.of(List.of(), TODAY).publicShare()).isEmpty();
    }

    @Test
    void a_tie_that_rests_on_two_persons_is_single_threaded() {
        var aylin = new Actor("Aylin Demir", "Koordination", OPERATIONAL);
        var head = new Actor("Leitung", "Jobcenter", LEADERSHIP);
        var advisor = new Actor("Beratung", "Jobcenter", OPERATIONAL);
        var director = new Actor("Direktion", "Volkshochschule", LEADERSHIP);
        var contacts = PersonalContacts.of(List.of(
                new Contact(aylin, head),
                new Contact(advisor, aylin),
                new Contact(director, head),
                new Contact(head, director),
                new Contact(aylin, director)));
        assertThat(contacts.pairs()).isEqualTo(3);
        assertThat(contacts.operativePairs()).isEqualTo(1);
        assertThat(contacts.operativeReach().orElseThrow()).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(contacts.leadershipOnly())
                .containsExactly(new PersonalContacts.Pair("Jobcenter", "Volkshochschule"));
        assertThat(contacts.singleThread()).hasSize(2);
        assertThat(contacts.lostWith().get("Aylin Demir")).hasSize(2);
        assertThat(contacts.lostWith()).doesNotContainKey("Beratung");
    }

    @Test
    void favours_that_never_return_call_for_a_word() {
        var longAgo = TODAY.minusMonths(7);
        var favours = Favours.of(
                List.of(
                        new Favour("F", "A", 1, true, longAgo),
                        new Favour("A", "F", 9, true, longAgo),
                        new Favour("F", "G", 12, false, longAgo),
                        new Favour("G", "H", 12, true, TODAY.minusMonths(3)),
                        new Favour("B", "C", 7, true, longAgo),
                        new Favour("B", "D", 50, true, TODAY.plusDays(1))),
                TODAY);
        assertThat(favours.balances())
                .containsExactly(
                        new Favours.Balance("A", "F", 9, 1, true),
                        new Favours.Balance("B", "C", 7, 0, false),
                        new Favours.Balance("F", "G", 12, 0, false),
                        new Favours.Balance("G", "H", 12, 0, false));
        assertThat(favours.balances().getFirst().imbalance()).isCloseTo(0.8, within(1e-12));
    }

    @Test
    void balances_of_the_fixture_are_as_printed() {
        var favours = new java.util.ArrayList<Favour>();
        var graph = M8.favours();
        for (int i = 0; i < graph.size(); i++)
            for (int j : graph.neighbours(i))
                favours.add(new Favour(graph.key(i), graph.key(j), graph.strength(i, j), true, null));
        var each = Favours.of(favours, TODAY).ofEach();
        assertThat(each.get("A")).isCloseTo(0.30, within(0.005));
        assertThat(each.get("F")).isCloseTo(0.17, within(0.005));
        assertThat(each.get("G")).isCloseTo(-0.75, within(1e-12));
    }

    @Test
    void a_favour_fades_by_half_in_its_half_life() {
        var favours = Favours.of(List.of(new Favour("A", "B", 8, true, TODAY.minusYears(1))), TODAY);
        assertThat(favours.fading(12).balances().getFirst().given()).isCloseTo(4, within(0.01));
        assertThat(favours.fading(12).balances().getFirst().reminder()).isFalse();
    }

    @Test
    void old_favours_may_be_left_out() {
        var favours = Favours.of(
                List.of(
                        new Favour("A", "B", 8, true, TODAY.minusMonths(25)),
                        new Favour("B", "A", 3, true, TODAY.minusMonths(23)),
                        new Favour("B", "A", 1, true, null)),
                TODAY);
        assertThat(favours.withinMonths(24).balances()).containsExactly(new Favours.Balance("A", "B", 0, 4, false));
    }

    @Test
    void what_comes_back_over_a_third_is_a_circle() {
        var graph = Graph.builder()
                .nodes("F", "G", "H", "A")
                .tie("G", "H")
                .tie("H", "F")
                .tie("F", "G")
                .tie("F", "H")
                .tie("H", "A")
                .tie("A", "F")
                .build();
        assertThat(ClosedCircles.of(graph).circles())
                .containsExactlyInAnyOrder(
                        new ClosedCircles.Circle("F", "G", "H"), new ClosedCircles.Circle("F", "H", "A"));
        assertThat(ClosedCircles.of(M8.ties()).count()).isZero();
        for (int seed = 0; seed < 30; seed++) {
            var random = Generated.directed(9, 0.3, seed);
            long walks = 0;
            for (int a = 0; a < 9; a++)
                for (int b : random.neighbours(a)) for (int c : random.neighbours(b)) if (random.hasTie(c, a)) walks++;
            assertThat(ClosedCircles.of(random).count()).isEqualTo(walks / 3);
        }
    }

    @Test
    void six_of_eight_had_it_within_a_week() {
        var reach = InformationReach.of(8, 1, 1, 2, 3, 5, 6);
        assertThat(reach.within(7)).isEqualTo(6);
        assertThat(reach.within(2)).isEqualTo(3);
        assertThat(reach.shareWithin(7)).hasValue(0.75);
        assertThat(reach.medianDays()).hasValue(2.5);
        assertThat(reach.open()).isEqualTo(2);
        assertThat(InformationReach.of(0).shareWithin(7)).isEmpty();
        assertThat(InformationReach.of(3).medianDays()).isEmpty();
    }

    @Test
    void the_money_lasts_until_the_first_month_that_is_not_covered() {
        var runway = new Runway(List.of(10.0, 10.0, 9.0, 2.0, 10.0), List.of(8.0, 8.0, 8.0, 8.0, 8.0));
        assertThat(runway.lastCovered()).hasValue(2);
        assertThat(runway.cliff()).hasValue(3);
        assertThat(new Runway(List.of(1.0), List.of(2.0)).lastCovered()).isEmpty();
        assertThat(new Runway(List.of(), List.of()).cliff()).isEmpty();
    }

    @Test
    void who_acts_for_both_organisations_is_lost_to_the_pair_once() {
        var here = new PersonalContacts.Actor("Jonas Weber", "Jobcenter", PersonalContacts.Level.OPERATIONAL);
        var there = new PersonalContacts.Actor("Jonas Weber", "Volkshochschule", PersonalContacts.Level.OPERATIONAL);
        var lost = PersonalContacts.of(List.of(new PersonalContacts.Contact(here, there)))
                .lostWith();
        assertThat(lost)
                .containsExactly(java.util.Map.entry(
                        "Jonas Weber", List.of(new PersonalContacts.Pair("Jobcenter", "Volkshochschule"))));
    }
}
