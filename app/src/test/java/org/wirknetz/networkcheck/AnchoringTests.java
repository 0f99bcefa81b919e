package org.wirknetz.networkcheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.wirknetz.analysis.PersonalContacts.Level;
import org.wirknetz.networkcheck.Anchoring.Sign;
import org.wirknetz.networkcheck.whatif.Departures;

/// Four partners on four rungs (F12), counted by hand.
class AnchoringTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate LONG_AGO = LocalDate.of(2024, 1, 1);

    /// The chamber: Olga takes part, Olga holds a function and Tarek stands in, an agreement until March,
    /// hours of a year ago, a budget of 2025 that has lapsed. The school: a board report. The centre:
    /// nothing.
    private final Work work = new Work(
            List.of(
                    new Work.Post(id("Olga"), id("Handwerkskammer"), Level.OPERATIONAL, null, null),
                    new Work.Post(id("Tarek"), id("Handwerkskammer"), Level.LEADERSHIP, null, null)),
            List.of(new Work.Function("Kasse", id("Olga"), id("Handwerkskammer"), id("Tarek"), null, null)),
            List.of(new Work.Body(id("AG"), "AG Module", false, false, LONG_AGO, null)),
            List.of(new Work.Place(id("AG"), id("Handwerkskammer"), id("Olga"), "MEMBER", LONG_AGO, null)),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(
                    proof("Handwerkskammer", Sign.HOURS, LocalDate.of(2025, 11, 1)),
                    proof("Handwerkskammer", Sign.BUDGET, LocalDate.of(2025, 11, 1)),
                    proof("Volkshochschule", Sign.BOARD, LocalDate.of(2026, 6, 1)),
                    proof("Volkshochschule", Sign.BUDGET, TODAY.plusDays(1))));

    @Test
    void a_partner_stands_on_as_many_rungs_as_there_are_signs() {
        var anchoring = anchoring(work, TODAY);
        var chamber = partner(anchoring, "Handwerkskammer");
        assertThat(chamber.signs()).containsExactlyInAnyOrder(Sign.OPERATIVE, Sign.DEPUTY, Sign.AGREEMENT, Sign.HOURS);
        assertThat(chamber.level()).isEqualTo(4);
        assertThat(chamber.lapsed()).as("told for 2025, good for twelve months").containsExactly(Sign.BUDGET);
        assertThat(chamber.next()).as("to renew is easier than to begin").hasValue(Sign.BUDGET);
        assertThat(chamber.levelOn(LocalDate.of(2027, 2, 28))).isEqualTo(4);
        assertThat(chamber.levelOn(LocalDate.of(2027, 3, 1)))
                .as("the agreement has ended")
                .isEqualTo(3);
        assertThat(chamber.levelOn(LocalDate.of(2027, 11, 1)))
                .as("and the 24 months of the hours")
                .isEqualTo(2);
        var school = partner(anchoring, "Volkshochschule");
        assertThat(school.signs()).as("what lies ahead is no sign yet").containsExactly(Sign.BOARD);
        assertThat(school.next()).hasValue(Sign.OPERATIVE);
        assertThat(partner(anchoring, "Jobcenter").level()).isZero();
        assertThat(anchoring.firm()).isOne();
        assertThat(anchoring.with(0)).isEqualTo(2);
        assertThat(anchoring.mean()).as("4 + 1 + 0 + 0 of four partners").hasValue(1.25);
        assertThat(partner(anchoring(work, LocalDate.of(2026, 10, 31)), "Handwerkskammer")
                        .signs())
                .as("a day before the budget lapses")
                .contains(Sign.BUDGET);
    }

    /// The same as what the what-if says when the person leaves.
    @Test
    void the_level_falls_with_whom_a_sign_hangs_on() {
        var chamber = partner(anchoring(work, TODAY), "Handwerkskammer");
        assertThat(chamber.falls())
                .containsExactly(
                        new Anchoring.Fall(id("Olga"), Set.of(Sign.OPERATIVE, Sign.DEPUTY)),
                        new Anchoring.Fall(id("Tarek"), Set.of(Sign.DEPUTY)));
        assertThat(chamber.lowest()).isEqualTo(2);
        for (var fall : chamber.falls()) {
            var after = partner(anchoring(Departures.of(work, fall.person()), TODAY), "Handwerkskammer");
            assertThat(after.level()).isEqualTo(chamber.level() - fall.lost().size());
        }
    }

    private static Anchoring anchoring(Work work, LocalDate day) {
        var members = Stream.of("Volkshochschule", "Handwerkskammer", "Jobcenter", "Caritasverband")
                .map(it -> new Member(id(it), it, it, it, "", List.of(), "", false, List.of()))
                .toList();
        return Anchoring.of(
                new Snapshot(
                        day,
                        members,
                        List.of(agreement("Handwerkskammer", "Koordinierungsstelle", LocalDate.of(2027, 3, 1)))),
                work,
                day);
    }

    private static TieRecord agreement(String one, String other, @Nullable LocalDate end) {
        return new TieRecord(
                id(one + other), id(one), id(other), "AGREEMENT", null, true, null, "OBSERVED", LONG_AGO, end, true);
    }

    private static Work.Proof proof(String organisation, Sign sign, LocalDate on) {
        return new Work.Proof(id(organisation), sign, on, on.plusMonths(sign.months()));
    }

    private static Anchoring.Partner partner(Anchoring anchoring, String name) {
        return anchoring.partners().stream()
                .filter(it -> it.member().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
