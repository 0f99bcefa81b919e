package org.wirknetz.networkcheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// The network with known values that all examples of the method use (eight organisations, nine ties).
class FindingsTests {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final List<String> TIES = List.of("AB", "AC", "AD", "AE", "AF", "BC", "DE", "FG", "GH");

    @Test
    void short_paths_are_counted_as_the_method_says() {
        var ways = Findings.of(fixture()).ways();
        assertThat(ways.mean().orElseThrow()).isEqualTo(60.0 / 28);
        assertThat(ways.diameter()).hasValue(4);
        assertThat(ways.withinTwo()).isEqualTo(19);
        assertThat(ways.byDistance())
                .containsEntry(1, 9L)
                .containsEntry(2, 10L)
                .containsEntry(3, 5L)
                .containsEntry(4, 4L);
        assertThat(ways.efficiency().orElseThrow()).isEqualTo((9 + 5 + 5 / 3.0 + 1) / 28);
    }

    @Test
    void cut_points_and_bridges_are_said_by_name() {
        var findings = Findings.of(fixture());
        assertThat(findings.cutPoints()).extracting(Member::name).containsExactly("A", "F", "G");
        assertThat(findings.bridges())
                .extracting(it -> it.one().name() + it.other().name())
                .containsExactlyInAnyOrder("AF", "FG", "GH");
        assertThat(findings.bridges().getFirst().beyond())
                .extracting(Member::name)
                .containsExactly("F", "G", "H");
    }

    @Test
    void the_farthest_pairs_are_those_four_steps_apart() {
        assertThat(Findings.of(fixture()).farthest())
                .extracting(it -> it.one().name() + it.other().name())
                .containsExactly("BH", "CH", "DH", "EH");
    }

    @Test
    void without_the_coordination_office_the_network_falls_into_three() {
        var findings = Findings.of(fixture().withoutCoordinator());
        assertThat(findings.components()).extracting(List::size).containsExactly(3, 2, 2);
    }

    @Test
    void eight_organisations_are_too_few_for_sub_networks() {
        assertThat(Findings.of(fixture()).circles()).isEmpty();
    }

    @Test
    void a_tie_only_one_side_has_named_is_counted_as_such() {
        assertThat(Findings.of(fixture()).oneSided()).isEqualTo(1);
    }

    @Test
    void nobody_at_all_breaks_nothing() {
        var findings = Findings.of(new Snapshot(MONDAY, List.of(), List.of()));
        assertThat(findings.components()).isEmpty();
        assertThat(findings.ways().mean()).isEmpty();
        assertThat(findings.isTooThin()).isFalse();
    }

    @Test
    void members_of_whom_nothing_is_known_silence_the_structure() {
        var members = new ArrayList<Member>();
        for (int at = 0; at < 10; at++) members.add(member("Partner " + at, false));
        var one = new Snapshot(MONDAY, members, List.of(tie(members.get(0), members.get(1), true)));
        assertThat(Findings.of(one).isTooThin()).isTrue();
        assertThat(Findings.of(one).untied()).hasSize(8);
    }

    static Snapshot fixture() {
        var members = new ArrayList<Member>();
        for (char name = 'A'; name <= 'H'; name++) members.add(member(String.valueOf(name), name == 'A'));
        var ties = new ArrayList<TieRecord>();
        for (var pair : TIES) {
            ties.add(tie(members.get(pair.charAt(0) - 'A'), members.get(pair.charAt(1) - 'A'), !pair.equals("GH")));
        }
        return new Snapshot(MONDAY, members, ties);
    }

    private static Member member(String name, boolean coordinator) {
        return new Member(
                new UUID(0, name.hashCode()),
                name,
                name,
                name,
                "",
                List.of(),
                "",
                coordinator,
                List.of(new Member.Stay(null, null)));
    }

    private static TieRecord tie(Member from, Member to, boolean both) {
        return new TieRecord(
                UUID.randomUUID(), from.id(), to.id(), "INFO", 2, true, null, "DECLARED", null, null, both);
    }
}
