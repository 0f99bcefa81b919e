package org.wirknetz.networkcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;
import org.wirknetz.access.Role;

/// A partner who subtracts the figures of two days from one another learns nothing of a third (docs/decisions/0264).
/// K and B have helped each other; K leaves on 10 November 2026. Today is 23 November.
@RoomTest
class DiscretionTests {

    private static final List<String> DISCREET = List.of(
            "reciprocity-arcs",
            "reciprocity-dyads",
            "reciprocity-weighted",
            "reciprocity-corrected",
            "gini",
            "evenness",
            "operative-reach",
            "single-thread-ties",
            "anchoring");
    private static final String SILENCE = "für Partner nur zum Ende eines abgelaufenen Quartals ausgewiesen";

    @Autowired
    MockMvc mvc;

    @Autowired
    Cast cast;

    private Cast.Stage stage;
    private RequestPostProcessor partner;

    @BeforeEach
    void set_the_stage() {
        stage = cast.network();
        var network = M8.of(stage, "ABCDEFGHIJ");
        network.member("K", null, LocalDate.of(2026, 11, 10));
        for (var pair : List.of("AB", "BC", "CD", "DE", "EF", "FG", "GH", "HI", "IJ", "AK"))
            network.tie(pair.substring(0, 1), pair.substring(1), "INFO", LocalDate.of(2024, 1, 1), null);
        for (var given : List.of("AB", "BA", "CD", "KB", "BK"))
            network.gave(given.substring(0, 1), given.substring(1), 2, LocalDate.of(2026, 8, 3));
        partner = Cast.signedIn(stage.sits("Jonas Weber", Role.PARTNER_ADMIN, network.id("C")));
    }

    @Test
    void two_days_around_an_exit_or_to_come_tell_a_partner_nothing_to_subtract() throws Exception {
        for (var day : List.of("2026-11-09", "2026-11-10", "2026-11-23", "2026-12-31", "2028-08-02", "2028-08-03")) {
            var check = check(partner, day);
            for (var id : DISCREET) {
                assertThat(read(check, id, "value")).as(id + day).containsOnlyNulls();
                assertThat(read(check, id, "numerator")).as(id + day).containsOnlyNulls();
                assertThat(read(check, id, "denominator")).as(id + day).containsOnlyNulls();
                assertThat(read(check, id, "missing")).as(id + day).containsOnlyNulls();
                assertThat(read(check, id, "withheld")).as(id + day).containsExactly("no-data");
                assertThat(read(check, id, "display")).as(id + day).containsExactly(SILENCE);
                assertThat(read(check, id, "basis")).as(id + day).hasToString("[[\"organisations\"]]");
            }
        }
        assertThat(table("2026-11-09"))
                .filteredOn(it -> it.startsWith("reciprocity"))
                .hasSize(4)
                .allSatisfy(it -> assertThat(it).contains(SILENCE).contains("no-data"))
                .isEqualTo(table("2026-11-10").stream()
                        .filter(it -> it.startsWith("reciprocity"))
                        .map(it -> it.replace(";10;", ";11;").replace(",10,", ",11,"))
                        .toList());
    }

    @Test
    void the_office_reads_every_day() throws Exception {
        assertThat(read(check(stage.office(), "2026-11-09"), "reciprocity-dyads", "display"))
                .containsExactly("2 von 3");
        assertThat(read(check(stage.office(), "2026-11-10"), "reciprocity-dyads", "display"))
                .containsExactly("1 von 2");
        assertThat(read(check(stage.office(), "2026-11-10"), "reciprocity-dyads", "value"))
                .containsExactly(0.5);
        assertThat(words("/check/shaping", stage.office())).contains("Bei 1 von 2 Paaren, die einander helfen");
    }

    @Test
    void the_end_of_a_quarter_that_is_over_is_told_in_words() throws Exception {
        var check = check(partner, "2026-09-30");
        assertThat(read(check, "reciprocity-dyads", "display")).containsExactly("2 von 3");
        for (var field : List.of("value", "numerator", "denominator"))
            assertThat(read(check, "reciprocity-dyads", field)).as(field).containsOnlyNulls();
        assertThat(mvc.perform(get(stage.path("/check/files/html?asOf=2026-11-10"))
                                .with(partner))
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8))
                .contains(SILENCE)
                .doesNotContain("1 von 2");
    }

    @Test
    void neither_the_day_nor_the_switch_changes_what_a_partner_reads_on_the_pages() throws Exception {
        for (var query : List.of(
                "",
                "?asOf=2026-11-09",
                "?asOf=2026-11-10",
                "?coordinator=without",
                "?asOf=2026-11-09&coordinator=without"))
            for (var page : List.of("/check/shaping", "/check"))
                assertThat(words(page + query, partner))
                        .as(page + query)
                        .contains("Stand 30.09.2026: Bei 2 von 3 Paaren, die einander helfen,")
                        .doesNotContain("Bei 1 von 2 Paaren", "Bei 0 von 1 Paaren");
        assertThat(words("/check/work", partner)).contains("Stand 30.09.2026: ");
        assertThat(words("/check/shaping?coordinator=without", stage.office()))
                .contains("Bei 0 von 1 Paaren, die einander helfen")
                .doesNotContain("Stand 30.09.2026");
    }

    @Test
    void the_last_end_of_a_quarter_is_never_today() {
        var today = LocalDate.of(2026, 9, 30);
        assertThat(Discretion.last(today, today)).isEqualTo(LocalDate.of(2026, 6, 30));
        assertThat(Discretion.tells(today, today)).isFalse();
        assertThat(Discretion.tells(today, today.plusDays(1))).isTrue();
        assertThat(Discretion.last(LocalDate.of(2030, 1, 1), today)).isEqualTo(LocalDate.of(2026, 6, 30));
        assertThat(Discretion.last(LocalDate.of(2026, 3, 31), today)).isEqualTo(LocalDate.of(2026, 3, 31));
        assertThat(Discretion.last(LocalDate.of(2026, 3, 30), today)).isEqualTo(LocalDate.of(2025, 12, 31));
    }

    @Test
    void a_partner_reads_no_course_of_what_only_the_office_may_know() throws Exception {
        for (var day : List.of("2026-09-30", "2026-11-23"))
            for (var id : DISCREET)
                assertThat(read(check(partner, day), id, "course")).as(id).containsOnlyNulls();
        assertThat(read(check(partner, "2026-11-23"), "path-length", "course.points[-1:].value"))
                .isEqualTo(read(check(partner, "2026-11-23"), "path-length", "value"))
                .doesNotContainNull();
        assertThat(read(check(stage.office(), "2026-11-23"), "operative-reach", "withheld"))
                .containsExactly("no-data");
    }

    /// Every measure that is followed ends with its own value: one number, wherever it stands.
    @Test
    void the_course_of_a_measure_ends_with_its_value() throws Exception {
        var check = check(stage.office(), "2026-11-23");
        List<String> followed = JsonPath.read(check, "$.measures[?(@.course != null)].id");
        assertThat(followed)
                .contains("path-length", "degree-centralisation", "coordinator-dependency", "formality", "anchoring");
        for (var id : followed) {
            // Its circles are sought more quickly for the quarters than for the day.
            if (id.equals("modularity")) continue;
            assertThat(read(check, id, "course.points[-1:].value")).as(id).isEqualTo(read(check, id, "value"));
        }
    }

    private List<String> table(String day) throws Exception {
        var zip = mvc.perform(get(stage.path("/check/files/csv?asOf=" + day)).with(partner))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry())
                if (entry.getName().endsWith("check-measures.csv"))
                    return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .toList();
        }
        throw new AssertionError("no table of measures");
    }

    private String check(RequestPostProcessor who, String day) throws Exception {
        return mvc.perform(get("/api/v1/networks/" + stage.slug() + "/checks/" + day)
                        .with(who))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private static List<Object> read(String check, String measure, String field) {
        return JsonPath.read(check, "$.measures[?(@.id=='" + measure + "')]." + field);
    }

    private String words(String path, RequestPostProcessor who) throws Exception {
        return mvc.perform(get(stage.path(path)).with(who))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString()
                .replaceAll("<[^>]+>", " ")
                .replaceAll("\\s+", " ");
    }
}
