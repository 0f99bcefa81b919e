package org.wirknetz.networkcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;
import org.wirknetz.StatementCount;
import org.wirknetz.access.Role;
import org.wirknetz.networkcheck.whatif.Reading;

@RoomTest
class WhatIfPagesTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Pattern ROW = Pattern.compile(
            "id=\"what-if-([a-z-]+)\"><th.*?</th><td>(.*?)</td>(?:<td>(.*?)</td><td>(.*?)</td>)?</tr>", Pattern.DOTALL);

    @Autowired
    MockMvc mvc;

    @Autowired
    Cast cast;

    private Cast.Stage stage;
    private M8 network;

    private record Row(String now, String then, String difference) {}

    @BeforeEach
    void set_the_stage() {
        stage = cast.network();
        network = M8.of(stage, "ABCDEFGHIJKL");
        for (var pair : M8.TIES) tie(pair, LocalDate.of(2025, 1, 1), null);
        for (var pair : List.of("HI", "IJ", "JK", "KL")) tie(pair, LocalDate.of(2026, 3, 1), null);
    }

    private void tie(String pair, LocalDate from, @org.jspecify.annotations.Nullable LocalDate to) {
        network.tie(pair.substring(0, 1), pair.substring(1), "INFO", from, to);
    }

    @Test
    void a_tie_more_reads_like_a_network_that_has_it() throws Exception {
        var played = rows(play("add~" + id("B") + "~" + id("L")));
        tie("BL", TODAY, null);
        compare(played, rows("/check/what-if"));
        assertThat(read(played, "ways").difference()).startsWith("−");
        assertThat(read(played, "pairs")).isEqualTo(new Row("13", "14", "+1"));
        assertThat(read(played, "bridges")).isEqualTo(new Row("7", "0", "−7"));
    }

    /// What was found once is kept; it is found anew as soon as the network is another.
    @Test
    void the_same_play_asked_again_reads_the_same_until_the_network_is_another() throws Exception {
        var play = play("add~" + id("B") + "~" + id("L"));
        var first = rows(play);
        assertThat(rows(play)).isEqualTo(first);
        tie("CK", LocalDate.of(2026, 3, 1), null);
        var after = rows(play);
        assertThat(read(after, "pairs")).isEqualTo(new Row("14", "15", "+1"));
        tie("BL", TODAY, null);
        compare(after, rows("/check/what-if"));
    }

    @Test
    void a_tie_less_reads_like_a_network_that_has_lost_it() throws Exception {
        var played = rows(play("remove~" + id("F") + "~" + id("A")));
        network.write(
                "update networkcheck.tie set valid_to = '2026-11-23' where from_organisation = ? and to_organisation = ?",
                id("A"),
                id("F"));
        compare(played, rows("/check/what-if"));
        assertThat(read(played, "parts")).isEqualTo(new Row("1", "2", "+1"));
    }

    @Test
    void an_organisation_less_reads_like_a_network_without_it() throws Exception {
        var played = rows(play("without~" + id("F")));
        network.write("update directory.membership set valid_to = '2026-11-23' where organisation = ?", id("F"));
        compare(played, rows("/check/what-if"));
        assertThat(read(played, "organisations")).isEqualTo(new Row("12", "11", "−1"));
    }

    @Test
    void an_imagined_organisation_reads_like_one_that_joined() throws Exception {
        var page = html("/check/what-if/answer?act=new&name=Metallbau+Y%C4%B1ld%C4%B1z&group=", stage.office());
        var imagined = find(page, "\"newcomers\":\\[\\{\"id\":\"([0-9a-f-]+)\"");
        var played = rows(
                play("new~~Metallbau Yıldız", "add~" + imagined + "~" + id("L"), "remove~" + id("A") + "~" + id("B")));
        network.member("Metallbau Yıldız", TODAY, null);
        network.tie("Metallbau Yıldız", "L", "INFO", TODAY, null);
        network.write(
                "update networkcheck.tie set valid_to = '2026-11-23' where from_organisation = ? and to_organisation = ?",
                id("A"),
                id("B"));
        compare(played, rows("/check/what-if"));
        assertThat(read(played, "organisations")).isEqualTo(new Row("12", "13", "+1"));
    }

    /// Every reading of the play is what the page says of today once it has come true.
    private static void compare(Map<String, Row> played, Map<String, Row> real) {
        assertThat(played.keySet()).hasSize(Reading.values().length).isEqualTo(real.keySet());
        played.forEach((key, row) ->
                assertThat(row.then()).as(key).isEqualTo(read(real, key).now()));
    }

    @Test
    void the_page_and_the_part_that_script_asks_for_say_the_same_in_both_languages() throws Exception {
        var play = play("add~" + id("B") + "~" + id("L"), "without~" + id("F"));
        for (var language : List.of("de", "en")) {
            var page = html(play, stage.office(), language);
            var part = html(play.replace("what-if?", "what-if/answer?"), stage.office(), language);
            assertThat(page).contains("lang=\"" + language + "\"").doesNotContain("?networkcheck.", "NaN", "∞");
            assertThat(part).doesNotContain("<html").doesNotContain("?networkcheck.");
            assertThat(table(part)).isEqualTo(table(page));
        }
        assertThat(words(play))
                .contains(
                        "B und L verbinden",
                        "F herausnehmen",
                        "Letzten Schritt zurücknehmen",
                        "Nichts davon wird gespeichert")
                .contains("Verwirklichen: vorstellen, Aufgabe oder Tagesordnung");
    }

    @Test
    void a_move_without_script_leads_to_the_play_with_it_and_its_opposite_takes_it_back() throws Exception {
        var added = "step=add~" + id("B") + "~" + id("L");
        mvc.perform(get(stage.path("/check/what-if?act=add&from=" + id("B") + "&to=" + id("L")))
                        .with(stage.office()))
                .andExpect(redirectedUrl(stage.path("/check/what-if?" + added)));
        mvc.perform(get(stage.path("/check/what-if?" + added + "&act=without&organisation=" + id("F")))
                        .with(stage.office()))
                .andExpect(redirectedUrl(stage.path("/check/what-if?" + added + "&step=without~" + id("F"))));
        mvc.perform(get(stage.path("/check/what-if?" + added + "&act=remove&from=" + id("L") + "&to=" + id("B")))
                        .with(stage.office()))
                .andExpect(redirectedUrl(stage.path("/check/what-if")));
        mvc.perform(get(stage.path("/check/what-if?step=without~" + id("F") + "&act=back&gone=" + id("F")))
                        .with(stage.office()))
                .andExpect(redirectedUrl(stage.path("/check/what-if")));
        for (var wrong : List.of(
                "act=add&from=" + id("B"), "act=add&from=" + id("B") + "&to=" + id("B"), "act=fly", "act=new&name="))
            mvc.perform(get(stage.path("/check/what-if?" + wrong)).with(stage.office()))
                    .andExpect(status().isUnprocessableContent());
    }

    @Test
    void the_office_reads_which_alarms_would_arise_or_go_away() throws Exception {
        assertThat(words("/check/alarms")).contains("Eine einzige Verbindung");
        assertThat(words(play(
                        "add~" + id("B") + "~" + id("L"),
                        "add~" + id("C") + "~" + id("K"),
                        "add~" + id("D") + "~" + id("J"))))
                .contains("Fiele weg: Eine einzige Verbindung");
        stage = cast.network();
        network = M8.of(stage, "ABCDEF");
        for (var pair : List.of("AB", "AC", "BC", "DE", "EF", "DF", "AD", "BE"))
            tie(pair, LocalDate.of(2025, 1, 1), null);
        assertThat(words("/check/alarms")).contains("Nichts wartet");
        assertThat(words(play("remove~" + id("B") + "~" + id("E")))).contains("Käme dazu: Eine einzige Verbindung");
        var partner = Cast.signedIn(stage.sits("Jonas Weber", Role.PARTNER_ADMIN, id("B")));
        assertThat(html(play("remove~" + id("B") + "~" + id("E")), partner))
                .doesNotContain("Käme dazu", "Gesprächsanlass");
    }

    @Test
    void with_a_person_fall_the_ties_that_rest_on_them_alone() throws Exception {
        var group = group("AG Module");
        var jonas = person("Jonas", "Weber");
        var olga = person("Olga", "Petrenko");
        sits(group, jonas, "F");
        sits(group, olga, "G");
        var page = words(play("leave~" + jonas));
        assertThat(page).contains("Jonas Weber geht", "Eine Verbindung fiele im schlimmsten Fall weg: ");
        var rows = rows(play("leave~" + jonas));
        assertThat(read(rows, "parts")).isEqualTo(new Row("1", "2", "+1"));
        assertThat(read(rows, "threads").then()).isEqualTo("nicht bestimmt");
        var partner = Cast.signedIn(stage.sits("Miriam Hartwig", Role.PARTNER_ADMIN, id("B")));
        var unknown = html(play("leave~" + UUID.randomUUID()), partner);
        var closed = html(play("leave~" + jonas), partner);
        assertThat(closed)
                .as("a person who is not hers")
                .doesNotContain("Jonas")
                .contains("zählt nicht");
        assertThat(text(closed)).as("and nobody at all").isEqualTo(text(unknown));
    }

    @Test
    void an_imagined_person_reads_like_one_who_took_the_seat() throws Exception {
        var group = group("AG Module");
        sits(group, person("Jonas", "Weber"), "F");
        sits(group, person("Olga", "Petrenko"), "G");
        var steps = new String[] {
            "sits~" + id("F") + "~OPERATIONAL~" + group + "~Kollegin",
            "sits~" + id("B") + "~LEADERSHIP~" + group + "~Chefin"
        };
        var played = rows(play(steps));
        assertThat(read(played, "threads")).isEqualTo(new Row("1 von 1", "1 von 3", "gleich; von 3 statt 1"));
        assertThat(read(played, "reach").then()).isEqualTo("1 von 3");
        assertThat(words(play(steps)))
                .contains("„Kollegin“ (F, operativ) setzt sich in „AG Module“ dazu")
                .contains("Lernt dort Menschen aus 2 anderen Organisationen kennen");
        var partner = Cast.signedIn(stage.sits("Miriam Hartwig", Role.PARTNER_ADMIN, id("B")));
        assertThat(html(play(steps), partner))
                .contains("zählt nicht: Diesen Menschen")
                .doesNotContain("AG Module");
        sits(group, person("Neue", "Kollegin"), "F");
        sits(group, person("Neue", "Chefin"), "B", "LEADERSHIP");
        compare(played, rows("/check/what-if"));
        mvc.perform(get(stage.path("/check/what-if?act=sit&colleague=Neu&level=OPERATIONAL&employer=" + id("C")
                                + "&body=" + group))
                        .with(stage.office()))
                .andExpect(redirectedUrl(
                        stage.path("/check/what-if?step=sits~" + id("C") + "~OPERATIONAL~" + group + "~Neu")));
        mvc.perform(get(stage.path("/check/what-if?act=sit&colleague=Neu&level=BOSS&employer=" + id("C") + "&body="
                                + group))
                        .with(stage.office()))
                .andExpect(status().isUnprocessableContent());
    }

    /// The page of alarms has room for three key persons. Whoever moves up when one of them goes was there
    /// before.
    @Test
    void the_fourth_key_person_does_not_arise_when_the_first_goes() throws Exception {
        var leads = List.of("A", "B", "C", "D");
        var others = List.of("E", "F", "G", "H", "I", "J", "K", "L");
        for (int rank = 0; rank < leads.size(); rank++) {
            var group = group("AG " + leads.get(rank));
            var lead = person("Leitung", leads.get(rank));
            sits(group, lead, leads.get(rank));
            network.write("update groups.member set part = 'LEAD' where person = ?", lead);
            for (var other : others.subList(0, others.size() - rank)) {
                sits(group, person("Mitglied", leads.get(rank) + other), other);
                var pair = leads.get(rank) + other;
                if (!M8.TIES.contains(pair)) tie(pair, LocalDate.of(2025, 1, 1), null);
            }
        }
        assertThat(words("/check/alarms")).contains("Leitung A", "Leitung C").doesNotContain("Leitung D");
        assertThat(words(play("without~" + id("A"))))
                .containsPattern("Fiele weg:[^:]*Leitung A")
                .doesNotContainPattern("Käme dazu:[^:]*Leitung D");
    }

    /// Nine organisations get no index. With a tenth that is only imagined, and tied to nobody, it could be
    /// worked out.
    @Test
    void an_imagined_organisation_opens_no_gate() throws Exception {
        stage = cast.network();
        network = M8.of(stage, "ABCDEFGHI");
        for (var pair : M8.TIES) tie(pair, LocalDate.of(2025, 1, 1), null);
        tie("HI", LocalDate.of(2025, 1, 1), null);
        var rows = rows(play("new~~Neu"));
        assertThat(read(rows, "organisations").then()).isEqualTo("10");
        for (var key : List.of("degrees", "betweenness", "dependency", "efficiency", "circles"))
            assertThat(read(rows, key))
                    .as(key)
                    .isEqualTo(new Row("zu wenige Organisationen", "zu wenige Organisationen", ""));
    }

    @Test
    void a_play_too_long_for_an_address_is_told_so() throws Exception {
        var move = "/check/what-if?act=new&group=&name=" + "%E7%BD%91".repeat(80);
        var steps = new StringBuilder();
        for (int at = 0; at < 7; at++) steps.append("&step=new~~").append(at).append("%E7%BD%91".repeat(75));
        assertThat(refused(move + steps)).contains("zu lang für eine Adresse", "höchstens 5.000 Zeichen");
        assertThat(refused("/check/what-if?" + "step=new~~" + "%E7%BD%91".repeat(900)))
                .contains("zu lang für eine Adresse", "Noch ist nichts verändert");
        assertThat(html("/check/what-if/answer?" + "step=new~~" + "x".repeat(9_000), stage.office()))
                .contains("zu lang für eine Adresse");
    }

    @Test
    void while_a_hand_still_draws_the_same_is_told_without_the_moves_to_follow() throws Exception {
        var steps = play("add~" + id("B") + "~" + id("L")).replace("what-if?", "what-if/answer?");
        var ahead = html(steps + "ahead=", stage.office());
        assertThat(ahead).contains("what-if-told").doesNotContain("what-if-moves", "<option");
        assertThat(table(ahead)).isEqualTo(table(html(steps, stage.office())));
    }

    private String refused(String path) throws Exception {
        return text(mvc.perform(get(java.net.URI.create(stage.path(path))).with(stage.office()))
                .andExpect(status().isUnprocessableContent())
                .andReturn()
                .getResponse()
                .getContentAsString());
    }

    private UUID group(String name) {
        var group = UUID.randomUUID();
        network.write(
                "insert into groups.body (network, id, name, kind, visibility, founded_on) values (platform.network(), ?, ?, 'WORKING_GROUP', 'NETWORK', '2024-01-01')",
                group,
                name);
        return group;
    }

    private UUID person(String given, String family) {
        var id = UUID.randomUUID();
        network.write(
                "insert into directory.person (network, id, key, given_name, family_name) values (platform.network(), ?, ?, ?, ?)",
                id,
                id.toString(),
                given,
                family);
        return id;
    }

    private void sits(UUID group, UUID person, String organisation) {
        sits(group, person, organisation, "OPERATIONAL");
    }

    private void sits(UUID group, UUID person, String organisation, String level) {
        network.write(
                "insert into directory.position (network, person, organisation, level, valid_from) values (platform.network(), ?, ?, ?, '2024-01-01')",
                person,
                id(organisation),
                level);
        network.write(
                "insert into groups.member (network, group_id, organisation, person, part, since) values (platform.network(), ?, ?, ?, 'MEMBER', '2024-01-01')",
                group,
                id(organisation),
                person);
    }

    @Test
    void what_is_confidential_between_two_is_no_part_of_the_play() throws Exception {
        var agreement = UUID.randomUUID();
        network.write("""
                insert into agreements.agreement (network, id, title, visibility, negotiated_on, offered_on, concluded_on)
                values (platform.network(), ?, 'Vertraulich', 'PARTIES', '2026-01-01', '2026-01-02', '2026-02-01')
                """, agreement);
        network.write("""
                insert into agreements.party (network, agreement, organisation, position)
                values (platform.network(), ?, ?, 1), (platform.network(), ?, ?, 2)
                """, agreement, id("B"), agreement, id("L"));
        for (var who : List.of(stage.office(), Cast.signedIn(stage.sits("Jonas Weber", Role.PARTNER_ADMIN, id("L")))))
            assertThat(read(rowsOf(html(play("add~" + id("B") + "~" + id("L")), who)), "pairs"))
                    .as("not tied before, whoever asks")
                    .isEqualTo(new Row("13", "14", "+1"));
    }

    /// Taking a partner out must not tell that they were long away, or that nobody gave them anything back.
    @Test
    void a_partner_gets_no_reading_that_tells_of_single_ones() throws Exception {
        var partner = Cast.signedIn(stage.sits("Jonas Weber", Role.PARTNER_ADMIN, id("B")));
        var played = rowsOf(html(play("without~" + id("F")), partner));
        for (var reading : Reading.values())
            assertThat(played.containsKey(reading.key())).as(reading.key()).isEqualTo(!reading.isDiscreet());
        assertThat(played).doesNotContainKeys("silence", "reciprocity", "voice", "anchoring", "threads");
        assertThat(html(play("without~" + id("F")), partner)).contains("nur der Koordinierungsstelle durchgespielt");
    }

    @Test
    void too_few_are_told_in_sentences_and_never_in_figures() throws Exception {
        stage = cast.network();
        network = M8.of(stage, "ABC");
        tie("AB", LocalDate.of(2025, 1, 1), null);
        var page = words(play("add~" + id("B") + "~" + id("C"), "without~" + id("A")));
        assertThat(page)
                .contains("Im Spiel: Mit 2 Organisationen ist das Netz klein", "zu wenige Organisationen")
                .doesNotContain("NaN", "∞", "Infinity");
        stage = cast.network();
        network = M8.of(stage, "");
        assertThat(words("/check/what-if")).doesNotContain("NaN", "∞");
        assertThat(words(play("new~~Einziger")))
                .contains("„Einziger“ kommt dazu")
                .doesNotContain("NaN");
    }

    @Test
    void hostile_addresses_get_a_sentence_and_tell_nothing() throws Exception {
        var other = cast.network();
        var foreign = other.organisation("Fremde GmbH");
        assertThat(words(play("add~" + id("B") + "~" + foreign)))
                .contains("„B – unbekannt“ zählt nicht: Eine Organisation gibt es hier nicht")
                .doesNotContain("Fremde");
        assertThat(words(play(
                        "add~x~y",
                        "<script>alert(1)</script>",
                        "without~1-1-1-1-1",
                        "new~~" + "x".repeat(81),
                        "new~~a\u202eb")))
                .contains("5 Schritte in der Adresse waren nicht zu lesen");
        assertThat(html(play("new~~<b>Neu</b>"), stage.office()))
                .doesNotContain("<b>Neu</b>")
                .contains("&lt;b>Neu");
        assertThat(words(play(
                        "add~" + id("A") + "~" + id("B"),
                        "remove~" + id("B") + "~" + id("L"),
                        "add~" + id("C") + "~" + id("C"),
                        "new~~a",
                        "without~" + id("F"),
                        "add~" + id("F") + "~" + id("B"))))
                .contains(
                        "schon verbunden", "nicht verbunden", "mit sich selbst", "So heißt schon jemand", "nicht mehr");
        var many = new String[10_000];
        Arrays.setAll(many, at -> "add~" + UUID.randomUUID() + "~" + UUID.randomUUID());
        var page = mvc.perform(
                        get(stage.path("/check/what-if")).param("step", many).with(stage.office()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page).contains("9.960 Schritte").hasSizeLessThan(200_000);
    }

    @Test
    void nobody_without_names_plays_and_nobody_from_elsewhere() throws Exception {
        var funder = Cast.signedIn(stage.sits("Stefan Thalheim", Role.FUNDER, null));
        for (var path : List.of("/check/what-if", "/check/what-if/answer", "/check/what-if/map.json")) {
            mvc.perform(get(stage.path(path)).with(funder)).andExpect(status().isForbidden());
            mvc.perform(get(stage.path(path)).with(cast.network().office())).andExpect(status().isNotFound());
        }
        mvc.perform(get(stage.path("/check/what-if/map.json")).with(stage.office()))
                .andExpect(jsonPath("$.nodes.length()").value(12))
                .andExpect(jsonPath("$.ties.length()").value(13));
    }

    @Test
    void a_play_changes_nothing_and_asks_few_questions_however_long_it_is() throws Exception {
        html("/check/what-if", stage.office());
        var before = stage.<Long>ask(db ->
                db.sql("select max(id) from platform.trail").query(Long.class).single());
        var one = play("add~" + id("B") + "~" + id("L"));
        var many = play(
                "add~" + id("B") + "~" + id("L"),
                "add~" + id("C") + "~" + id("K"),
                "without~" + id("F"),
                "new~~Neu",
                "remove~" + id("A") + "~" + id("C"));
        html(one, stage.office());
        html(many, stage.office());
        var few = StatementCount.during(() -> html(one.replace("what-if?", "what-if/answer?"), stage.office()));
        var more = StatementCount.during(() -> html(many.replace("what-if?", "what-if/answer?"), stage.office()));
        assertThat(more.size()).isLessThanOrEqualTo(few.size() + 1);
        assertThat(stage.<Long>ask(db -> db.sql("select max(id) from platform.trail")
                        .query(Long.class)
                        .single()))
                .isEqualTo(before);
    }

    @Test
    void what_was_tried_becomes_an_introduction_a_task_or_an_item() throws Exception {
        assertThat(words("/check/steps?one=" + id("B") + "&other=" + id("L")))
                .contains("Was Sie ausprobiert haben", "B und L miteinander bekannt machen", "Als Aufgabe geben");
        assertThat(html("/check/steps", stage.office())).contains("/check/what-if?step=add~");
        assertThat(words("/check/steps?one=" + UUID.randomUUID() + "&other=x"))
                .doesNotContain("Was Sie ausprobiert haben");
    }

    private UUID id(String name) {
        return network.id(name);
    }

    private static String play(String... steps) {
        var query = new StringBuilder("/check/what-if?");
        for (var step : steps)
            query.append("step=")
                    .append(java.net.URLEncoder.encode(step, java.nio.charset.StandardCharsets.UTF_8))
                    .append('&');
        return query.toString();
    }

    private Map<String, Row> rows(String path) throws Exception {
        return rowsOf(html(path, stage.office()));
    }

    private static Map<String, Row> rowsOf(String page) {
        var rows = new LinkedHashMap<String, Row>();
        var matcher = ROW.matcher(page);
        while (matcher.find())
            rows.put(
                    matcher.group(1),
                    new Row(
                            matcher.group(2),
                            matcher.group(3) == null ? "" : matcher.group(3),
                            matcher.group(4) == null ? "" : matcher.group(4)));
        return rows;
    }

    private static Row read(Map<String, Row> rows, String key) {
        return java.util.Objects.requireNonNull(rows.get(key), key);
    }

    private static String table(String page) {
        return page.substring(page.indexOf("<table class=\"dense what-if-table\""), page.indexOf("</table>"));
    }

    private static String find(String page, String pattern) {
        var matcher =
                Pattern.compile(pattern).matcher(page.replace("&#34;", "\"").replace("&quot;", "\""));
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }

    private String html(String path, RequestPostProcessor who) throws Exception {
        return html(path, who, "de");
    }

    private String html(String path, RequestPostProcessor who, String language) throws Exception {
        return mvc.perform(get(java.net.URI.create(stage.path(path))).with(who).cookie(new Cookie("lang", language)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private String words(String path) throws Exception {
        return text(html(path, stage.office()));
    }

    private static String text(String page) {
        var main = page.substring(page.indexOf("<main"));
        return main.replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ");
    }
}
