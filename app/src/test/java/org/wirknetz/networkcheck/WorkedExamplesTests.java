package org.wirknetz.networkcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;

/// The worked examples that rest on people and on dates (M4, M5, M7, M8, M9), through the pages and through the API.
/// The others stand in [ChapterPagesTests] and [FundingTests].
@RoomTest
class WorkedExamplesTests {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    @Autowired
    MockMvc mvc;

    @Autowired
    Cast cast;

    private Cast.Stage stage;
    private final Map<String, UUID> people = new HashMap<>();

    @BeforeEach
    void set_the_stage() {
        stage = cast.network();
    }

    @Test
    void m4_the_network_falls_apart_where_its_one_tie_breaks() throws Exception {
        var network = M8.of(stage, "ABCDEFGH");
        for (var pair : M8.TIES)
            network.tie(pair.substring(0, 1), pair.substring(1), "INFO", null, pair.equals("AF") ? MONDAY : null);
        assertThat(words("/check/shaping")).contains("Das Netz besteht aus 2 Teilen, die nichts verbindet.");
        check().andExpect(value("fragmentation", 0.536));
    }

    @Test
    void m5_turnover_and_the_ties_that_stayed_are_told_to_programs_too() throws Exception {
        var network = M8.of(stage, "ABCDEFG");
        network.member("H", null, LocalDate.of(2026, 6, 1));
        network.member("I", LocalDate.of(2026, 2, 1), null);
        network.member("J", LocalDate.of(2026, 3, 1), null);
        for (var kept : List.of("AB", "AC", "AD", "AE", "AF", "BC", "DE")) tie(network, kept, null, null);
        for (var lost : List.of("FG", "GH")) tie(network, lost, null, LocalDate.of(2026, 5, 1));
        for (var gained : List.of("AI", "IJ", "BJ")) tie(network, gained, LocalDate.of(2026, 4, 1), null);
        check().andExpect(value("turnover", 3 / 17.0)).andExpect(value("tie-stability", 7 / 12.0));
    }

    /// A's first person carries AB, AC and AD alone; leaders alone meet in AB, AC, AD and BC.
    @Test
    void m7_and_m8_say_who_reaches_whom_and_what_hangs_on_one_person() throws Exception {
        var network = M8.in(stage);
        var levels = Map.of("a", "L", "b", "L", "c", "L", "d", "L");
        for (var group : List.of("a b", "a c", "a d", "a a2 e", "a a2 f", "b c", "d2 e", "f g", "g g2 h")) {
            var body = UUID.randomUUID();
            network.write("""
                    insert into groups.body (network, id, name, kind, visibility, founded_on)
                    values (platform.network(), ?, ?, 'WORKING_GROUP', 'NETWORK', '2024-01-01')
                    """, body, "AG " + group);
            for (var name : group.split(" ")) {
                var organisation = network.id(name.substring(0, 1).toUpperCase(java.util.Locale.ROOT));
                var person = people.computeIfAbsent(
                        name,
                        it -> person(network, it, organisation, levels.containsKey(it) ? "LEADERSHIP" : "OPERATIONAL"));
                network.write("""
                        insert into groups.member (network, group_id, organisation, person, part, since)
                        values (platform.network(), ?, ?, ?, 'MEMBER', '2024-01-01')
                        """, body, organisation, person);
            }
        }
        for (int at = 0; at < 12; at++) function(network, "Funktion " + at, at >= 10, at < 8);
        assertThat(words("/check/shaping"))
                .contains(
                        "Bei 5 von 9 Paaren kennen sich Fachkräfte beider Seiten. Bei 4 Paaren kennen sich nur die Leitungen.")
                .contains("6 von 9 Verbindungen ruhen auf genau einem Menschen je Seite.")
                .contains("Olga A 3 Verbindungen hängen nur an dieser Person")
                .contains(
                        "8 von 12 Schlüsselfunktionen haben eine Stellvertretung. 10 von 12 liegen seit einem Jahr in derselben Hand.");
        check().andExpect(value("operative-reach", 5 / 9.0))
                .andExpect(value("single-thread-ties", 6 / 9.0))
                .andExpect(value("deputies", 8 / 12.0));
    }

    /// Two of twelve functions changed hands within the year.
    private void function(M8 network, String name, boolean changed, boolean deputised) {
        var holder = java.util.Objects.requireNonNull(people.get("b"));
        var other = java.util.Objects.requireNonNull(people.get("c"));
        network.write(
                """
                insert into directory.mandate (network, person, organisation, kind, function, valid_from, deputy)
                values (platform.network(), ?, ?, 'KEY_FUNCTION', ?, cast(? as date), ?)
                """, holder, network.id("B"), name, changed ? "2026-03-01" : "2024-01-01", deputised ? other : null);
        if (changed) network.write("""
                    insert into directory.mandate (network, person, organisation, kind, function, valid_from, valid_to)
                    values (platform.network(), ?, ?, 'KEY_FUNCTION', ?, '2024-01-01', '2026-03-01')
                    """, other, network.id("C"), name);
    }

    @Test
    void m9_fourteen_of_twenty_meetings_were_hosted_by_the_office() throws Exception {
        var network = M8.in(stage);
        for (int at = 0; at < 20; at++) network.write("""
                    insert into meetings.meeting (network, title, kind, circle, starts_at, ends_at, state, host_organisation)
                    values (platform.network(), 'Treffen', 'TALK', 'NETWORK', '2026-10-06 10:00+02', '2026-10-06 12:00+02', 'INVITED', ?)
                    """, network.id(at < 14 ? "A" : "B"));
        assertThat(words("/check/sustaining")).contains("Treffen als Gastgeber 14 von 20");
        check().andExpect(value("office-share", 14 / 20.0)).andExpect(value("degree-gini", 2 / 9.0));
    }

    private static void tie(
            M8 network,
            String pair,
            @org.jspecify.annotations.Nullable LocalDate from,
            @org.jspecify.annotations.Nullable LocalDate to) {
        network.tie(pair.substring(0, 1), pair.substring(1), "INFO", from, to);
    }

    private UUID person(M8 network, String name, UUID organisation, String level) {
        var id = UUID.randomUUID();
        network.write("""
                insert into directory.person (network, id, key, given_name, family_name)
                values (platform.network(), ?, ?, 'Olga', ?)
                """, id, id.toString(), name.toUpperCase(java.util.Locale.ROOT));
        network.write("""
                insert into directory.position (network, person, organisation, level, valid_from)
                values (platform.network(), ?, ?, ?, '2024-01-01')
                """, id, organisation, level);
        return id;
    }

    private String words(String path) throws Exception {
        return mvc.perform(get(stage.path(path)).with(stage.office()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString()
                .replaceAll("<[^>]+>", " ")
                .replaceAll("\\s+", " ");
    }

    private ResultActions check() throws Exception {
        return mvc.perform(get("/api/v1/networks/" + stage.slug() + "/checks/" + MONDAY)
                        .with(stage.office()))
                .andExpect(status().isOk());
    }

    private static org.springframework.test.web.servlet.ResultMatcher value(String measure, double expected) {
        return result -> assertThat(com.jayway.jsonpath.JsonPath.<List<Number>>read(
                        result.getResponse().getContentAsString(), "$.measures[?(@.id=='" + measure + "')].value"))
                .as(measure)
                .singleElement()
                .satisfies(it -> assertThat(it.doubleValue()).isCloseTo(expected, within(0.0005)));
    }
}
