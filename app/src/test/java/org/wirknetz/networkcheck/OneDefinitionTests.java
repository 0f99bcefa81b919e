package org.wirknetz.networkcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;

/// The same number wherever it stands: pages, alarms, report, what-if, files and API.
@RoomTest
class OneDefinitionTests {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    @Autowired
    MockMvc mvc;

    @Autowired
    Cast cast;

    private Cast.Stage stage;

    @BeforeEach
    void set_the_stage() {
        stage = cast.network();
    }

    /// A company in a municipality of the district fills the district's role; an umbrella and its members count once.
    @Test
    void who_fills_a_role_is_the_same_everywhere() throws Exception {
        var network = M8.of(stage, "");
        var model = UUID.randomUUID();
        network.write("""
                insert into directory.target_model (network, id, name, number, valid_from)
                values (platform.network(), ?, 'Soll', 900, '2024-01-01')
                """, model);
        var district = area(network, "Kupferland", null);
        var town = area(network, "Falenau", district);
        // Another area of the same name: it is the area that counts, not its name.
        var namesake = area(network, "Kupferland", null);
        role(network, model, "COMPANY", "Betrieb", "Company", district, 1);
        role(network, model, "WELFARE", "Wohlfahrt", "Welfare", null, 3);
        role(network, model, "UNION", "Gewerkschaft", "Trade union", namesake, 1);
        member(network, "Metallbau Yıldız GmbH", "COMPANY", town);
        member(network, "Gewerkschaftshaus", "UNION", district);
        var umbrella = member(network, "Wohlfahrtsliga", "WELFARE", null);
        for (var name : List.of("Caritasverband", "Diakonie"))
            network.write(
                    "insert into directory.umbrella_member (network, umbrella, member) values (platform.network(), ?, ?)",
                    umbrella,
                    member(network, name, "WELFARE", null));

        assertThat(page("/targets")).contains("1 von 3 Rollen besetzt", "1 da, mindestens 3 nötig");
        assertThat(page("/check/standards"))
                .contains("1 von 3 Rollen des Sollbilds sind besetzt")
                .contains("Wohlfahrt 1 da, mindestens 3 nötig");
        assertThat(page("/check/alarms"))
                .contains("Gewerkschaft (Kupferland): Seit mindestens einem halben Jahr ist niemand dabei")
                .doesNotContain("Betrieb (Kupferland): Seit");
        assertThat(page("/check/report?period=2026-2"))
                .contains("1 von 3 Rollen des Sollbilds sind besetzt; es fehlen:");
        assertThat(raw("/check/what-if")).containsPattern("id=\"what-if-completeness\"><th.*?</th><td>1 von 3</td>");
        var check = check(Locale.GERMAN);
        assertThat(measure(check, "completeness", "display")).containsExactly("1 von 3 Rollen besetzt");
        assertThat(JsonPath.<List<Number>>read(check, "$.measures[?(@.id=='completeness')].value"))
                .singleElement()
                .satisfies(it -> assertThat(it.doubleValue()).isCloseTo(4 / 9.0, within(1e-9)));
        assertThat(JsonPath.<List<String>>read(check, "$.coverage[*].group"))
                .containsExactlyInAnyOrder("Betrieb", "Gewerkschaft", "Wohlfahrt");
        assertThat(JsonPath.<List<String>>read(check, "$.signals[?(@.rule=='M1')].subject[0]"))
                .containsExactlyInAnyOrder("Gewerkschaft · Kupferland", "Wohlfahrt");
        assertThat(check).doesNotContain("WELFARE", "UNION");
        assertThat(JsonPath.<List<String>>read(check(Locale.ENGLISH), "$.coverage[*].group"))
                .containsExactlyInAnyOrder("Company", "Trade union", "Welfare");
    }

    /// Half of what was entered is confirmed, the normal state: what is given comes back or not, whoever confirmed
    /// what.
    @Test
    void give_and_take_and_confirmed_ties_are_told_alike() throws Exception {
        var network = M8.of(stage, "ABCDE");
        tie(network, "A", "B", true, false);
        tie(network, "A", "C", false, true);
        tie(network, "B", "C", false, false);
        tie(network, "C", "B", false, false);
        tie(network, "D", "E", false, false);
        network.gave("A", "B", 2, LocalDate.of(2026, 9, 1));
        network.gave("B", "A", 1, LocalDate.of(2026, 9, 2));
        network.gave("A", "C", 2, LocalDate.of(2026, 9, 3));
        assertThat(page("/check/shaping"))
                .contains("Bei 1 von 2 Paaren, die einander helfen, geht es in beide Richtungen.");
        assertThat(page("/check/standards") + page("/check/shaping"))
                .contains("1 von 4 verbundenen Paaren haben ihre Verbindung von beiden Seiten bestätigt.");
        var check = check(Locale.GERMAN);
        assertThat(measure(check, "reciprocity-dyads", "numerator")).hasToString("[1]");
        assertThat(measure(check, "reciprocity-dyads", "denominator")).hasToString("[2]");
        assertThat(measure(check, "reciprocity-dyads", "display")).containsExactly("1 von 2");
        assertThat(JsonPath.<Integer>read(check, "$.network.ties")).isEqualTo(4);
        assertThat(JsonPath.<Integer>read(check, "$.network.oneSidedTies")).isEqualTo(3);
        var file = raw("/check/files/html");
        assertThat(file).contains("Zwischen ihnen sind 4 Verbindungen dokumentiert, 3 davon nur von einer Seite.");
        assertThat(file.split("<line [^>]*class=\"one\"/>", -1))
                .as("three dashed lines")
                .hasSize(4);
        assertThat(file).contains("Austausch").doesNotContain(">INFO<");
    }

    /// Five of twelve have a tie: the page is silent about structure, and so is the display.
    @Test
    void where_too_little_is_documented_nothing_is_shown_anywhere() throws Exception {
        var network = M8.of(stage, "ABCDEFGHIJKL");
        for (var pair : List.of("AB", "BC", "CD", "DE"))
            tie(network, pair.substring(0, 1), pair.substring(1), true, true);
        assertThat(page("/check/shaping")).contains("Zu 7 von 12 Organisationen ist noch nichts eingetragen.");
        var check = check(Locale.GERMAN);
        assertThat(JsonPath.<Double>read(check, "$.network.responseShare")).isEqualTo(5 / 12.0, within(1e-9));
        for (var id : List.of("path-length", "density", "transitivity", "ei-index"))
            assertThat(measure(check, id, "display"))
                    .as(id)
                    .containsExactly(
                            "nicht ausgewiesen, weil nur zu 42\u202f% der Organisationen eine Verbindung bekannt ist");
        assertThat(measure(check, "path-length", "value"))
                .as("values are never touched")
                .doesNotContainNull();
        assertThat(JsonPath.<List<Double>>read(check, "$.measures[?(@.id=='density')].missing"))
                .singleElement()
                .satisfies(it -> assertThat(it).isEqualTo(7 / 12.0, within(1e-9)));
        for (var pair : List.of("FG", "HI")) tie(network, pair.substring(0, 1), pair.substring(1), true, true);
        assertThat(page("/check/shaping")).contains("eingeschränkt");
        assertThat(measure(check(Locale.GERMAN), "density", "display").toString())
                .contains("(eingeschränkt)");
    }

    @Test
    void the_display_is_what_the_page_prints() throws Exception {
        var network = M8.of(stage, "ABCDEFGHIJKLMNOPQRST");
        for (char one = 'A'; one <= 'T'; one++)
            tie(network, String.valueOf(one), one == 'T' ? "A" : String.valueOf((char) (one + 1)), true, true);
        var check = check(Locale.GERMAN);
        assertThat(measure(check, "path-length", "display")).containsExactly("5,26");
        assertThat(page("/check/shaping"))
                .contains("im Mittel 5,26 Schritte. "
                        + measure(check, "pairs-within-two", "display").getFirst() + " der Paare");
        assertThat(page("/check/sustaining"))
                .contains(String.valueOf(
                        measure(check, "coordinator-dependency", "display").getFirst()));
    }

    private static UUID area(M8 network, String name, @Nullable UUID parent) {
        var id = UUID.randomUUID();
        network.write(
                "insert into directory.area (network, id, key, name, level, parent) values (platform.network(), ?, ?, ?, ?, ?)",
                id,
                id.toString(),
                name,
                parent == null ? "DISTRICT" : "MUNICIPALITY",
                parent);
        return id;
    }

    private static void role(
            M8 network, UUID model, String key, String german, String english, @Nullable UUID area, int minimum) {
        network.write(
                "insert into directory.actor_group (network, key, name_de, name_en) values (platform.network(), ?, ?, ?)",
                key,
                german,
                english);
        network.write("""
                insert into directory.target_role (network, model, actor_group, area, minimum, weight)
                select platform.network(), ?, id, ?, ?, 3 from directory.actor_group
                 where network = platform.network() and key = ?
                """, model, area, minimum, key);
    }

    private static UUID member(M8 network, String name, String group, @Nullable UUID area) {
        var id = network.member(name, null, null);
        network.write("update directory.organisation set area = ? where id = ?", area, id);
        network.write("""
                insert into directory.organisation_group (network, organisation, actor_group)
                select platform.network(), ?, id from directory.actor_group where network = platform.network() and key = ?
                """, id, group);
        return id;
    }

    private static void tie(M8 network, String from, String to, boolean mutual, boolean confirmed) {
        network.write("""
                insert into networkcheck.tie (network, from_organisation, to_organisation, kind, mutual, from_confirmed_at, to_confirmed_at)
                values (platform.network(), ?, ?, 'INFO', ?, now(), case when ? then now() end)
                """, network.id(from), network.id(to), mutual, confirmed);
    }

    private String page(String path) throws Exception {
        return raw(path).replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ");
    }

    private String raw(String path) throws Exception {
        return mvc.perform(get(stage.path(path)).with(stage.office()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private String check(Locale locale) throws Exception {
        return mvc.perform(get("/api/v1/networks/" + stage.slug() + "/checks/" + MONDAY)
                        .locale(locale)
                        .header("Accept-Language", locale.getLanguage())
                        .with(stage.office()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
    }

    private static List<Object> measure(String check, String id, String field) {
        return JsonPath.read(check, "$.measures[?(@.id=='" + id + "')]." + field);
    }
}
