package org.wirknetz.networkcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;
import org.wirknetz.access.Role;
import org.wirknetz.platform.AccountId;

/// Frozen maps: a copy that stays, approved before anybody else sees it, and under pseudonyms nothing
/// that tells a name.
@RoomTest
class FrozenMapTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    Cast cast;

    private Cast.Stage stage;
    private final List<UUID> members = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private RequestPostProcessor funder;

    @BeforeEach
    void set_the_stage() {
        stage = cast.network();
        members.clear();
        names.clear();
        for (int at = 0; at < 22; at++) {
            var name = "Werkhaus-" + (char) ('a' + at) + "x" + at;
            names.add(name);
            members.add(member(name));
        }
        for (int at = 1; at < 22; at++) tie(members.get(at - 1), members.get(at));
        tie(members.get(0), members.get(9));
        funder = Cast.signedIn(stage.sits("Stefan Thalheim", Role.FUNDER, null));
    }

    private UUID member(String name) {
        var organisation = stage.organisation(name);
        stage.ask(ask -> ask.sql(
                        "insert into directory.membership (network, organisation, status) values (?, ?, 'ACTIVE')")
                .params(stage.network().value(), organisation)
                .update());
        return organisation;
    }

    private void tie(UUID from, UUID to) {
        stage.ask(ask -> ask.sql("""
                        insert into networkcheck.tie (network, from_organisation, to_organisation, kind, valid_from, note)
                        values (?, ?, ?, 'FUNDING', date '2024-05-17', 'vertraulich')
                        """).params(stage.network().value(), from, to).update());
    }

    private String freeze(boolean pseudonyms, String query) throws Exception {
        var place = mvc.perform(post(stage.path("/check/frozen"))
                        .with(stage.office())
                        .with(csrf())
                        .param("title", "Halbjahr 2026")
                        .param("query", query)
                        .param("pseudonyms", String.valueOf(pseudonyms)))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        assertThat(place).startsWith(stage.path("/check/frozen/"));
        return String.valueOf(place);
    }

    private void does(String path) throws Exception {
        mvc.perform(post(path).with(stage.office()).with(csrf())).andExpect(status().is3xxRedirection());
    }

    private String reads(String path, RequestPostProcessor who) throws Exception {
        return mvc.perform(get(path).with(who))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private String opens(String map) throws Exception {
        var page = mvc.perform(post(map + "/door").with(stage.office()).with(csrf()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        var found = Pattern.compile("/n/" + stage.slug() + "/map/[\\w-]{43}").matcher(page);
        assertThat(found.find()).isTrue();
        return found.group();
    }

    @Test
    void nobody_sees_a_draft_but_the_office_and_everybody_with_a_seat_what_is_approved() throws Exception {
        var map = freeze(false, "");
        mvc.perform(get(map).with(funder)).andExpect(status().isNotFound());
        mvc.perform(get(map + "/export").with(funder)).andExpect(status().isNotFound());
        assertThat(reads(stage.path("/check/frozen"), funder)).doesNotContain("Halbjahr 2026");
        does(map + "/approval");
        assertThat(reads(map, funder)).contains("Halbjahr 2026", names.get(3), "22 Organisationen und 22 Verbindungen");
        assertThat(reads(stage.path("/check/frozen"), funder)).contains("Halbjahr 2026");
        mvc.perform(get(map).with(cast.network().office())).andExpect(status().isNotFound());
        does(map + "/withdrawal");
        mvc.perform(get(map).with(funder)).andExpect(status().isNotFound());
    }

    /// The title stands above the letters, for everybody who has the address.
    @Test
    void a_title_above_pseudonyms_names_nobody_who_does_not_show_themselves() throws Exception {
        stage.ask(ask -> ask.sql("""
                        insert into directory.person (network, id, key, given_name, family_name)
                        values (?, gen_random_uuid(), 'aylin', 'Aylin', 'Demir')
                        """).param(stage.network().value()).update());
        for (var title :
                List.of("Das Netz der Aylin Demir", "Demir, Aylin: Stand Mai", "Rund um " + names.get(4) + "s")) {
            mvc.perform(post(stage.path("/check/frozen"))
                            .with(stage.office())
                            .with(csrf())
                            .param("title", title)
                            .param("pseudonyms", "true"))
                    .andExpect(status().isConflict())
                    .andExpect(content().string(containsString("nennt niemanden")));
            mvc.perform(post(stage.path("/check/frozen"))
                            .with(stage.office())
                            .with(csrf())
                            .param("title", title)
                            .param("pseudonyms", "false"))
                    .andExpect(status().is3xxRedirection());
        }
    }

    @Test
    void the_picture_is_a_file_of_its_own_that_tells_no_more_than_the_page() throws Exception {
        var map = freeze(true, "");
        mvc.perform(get(map + "/picture").with(funder)).andExpect(status().isNotFound());
        does(map + "/approval");
        var picture = reads(map + "/picture", funder);
        var read = javax.xml.parsers.DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new org.xml.sax.InputSource(new java.io.StringReader(picture)));
        assertThat(read.getElementsByTagName("line").getLength()).isEqualTo(22);
        assertThat(picture)
                .contains("Halbjahr 2026", "Organisation V")
                .doesNotContain("var(--")
                .doesNotContain(names.toArray(String[]::new))
                .doesNotContain(members.stream().map(UUID::toString).toArray(String[]::new));
    }

    @Test
    void what_is_frozen_stays_whatever_is_written_later() throws Exception {
        var map = freeze(false, "");
        var before = table(reads(map, stage.office()));
        tie(members.get(2), members.get(17));
        stage.ask(ask -> ask.sql("update directory.organisation set name = 'Umbenannt' where id = ?")
                .param(members.get(3))
                .update());
        assertThat(table(reads(map, stage.office()))).isEqualTo(before).doesNotContain("Umbenannt");
        var id = UUID.fromString(map.substring(map.lastIndexOf('/') + 1));
        for (var change :
                List.of("title = 'Anders'", "content = '{}'", "pseudonyms = true", "as_of = date '2020-01-01'"))
            assertThatThrownBy(() ->
                            stage.ask(ask -> ask.sql("update networkcheck.frozen_map set " + change + " where id = ?")
                                    .param(id)
                                    .update()))
                    .as(change)
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("frozen");
    }

    private static String table(String page) {
        return page.substring(page.indexOf("<figure"), page.lastIndexOf("</table>"));
    }

    /// Everything that goes out of a map under pseudonyms, searched for everything that must not.
    @Test
    void under_pseudonyms_no_way_out_tells_a_name_an_id_a_kind_or_a_day() throws Exception {
        var map = freeze(true, "");
        does(map + "/approval");
        var secret = opens(map);
        var stored = stage.<String>ask(db -> db.sql("select content::text from networkcheck.frozen_map")
                .query(String.class)
                .single());
        var street =
                mvc.perform(get(secret)).andExpect(status().isOk()).andReturn().getResponse();
        assertThat(street.getHeader("X-Robots-Tag")).isEqualTo("noindex");
        assertThat(street.getHeader("Referrer-Policy"))
                .as("no secret to other sites, and forms that still have an origin")
                .isEqualTo("strict-origin");
        for (var exit :
                List.of(stored, reads(map, funder), reads(map + "/export", funder), street.getContentAsString())) {
            for (var name : names) assertThat(exit).doesNotContain(name);
            for (var id : members) assertThat(exit).doesNotContain(id.toString());
            assertThat(exit).doesNotContain("FUNDING", "Förderung", "2024-05-17", "17.05.2024", "vertraulich");
            assertThat(exit).doesNotContain("/organisations/", "/ties/");
        }
        assertThat(reads(map, funder))
                .contains("Organisation A", "Organisation V")
                .doesNotContain("Organisation W");
    }

    @Test
    void letters_follow_no_alphabet_and_are_drawn_anew_each_time() throws Exception {
        // The organisations are a chain in the order of their names and of their founding: whoever is tied to whom
        // tells
        // in which order the letters stand.
        var first = neighbours(freeze(true, ""));
        var second = neighbours(freeze(true, ""));
        assertThat(first).hasSize(22).isNotEqualTo(second);
        var alphabet = new ArrayList<String>();
        for (int at = 1; at < 22; at++) alphabet.add((char) ('A' + at - 1) + "-" + (char) ('A' + at));
        assertThat(first).isNotEqualTo(alphabet);
        // By chance two letters in a row are tied in two of 22 draws; in half of them only once in many lives.
        assertThat(first.stream().filter(alphabet::contains)).hasSizeLessThan(11);
    }

    private List<String> neighbours(String map) throws Exception {
        var file = reads(map + "/export", stage.office());
        return Pattern.compile("Organisation ([A-Z])\"?;[^;]*;\"?Organisation ([A-Z])")
                .matcher(file)
                .results()
                .map(it -> it.group(1) + "-" + it.group(2))
                .toList();
    }

    @Test
    void the_address_for_everybody_opens_approved_pseudonyms_and_nothing_else() throws Exception {
        var named = freeze(false, "");
        does(named + "/approval");
        mvc.perform(post(named + "/door").with(stage.office()).with(csrf())).andExpect(status().isConflict());
        assertThatThrownBy(() -> stage.ask(
                        ask -> ask.sql("update networkcheck.frozen_map set secret = decode(repeat('ab', 32), 'hex')")
                                .update()))
                .as("past the verbs")
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("open_is_approved_and_hidden");
        var map = freeze(true, "");
        mvc.perform(post(map + "/door").with(stage.office()).with(csrf())).andExpect(status().isConflict());
        does(map + "/approval");
        var first = opens(map);
        mvc.perform(get(first))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Organisation B")));
        var second = opens(map);
        mvc.perform(get(first)).andExpect(status().isNotFound());
        mvc.perform(get(second.replace(stage.slug(), cast.network().slug()))).andExpect(status().isNotFound());
        mvc.perform(get(second.substring(0, second.lastIndexOf('/') + 1) + map.substring(map.lastIndexOf('/') + 1)))
                .andExpect(status().isNotFound());
        does(map + "/withdrawal");
        mvc.perform(get(second)).andExpect(status().isNotFound());
    }

    /// Row by row in the database, whatever a page forgets to ask.
    @Test
    void whoever_has_no_seat_reads_no_approved_map_from_the_table() throws Exception {
        does(freeze(true, "") + "/approval");
        freeze(true, "");
        assertThat(rowsFor(stage.sits("Stefan Thalheim", Role.FUNDER, null))).isOne();
        assertThat(rowsFor(stage.officeAccount())).isEqualTo(2);
        assertThat(rowsFor(cast.network().officeAccount())).as("no seat here").isZero();
    }

    private int rowsFor(AccountId account) {
        return stage.<Integer>as(
                account,
                db -> db.sql("select count(*) from networkcheck.frozen_map")
                        .query(Integer.class)
                        .single());
    }

    @Test
    void a_small_network_has_nobody_to_hide_among() throws Exception {
        stage.ask(ask -> ask.sql(
                        "delete from directory.membership where organisation in (select organisation from directory.membership limit 3)")
                .update());
        mvc.perform(post(stage.path("/check/frozen"))
                        .with(stage.office())
                        .with(csrf())
                        .param("title", "Klein")
                        .param("pseudonyms", "true"))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("ab 20 Organisationen")));
    }

    @Test
    void a_view_is_kept_for_all_inside_and_holds_what_makes_sense() throws Exception {
        var partner = Cast.signedIn(stage.sits("Olga Petrenko", Role.PARTNER_STAFF, members.getFirst()));
        mvc.perform(post(stage.path("/check/map/views"))
                        .with(partner)
                        .with(csrf())
                        .param("name", "Beobachtet 2025")
                        .param("query", "asOf=2025-12-31&said=observed&kind=INFO&evil=<script>&to=nobody"))
                .andExpect(redirectedUrl(stage.path("/check/map?asOf=2025-12-31&kind=INFO&said=observed")));
        assertThat(reads(stage.path("/check/map"), stage.office()))
                .contains("Beobachtet 2025", "asOf=2025-12-31&amp;kind=INFO&amp;said=observed");
        mvc.perform(post(stage.path("/check/map/views"))
                        .with(funder)
                        .with(csrf())
                        .param("name", "Meine"))
                .andExpect(status().isForbidden());
        mvc.perform(get(stage.path("/check/map")).with(funder)).andExpect(status().isForbidden());
    }
}
