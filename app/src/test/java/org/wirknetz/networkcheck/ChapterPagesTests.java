package org.wirknetz.networkcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;
import org.wirknetz.access.Role;

/// The worked examples of the method (M1 to M10), through the chapters' pages and through the API.
@RoomTest
class ChapterPagesTests {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final List<String> CHAPTERS =
            List.of("/check/standards", "/check/shaping", "/check/sustaining", "/check/questions");

    @Autowired
    MockMvc mvc;

    @Autowired
    Cast cast;

    private Cast.Stage stage;

    @BeforeEach
    void set_the_stage() {
        stage = cast.network();
    }

    @Test
    void m3_m4_m8_and_m9_are_said_with_the_coordination_office_and_without() throws Exception {
        var network = M8.in(stage);
        kind(network, "Träger und Migrant*innenorganisation", "F", "G", "H");
        assertThat(words("/check/shaping", stage.office()))
                .contains("Von einer Organisation zur anderen sind es im Mittel 2,1 Schritte.")
                .contains("19 von 28 der Paare erreichen sich in höchstens zwei; der weiteste Weg hat 4.")
                .contains("Fällt eine von diesen 3 aus, zerfällt das Netz: A, F und G.")
                .contains("Eine einzige Verbindung (A – F) hält F, G und H am Netz.")
                .contains("Geschlossener, als es der Zufall ergäbe: Träger und Migrant*innenorganisation."
                        + " Eine Verbindung führt hinaus, 2 bleiben innen;"
                        + " von allen 56 Gruppen dieser Größe ist eine so geschlossen.")
                .contains("Ohne A fänden 16 von 21 Paaren der anderen nicht mehr zueinander.");
        assertThat(words("/check/shaping?coordinator=without", stage.office()))
                .contains("Das Netz besteht aus 3 Teilen, die nichts verbindet.");
        assertThat(words("/check/sustaining", stage.office()))
                .contains("Die Koordinierungsstelle ist mit 5 von 7 verbunden.")
                .contains("Ohne sie zerfiele das Netz in 3 Teile, und niemand hätte mehr als 2 Partner.")
                .as("eight are too few for an index")
                .doesNotContainPattern("58\\s?%");
        check().andExpect(near("path-length", 60 / 28.0))
                .andExpect(near("diameter", 4))
                .andExpect(near("pairs-within-two", 19 / 28.0))
                .andExpect(near("efficiency", 0.5952))
                .andExpect(near("degree-centralisation", 22 / 42.0))
                .andExpect(near("betweenness-centralisation", 96 / 147.0))
                .andExpect(near("degree-centralisation-without-coordinator", 0.2))
                .andExpect(near("coordinator-dependency", 0.5846))
                .andExpect(near("modularity", 0.2901))
                .andExpect(near("ei-index", -7 / 9.0))
                .andExpect(near("closed-groups", 1))
                .andExpect(near("key-players", 1))
                .andExpect(jsonPath("$.keyPlayers.members.length()").value(1))
                .andExpect(jsonPath("$.keyPlayers.fragmentation").value(closeTo(16 / 21.0, 1e-9), Double.class))
                .andExpect(jsonPath("$.namedGroups[0].ei").value(closeTo(-1 / 3.0, 1e-9), Double.class))
                .andExpect(jsonPath("$.namedGroups[0].compared").value(56))
                .andExpect(jsonPath("$.namedGroups[0].p").value(closeTo(1 / 56.0, 1e-9), Double.class))
                .andExpect(jsonPath("$.cutPoints.length()").value(3))
                .andExpect(jsonPath("$.bridges.length()").value(3));
    }

    /// A star of twelve: all ties and all ways gather at the office, in every quarter.
    @Test
    void m9_stands_beside_its_own_quarters() throws Exception {
        var network = M8.of(stage, "ABCDEFGHIJKL");
        for (char other = 'B'; other <= 'L'; other++)
            network.tie("A", String.valueOf(other), "INFO", LocalDate.of(2024, 1, 1), null);
        assertThat(words("/check/sustaining", stage.office()))
                .contains("Zentralisierung der Verbindungen mit und ohne Koordinierung: 1,00 und 0,00")
                .contains(
                        "Wie sehr sich die Verbindungen bei einzelnen sammeln: Gegen die eigenen letzten 11 Quartale gehalten: mittel.")
                .contains(
                        "Wie sehr sich die Wege bei einzelnen sammeln: Gegen die eigenen letzten 11 Quartale gehalten: mittel.");
    }

    private static void kind(M8 network, String name, String... members) {
        var group = UUID.randomUUID();
        network.write(
                "insert into directory.actor_group (network, id, key, name_de, name_en) values (platform.network(), ?, ?, ?, ?)",
                group,
                "G" + group.toString().replace("-", "").toUpperCase(java.util.Locale.ROOT),
                name,
                name);
        for (var member : members)
            network.write(
                    "insert into directory.organisation_group (network, organisation, actor_group) values (platform.network(), ?, ?)",
                    network.id(member),
                    group);
    }

    /// Ten left after two years, ten have been there for nearly five.
    @Test
    void m5_says_how_long_partners_stay_those_still_there_among_them() throws Exception {
        var network = M8.of(stage, "");
        var begun = LocalDate.of(2022, 1, 1);
        for (int at = 0; at < 20; at++)
            network.member("Partner " + at, begun, at < 10 ? LocalDate.of(2024, 1, 1) : null);
        assertThat(words("/check/shaping", stage.office()))
                .contains("Die Hälfte der Partner bleibt mindestens 24 Monate. Von 20 Mitgliedschaften")
                .contains("nach 4 Jahren 50 von hundert sind noch dabei");
        check().andExpect(near("median-tenure", 730 / (365.25 / 12)));
    }

    @Test
    void m1_names_the_roles_that_are_missing() throws Exception {
        var network = M8.of(stage, "");
        var model = UUID.randomUUID();
        network.write(
                "insert into directory.target_model (network, id, name, number, valid_from) values (platform.network(), ?, 'Soll', 900, '2024-01-01')",
                model);
        role(network, model, "Agentur", 3, 1, 1);
        role(network, model, "Jobcenter", 3, 2, 2);
        role(network, model, "IHK", 3, 1, 1);
        role(network, model, "HWK", 3, 1, 1);
        role(network, model, "Träger", 3, 3, 5);
        role(network, model, "Betriebe", 3, 3, 1);
        role(network, model, "Gewerkschaft", 2, 1, 0);
        role(network, model, "Arbeitgeberverband", 2, 1, 1);
        role(network, model, "Kommune", 2, 2, 1);
        role(network, model, "Berufsschule", 2, 1, 0);
        role(network, model, "Migrant*innenorganisation", 3, 1, 1);
        role(network, model, "Gleichstellung", 2, 1, 0);
        role(network, model, "Wohlfahrt", 2, 1, 2);
        role(network, model, "Land", 1, 1, 1);
        assertThat(words("/check/standards", stage.office()))
                .contains("9 von 14 Rollen des Sollbilds sind besetzt; es fehlen: Betriebe")
                .contains("gewichtet 0,74")
                .as("of none of them has anything been seen")
                .contains("sind 0 von 14 Rollen besetzt; auf dem Papier sind es 9.");
        check().andExpect(near("completeness", 25 / 34.0));
    }

    private void role(M8 network, UUID model, String name, int weight, int minimum, int present) {
        var group = UUID.randomUUID();
        network.write(
                "insert into directory.actor_group (network, id, key, name_de, name_en) values (platform.network(), ?, ?, ?, ?)",
                group,
                "G" + group.toString().replace("-", "").toUpperCase(java.util.Locale.ROOT),
                name,
                name);
        network.write(
                "insert into directory.target_role (network, model, actor_group, minimum, weight) values (platform.network(), ?, ?, ?, ?)",
                model,
                group,
                minimum,
                weight);
        for (int at = 0; at < present; at++) {
            network.write(
                    "insert into directory.organisation_group (network, organisation, actor_group) values (platform.network(), ?, ?)",
                    network.member(name + " " + at, null, null),
                    group);
        }
    }

    @Test
    void m2_says_who_put_what_on_the_agenda_and_gives_the_index_to_programs() throws Exception {
        var network = M8.in(stage);
        var meeting = UUID.randomUUID();
        network.write("""
                insert into meetings.meeting (network, id, title, kind, circle, starts_at, ends_at, state)
                values (platform.network(), ?, 'Plenum', 'PLENARY', 'NETWORK', '2026-10-06 10:00+02', '2026-10-06 12:00+02', 'INVITED')
                """, meeting);
        int[] put = {12, 3, 1, 4, 2, 1, 1, 0};
        int position = 0;
        for (int at = 0; at < put.length; at++)
            for (int item = 0; item < put[at]; item++)
                network.write("""
                        insert into meetings.agenda_item (network, meeting, position, title, kind, proposer)
                        values (platform.network(), ?, ?, 'Punkt', 'INFORMATION', ?)
                        """, meeting, position++, network.all().get(at));
        assertThat(words("/check/shaping", stage.office()))
                .contains(
                        "12 von 24 Gelegenheiten, gehört zu werden, lagen bei der Koordinierung. Eine Organisation kam nicht vor.");
        check().andExpect(near("gini", 0.631)).andExpect(near("evenness", 0.726));
    }

    @Test
    void m5_says_who_came_who_left_and_which_ties_stayed() throws Exception {
        var network = M8.of(stage, "ABCDEFG");
        network.member("H", null, LocalDate.of(2026, 6, 1));
        network.member("I", LocalDate.of(2026, 2, 1), null);
        network.member("J", LocalDate.of(2026, 3, 1), null);
        for (var kept : List.of("AB", "AC", "AD", "AE", "AF", "BC", "DE")) tie(network, kept, null, null);
        for (var lost : List.of("FG", "GH")) tie(network, lost, null, LocalDate.of(2026, 5, 1));
        for (var gained : List.of("AI", "IJ", "BJ")) tie(network, gained, LocalDate.of(2026, 4, 1), null);
        assertThat(words("/check/shaping", stage.office()))
                .contains("2 neu, 1 ausgeschieden seit 23.11.2025; 7 von 9 Verbindungen blieben.")
                .contains("7 von 9 Verbindungen blieben, 3 kamen dazu");
    }

    private static void tie(
            M8 network,
            String pair,
            @org.jspecify.annotations.Nullable LocalDate from,
            @org.jspecify.annotations.Nullable LocalDate to) {
        network.tie(pair.substring(0, 1), pair.substring(1), "INFO", from, to);
    }

    @Test
    void m10_counts_pairs_and_names_none() throws Exception {
        var network = M8.in(stage);
        var given = "AB3 BA3 AC2 CA1 AD2 DA2 AF5 FA1 FG6 GH1 HG1 DE2 ED2 BC1 CB1 AE1";
        for (var one : given.split(" "))
            network.gave(one.substring(0, 1), one.substring(1, 2), one.charAt(2) - '0', LocalDate.of(2026, 10, 1));
        // More than two years ago.
        network.gave("B", "H", 5, LocalDate.of(2024, 11, 20));
        assertThat(words("/check/shaping", stage.office()))
                .contains("Bei 7 von 9 Paaren, die einander helfen, geht es in beide Richtungen.");
        check().andExpect(near("reciprocity-arcs", 0.875))
                .andExpect(near("reciprocity-corrected", 0.825))
                .andExpect(near("reciprocity-weighted", 22 / 34.0))
                .andExpect(near("reciprocity-dyads", 7 / 9.0));
    }

    @Test
    void too_little_is_said_in_sentences_and_never_as_a_figure() throws Exception {
        var three = M8.of(stage, "ABC");
        tie(three, "AB", null, null);
        assertThat(words("/check/shaping", stage.office()))
                .contains("Bei 3 Organisationen wird hier nichts ausgewiesen")
                .contains("Mit 3 Organisationen ist das Netz klein")
                .doesNotContain("NaN", "Infinity", "∞");
        stage = cast.network();
        var silent = M8.of(stage, "ABCDEFGHIJKLMNOPQRST");
        tie(silent, "AB", null, null);
        assertThat(words("/check/shaping", stage.office()))
                .contains("Zu 18 von 20 Organisationen ist noch nichts eingetragen.")
                .doesNotContain("NaN", "Infinity", "∞");
        stage = cast.network();
        for (var chapter : CHAPTERS)
            assertThat(words(chapter, stage.office()))
                    .as("nobody there: " + chapter)
                    .doesNotContain("NaN", "Infinity");
    }

    @Test
    void every_chapter_is_there_in_both_languages_and_compares_with_history_and_chance() throws Exception {
        var network = M8.of(stage, "ABCDEFGHIJKL");
        for (var pair : M8.TIES) tie(network, pair, LocalDate.of(2025, 1, 1), null);
        for (var pair : List.of("HI", "IJ", "JK", "KL")) tie(network, pair, LocalDate.of(2026, 3, 1), null);
        for (var language : List.of("de", "en")) {
            for (var chapter : CHAPTERS) {
                var page = mvc.perform(
                                get(stage.path(chapter)).with(stage.office()).cookie(new Cookie("lang", language)))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
                assertThat(page).contains("lang=\"" + language + "\"").doesNotContain("?networkcheck.");
            }
        }
        assertThat(words("/check/shaping", stage.office()))
                .contains("Gegen die eigenen letzten")
                .contains("Von hundert ausgelosten Netzen")
                .contains("Verlauf als Tabelle");
        var shaping = get(stage.path("/check/shaping"));
        mvc.perform(shaping.with(stage.office())).andExpect(content().string(containsString("class=\"spark\"")));
    }

    @Test
    void each_chapter_says_what_its_size_lets_say_and_each_measure_how_to_read_it() throws Exception {
        M8.in(stage);
        assertThat(words("/check/shaping", stage.office()))
                .contains("Was sich bei 8 Organisationen sagen lässt")
                .contains("Bei weniger als zehn Organisationen kippen sie")
                .contains("Eine einzelne Organisation macht hier 13 von hundert aus.");
        var reading = mvc.perform(get(stage.path("/check/reading")).with(stage.office()))
                .andReturn()
                .getResponse()
                .getContentAsString();
        for (var chapter : CHAPTERS) {
            var page = mvc.perform(get(stage.path(chapter)).with(stage.office()))
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
            var links = java.util.regex.Pattern.compile("/check/reading#([a-z-]+)")
                    .matcher(page)
                    .results()
                    .map(it -> it.group(1))
                    .toList();
            assertThat(links)
                    .as(chapter)
                    .isNotEmpty()
                    .allSatisfy(it -> assertThat(reading).contains("id=\"" + it + "\""));
        }
        assertThat(words("/check/standards", stage.office()))
                .contains("Wie gemischt ist das Netzwerk?", "Zur Gleichstellung");
    }

    @Test
    void counts_are_followed_through_the_quarters_and_arrows_need_more_than_one_organisation() throws Exception {
        var network = M8.of(stage, "ABCDEFGHIJKL");
        for (var pair : M8.TIES) tie(network, pair, LocalDate.of(2024, 1, 1), null);
        for (var pair : List.of("AB", "AC", "AD", "DE", "GH", "FG", "BC"))
            network.tie(pair.substring(0, 1), pair.substring(1), "AGREEMENT", LocalDate.of(2026, 6, 1), null);
        assertThat(words("/check/shaping", stage.office()))
                .as("nothing written a year ago, nearly all today")
                .contains("↑ Gestiegen seit 23.11.2025: Nähme man irgendeine Organisation heraus, wären es heute 71")
                .contains("30.06.2026 7 von 9");
        network.member("M", LocalDate.of(2024, 1, 1), LocalDate.of(2026, 6, 1));
        assertThat(words("/check/shaping", stage.office()))
                .as("one that left is no trend")
                .contains("0 neu, 1 ausgeschieden")
                .contains("Nähme man irgendeine Organisation heraus, wären es heute 0");
    }

    @Test
    void progress_leads_back_to_the_chapter_when_nothing_is_under_way() throws Exception {
        M8.in(stage);
        var progress = get(stage.path("/check/progress")).param("chapter", "shaping");
        mvc.perform(progress.with(stage.office()).header("HX-Request", "true"))
                .andExpect(status().isNoContent())
                .andExpect(org.springframework.test.web.servlet.result.MockMvcResultMatchers.header()
                        .string("HX-Redirect", stage.path("/check/shaping?asOf=")));
        mvc.perform(get(stage.path("/check/progress"))
                        .param("chapter", "//evil.example")
                        .with(stage.office()))
                .andExpect(org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl(
                        stage.path("/check/standards?asOf=")));
    }

    @Test
    void a_funder_reads_no_chapter_of_today() throws Exception {
        M8.in(stage);
        var funder = Cast.signedIn(stage.sits("Stefan Thalheim", Role.FUNDER, null));
        for (var chapter : java.util.List.of("standards", "shaping", "sustaining", "questions", "progress"))
            mvc.perform(get(stage.path("/check/" + chapter)).with(funder)).andExpect(status().isForbidden());
    }

    private String words(String path, RequestPostProcessor who) throws Exception {
        var page = mvc.perform(get(stage.path(path)).with(who))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        return page.replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ");
    }

    private org.springframework.test.web.servlet.ResultActions check() throws Exception {
        return mvc.perform(get("/api/v1/networks/" + stage.slug() + "/checks/" + MONDAY)
                        .with(stage.office()))
                .andExpect(status().isOk());
    }

    private static org.springframework.test.web.servlet.ResultMatcher near(String measure, double value) {
        return result -> {
            var found = com.jayway.jsonpath.JsonPath.<List<Number>>read(
                    result.getResponse().getContentAsString(), "$.measures[?(@.id=='" + measure + "')].value");
            assertThat(found).as(measure).hasSize(1);
            org.hamcrest.MatcherAssert.assertThat(measure, found.getFirst().doubleValue(), closeTo(value, 0.0005));
        };
    }
}
