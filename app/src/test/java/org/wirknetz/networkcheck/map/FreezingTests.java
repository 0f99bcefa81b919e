package org.wirknetz.networkcheck.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.wirknetz.networkcheck.ActorGroup;
import org.wirknetz.networkcheck.Member;
import org.wirknetz.networkcheck.Snapshot;
import org.wirknetz.networkcheck.TieRecord;

class FreezingTests {

    private static final List<ActorGroup> GROUPS = List.of(
            new ActorGroup("CHAMBER", "Kammern", "Chambers", 1),
            new ActorGroup("SCHOOL", "Bildungsträger", "Schools", 2),
            new ActorGroup("AGENCY", "Agentur für Arbeit", "Employment agency", 3));

    private static Member member(String name, String group, boolean coordinator) {
        return new Member(
                UUID.randomUUID(),
                name,
                name,
                name,
                group,
                List.of(group),
                "",
                coordinator,
                List.of(new Member.Stay(null, null)));
    }

    private static Snapshot network(int chambers, int schools, int agencies) {
        var members = new ArrayList<Member>();
        members.add(member("Koordinierungsstelle", "CHAMBER", true));
        for (int at = 0; at < chambers; at++) members.add(member("Kammer " + at, "CHAMBER", false));
        for (int at = 0; at < schools; at++) members.add(member("Schule " + at, "SCHOOL", false));
        for (int at = 0; at < agencies; at++) members.add(member("Agentur " + at, "AGENCY", false));
        var ties = members.stream()
                .skip(1)
                .map(it -> new TieRecord(
                        UUID.randomUUID(),
                        members.getFirst().id(),
                        it.id(),
                        "FUNDING",
                        3,
                        false,
                        null,
                        "DECLARED",
                        null,
                        null,
                        true))
                .toList();
        return new Snapshot(LocalDate.of(2026, 1, 1), members, ties);
    }

    private static FrozenNetwork hidden(Snapshot snapshot) {
        return Freezing.hidden(snapshot, GROUPS, List.of("weitere", "others"), new Random(7));
    }

    private static Map<String, Long> groups(FrozenNetwork network) {
        return network.nodes().stream()
                .collect(Collectors.groupingBy(
                        it -> network.groups().get(it.group()).nameDe(), Collectors.counting()));
    }

    @Test
    void a_group_of_one_or_two_would_be_a_name() {
        assertThat(groups(hidden(network(8, 2, 1)))).isEqualTo(Map.of("Kammern", 8L, "weitere", 3L));
        assertThat(groups(hidden(network(8, 3, 1))))
                .as("one alone among the others would be known as well")
                .isEqualTo(Map.of("Kammern", 8L, "weitere", 4L));
        assertThat(groups(hidden(network(2, 1, 1)))).isEqualTo(Map.of("weitere", 4L));
        assertThat(groups(hidden(network(4, 3, 3))))
                .isEqualTo(Map.of("Kammern", 4L, "Bildungsträger", 3L, "Agentur für Arbeit", 3L));
    }

    @Test
    void the_office_that_everybody_is_tied_to_is_left_out_with_its_ties() {
        var network = hidden(network(8, 8, 8));
        assertThat(network.nodes()).hasSize(24);
        assertThat(network.ties()).isEmpty();
        assertThat(network.alone()).isZero();
    }

    @Test
    void letters_go_on_behind_the_last() {
        assertThat(List.of(
                        Freezing.letters(0),
                        Freezing.letters(25),
                        Freezing.letters(26),
                        Freezing.letters(701),
                        Freezing.letters(702)))
                .containsExactly("A", "Z", "AA", "ZZ", "AAA");
        assertThat(hidden(network(20, 20, 20)).nodes().stream()
                        .map(FrozenNetwork.Node::name)
                        .distinct())
                .hasSize(60);
    }
}
