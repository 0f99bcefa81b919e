package org.wirknetz.networkcheck.alarms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.wirknetz.demo.DemoNetwork;
import org.wirknetz.demo.DemoNetworks;
import org.wirknetz.networkcheck.Chronicle;
import org.wirknetz.networkcheck.DemoChronicle;
import org.wirknetz.networkcheck.Member;
import org.wirknetz.networkcheck.TieRecord;

class FissionTests {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate LONG_AGO = LocalDate.of(2024, 1, 1);
    private static final List<String> M8 = List.of("AB", "AC", "AD", "AE", "AF", "BC", "DE", "FG", "GH");
    private static final Set<String> ALLIANCE =
            Set.of("lernzentrum-kupfer", "werkstatt-wissen", "neue-wege", "logistik-akademie");

    private final DemoNetwork lindenfurt = DemoNetworks.drawn().network("lindenfurt");

    @Test
    void s1_is_raised_at_the_end_of_the_second_quarter_in_which_the_four_withdrew_and_not_before() {
        var fission = new Fission(DemoChronicle.of(lindenfurt), 0);
        for (var quiet : List.of("2025-03-31", "2025-06-30", "2025-09-30"))
            assertThat(alliance(fission.on(LocalDate.parse(quiet)))).as(quiet).isEmpty();
        for (var raised : List.of("2025-12-31", "2026-03-31", "2026-06-30", "2026-09-30", "2026-11-23"))
            assertThat(alliance(fission.on(LocalDate.parse(raised)))).as(raised).hasSize(1);
    }

    @Test
    void s1_names_the_last_two_bridges_and_the_index_at_the_end() {
        var alarm = alliance(new Fission(DemoChronicle.of(lindenfurt), 0).on(MONDAY))
                .getFirst();
        assertThat(alarm.figure()).isGreaterThanOrEqualTo(0.5);
        assertThat(alarm.variant()).isEqualTo("falling");
        assertThat(alarm.from()).isEqualTo(LocalDate.of(2025, 6, 30));
        var bridges = (Value.Pairs) alarm.values().get(4);
        assertThat(bridges.pairs())
                .containsExactlyInAnyOrder(
                        new Value.Pair(id("lernzentrum-kupfer"), id("koordinierungsstelle")),
                        new Value.Pair(id("logistik-akademie"), id("brandt-logistik")));
    }

    @Test
    void s1_says_since_when_it_has_been_raised() {
        assertThat(alliance(new Fission(DemoChronicle.of(lindenfurt), 0).on(MONDAY))
                        .getFirst()
                        .raised())
                .isEqualTo(LocalDate.of(2025, 12, 31));
    }

    @Test
    void the_demo_raises_nothing_about_anybody_else() {
        assertThat(new Fission(DemoChronicle.of(lindenfurt), 0).on(MONDAY)).hasSize(1);
    }

    @Test
    void a_group_on_a_single_tie_is_named_with_its_bridge_however_dense_the_rest() {
        var alarms = new Fission(chronicle("ABCDEFGH", M8), 0).on(MONDAY);
        assertThat(alarms).hasSize(1);
        assertThat(alarms.getFirst().variant()).isEqualTo("bridge");
        assertThat(alarms.getFirst().about()).containsExactlyInAnyOrder(id("F"), id("G"), id("H"));
        assertThat(alarms.getFirst().figure()).isEqualTo(1 / 3.0);
        assertThat(((Value.Pairs) alarms.getFirst().values().get(4)).pairs())
                .containsExactly(new Value.Pair(id("F"), id("A")));
    }

    @Test
    void a_second_bridge_switches_it_off() {
        var more = new ArrayList<>(M8);
        more.add("HB");
        assertThat(new Fission(chronicle("ABCDEFGH", more), 0).on(MONDAY)).isEmpty();
    }

    @Test
    void an_answer_that_it_was_wrong_takes_a_deeper_fall() {
        assertThat(Fission.fall(0)).isEqualTo(0.2);
        assertThat(Fission.fall(2)).isEqualTo(0.3, org.assertj.core.api.Assertions.within(1e-12));
    }

    @Test
    void three_members_ninety_in_a_hundred_silent_or_nobody_at_all_raise_nothing() {
        assertThat(new Fission(chronicle("ABC", List.of("AB", "BC")), 0).on(MONDAY))
                .isEmpty();
        assertThat(new Fission(chronicle("ABCDEFGHIJKLMNOPQRST", List.of("AB")), 0).on(MONDAY))
                .isEmpty();
        assertThat(new Fission(chronicle("", List.of()), 0).on(MONDAY)).isEmpty();
    }

    @Test
    void who_was_never_tied_to_the_others_has_not_closed_itself_off() {
        assertThat(new Fission(chronicle("ABCDEFGH", List.of("AB", "BC", "AC", "AD", "AE", "DE", "FG", "GH", "FH")), 0)
                        .on(MONDAY))
                .isEmpty();
    }

    @Test
    void ties_that_end_before_they_begin_or_name_strangers_break_nothing() {
        var turned = new ArrayList<>(chronicle("ABCDEFGH", M8).ties());
        turned.add(tie(id("A"), id("Z"), null, null));
        turned.add(tie(id("B"), id("H"), MONDAY, LONG_AGO));
        var members = chronicle("ABCDEFGH", M8).members();
        assertThat(new Fission(new Chronicle(1, members, turned, List.of(), List.of()), 0).on(MONDAY))
                .hasSize(1);
    }

    private static List<Alarm> alliance(List<Alarm> alarms) {
        var ids = ALLIANCE.stream().map(FissionTests::id).collect(Collectors.toSet());
        return alarms.stream()
                .filter(it -> it.about().stream().filter(ids::contains).count() >= 3)
                .toList();
    }

    private static UUID id(String key) {
        return DemoChronicle.id(key);
    }

    private static Chronicle chronicle(String letters, List<String> ties) {
        return new Chronicle(
                1,
                letters.chars()
                        .mapToObj(Character::toString)
                        .map(it -> member(it, it.equals("A"), List.of(new Member.Stay(null, null))))
                        .toList(),
                ties.stream()
                        .map(it -> tie(id(it.substring(0, 1)), id(it.substring(1)), LONG_AGO, null))
                        .toList(),
                List.of(),
                List.of());
    }

    private static Member member(String key, boolean coordinator, List<Member.Stay> stays) {
        return new Member(id(key), key, key, key, "", List.of(), "", coordinator, stays);
    }

    private static TieRecord tie(UUID from, UUID to, @Nullable LocalDate start, @Nullable LocalDate end) {
        return new TieRecord(UUID.randomUUID(), from, to, "INFO", 2, true, null, "DECLARED", start, end, true);
    }
}
