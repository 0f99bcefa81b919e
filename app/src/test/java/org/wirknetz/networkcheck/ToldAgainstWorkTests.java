package org.wirknetz.networkcheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.wirknetz.networkcheck.ToldAgainstWork.Confirmation;
import org.wirknetz.networkcheck.ToldAgainstWork.Finding;
import org.wirknetz.networkcheck.ToldAgainstWork.Seen;
import org.wirknetz.networkcheck.ToldAgainstWork.Word;

class ToldAgainstWorkTests {

    private static final UUID CHAMBER = new UUID(0, 1);
    private static final UUID SCHOOL = new UUID(0, 2);
    private static final UUID JOBCENTER = new UUID(0, 3);
    private static final UUID CARITAS = new UUID(0, 4);
    private static final UUID YILDIZ = new UUID(0, 5);
    private static final UUID GUEST = new UUID(0, 9);
    private static final Set<UUID> ALL = Set.of(CHAMBER, SCHOOL, JOBCENTER, CARITAS, YILDIZ);

    /// Chamber and school name each other; the chamber names the jobcenter, which spoke and did not; the school names
    /// Caritas, which was silent. Work shows chamber–school twice, chamber–Yıldız, Caritas–Yıldız.
    private final ToldAgainstWork found = ToldAgainstWork.of(
            ALL,
            Set.of(CHAMBER, SCHOOL, JOBCENTER),
            List.of(
                    new Word(CHAMBER, SCHOOL),
                    new Word(SCHOOL, CHAMBER),
                    new Word(CHAMBER, JOBCENTER),
                    new Word(SCHOOL, CARITAS),
                    new Word(SCHOOL, SCHOOL),
                    new Word(SCHOOL, GUEST)),
            List.of(
                    new Seen(SCHOOL, CHAMBER, "AGREEMENT"),
                    new Seen(CHAMBER, SCHOOL, "FAVOUR"),
                    new Seen(CHAMBER, YILDIZ, "JOINT_PRODUCT"),
                    new Seen(YILDIZ, CARITAS, "AGREEMENT"),
                    new Seen(GUEST, CHAMBER, "AGREEMENT")));

    @Test
    void each_pair_stands_once_with_what_is_known_of_it() {
        assertThat(found.lines())
                .extracting(it ->
                        it.one().getLeastSignificantBits() + "-" + it.other().getLeastSignificantBits() + " "
                                + it.finding() + " " + it.confirmation() + " "
                                + it.kinds().stream().sorted().toList())
                .containsExactly(
                        "1-2 BOTH CONFIRMED [AGREEMENT, FAVOUR]",
                        "1-3 TOLD ONE_SIDED []",
                        "1-5 SEEN NOT_TOLD [JOINT_PRODUCT]",
                        "2-4 TOLD OTHER_SILENT []",
                        "4-5 UNHEARD NOT_TOLD [AGREEMENT]");
        assertThat(found.told()).isEqualTo(3);
        assertThat(found.confirmed()).isOne();
    }

    /// Ten pairs, one of which joins the two who were silent.
    @Test
    void who_was_silent_has_denied_nothing() {
        assertThat(found.heardPairs()).isEqualTo(9);
        assertThat(found.spoke()).isEqualTo(3);
        assertThat(found.standsForAll()).isTrue();
        assertThat(found.lines(Finding.UNHEARD)).hasSize(1);
        assertThat(found.lines()).noneMatch(it -> it.confirmation() == Confirmation.ONE_SIDED && it.other() == CARITAS);
    }

    @Test
    void few_voices_and_small_networks_give_no_numbers_about_the_whole() {
        assertThat(ToldAgainstWork.of(ALL, Set.of(CHAMBER, SCHOOL), List.of(), List.of())
                        .standsForAll())
                .isFalse();
        var three = Set.of(CHAMBER, SCHOOL, JOBCENTER);
        assertThat(ToldAgainstWork.of(three, three, List.of(), List.of()).standsForAll())
                .isFalse();
        var nobody = ToldAgainstWork.of(Set.of(), Set.of(), List.of(), List.of());
        assertThat(nobody.heardPairs()).isZero();
        assertThat(nobody.told()).isZero();
    }
}
