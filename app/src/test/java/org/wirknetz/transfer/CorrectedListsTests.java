package org.wirknetz.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;

/// The same list again, with corrections; and target lists beside what the network has decided.
@RoomTest
class CorrectedListsTests extends ImportDesk {

    @Autowired
    Imports imports;

    private static final String ORGANISATIONS =
            "Institution;Bereich;Logo\nHandwerkskammer;Kammer;blau\nVolkshochschule;Bildung;\nJobcenter;Amt;\n";

    private static List<String> texts(Cast.Stage stage, String sql) {
        return stage.ask(ask -> ask.sql(sql).query(String.class).list());
    }

    private void bring(Cast.Stage stage, String name, String list) throws Exception {
        var id = uploaded(stage, name, list, StandardCharsets.UTF_8);
        assertThat(checked(stage, id, Map.of())).as(list).contains("Jetzt übernehmen");
        run(stage, id, Map.of());
    }

    private String said(Cast.Stage stage, String name, String list) throws Exception {
        return checked(stage, uploaded(stage, name, list, StandardCharsets.UTF_8), Map.of());
    }

    private static String mandates(String lines) {
        return "Organisation;Ansprechpartner;E-Mail;Funktion;Ebene;seit;bis\n" + lines;
    }

    private static List<String> mandates(Cast.Stage stage) {
        return texts(stage, """
                select function || ' ' || coalesce(level, '-') || ' ' || coalesce(valid_from::text, '-') || ' '
                       || coalesce(valid_to::text, '-') from directory.mandate order by 1
                """);
    }

    @Test
    void a_mandate_is_completed_and_ended_by_the_next_list_and_comes_back_with_the_undo() throws Exception {
        var stage = cast.network();
        bring(stage, "kontakte.csv", mandates("""
                Handwerkskammer;Jonas Weber;weber@hwk.example;Ausbildungsberater;;01.03.2024;
                Handwerkskammer;Ayşe Yılmaz;yilmaz@hwk.example;Leiterin;;;
                """));
        assertThat(mandates(stage)).containsExactly("Ausbildungsberater - 2024-03-01 -", "Leiterin - - -");
        var corrected = mandates("""
                Handwerkskammer;Jonas Weber;weber@hwk.example;Ausbildungsberater;operativ;01.03.2024;30.06.2025
                Handwerkskammer;Ayşe Yılmaz;yilmaz@hwk.example;Leiterin;;01.01.2022;
                """);
        bring(stage, "kontakte.csv", corrected);
        var after = mandates(stage);
        assertThat(after).hasSize(2).anyMatch(it -> it.equals("Leiterin - 2022-01-01 -"));
        assertThat(after).anyMatch(it -> it.startsWith("Ausbildungsberater OPERATIONAL 2024-03-01 2025-0"));
        assertThat(said(stage, "kontakte.csv", corrected)).contains("enthält schon alles");
        // What is left blank deletes nothing.
        assertThat(said(stage, "kontakte.csv", mandates("""
                Handwerkskammer;Jonas Weber;weber@hwk.example;Ausbildungsberater;;01.03.2024;
                Handwerkskammer;Ayşe Yılmaz;yilmaz@hwk.example;Leiterin;;;
                """))).contains("enthält schon alles");
        undoLast(stage);
        assertThat(mandates(stage)).containsExactly("Ausbildungsberater - 2024-03-01 -", "Leiterin - - -");
    }

    private void undoLast(Cast.Stage stage) throws Exception {
        var change = stage.ask(ask -> ask.sql(
                        "select change from transfer.import_run where state = 'DONE' order by created_at desc limit 1")
                .query(UUID.class)
                .single());
        mvc.perform(post(stage.path("/changes/" + change + "/undo"))
                .with(stage.office())
                .with(csrf()));
    }

    @Test
    void a_tie_takes_what_the_next_list_says_and_a_list_at_odds_with_itself_is_named_by_line() throws Exception {
        var stage = cast.network();
        bring(stage, "organisationen.csv", ORGANISATIONS);
        var head = "Von;An;Art;Stärke;gegenseitig;seit;bis;Kooperationsform\n";
        bring(stage, "beziehungen.csv", head + "Handwerkskammer;Jobcenter;INFO;;;01.01.2023;;\n");
        var corrected = head
                + "Handwerkskammer;Jobcenter;INFO;4;ja;01.06.2022;;supportiv\nJobcenter;Volkshochschule;INFO;2;;;;\n";
        bring(stage, "beziehungen.csv", corrected);
        var ties = "select coalesce(strength, 0) || ' ' || mutual || ' ' || coalesce(form, '-') || ' '"
                + " || coalesce(valid_from::text, '-') || ' ' || coalesce(extract(year from valid_to)::text, '-')"
                + " from networkcheck.tie order by strength desc nulls last";
        assertThat(texts(stage, ties)).containsExactly("4 true SUPPORTIVE 2022-06-01 -", "2 false - - -");
        assertThat(said(stage, "beziehungen.csv", corrected)).contains("enthält schon alles");
        bring(stage, "beziehungen.csv", head + "Handwerkskammer;Jobcenter;INFO;;;01.06.2022;30.06.2025;\n");
        assertThat(texts(stage, ties)).containsExactly("4 true SUPPORTIVE 2022-06-01 2025", "2 false - - -");
        undoLast(stage);
        assertThat(texts(stage, ties)).containsExactly("4 true SUPPORTIVE 2022-06-01 -", "2 false - - -");

        assertThat(said(
                        stage,
                        "beziehungen.csv",
                        head + "Volkshochschule;Handwerkskammer;INFO;;ja;;;\n"
                                + "Handwerkskammer;Volkshochschule;INFO;;ja;;;\n"))
                .contains("Zeile 3", "steht schon in der anderen Richtung")
                .doesNotContain("Jetzt übernehmen");
        assertThat(said(
                        stage,
                        "beziehungen.csv",
                        head + "Volkshochschule;Handwerkskammer;INFO;;;2020;;\n"
                                + "Volkshochschule;Handwerkskammer;INFO;;;2021;;\n"))
                .contains("Zeile 3", "zu einer Zeit, die sich damit überschneidet")
                .doesNotContain("Jetzt übernehmen");
    }

    /// What is left blank says nothing; "nein" does.
    @Test
    void a_tie_that_was_said_to_be_mutual_is_not_when_the_next_list_says_no() throws Exception {
        var stage = cast.network();
        bring(stage, "organisationen.csv", ORGANISATIONS);
        var head = "Von;An;Art;gegenseitig\n";
        bring(stage, "beziehungen.csv", head + "Handwerkskammer;Jobcenter;INFO;ja\n");
        assertThat(said(stage, "beziehungen.csv", head + "Handwerkskammer;Jobcenter;INFO;\n"))
                .contains("enthält schon alles");
        assertThat(texts(stage, "select mutual::text from networkcheck.tie")).containsExactly("true");
        bring(stage, "beziehungen.csv", head + "Handwerkskammer;Jobcenter;INFO;nein\n");
        assertThat(texts(stage, "select mutual::text from networkcheck.tie")).containsExactly("false");
        undoLast(stage);
        assertThat(texts(stage, "select mutual::text from networkcheck.tie")).containsExactly("true");
    }

    @Test
    void another_beginning_of_a_mandate_that_runs_corrects_it_and_the_dry_run_says_so() throws Exception {
        var stage = cast.network();
        bring(stage, "kontakte.csv", mandates("Handwerkskammer;Jonas Weber;weber@hwk.example;Berater;;01.03.2024;\n"));
        var corrected = mandates("Handwerkskammer;Jonas Weber;weber@hwk.example;Berater;;01.02.2024;\n");
        assertThat(said(stage, "kontakte.csv", corrected)).contains("Der Beginn wird berichtigt");
        bring(stage, "kontakte.csv", corrected);
        assertThat(mandates(stage)).containsExactly("Berater - 2024-02-01 -");
        assertThat(said(stage, "kontakte.csv", corrected)).contains("enthält schon alles");
        // An earlier time that ended before is a mandate of its own, and so is a second row of the same list.
        bring(
                stage,
                "kontakte.csv",
                mandates("Handwerkskammer;Jonas Weber;weber@hwk.example;Berater;;01.01.2018;31.12.2019\n"));
        assertThat(mandates(stage)).hasSize(2).contains("Berater - 2024-02-01 -");
    }

    @Test
    void free_columns_and_a_further_group_are_changes_and_said_to_be() throws Exception {
        var stage = cast.network();
        bring(stage, "kontakte.csv", ORGANISATIONS);
        assertThat(said(stage, "kontakte.csv", ORGANISATIONS)).contains("enthält schon alles");
        bring(
                stage,
                "kontakte.csv",
                ORGANISATIONS.replace("blau", "rot").replace("Jobcenter;Amt", "Jobcenter;Behörde"));
        assertThat(texts(
                        stage,
                        "select report #>> '{counts,organisations,changed}' from transfer.import_run"
                                + " order by created_at desc limit 1"))
                .containsExactly("2");
        assertThat(texts(stage, "select free ->> 'Logo' from directory.organisation where name = 'Handwerkskammer'"))
                .containsExactly("rot");
        assertThat(said(stage, "kontakte.csv", ORGANISATIONS.replace("blau", "")))
                .contains("enthält schon alles");
    }

    @Test
    void a_target_list_means_the_groups_that_its_organisations_come_to() throws Exception {
        var stage = cast.network();
        mvc.perform(post(stage.path("/targets/template"))
                .with(stage.office())
                .with(csrf())
                .param("template", "nachqualifizierung"));
        // A decided version from today on is followed by the list; what is decided for later is not overridden.
        stage.ask(ask -> ask.sql("update directory.target_model set valid_from = platform.today() - 30")
                .update());
        bring(stage, "organisationen.csv", "Name;Akteursgruppe\nArbeitsagentur Lindenfurt;Arbeitsverwaltung\n");
        var targets = "Akteursgruppe;Mindestzahl;Gewicht\nArbeitsverwaltung;1;3\nIHK;1;2,5\n";
        bring(stage, "sollbild.csv", targets);
        assertThat(texts(stage, """
                        select g.key from directory.target_role r join directory.actor_group g on g.id = r.actor_group
                         where r.model = (select id from directory.target_model order by number desc limit 1) order by 1
                        """)).containsExactly("CHAMBER_IHK", "EMPLOYMENT_AGENCY");
        assertThat(said(stage, "sollbild.csv", targets)).contains("enthält schon alles");
        assertThat(said(stage, "sollbild.csv", targets + "Jobcenter;0;1\nHWK;1;10000\n"))
                .contains("Zeile 4", "„0“ ist keine Mindestzahl", "Zeile 5", "„10000“ ist kein Gewicht")
                .doesNotContain("Jetzt übernehmen");
        stage.ask(ask -> ask.sql("update directory.target_model set valid_from = platform.today() + 400"
                        + " where number = (select max(number) from directory.target_model)")
                .update());
        assertThat(said(stage, "sollbild.csv", targets.replace("2,5", "4")))
                .contains("Es gibt schon ein Sollbild, das ab ", "sollbild.csv")
                .doesNotContain("Jetzt übernehmen");
    }

    @Test
    void the_files_of_an_import_that_is_over_are_emptied_and_its_report_stays() throws Exception {
        var stage = cast.network();
        var waits = uploadedAndChecked(stage, ORGANISATIONS);
        var refused = uploaded(
                stage,
                "kontakte.csv",
                mandates("VHS;A B;a@vhs.example;Leitung;;31.02.2024;\n"),
                StandardCharsets.UTF_8);
        checked(stage, refused, Map.of());
        assertThat(forget(stage)).isZero();
        stage.ask(ask -> ask.sql("update transfer.import_run set ended_at = now() - interval '31 days'")
                .update());
        assertThat(forget(stage)).isEqualTo(1);
        assertThat(texts(stage, "select (length(bytes) > 0)::text from transfer.import_file order by 1"))
                .containsExactly("false", "true");
        assertThat(show(stage, refused, stage.office()))
                .contains("seine Dateien sind geleert", "31.02.2024", "Import und Dateien entfernen")
                .doesNotContain("/mapping\"");
        assertThat(show(stage, waits, stage.office())).contains("/mapping\"");
    }

    private int forget(Cast.Stage stage) {
        return stage.ask(ask -> imports.forgetFiles());
    }
}
