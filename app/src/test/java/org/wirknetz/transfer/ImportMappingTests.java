package org.wirknetz.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;

/// What a person says about a list: its headings, its columns, and the words in them.
@RoomTest
class ImportMappingTests extends ImportDesk {

    private static final String STATUS = """
            Organisation;Mitglied seit;Austritt;Status
            Handwerkskammer Falenau;01.03.2019;;aktiv
            Volkshochschule Falenau;2020;;ruhend
            Metallbau Yıldız GmbH;2019;31.12.2023;ausgetreten
            Caritasverband Falenau;;;angefragt
            Jobcenter Falenau;;;abgelehnt
            """;

    @Test
    void a_status_column_says_how_members_belong_and_the_same_list_changes_nothing() throws Exception {
        var stage = cast.network();
        run(stage, uploadedAndChecked(stage, STATUS), Map.of());
        assertThat(memberships(stage))
                .contains(
                        "Caritasverband Falenau ASKED - -",
                        "Handwerkskammer Falenau ACTIVE 2019-03-01 -",
                        "Jobcenter Falenau DECLINED - -",
                        "Metallbau Yıldız GmbH ACTIVE 2019-01-01 2023-12-31",
                        "Metallbau Yıldız GmbH LEFT 2023-12-31 -")
                .anyMatch(it -> it.startsWith("Volkshochschule Falenau DORMANT"));
        assertThat(uploadedAndSaid(stage, STATUS)).contains("enthält schon alles");
        var before = memberships(stage);
        var left = uploadedAndChecked(stage, STATUS.replace("01.03.2019;;aktiv", "01.03.2019;30.06.2024;ausgetreten"));
        run(stage, left, Map.of());
        assertThat(memberships(stage))
                .contains(
                        "Handwerkskammer Falenau ACTIVE 2019-03-01 2024-06-30",
                        "Handwerkskammer Falenau LEFT 2024-06-30 -")
                .containsAll(before.stream()
                        .filter(it -> !it.startsWith("Handwerkskammer"))
                        .toList());
        var change = stage.ask(ask -> ask.sql("select change from transfer.import_run where id = ?::uuid")
                .param(left)
                .query(UUID.class)
                .single());
        mvc.perform(post(stage.path("/changes/" + change + "/undo"))
                .with(stage.office())
                .with(csrf()));
        assertThat(memberships(stage)).isEqualTo(before);
    }

    @Test
    void an_unknown_status_is_refused_by_line_and_column_or_passed_over_by_choice() throws Exception {
        var stage = cast.network();
        var list = STATUS.replace("angefragt", "wackelig");
        var id = uploaded(stage, "kontakte.csv", list, StandardCharsets.UTF_8);
        assertThat(checked(stage, id, Map.of()))
                .contains("Zeile 5, Spalte „Status“", "„wackelig“ ist kein Status", "aktiv, beigetreten, ruhend")
                .doesNotContain("Jetzt übernehmen");
        assertThat(checked(stage, id, Map.of("pass-status-0", "true"))).contains("Jetzt übernehmen", "„wackelig“");
        run(stage, id, Map.of());
        assertThat(memberships(stage)).contains("Caritasverband Falenau ACTIVE - -");
    }

    @Test
    void the_line_of_the_headings_is_chosen_by_hand_and_the_preview_follows() throws Exception {
        var stage = cast.network();
        // The found line is another: four known words, of which none is a heading here.
        var list =
                "Organisation;Ansprechpartner;E-Mail;Telefon\nFirma;Wer dort;Post;Ruf\nIHK Falenau;Petra Groß;gross@ihk.example;1\n";
        var id = uploaded(stage, "liste.csv", list, StandardCharsets.UTF_8);
        var page = show(stage, id, stage.office());
        assertThat(page).contains("value=\"1\" selected>Zeile 1: Organisation");
        mvc.perform(post(stage.path("/imports/" + id + "/mapping"))
                .with(stage.office())
                .with(csrf())
                .param("kind-0", "ORGANISATIONS")
                .param("heading-0", "2")
                .param("show", "yes"));
        var shown = show(stage, id, stage.office());
        assertThat(shown)
                .contains("value=\"2\" selected>Zeile 2: Firma", "<th scope=\"col\">Wer dort</th>")
                .doesNotContain("<th scope=\"col\">Ansprechpartner</th>");
        assertThat(count(stage, "directory.organisation")).isZero();
        checked(stage, id, Map.of());
        run(stage, id, Map.of());
        assertThat(strings(stage, "select name || '/' || (free ->> 'Wer dort') from directory.organisation"))
                .containsExactly("IHK Falenau/Petra Groß");
    }

    @Test
    void a_table_nobody_knows_is_read_as_a_person_says() throws Exception {
        var stage = cast.network();
        var id = uploaded(stage, "liste.csv", "A;B\nCaritasverband;info@caritas.example\n", StandardCharsets.UTF_8);
        assertThat(show(stage, id, stage.office())).contains("nicht zu erkennen", "name=\"kind-0\"");
        mvc.perform(post(stage.path("/imports/" + id + "/mapping"))
                .with(stage.office())
                .with(csrf())
                .param("kind-0", "ORGANISATIONS")
                .param("heading-0", "1")
                .param("show", "yes"));
        assertThat(checked(stage, id, Map.of("column-0-0", "name", "column-0-1", "email")))
                .contains("Jetzt übernehmen");
        run(stage, id, Map.of());
        assertThat(strings(stage, "select name || '/' || email from directory.organisation"))
                .containsExactly("Caritasverband/info@caritas.example");
    }

    @Test
    void a_word_for_a_group_is_chosen_by_hand_and_known_the_next_time() throws Exception {
        var stage = cast.network();
        stage.ask(ask -> ask.sql("""
                        insert into directory.actor_group (network, key, name_de, name_en)
                        values (:network, 'EMPLOYER', 'Betrieb', 'Employer'), (:network, 'WELFARE', 'Wohlfahrtsverband', 'Welfare')
                        """).param("network", stage.network().value()).update());
        var list = "Institution;Bereich\nCaritasverband;Soziales\nLager Brandt GmbH;KMU\nTafel Falenau;Sonstige\n";
        var id = uploaded(stage, "kontakte.csv", list, StandardCharsets.UTF_8);
        var page = checked(stage, id, Map.of());
        assertThat(page)
                .contains(
                        "Was sind das für Akteursgruppen?",
                        "name=\"group-key-0\" value=\"soziales\"",
                        "Neue Gruppe „KMU“");
        var welfare = strings(stage, "select id::text from directory.actor_group where key = 'WELFARE'")
                .getFirst();
        var employer = strings(stage, "select id::text from directory.actor_group where key = 'EMPLOYER'")
                .getFirst();
        run(
                stage,
                id,
                Map.of(
                        "group-key-0",
                        "soziales",
                        "group-0",
                        welfare,
                        "group-key-1",
                        "kmu",
                        "group-1",
                        employer,
                        "group-key-2",
                        "sonstige",
                        "group-2",
                        "none"));
        assertThat(groups(stage)).containsExactly("Caritasverband WELFARE", "Lager Brandt GmbH EMPLOYER");
        var next = uploadedAndSaid(stage, list.replace("Tafel Falenau", "Tafel Wiesgrund"));
        assertThat(next)
                .contains(
                        "„Soziales“ ist keine Akteursgruppe Ihres Netzwerks und wurde als „Wohlfahrtsverband“ gelesen")
                .contains("„Sonstige“ ist keine Akteursgruppe Ihres Netzwerks und wird ausgelassen")
                .contains("<option value=\"none\" selected>Auslassen")
                .doesNotContain("wird angelegt");
        var other = cast.network();
        assertThat(uploadedAndSaid(other, list))
                .as("another network was told nothing")
                .contains("„Soziales“ gab es noch nicht");
    }

    @Test
    void a_wrong_column_of_groups_is_refused_before_it_makes_hundreds() throws Exception {
        var stage = cast.network();
        var list = new StringBuilder("Institution;Akteursgruppe\n");
        for (int number = 0; number < 300; number++) list.append("Verein " + number + ";Bemerkung " + number + "\n");
        assertThat(uploadedAndSaid(stage, list.toString()))
                .contains("brächte 300 neue Akteursgruppen; möglich sind 200")
                .doesNotContain("Jetzt übernehmen");
    }

    @Test
    void several_people_in_a_cell_are_proposed_and_can_be_declined() throws Exception {
        var stage = cast.network();
        var list = "Institution;Ansprechpartner;E-Mail\n"
                + "Caritasverband;Dr. Anna Berg, Max Stolz;berg@caritas.example, stolz@caritas.example\n"
                + "Jobcenter;Yılmaz Kaya, Ayşe Nur;kaya@jobcenter.example\n"
                + "Volkshochschule;Lind, Petra;lind@vhs.example\n";
        var id = uploaded(stage, "kontakte.csv", list, StandardCharsets.UTF_8);
        assertThat(checked(stage, id, Map.of()))
                .contains("2 Personen: Dr. Anna Berg · Max Stolz", "2 Personen: Yılmaz Kaya · Ayşe Nur")
                .doesNotContain("2 Personen: Lind");
        run(
                stage,
                id,
                Map.of(
                        "cell-key-0",
                        "Dr. Anna Berg, Max Stolz",
                        "cell-0",
                        "",
                        "cell-key-1",
                        "Yılmaz Kaya, Ayşe Nur",
                        "cell-1",
                        "one"));
        assertThat(
                        strings(
                                stage,
                                "select concat_ws('/', title, given_name, family_name, email) from directory.person order by family_name"))
                .containsExactly(
                        "Dr./Anna/Berg/berg@caritas.example",
                        "Petra/Lind/lind@vhs.example",
                        "Max/Stolz/stolz@caritas.example",
                        "Ayşe Nur/Yılmaz Kaya/kaya@jobcenter.example");
    }

    @Test
    void whoever_is_here_without_a_status_gets_none_from_a_list_that_names_none() throws Exception {
        var stage = cast.network();
        stage.organisation("Caritasverband");
        assertThat(uploadedAndSaid(stage, "Organisation;Ort\nCaritasverband;\n"))
                .contains("enthält schon alles");
    }

    private static List<String> groups(Cast.Stage stage) {
        return strings(stage, """
                select o.name || ' ' || g.key from directory.organisation_group og
                  join directory.organisation o on o.network = og.network and o.id = og.organisation
                  join directory.actor_group g on g.network = og.network and g.id = og.actor_group order by 1
                """);
    }

    private String uploadedAndSaid(Cast.Stage stage, String list) throws Exception {
        return checked(stage, uploaded(stage, "kontakte.csv", list, StandardCharsets.UTF_8), Map.of());
    }

    private static List<String> memberships(Cast.Stage stage) {
        return strings(stage, """
                select o.name || ' ' || m.status || ' ' || coalesce(m.valid_from::text, '-') || ' ' || coalesce(m.valid_to::text, '-')
                  from directory.membership m join directory.organisation o on o.network = m.network and o.id = m.organisation
                 order by 1
                """);
    }

    private static List<String> strings(Cast.Stage stage, String sql) {
        return stage.ask(ask -> ask.sql(sql).query(String.class).list());
    }
}
