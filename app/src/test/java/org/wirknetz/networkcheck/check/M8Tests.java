package org.wirknetz.networkcheck.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.wirknetz.networkcheck.check.MeasureId.*;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.wirknetz.networkcheck.check.CheckResult.OrganisationValues;
import org.wirknetz.networkcheck.check.CheckResult.Pair;

/// The worked example of eight organisations (`domain.md` 5.2 and 5.3), from files to numbers.
class M8Tests {
    private static final Offset<Double> THIRD_DIGIT = within(0.0005);

    private final CheckResult result = Checked.of(Checked.M8);

    @Test
    void the_facts() {
        assertThat(result.network().organisations()).isEqualTo(8);
        assertThat(result.network().ties()).isEqualTo(9);
        assertThat(result.network().oneSidedTies()).isEqualTo(9);
        assertThat(result.network().responseShare()).isNull();
        assertThat(result.network().coordinator()).isEqualTo("A");
    }

    @Test
    void short_ways() {
        is(PATH_LENGTH, 60 / 28.0);
        is(DIAMETER, 4);
        is(PAIRS_WITHIN_TWO, 19 / 28.0);
        is(EFFICIENCY, 0.595);
        is(DENSITY, 9 / 28.0);
        is(TRANSITIVITY, 0.375);
    }

    @Test
    void centralisation_with_and_without_the_office() {
        is(DEGREE_CENTRALISATION, 0.524);
        is(BETWEENNESS_CENTRALISATION, 0.653);
        is(DEGREE_CENTRALISATION_WITHOUT_COORDINATOR, 0.2);
        is(COORDINATOR_DEPENDENCY, 0.585);
    }

    @Test
    void sub_networks_cut_points_and_bridges() {
        is(MODULARITY, 0.290);
        is(EI_INDEX, -7 / 9.0);
        is(FRAGMENTATION, 0);
        assertThat(result.communities())
                .extracting(CheckResult.Community::members)
                .containsExactly(List.of("A", "B", "C", "D", "E"), List.of("F", "G", "H"));
        assertThat(result.communities().get(1).ei()).isEqualTo(-1 / 3.0, within(1e-12));
        assertThat(result.cutPoints()).containsExactly("A", "F", "G");
        assertThat(result.bridges()).containsExactly(new Pair("A", "F"), new Pair("F", "G"), new Pair("G", "H"));
        assertThat(result.components()).containsExactly(List.of("A", "B", "C", "D", "E", "F", "G", "H"));
    }

    @Test
    void reciprocity_of_contributions_where_ties_have_no_direction() {
        is(RECIPROCITY_ARCS, 0.875);
        is(RECIPROCITY_DYADS, 7 / 9.0);
        is(RECIPROCITY_WEIGHTED, 22 / 34.0);
        is(RECIPROCITY_CORRECTED, 0.825);
        assertThat(result.measure(RECIPROCITY_ARCS).basis()).contains("contributions");
    }

    @Test
    void standing_and_money() {
        is(GINI, 0.631);
        is(DEGREE_GINI, 0.222);
        is(EVENNESS, 0.726);
        is(PUBLIC_SHARE, 0.875);
        is(SHORT_PUBLIC_SHARE, 0.8);
        is(FUNDING_HHI, 0.414);
    }

    @Test
    void completeness_names_the_gaps() {
        is(COMPLETENESS, (3 + 2 + 0 + 0.5) / 8);
        assertThat(result.measure(COMPLETENESS).display()).isEqualTo("2 von 4 Rollen besetzt");
        assertThat(result.signals())
                .filteredOn(it -> it.rule().equals("M1"))
                .extracting(CheckResult.Signal::subject)
                .containsExactly(List.of("Gewerkschaft"), List.of("Kammer"));
    }

    @Test
    void the_one_sided_pair_is_a_reason_to_talk_only_when_rule_f1_says_so() {
        var pair = result.imbalances().stream()
                .filter(it -> it.one().equals("F"))
                .findFirst()
                .orElseThrow();
        assertThat(pair.given()).isEqualTo(6);
        assertThat(pair.imbalance()).isEqualTo(1);
        assertThat(pair.reminder())
                .as("six hours are below the volume of eight")
                .isFalse();
        assertThat(result.imbalances()).hasSize(9);
    }

    @Test
    void every_organisation() {
        assertThat(result.organisations())
                .extracting(OrganisationValues::degree)
                .containsExactly(5, 2, 2, 2, 2, 2, 2, 1);
        assertThat(result.organisations())
                .extracting(OrganisationValues::betweenness)
                .containsExactly(16.0, 0.0, 0.0, 0.0, 0.0, 10.0, 6.0, 0.0);
        assertThat(result.organisations().get(0).constraint()).isEqualTo(0.4, THIRD_DIGIT);
        assertThat(result.organisations().get(1).constraint()).isEqualTo(0.9225, THIRD_DIGIT);
        assertThat(result.organisations().get(0).closeness()).isEqualTo(0.7, THIRD_DIGIT);
    }

    @Test
    void size_gates_and_rounding_touch_the_display_only() {
        assertThat(result.measure(PAIRS_WITHIN_TWO).display()).isEqualTo("19 von 28");
        assertThat(result.measure(PATH_LENGTH).display()).isEqualTo("2,1");
        assertThat(result.measure(GINI).display()).isEqualTo("bei 8 Organisationen nicht als Kennzahl ausgewiesen");
        assertThat(result.measure(GINI).value()).isNotNull();
        var english = NetworkCheck.of(Checked.input(Checked.M8, Checked.DAY, null, Locale.ENGLISH));
        assertThat(english.measure(PAIRS_WITHIN_TWO).display()).isEqualTo("19 of 28");
    }

    @Test
    void whoever_is_no_member_on_the_day_is_outside() {
        var early = NetworkCheck.of(Checked.input(Checked.M8, LocalDate.of(2023, 12, 31), null, Locale.GERMAN));
        assertThat(early.network().organisations()).isZero();
        assertThat(early.measure(DENSITY).value()).isNull();
        assertThat(early.measure(DENSITY).withheld()).isEqualTo(Withheld.UNDEFINED);
    }

    @Test
    void what_the_tables_do_not_hold_is_withheld_with_a_reason() {
        assertThat(result.measure(OPERATIVE_REACH).withheld()).isEqualTo(Withheld.NO_DATA);
        assertThat(result.measure(TIE_STABILITY).withheld()).isEqualTo(Withheld.NO_DATES);
        assertThat(result.measures())
                .extracting(CheckResult.Measure::id)
                .containsExactly(java.util.Arrays.stream(MeasureId.values())
                        .filter(it -> !it.ofRooms())
                        .toArray(MeasureId[]::new));
    }

    @Test
    void more_that_left_than_in_the_year_before_are_a_reason_to_talk(@org.junit.jupiter.api.io.TempDir Path folder)
            throws java.io.IOException {
        java.nio.file.Files.writeString(folder.resolve("organisations.csv"), """
                key,name,member_from,member_to
                A,Jobcenter,2020-01-01,
                B,Handwerkskammer,2020-01-01,2026-03-01
                C,Volkshochschule,2020-01-01,2026-04-01
                D,Caritasverband,2020-01-01,2026-05-01
                E,Metallbau,2020-01-01,2025-05-01
                """);
        var check = Checked.of(folder);
        assertThat(check.signals())
                .filteredOn(it -> it.rule().equals("M5"))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.subject()).containsExactly("Caritasverband", "Handwerkskammer", "Volkshochschule");
                    assertThat(it.evidence()).contains("sind 3 Mitglieder ausgeschieden, im Jahr davor 1");
                });
        assertThat(result.signals()).extracting(CheckResult.Signal::rule).doesNotContain("M5");
    }

    private void is(MeasureId id, double expected) {
        assertThat(Checked.value(result, id)).as(id.id()).isEqualTo(expected, THIRD_DIGIT);
    }
}
