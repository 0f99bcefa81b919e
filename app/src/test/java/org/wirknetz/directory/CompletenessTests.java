package org.wirknetz.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The worked example of measure M1 (domain 5.3).
class CompletenessTests {

    private final Completeness example = new Completeness(List.of(
            role("Agentur", 3, 1, 1),
            role("Jobcenter", 3, 2, 2),
            role("IHK", 3, 1, 1),
            role("HWK", 3, 1, 1),
            role("Träger", 3, 3, 5),
            role("Betriebe", 3, 3, 1),
            role("Gewerkschaft", 2, 1, 0),
            role("Arbeitgeberverband", 2, 1, 1),
            role("Kommune", 2, 2, 1),
            role("Berufsschule", 2, 1, 0),
            role("Migrantenorganisation", 3, 1, 1),
            role("Gleichstellung", 2, 1, 0),
            role("Wohlfahrt", 2, 1, 2),
            role("Land", 1, 1, 1)));

    @Test
    void the_worked_example_has_25_of_34() {
        assertThat(example.numerator()).isCloseTo(25, within(1e-9));
        assertThat(example.denominator()).isEqualTo(34);
        assertThat(example.value()).isCloseTo(25.0 / 34, within(1e-9));
    }

    @Test
    void nine_of_fourteen_roles_are_met_and_the_gaps_come_by_what_they_cost() {
        assertThat(example.covered()).isEqualTo(9);
        assertThat(example.roles()).hasSize(14);
        assertThat(example.gaps())
                .extracting(Completeness.Role::group)
                .containsExactly("Betriebe", "Gewerkschaft", "Berufsschule", "Gleichstellung", "Kommune");
        assertThat(example.gaps().getFirst().shortfall()).isEqualTo(2);
    }

    @Test
    void a_surplus_does_not_make_up_for_a_gap() {
        var surplus = new Completeness(List.of(role("Träger", 1, 1, 9), role("Gewerkschaft", 1, 1, 0)));
        assertThat(surplus.value()).isEqualTo(0.5);
    }

    @Test
    void an_umbrella_and_its_member_in_the_same_role_count_once() {
        var umbrella = UUID.randomUUID();
        var member = new Completeness.Filler(UUID.randomUUID(), "Caritasverband", true, Set.of(umbrella));
        var role = role(
                "Wohlfahrt", 2, 2, List.of(new Completeness.Filler(umbrella, "Paritätischer", true, Set.of()), member));
        assertThat(role.present()).isEqualTo(1);
        assertThat(role.represented()).containsExactly(member);
        assertThat(role.isMet()).isFalse();
    }

    @Test
    void a_member_whose_umbrella_is_not_there_counts_itself() {
        var role = role(
                "Wohlfahrt",
                2,
                1,
                List.of(new Completeness.Filler(UUID.randomUUID(), "Caritasverband", true, Set.of(UUID.randomUUID()))));
        assertThat(role.present()).isEqualTo(1);
    }

    @Test
    void dormant_members_fill_a_role_but_not_actively() {
        var role = role(
                "HWK", 3, 1, List.of(new Completeness.Filler(UUID.randomUUID(), "Handwerkskammer", false, Set.of())));
        var one = new Completeness(List.of(role));
        assertThat(one.covered()).isEqualTo(1);
        assertThat(one.coveredActively()).isZero();
        assertThat(one.activeNumerator()).isZero();
    }

    private static Completeness.Role role(String group, double weight, int minimum, int present) {
        var fillers = new ArrayList<Completeness.Filler>();
        for (int number = 0; number < present; number++) {
            fillers.add(new Completeness.Filler(UUID.randomUUID(), group + number, true, Set.of()));
        }
        return role(group, weight, minimum, fillers);
    }

    private static Completeness.Role role(String group, double weight, int minimum, List<Completeness.Filler> fillers) {
        @Nullable UUID anywhere = null;
        return new Completeness.Role(UUID.randomUUID(), group, anywhere, null, minimum, weight, fillers);
    }
}
