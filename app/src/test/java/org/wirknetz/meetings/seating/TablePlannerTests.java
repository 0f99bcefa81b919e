package org.wirknetz.meetings.seating;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TablePlannerTests {

    private final TablePlanner planner = new TablePlanner();

    private static UUID id(String kind, int number) {
        return UUID.nameUUIDFromBytes((kind + number).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static Guest guest(int number, int organisation, int group, Set<UUID> met, Set<UUID> apart) {
        return new Guest(
                id("guest", number),
                "Person " + number,
                id("organisation", organisation),
                "Organisation " + organisation,
                number % 2 == 0 ? "LEADERSHIP" : "OPERATIONAL",
                Set.of(id("group", group)),
                met,
                apart);
    }

    private static List<Table> tables(List<Guest> guests, Map<UUID, Integer> plan) {
        return guests.stream()
                .collect(Collectors.groupingBy(it -> plan.get(it.id()), java.util.TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(it -> new Table(it.getKey(), it.getValue()))
                .toList();
    }

    /// Six organisations with four people each, four tables of six: one of each at every table is possible.
    private static List<Guest> sixTimesFour() {
        var guests = new ArrayList<Guest>();
        for (int n = 0; n < 24; n++) guests.add(guest(n, n / 4, n / 8, Set.of(), Set.of()));
        return guests;
    }

    @Test
    void people_of_one_organisation_sit_at_different_tables() {
        var guests = sixTimesFour();
        var tables = tables(guests, planner.plan(guests, 6, Map.of()));
        assertThat(tables).hasSize(4).allSatisfy(it -> {
            assertThat(it.guests()).hasSize(6);
            assertThat(it.sameOrganisation()).isEmpty();
        });
    }

    @Test
    void the_same_guests_give_the_same_plan_in_whatever_order_they_come() {
        var guests = sixTimesFour();
        assertThat(planner.plan(guests.reversed(), 6, Map.of())).isEqualTo(planner.plan(guests, 6, Map.of()));
    }

    @Test
    void who_is_to_be_kept_apart_is_and_who_was_put_by_hand_stays() {
        var guests = new ArrayList<Guest>();
        for (int n = 0; n < 12; n++)
            guests.add(guest(n, n, n, Set.of(), n == 0 ? Set.of(id("guest", 1), id("guest", 2)) : Set.of()));
        var plan = planner.plan(guests, 4, Map.of(id("guest", 0), 2, id("guest", 5), 2));
        assertThat(plan).containsEntry(id("guest", 0), 2).containsEntry(id("guest", 5), 2);
        assertThat(plan.get(id("guest", 1))).isNotEqualTo(2);
        assertThat(plan.get(id("guest", 2))).isNotEqualTo(2);
        assertThat(tables(guests, plan))
                .allSatisfy(it -> assertThat(it.broken()).isEmpty());
    }

    /// Two halves that know each other well: nearly everybody at a table is new to half of it.
    @Test
    void strangers_are_put_together() {
        var guests = new ArrayList<Guest>();
        for (int n = 0; n < 16; n++) {
            int half = n / 8;
            var met = new java.util.HashSet<UUID>();
            for (int other = half * 8; other < half * 8 + 8; other++) if (other != n) met.add(id("guest", other));
            guests.add(guest(n, n, n, met, Set.of()));
        }
        var tables = tables(guests, planner.plan(guests, 4, Map.of()));
        assertThat(tables)
                .hasSize(4)
                .allSatisfy(it -> assertThat(it.firstMeetings()).hasSize(4));
    }

    @Test
    void sizes_that_do_not_divide_leave_nobody_alone() {
        var guests = new ArrayList<Guest>();
        for (int n = 0; n < 13; n++) guests.add(guest(n, n, n % 3, Set.of(), Set.of()));
        assertThat(tables(guests, planner.plan(guests, 6, Map.of())))
                .extracting(it -> it.guests().size())
                .allMatch(it -> it >= 4 && it <= 5);
    }

    @Test
    void two_hundred_people_have_a_plan_within_a_few_seconds() {
        var guests = new ArrayList<Guest>();
        for (int n = 0; n < 200; n++) guests.add(guest(n, n / 4, n % 9, Set.of(id("guest", (n * 7) % 200)), Set.of()));
        long begun = System.nanoTime();
        var plan = planner.plan(guests, 8, Map.of());
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
        assertThat(plan).hasSize(200);
        var tables = tables(guests, plan);
        assertThat(tables).hasSize(25).allSatisfy(it -> assertThat(it.guests()).hasSize(8));
        assertThat(tables.stream().mapToInt(it -> it.sameOrganisation().size()).sum())
                .as("pairs of one organisation at one table, of 300 there are")
                .isLessThan(30);
    }
}
