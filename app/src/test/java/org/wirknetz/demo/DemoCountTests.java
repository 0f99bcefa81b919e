package org.wirknetz.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.wirknetz.demo.DemoNetwork.Level;
import org.wirknetz.demo.DemoNetwork.Status;

class DemoCountTests {
    private static final LocalDate START = LocalDate.of(2024, 1, 1);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private final DemoNetworks demo = DemoNetworks.drawn();
    private final DemoNetwork lindenfurt = demo.network("lindenfurt");

    @Test
    void forty_two_organisations_stand_in_their_blocks() {
        for (var expected : List.of(List.of(0, 1), List.of(1, 9), List.of(2, 11), List.of(3, 12), List.of(4, 9)))
            assertThat(lindenfurt.organisations())
                    .filteredOn(it -> it.block() == expected.getFirst())
                    .as("block %s", expected.getFirst())
                    .hasSize(expected.getLast());
    }

    @Test
    void a_hundred_and_twenty_people_work_there_and_every_organisation_is_led() {
        assertThat(lindenfurt.people()).hasSize(120).doesNotHaveDuplicates();
        for (var day : List.of(START, TODAY))
            for (var organisation : lindenfurt.organisations())
                if (organisation.block() != DrawnOrganisations.SURROUNDINGS)
                    assertThat(lindenfurt.positions())
                            .as("%s on %s", organisation.name(), day)
                            .anyMatch(it -> it.organisation().equals(organisation.key())
                                    && it.level() == Level.LEADERSHIP
                                    && it.term().holds(day));
    }

    @Test
    void the_levels_are_mixed_as_the_specification_says() {
        double all = lindenfurt.positions().size();
        assertThat(share(Level.LEADERSHIP) / all).isCloseTo(0.40, within(0.08));
        assertThat(share(Level.OPERATIONAL) / all).isCloseTo(0.46, within(0.08));
        assertThat(share(Level.ADMINISTRATION) / all).isCloseTo(0.13, within(0.06));
    }

    private long share(Level level) {
        return lindenfurt.positions().stream().filter(it -> it.level() == level).count();
    }

    @Test
    void eight_people_have_two_roles_and_twelve_have_changed() {
        assertThat(lindenfurt.positions()).hasSize(128);
        assertThat(lindenfurt.roleChanges())
                .hasSize(12)
                .allMatch(it -> !it.followed().isBefore(it.left()));
        assertThat(lindenfurt.positions().stream().filter(it -> !it.term().running()))
                .hasSize(12);
    }

    @Test
    void ten_key_functions_have_a_holder_and_seven_a_deputy() {
        assertThat(lindenfurt.keyFunctions()).hasSize(10);
        assertThat(lindenfurt.keyFunctions().stream().filter(it -> it.deputy() != null))
                .hasSize(7);
    }

    @Test
    void about_a_hundred_and_sixty_seven_ties_hold_at_the_start_and_the_network_keeps_its_size() {
        assertThat(lindenfurt.tiesOn(START)).hasSizeBetween(142, 192);
        assertThat(lindenfurt.tiesOn(LocalDate.of(2025, 6, 30))).hasSizeBetween(142, 202);
    }

    @Test
    void ties_mix_kinds_forms_and_confirmation() {
        double all = lindenfurt.ties().size();
        var ties = lindenfurt.ties();
        assertThat(ties.stream().filter(it -> it.kind().equals("INFO")).count() / all)
                .isCloseTo(0.45, within(0.1));
        assertThat(ties.stream().filter(it -> it.form().equals("SUPPORTIVE")).count() / all)
                .isCloseTo(0.40, within(0.1));
        assertThat(ties.stream().filter(it -> !it.mutual()).count() / all).isCloseTo(0.15, within(0.05));
    }

    @Test
    void no_tie_outlives_a_membership_and_a_pair_has_one_tie_at_most() {
        assertThat(lindenfurt.ties().stream()
                        .map(it -> Stream.of(it.from(), it.to()).sorted().toList()))
                .doesNotHaveDuplicates();
        for (var tie : lindenfurt.ties())
            for (var side : List.of(tie.from(), tie.to()))
                assertThat(lindenfurt.memberships())
                        .as("%s – %s", tie.from(), tie.to())
                        .anyMatch(it -> it.organisation().equals(side)
                                && (it.status() == Status.ACTIVE || it.status() == Status.GUEST)
                                && tie.term().within(it.term()).equals(java.util.Optional.of(tie.term())));
    }

    @Test
    void every_tie_is_carried_by_people_who_were_there() {
        for (var tie : lindenfurt.ties())
            assertThat(lindenfurt.contacts())
                    .as("%s – %s", tie.from(), tie.to())
                    .anyMatch(it -> it.tie().equals(tie.id()));
        for (var contact : lindenfurt.contacts())
            assertThat(lindenfurt.positions())
                    .anyMatch(it -> it.person().equals(contact.person())
                            && it.term().within(contact.term()).equals(java.util.Optional.of(contact.term())));
    }

    @Test
    void all_statuses_occur() {
        assertThat(lindenfurt.memberships().stream().map(DemoNetwork.Membership::status))
                .contains(Status.values());
    }

    @Test
    void a_hundred_and_ten_contributions_were_made_between_partners() {
        assertThat(lindenfurt.contributions())
                .hasSize(110)
                .allMatch(it -> !it.giver().equals(it.receiver()));
    }

    @Test
    void every_reference_leads_somewhere() {
        for (var network : demo.networks()) {
            var organisations = network.organisations().stream()
                    .map(DemoNetwork.Organisation::key)
                    .toList();
            var groups =
                    network.groups().stream().map(DemoNetwork.ActorGroup::key).toList();
            var people = network.people().stream().map(DemoNetwork.Person::key).toList();
            assertThat(organisations).contains(network.coordinator(), network.host());
            assertThat(network.organisations()).allMatch(it -> groups.containsAll(it.groups()));
            assertThat(network.targets())
                    .allMatch(it -> it.roles().stream().allMatch(role -> groups.contains(role.group())));
            assertThat(network.structureMembers())
                    .allMatch(it -> organisations.contains(it.organisation())
                            && network.structures().stream()
                                    .anyMatch(one -> one.key().equals(it.structure())));
            assertThat(network.umbrellas())
                    .allMatch(it -> organisations.contains(it.umbrella()) && organisations.contains(it.member()));
            assertThat(network.names()).allMatch(it -> organisations.contains(it.organisation()));
            assertThat(network.mandates()).allMatch(it -> people.contains(it.person()));
            for (var account : demo.accounts())
                if (account.network().equals(network.slug()) && account.person() != null) {
                    assertThat(people).contains(account.person());
                    assertThat(organisations).contains(account.organisation());
                }
        }
    }

    @Test
    void nobody_sits_in_a_group_of_the_network_without_belonging_to_it() {
        for (var network : demo.networks())
            for (var structure : network.structures())
                if (structure.own())
                    assertThat(network.structureMembers())
                            .filteredOn(it -> it.structure().equals(structure.key()))
                            .isNotEmpty()
                            .allMatch(it ->
                                    network.member(it.organisation(), it.term().from()));
    }
}
