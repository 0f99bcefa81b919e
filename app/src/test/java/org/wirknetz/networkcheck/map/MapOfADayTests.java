package org.wirknetz.networkcheck.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.wirknetz.networkcheck.Chronicle;
import org.wirknetz.networkcheck.Member;
import org.wirknetz.networkcheck.TieRecord;

/// Layers, what changed between two days, and ways: without pages and without a database.
class MapOfADayTests {

    private static final LocalDate SPRING = LocalDate.of(2025, 3, 31);
    private static final LocalDate AUTUMN = LocalDate.of(2025, 9, 30);

    private final Member handwerkskammer = member("Handwerkskammer", null, null);
    private final Member volkshochschule = member("Volkshochschule", null, null);
    private final Member jobcenter = member("Jobcenter", null, null);
    private final Member caritas = member("Caritasverband", LocalDate.of(2025, 6, 1), null);
    private final Member metallbau = member("Metallbau Yıldız GmbH", null, LocalDate.of(2025, 6, 1));

    private static Member member(String name, @Nullable LocalDate from, @Nullable LocalDate to) {
        return new Member(
                UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                name,
                name,
                name,
                "",
                List.of(),
                "",
                false,
                List.of(new Member.Stay(from, to)));
    }

    private static TieRecord tie(Member from, Member to, String kind, int strength, String source) {
        return tie(from, to, kind, strength, source, null, null);
    }

    private static TieRecord tie(
            Member from,
            Member to,
            String kind,
            int strength,
            String source,
            @Nullable LocalDate start,
            @Nullable LocalDate end) {
        return new TieRecord(
                UUID.randomUUID(), from.id(), to.id(), kind, strength, false, null, source, start, end, strength > 2);
    }

    private Chronicle network(TieRecord... ties) {
        return new Chronicle(
                1,
                List.of(handwerkskammer, volkshochschule, jobcenter, caritas, metallbau),
                List.of(ties),
                List.of(),
                List.of());
    }

    private static Layers said(Layers.Said said) {
        return new Layers(Set.of(), said, Layers.Form.ANY, Layers.Confirmed.ANY, 1, true);
    }

    @Test
    void what_is_reported_and_shown_by_work_is_told_apart() {
        var onlySaid = tie(handwerkskammer, volkshochschule, "INFO", 1, "DECLARED");
        var onlySeen = tie(volkshochschule, jobcenter, "JOINT_PRODUCT", 1, "OBSERVED");
        var bothSaid = tie(handwerkskammer, jobcenter, "AGREEMENT", 1, "DECLARED");
        var bothSeen = tie(jobcenter, handwerkskammer, "AGREEMENT", 1, "OBSERVED");
        var chronicle = network(onlySaid, onlySeen, bothSaid, bothSeen);
        assertThat(said(Layers.Said.REPORTED).of(chronicle, SPRING).ties())
                .containsExactlyInAnyOrder(onlySaid, bothSaid);
        assertThat(said(Layers.Said.OBSERVED).of(chronicle, SPRING).ties())
                .containsExactlyInAnyOrder(onlySeen, bothSeen);
        assertThat(said(Layers.Said.BOTH).of(chronicle, SPRING).ties())
                .as("said twice is one tie")
                .containsExactly(bothSaid);
        assertThat(Layers.ALL.of(chronicle, SPRING)).isEqualTo(chronicle.asOf(SPRING));
    }

    @Test
    void kinds_writing_confirmation_and_strength_narrow_what_is_shown() {
        var information = tie(handwerkskammer, volkshochschule, "INFO", 2, "DECLARED");
        var agreement = tie(handwerkskammer, jobcenter, "AGREEMENT", 4, "DECLARED");
        var chronicle = network(information, agreement);
        assertThat(shown(chronicle, Set.of("INFO"), Layers.Form.ANY, Layers.Confirmed.ANY, 1))
                .containsExactly(information);
        assertThat(shown(chronicle, Set.of(), Layers.Form.FORMAL, Layers.Confirmed.ANY, 1))
                .containsExactly(agreement);
        assertThat(shown(chronicle, Set.of(), Layers.Form.INFORMAL, Layers.Confirmed.ANY, 1))
                .containsExactly(information);
        assertThat(shown(chronicle, Set.of(), Layers.Form.ANY, Layers.Confirmed.ONE, 1))
                .containsExactly(information);
        assertThat(shown(chronicle, Set.of(), Layers.Form.ANY, Layers.Confirmed.ANY, 3))
                .containsExactly(agreement);
        assertThat(shown(chronicle, Set.of("FUNDING"), Layers.Form.ANY, Layers.Confirmed.ANY, 1))
                .isEmpty();
    }

    private static List<TieRecord> shown(
            Chronicle chronicle, Set<String> kinds, Layers.Form form, Layers.Confirmed confirmed, int strength) {
        return new Layers(kinds, Layers.Said.ANY, form, confirmed, strength, true)
                .of(chronicle, SPRING)
                .ties();
    }

    @Test
    void a_shift_names_what_came_and_what_went_with_its_day() {
        var begun = LocalDate.of(2025, 7, 1);
        var ended = LocalDate.of(2025, 8, 1);
        var chronicle = network(
                tie(handwerkskammer, volkshochschule, "INFO", 1, "DECLARED", begun, null),
                tie(volkshochschule, jobcenter, "REFERRAL", 1, "DECLARED", null, ended),
                tie(handwerkskammer, jobcenter, "INFO", 1, "DECLARED"),
                tie(handwerkskammer, metallbau, "INFO", 1, "DECLARED"));
        var shift = Shift.between(chronicle.asOf(SPRING), chronicle.asOf(AUTUMN));
        assertThat(shift.came())
                .containsExactly(new Shift.Change(handwerkskammer, volkshochschule, List.of("INFO"), begun));
        assertThat(shift.gone())
                .containsExactly(
                        new Shift.Change(handwerkskammer, metallbau, List.of("INFO"), null),
                        new Shift.Change(jobcenter, volkshochschule, List.of("REFERRAL"), ended));
        assertThat(shift.joined()).containsExactly(caritas);
        assertThat(shift.left()).containsExactly(metallbau);
    }

    @Test
    void a_tie_that_changes_its_kind_is_not_new() {
        var day = LocalDate.of(2025, 7, 1);
        var chronicle = network(
                tie(handwerkskammer, volkshochschule, "INFO", 1, "DECLARED", null, day),
                tie(volkshochschule, handwerkskammer, "REFERRAL", 1, "DECLARED", day, null));
        var shift = Shift.between(chronicle.asOf(SPRING), chronicle.asOf(AUTUMN));
        assertThat(shift.came()).isEmpty();
        assertThat(shift.gone()).isEmpty();
    }

    @Test
    void the_way_with_the_strongest_weakest_tie_comes_first() {
        var chronicle = network(
                tie(handwerkskammer, volkshochschule, "INFO", 5, "DECLARED"),
                tie(volkshochschule, metallbau, "INFO", 1, "DECLARED"),
                tie(handwerkskammer, jobcenter, "INFO", 3, "DECLARED"),
                tie(metallbau, jobcenter, "INFO", 3, "DECLARED"));
        var ways = Ways.in(chronicle.asOf(SPRING));
        assertThat(ways.between(handwerkskammer.id(), metallbau.id()))
                .containsExactly(
                        List.of(handwerkskammer, jobcenter, metallbau),
                        List.of(handwerkskammer, volkshochschule, metallbau));
        assertThat(ways.between(handwerkskammer.id(), caritas.id()))
                .as("is no member yet")
                .isEmpty();
        assertThat(ways.between(handwerkskammer.id(), handwerkskammer.id())).isEmpty();
        assertThat(ways.around(volkshochschule.id(), 1))
                .containsExactlyInAnyOrder(volkshochschule.id(), handwerkskammer.id(), metallbau.id());
        assertThat(ways.around(caritas.id(), 2)).isEmpty();
    }
}
