package org.wirknetz.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockMultipartFile;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;
import org.wirknetz.access.Role;

@RoomTest
class ImportsTests extends ImportDesk {

    private static final String CONTACTS = """
            Institution;Ansprechpartner;E-Mail;Telefon;Funktion;Ebene;seit;Bereich;Ort
            Handwerkskammer Falenau;Jonas Weber;weber@hwk.example;030 23125-101;Ausbildungsberater;operativ;01.03.2024;Kammer;Lindenfurt
            Handwerkskammer Falenau;Dr. Ayşe Yılmaz;yilmaz@hwk.example;;Geschäftsführerin;Leitung;2022;Kammer;Lindenfurt
            HWK Falenau;Peter Groß;gross@hwk.example;;Sekretariat;Verwaltung;;Kammer;Lindenfurt
            Metallbau Yıldız GmbH;Emre Yıldız;info@yildiz.example;;Inhaber;Leitung;;Betrieb;Wiesgrund
            """;

    @Test
    void the_list_of_an_office_becomes_organisations_people_and_mandates() throws Exception {
        var stage = cast.network();
        var id = uploaded(stage, "kontakte.csv", CONTACTS, StandardCharsets.UTF_8);
        checked(stage, id, Map.of());
        assertThat(count(stage, "directory.organisation"))
                .as("the check stores nothing")
                .isZero();
        run(stage, id, Map.of());
        assertThat(count(stage, "directory.organisation")).isEqualTo(3);
        assertThat(count(stage, "directory.person")).isEqualTo(4);
        assertThat(count(stage, "directory.mandate")).isEqualTo(4);
        assertThat(count(stage, "directory.membership")).isEqualTo(3);
    }

    @Test
    void the_groups_of_an_office_are_known_by_their_everyday_names() throws Exception {
        var stage = cast.network();
        stage.ask(ask -> ask.sql("""
                        insert into directory.actor_group (network, key, name_de, name_en)
                        select :network, key, name, name
                          from (values ('CHAMBER_HWK', 'Handwerkskammer'), ('CHAMBER_IHK', 'Industrie- und Handelskammer'),
                                       ('EMPLOYER', 'Betrieb')) as known (key, name)
                        """).param("network", stage.network().value()).update());
        var list = "Institution;Bereich\nHWK Falenau;Kammer\nIHK Lindenfurt;Kammer\nMetallbau Yıldız GmbH;Unternehmen\n"
                + "Tierärztekammer;Kammer\n";
        run(stage, uploadedAndChecked(stage, list), Map.of());
        List<String> groups = stage.ask(ask -> ask.sql("""
                        select g.key from directory.organisation_group og
                          join directory.actor_group g on g.id = og.actor_group order by g.key
                        """).query(String.class).list());
        assertThat(groups).containsExactly("CHAMBER_HWK", "CHAMBER_IHK", "EMPLOYER", "KAMMER");
    }

    @Test
    void an_abbreviation_is_proposed_as_the_same_and_all_its_mandates_are_kept() throws Exception {
        var stage = cast.network();
        var id = uploaded(stage, "kontakte.csv", CONTACTS, StandardCharsets.UTF_8);
        var page = checked(stage, id, Map.of());
        assertThat(page)
                .contains("HWK Falenau")
                .contains("Handwerkskammer Falenau")
                .contains("twin-key-0");
        run(stage, id, Map.of("twin-key-0", "HWK Falenau", "twin-0", "Handwerkskammer Falenau"));
        assertThat(count(stage, "directory.organisation")).isEqualTo(2);
        assertThat(count(stage, "directory.mandate")).isEqualTo(4);
    }

    @Test
    void the_other_spelling_of_the_same_stays_findable_and_is_known_next_time() throws Exception {
        var stage = cast.network();
        var id = uploadedAndChecked(stage, CONTACTS);
        run(stage, id, Map.of("twin-key-0", "HWK Falenau", "twin-0", "Handwerkskammer Falenau"));
        List<String> names = stage.ask(ask -> ask.sql("select name from directory.organisation_name")
                .query(String.class)
                .list());
        assertThat(names).containsExactly("HWK Falenau");
        var found = mvc.perform(get(stage.path("/organisations"))
                        .param("q", "HWK Falenau")
                        .with(stage.office()))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(found).contains("Handwerkskammer Falenau");
        var card = mvc.perform(get(stage.path("/organisations/" + only(stage, "Handwerkskammer Falenau")))
                        .with(stage.office()))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(card).contains("HWK Falenau").contains("weitere Schreibweise");
        var again = uploaded(stage, "kontakte.csv", CONTACTS, StandardCharsets.UTF_8);
        assertThat(checked(stage, again, Map.of()))
                .contains("enthält schon alles")
                .doesNotContain("twin-key-0");
    }

    @Test
    void of_two_lines_that_are_the_same_the_earlier_day_of_joining_counts() throws Exception {
        var stage = cast.network();
        var id = uploadedAndChecked(stage, """
                Organisation;Vorname;Name;Mitglied seit
                Handwerkskammer Falenau;Petra;Lind;01.01.2021
                HWK Falenau;Anton;Berg;31.12.2019
                """);
        run(stage, id, Map.of("twin-key-0", "HWK Falenau", "twin-0", "Handwerkskammer Falenau"));
        List<String> since = stage.ask(ask -> ask.sql("select valid_from::text from directory.membership")
                .query(String.class)
                .list());
        assertThat(since).containsExactly("2019-12-31");
    }

    private static String only(Cast.Stage stage, String name) {
        return stage.ask(ask -> ask.sql("select id::text from directory.organisation where name = ?")
                .param(name)
                .query(String.class)
                .single());
    }

    @Test
    void two_spellings_with_the_same_person_leave_one_mandate_from_the_earlier_day() throws Exception {
        var stage = cast.network();
        var list = """
                Organisation;Ansprechpartner;E-Mail;Funktion;seit
                Handwerkskammer Falenau;Jonas Weber;weber@hwk.example;Ausbildungsberater;01.03.2024
                HWK Falenau;Jonas Weber;weber@hwk.example;Ausbildungsberater;2022
                HWK Falenau;Jonas Weber;weber@hwk.example;Prüfer;2023
                """;
        var id = uploadedAndChecked(stage, list);
        run(stage, id, Map.of("twin-key-0", "HWK Falenau", "twin-0", "Handwerkskammer Falenau"));
        List<String> mandates =
                stage.ask(ask -> ask.sql("select function || ' ' || valid_from from directory.mandate order by 1")
                        .query(String.class)
                        .list());
        assertThat(mandates).containsExactly("Ausbildungsberater 2022-01-01", "Prüfer 2023-01-01");
        assertThat(checked(stage, uploaded(stage, "kontakte.csv", list, StandardCharsets.UTF_8), Map.of()))
                .contains("enthält schon alles");
    }

    @Test
    void a_likely_double_is_asked_about_once() throws Exception {
        var stage = cast.network();
        var page = checked(stage, uploaded(stage, "kontakte.csv", CONTACTS, StandardCharsets.UTF_8), Map.of());
        assertThat(page).contains("Vielleicht doppelt").doesNotContain("könnten dieselbe Organisation sein");
    }

    @Test
    void a_school_is_no_double_of_another_school() throws Exception {
        var stage = cast.network();
        var list = "Institution;E-Mail\nHochschule Lindenfurt;a@hs.example\nVolkshochschule Lindenfurt;b@vhs.example\n"
                + "Fachhochschule Lindenfurt;c@fh.example\n";
        var page = checked(stage, uploaded(stage, "kontakte.csv", list, StandardCharsets.UTF_8), Map.of());
        assertThat(page).contains("Jetzt übernehmen").doesNotContain("Vielleicht doppelt");
    }

    @Test
    void a_word_that_is_no_group_is_named_with_what_was_made_of_it() throws Exception {
        var stage = cast.network();
        stage.ask(ask -> ask.sql("""
                        insert into directory.actor_group (network, key, name_de, name_en)
                        values (:network, 'EMPLOYER', 'Betrieb', 'Employer')
                        """).param("network", stage.network().value()).update());
        var list = "Institution;Bereich\nMetallbau Yıldız GmbH;Unternehmen\nLager Brandt GmbH;Unternehmen\n"
                + "Tafel Lindenfurt;Ehrenamt\n";
        var page = checked(stage, uploaded(stage, "kontakte.csv", list, StandardCharsets.UTF_8), Map.of());
        assertThat(page)
                .contains("„Unternehmen“ ist keine Akteursgruppe Ihres Netzwerks und wurde als „Betrieb“ gelesen")
                .contains("Organisationen: 2")
                .contains("Die Akteursgruppe „Ehrenamt“ gab es noch nicht");
    }

    @Test
    void the_same_list_again_changes_nothing() throws Exception {
        var stage = cast.network();
        run(stage, uploadedAndChecked(stage, CONTACTS), Map.of());
        var again = uploaded(stage, "kontakte.csv", CONTACTS, StandardCharsets.UTF_16);
        var page = checked(stage, again, Map.of());
        assertThat(page).contains("enthält schon alles");
    }

    @Test
    void an_import_can_be_taken_back_as_a_whole() throws Exception {
        var stage = cast.network();
        var id = uploadedAndChecked(stage, CONTACTS);
        run(stage, id, Map.of());
        var change = stage.ask(ask -> ask.sql("select change from transfer.import_run where state = 'DONE'")
                .query(UUID.class)
                .single());
        mvc.perform(post(stage.path("/changes/" + change + "/undo"))
                        .with(stage.office())
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        for (var table :
                new String[] {"organisation", "person", "mandate", "membership", "actor_group", "organisation_group"}) {
            assertThat(count(stage, "directory." + table)).as(table).isZero();
        }
        mvc.perform(get(stage.path("/imports/" + id)).with(stage.office()))
                .andExpect(content().string(containsString("Der Import ist zurückgenommen.")))
                .andExpect(content().string(not(containsString("Das ist geschehen"))))
                .andExpect(content().string(not(containsString("Die Daten sind übernommen"))));
        mvc.perform(get(stage.path("/imports")).with(stage.office()))
                .andExpect(content().string(containsString("<td>zurückgenommen</td>")));
    }

    @Test
    void a_wrong_line_is_named_and_nothing_is_stored() throws Exception {
        var stage = cast.network();
        var wrong = CONTACTS.replace("01.03.2024", "31.02.2024");
        var page = checked(stage, uploaded(stage, "kontakte.csv", wrong, StandardCharsets.UTF_8), Map.of());
        assertThat(page).contains("Zeile 2").contains("31.02.2024").doesNotContain("Jetzt übernehmen");
        assertThat(count(stage, "directory.organisation")).isZero();
    }

    @Test
    void a_formula_in_a_cell_stays_text_and_markup_is_shown_as_typed() throws Exception {
        var stage = cast.network();
        var hostile = CONTACTS.replace("Jonas Weber", "=cmd|'/c calc'!A1")
                .replace("Ausbildungsberater", "<script>alert(1)</script>");
        var id = uploaded(stage, "kontakte.csv", hostile, StandardCharsets.UTF_8);
        var page = show(stage, id, stage.office());
        assertThat(page).doesNotContain("<script>alert").contains("&lt;script&gt;alert");
    }

    @Test
    void only_the_office_imports_and_another_network_sees_nothing() throws Exception {
        var ours = cast.network();
        var theirs = cast.network();
        var id = uploaded(ours, "kontakte.csv", CONTACTS, StandardCharsets.UTF_8);
        var funder = Cast.signedIn(ours.sits("Ministerium", Role.FUNDER, null));
        var file = new MockMultipartFile("file", "k.csv", "text/csv", CONTACTS.getBytes(StandardCharsets.UTF_8));
        mvc.perform(multipart(ours.path("/imports")).file(file).with(funder).with(csrf()))
                .andExpect(status().isForbidden());
        mvc.perform(get(ours.path("/imports/" + id)).with(funder)).andExpect(status().isForbidden());
        mvc.perform(get(theirs.path("/imports/" + id)).with(theirs.office())).andExpect(status().isNotFound());
        mvc.perform(post(theirs.path("/imports/" + id + "/mapping"))
                        .with(theirs.office())
                        .with(csrf()))
                .andExpect(status().isNotFound());
        mvc.perform(get(ours.path("/imports/" + id)).with(theirs.office())).andExpect(status().isNotFound());
        mvc.perform(multipart(ours.path("/imports")).file(file).with(ours.office()))
                .andExpect(status().isForbidden());
        assertThat(count(ours, "transfer.import_run")).isEqualTo(1);
    }

    @Test
    void a_mapping_by_hand_is_followed() throws Exception {
        var stage = cast.network();
        var id = uploaded(stage, "liste.csv", "A;B\nCaritasverband;info@caritas.example\n", StandardCharsets.UTF_8);
        var page = show(stage, id, stage.office());
        assertThat(page).contains("liste.csv");
    }

    @Test
    void a_long_name_full_of_umlauts_fits_the_file_system() throws Exception {
        var stage = cast.network();
        var id = uploaded(stage, "ä".repeat(140) + ".csv", CONTACTS, StandardCharsets.UTF_8);
        assertThat(show(stage, id, stage.office())).contains("ä.csv");
    }

    @Test
    void an_empty_network_leads_to_the_import_and_the_address_is_right() throws Exception {
        var stage = cast.network();
        for (var page : new String[] {"", "/organisations"}) {
            var shown = mvc.perform(get(stage.path(page)).with(stage.office()))
                    .andExpect(status().isOk())
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
            assertThat(shown)
                    .contains("href=\"" + stage.path("/imports") + "\"")
                    .doesNotContain(stage.path("/import") + "\"");
        }
    }
}
