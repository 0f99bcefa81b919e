package org.wirknetz.networkcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.wirknetz.networkcheck.Corridors.Corridor;
import org.wirknetz.networkcheck.Position.Advice;

/// Where the network stands between coordination and self-organisation, and what can be handed over (F11), by
/// hand.
class HandOverTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate BEGUN = LocalDate.of(2024, 1, 1);
    private static final UUID OFFICE = id("Koordinierungsstelle");

    private final List<Work.Body> bodies = new ArrayList<>();
    private final List<Work.Place> places = new ArrayList<>();
    private final List<Work.Gathering> gatherings = new ArrayList<>();
    private final List<Work.Attended> attended = new ArrayList<>();
    private final List<Work.Item> items = new ArrayList<>();

    /// 14 of 20, that is 70 in a hundred; one less are 65, one more 75.
    @Test
    void advice_needs_twenty_pieces_of_work_and_more_than_one_of_distance() {
        for (int n = 0; n < 20; n++) gather(null, TODAY.minusDays(n), n < 14 ? OFFICE : id("Handwerkskammer"));
        assertThat(advice()).isEqualTo(Advice.UNSET);
        assertThat(advice(corridor(1, 40, 60, TODAY))).isEqualTo(Advice.BACK);
        assertThat(advice(corridor(1, 40, 65, TODAY))).isEqualTo(Advice.EDGE);
        assertThat(advice(corridor(1, 40, 70, TODAY))).isEqualTo(Advice.STAY);
        assertThat(advice(corridor(1, 75, 90, TODAY))).isEqualTo(Advice.EDGE);
        assertThat(advice(corridor(1, 76, 90, TODAY))).isEqualTo(Advice.FORWARD);
        gatherings.removeLast();
        assertThat(advice(corridor(1, 40, 60, TODAY))).as("14 of 19").isEqualTo(Advice.TOO_FEW);
    }

    @Test
    void a_quarter_is_measured_by_the_corridor_that_held_then() {
        var quarter = LocalDate.of(2026, 9, 30);
        for (int n = 0; n < 20; n++) gather(null, quarter.minusDays(n), n < 14 ? OFFICE : id("Handwerkskammer"));
        var corridors = List.of(corridor(2, 20, 40, TODAY), corridor(1, 60, 80, LocalDate.of(2026, 1, 15)));
        var position = Position.of(chronicle(), work(), corridors, List.of(LocalDate.of(2025, 12, 31), quarter, TODAY));
        assertThat(position.quarters())
                .extracting(Position.Quarter::side)
                .containsExactly(
                        java.util.Optional.empty(),
                        java.util.Optional.of(Corridor.Side.WITHIN),
                        java.util.Optional.of(Corridor.Side.ABOVE));
        assertThat(position.quarters().getFirst().all()).isZero();
    }

    /// Ten groups begun by the office on one day; after a year a partner leads five: then half are left.
    @Test
    void the_half_life_is_the_median_with_what_is_still_there_counted_in() {
        for (int n = 0; n < 10; n++) {
            var body = body("AG " + n);
            var until = n < 5 ? BEGUN.plusYears(1) : null;
            places.add(new Work.Place(body.id(), OFFICE, id("Aylin"), "LEAD", BEGUN, until));
            if (until != null)
                places.add(new Work.Place(body.id(), id("Volkshochschule"), id("Olga"), "LEAD", until, null));
        }
        var partners = body("AG der Partner");
        places.add(new Work.Place(partners.id(), id("Volkshochschule"), id("Olga"), "LEAD", BEGUN, null));
        var found = found();
        assertThat(found.begun()).as("what a partner began is none of it").isEqualTo(10);
        assertThat(found.handed()).isEqualTo(5);
        assertThat(found.halfLife().orElseThrow()).isCloseTo(12.02, within(0.01));
        bodies.removeFirst();
        assertThat(found().begun()).isEqualTo(9);
        assertThat(found().halfLife()).as("nine are too few").isEmpty();
    }

    @Test
    void a_candidate_is_with_the_office_and_a_partner_takes_part_already() {
        var modules = body("AG Module");
        places.add(new Work.Place(modules.id(), OFFICE, id("Aylin"), "LEAD", BEGUN, null));
        places.add(new Work.Place(modules.id(), id("Handwerkskammer"), id("Jonas"), "DEPUTY", BEGUN, null));
        for (int n = 0; n < 4; n++) {
            var meeting = gather(modules, TODAY.minusMonths(2L * n + 1), OFFICE);
            if (n < 3) attended.add(new Work.Attended(meeting, id("Volkshochschule"), null));
            if (n == 0) {
                attended.add(new Work.Attended(meeting, id("Jobcenter"), null));
                attended.add(new Work.Attended(meeting, OFFICE, null));
                items.add(new Work.Item(meeting, id("Volkshochschule"), id("Volkshochschule")));
            }
        }
        var ended = new Work.Body(id("AG Alt"), "AG Alt", false, false, BEGUN, TODAY.minusMonths(1));
        bodies.add(ended);
        places.add(new Work.Place(ended.id(), OFFICE, id("Aylin"), "LEAD", BEGUN, null));
        places.add(new Work.Place(ended.id(), id("Handwerkskammer"), id("Jonas"), "DEPUTY", BEGUN, null));
        var chamber = new HandOver.Ready(id("Handwerkskammer"), true, 0, 0, 0);
        var school = new HandOver.Ready(id("Volkshochschule"), false, 0, 1, 3);
        assertThat(found().candidates())
                .as("one meeting of four is no taking part, and what has ended is not handed over")
                .containsExactly(
                        new HandOver.Candidate(HandOver.Kind.LEAD, modules, 4, List.of(chamber, school)),
                        new HandOver.Candidate(HandOver.Kind.MEETINGS, modules, 4, List.of(chamber, school)));
        gather(modules, TODAY, id("Volkshochschule"));
        assertThat(found().candidates())
                .extracting(HandOver.Candidate::kind)
                .as("the school hosts now")
                .containsExactly(HandOver.Kind.LEAD);
        assertThat(found().handed()).as("of the group's meetings").isOne();
    }

    private Advice advice(Corridor... corridors) {
        return Position.of(chronicle(), work(), List.of(corridors), List.of(TODAY))
                .advice();
    }

    private static Corridor corridor(int number, int low, int high, LocalDate on) {
        return new Corridor(number, low, high, "So soll es sein", on);
    }

    private static Chronicle chronicle() {
        var office = new Member(OFFICE, "office", "Koordinierungsstelle", "KS", "", List.of(), "", true, List.of());
        return new Chronicle(1, List.of(office), List.of(), List.of(), List.of());
    }

    private HandOver found() {
        return HandOver.of(
                work(),
                Set.of(OFFICE),
                Set.of(OFFICE, id("Handwerkskammer"), id("Volkshochschule"), id("Jobcenter")),
                TODAY);
    }

    private Work work() {
        return new Work(List.of(), List.of(), bodies, places, gatherings, attended, items, List.of(), List.of());
    }

    private Work.Body body(String name) {
        var body = new Work.Body(id(name), name, false, false, BEGUN, null);
        bodies.add(body);
        return body;
    }

    private UUID gather(Work.@org.jspecify.annotations.Nullable Body body, LocalDate on, UUID host) {
        var id = UUID.randomUUID();
        gatherings.add(new Work.Gathering(id, "Treffen", body == null ? null : body.id(), false, on, false, host));
        return id;
    }

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
