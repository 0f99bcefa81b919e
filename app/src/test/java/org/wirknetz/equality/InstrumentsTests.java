package org.wirknetz.equality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;
import org.wirknetz.access.Role;
import org.wirknetz.platform.ChangeId;
import org.wirknetz.platform.Changes;
import org.wirknetz.platform.Scope;

/// C4.2: instruments by target groups, coverage = cells adapted ÷ cells needed, reviews that are overdue. Today is 23
/// November 2026; the list has seven groups.
@RoomTest
class InstrumentsTests extends CountingRoom {

    private static final String LIST = "/equality/instruments";

    @Autowired
    Changes changes;

    private ResultActions send(RequestPostProcessor who, String path, String... fields) throws Exception {
        var request = post(stage.path(path)).with(who).with(csrf());
        for (int n = 0; n < fields.length; n += 2) request.param(fields[n], fields[n + 1]);
        return mvc.perform(request);
    }

    private ResultActions send(String path, String... fields) throws Exception {
        return send(stage.office(), path, fields);
    }

    private String page(String path, RequestPostProcessor who) throws Exception {
        return mvc.perform(get(stage.path(path)).with(who))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private String list() throws Exception {
        return page(LIST, stage.office());
    }

    private String instrument(String title, String... more) throws Exception {
        var fields = new String[more.length + 4];
        System.arraycopy(new String[] {"title", title, "kind", "PROFILING"}, 0, fields, 0, 4);
        System.arraycopy(more, 0, fields, 4, more.length);
        var place = send(LIST, fields).andReturn().getResponse().getRedirectedUrl();
        return String.valueOf(place).replaceFirst("^/w/[^/]+", "").replaceFirst("\\?.*", "");
    }

    private UUID group(String key) {
        return stage.<UUID>ask((JdbcClient db) -> db.sql("select id from equality.target_group where key = ?")
                .param(key)
                .query(UUID.class)
                .single());
    }

    private ResultActions adapt(RequestPostProcessor who, String place, String key, String on, String... trial)
            throws Exception {
        var fields = new String[trial.length + 8];
        System.arraycopy(
                new String[] {"group", group(key).toString(), "edition", "1." + on, "note", "Einfache Sprache", "on", on
                },
                0,
                fields,
                0,
                8);
        System.arraycopy(trial, 0, fields, 8, trial.length);
        return send(who, place + "/adaptations", fields);
    }

    private void adapt(String place, String key, String on, String... trial) throws Exception {
        adapt(stage.office(), place, key, on, trial).andExpect(status().is3xxRedirection());
    }

    private int stored(String table) {
        return stage.<Integer>ask((JdbcClient db) -> db.sql("select count(*)::int from " + table)
                .query(Integer.class)
                .single());
    }

    @Test
    void coverage_is_what_is_adapted_of_what_is_needed() throws Exception {
        assertThat(list()).contains("Passen Ihre Instrumente");
        var place = instrument("Profiling-Bogen");
        adapt(place, "REFUGEES", "2025-03-01");
        adapt(place, "REFUGEES", "2026-03-01", "result", "WORKS", "tried", "2026-05-04", "participants", "14");
        adapt(place, "OLDER", "2026-03-01", "result", "FAILS", "tried", "2026-05-04", "participants", "0");
        adapt(place, "SME", "2026-03-01");
        send(place + "/exemptions", "group", group("DISABILITY").toString(), "reason", "Kommt nicht vor")
                .andExpect(status().is3xxRedirection());
        assertThat(list())
                .contains("3 von 6 nötigen Anpassungen sind da.")
                .contains("2 erprobt: 1 funktionieren, 0 mit Grenzen, 1 nicht. Eine ist als nicht nötig eingetragen.")
                .contains("Kommt nicht vor")
                .contains("Keine Überprüfung ist überfällig.");
        for (int n = 0; n < 2; n++) instrument("Modul " + n);
        assertThat(list()).contains("3 von 20 nötigen Anpassungen sind da (15 %).");
    }

    @Test
    void what_is_adapted_is_needed_and_what_is_not_needed_becomes_so_by_adapting() throws Exception {
        var place = instrument("Profiling-Bogen");
        send(place + "/exemptions", "group", group("SME").toString(), "reason", "Kommt nicht vor");
        adapt(place, "SME", "2026-03-01");
        assertThat(stored("equality.exemption")).isZero();
        send(place + "/exemptions", "group", group("SME").toString(), "reason", "Doch nicht")
                .andExpect(status().isConflict());
        send("/equality/target-groups/" + group("SME") + "/removal").andExpect(status().isConflict());
        send("/equality/target-groups/" + group("OLDER") + "/removal").andExpect(status().is3xxRedirection());
        send("/equality/target-groups", "title", "Schichtarbeitende").andExpect(status().is3xxRedirection());
        assertThat(list()).contains("Schichtarbeitende").doesNotContain("<th scope=\"col\" class=\"folds\">Ältere");
    }

    @Test
    void a_trial_follows_the_adaptation_and_no_day_lies_ahead() throws Exception {
        var place = instrument("Profiling-Bogen");
        adapt(stage.office(), place, "SME", "2026-11-24").andExpect(status().isConflict());
        adapt(stage.office(), place, "SME", "2026-03-01", "result", "WORKS", "tried", "2026-02-01")
                .andExpect(status().isConflict());
        adapt(
                        stage.office(),
                        place,
                        "SME",
                        "2026-03-01",
                        "result",
                        "WORKS",
                        "tried",
                        "2026-03-02",
                        "participants",
                        "-1")
                .andExpect(status().isConflict());
        adapt(place, "SME", "2026-03-01");
        adapt(stage.office(), place, "SME", "2026-03-01").andExpect(status().isConflict());
        assertThat(stored("equality.adaptation")).isEqualTo(1);
    }

    @Test
    void a_review_is_overdue_once_its_day_has_passed_or_the_trial_is_older_than_24_months() throws Exception {
        instrument("Heute fällig", "review", "2026-11-23");
        var late = instrument("Gestern fällig", "review", "2026-11-22");
        var tried = instrument("Lange her");
        adapt(tried, "SME", "2024-01-01", "result", "WORKS", "tried", "2024-11-23");
        adapt(tried, "OLDER", "2024-01-01", "result", "WORKS", "tried", "2024-11-22");
        adapt(tried, "FAMILY", "2022-01-01", "result", "WORKS", "tried", "2022-11-22");
        adapt(tried, "FAMILY", "2026-01-01");
        var page = list();
        assertThat(page).contains("2 Überprüfungen sind überfällig.");
        assertThat(page.substring(page.indexOf("id=\"overdue\""), page.indexOf("id=\"coverage\"")))
                .contains("Gestern fällig", "Lange her", "Ältere")
                .doesNotContain("Heute fällig", "Beschäftigte ohne Abschluss", "Frauen mit");
        assertThat(page(LIST + "?review=overdue", stage.office()))
                .contains(late)
                .contains(tried);
    }

    @Test
    void one_click_makes_a_task_and_the_review_is_overdue_until_a_new_day_is_noted() throws Exception {
        var place = instrument("Profiling-Bogen", "review", "2026-06-30");
        send(place + "/task", "version", "0", "due", "2026-12-21").andExpect(status().is3xxRedirection());
        assertThat(list()).contains("Aufgabe bis 21.12.2026").doesNotContain("Zur Aufgabe machen");
        assertThat(stored("tasks.task")).isEqualTo(1);
        send(place + "/task", "version", "1").andExpect(status().isConflict());
        stage.ask((JdbcClient db) ->
                db.sql("update tasks.task set done_on = '2026-11-20'").update());
        assertThat(list()).contains("seit 20.11.2026 erledigt").contains("Zur Aufgabe machen");
        send(place + "/task", "version", "0").andExpect(status().isConflict());
        assertThat(stored("tasks.task")).isEqualTo(1);
        send(place, "title", "Profiling-Bogen", "kind", "PROFILING", "review", "2027-06-30", "version", "1")
                .andExpect(status().is3xxRedirection());
        assertThat(list()).contains("Keine Überprüfung ist überfällig.");
        send(place + "/task", "version", "1").andExpect(status().isNotFound());
    }

    @Test
    void of_two_who_change_it_at_once_the_second_is_told() throws Exception {
        var place = instrument("Profiling-Bogen");
        send(place, "title", "Anders", "kind", "MODULE", "version", "1").andExpect(status().is3xxRedirection());
        send(place, "title", "Noch anders", "kind", "MODULE", "version", "1").andExpect(status().isConflict());
        assertThat(list()).contains("Anders").doesNotContain("Noch anders");
    }

    @Test
    void its_owner_writes_down_what_was_adapted_and_others_read_no_small_number() throws Exception {
        var owner = Cast.signedIn(stage.sits("Olga Owner", Role.PARTNER_STAFF, members.getFirst()));
        var other = Cast.signedIn(stage.sits("Otto Other", Role.PARTNER_STAFF, members.get(1)));
        var place = instrument("Profiling-Bogen", "owner", members.getFirst().toString());
        String[] trial = {"result", "LIMITED", "tried", "2026-05-04", "participants", "3"};
        adapt(other, place, "SME", "2026-03-01", trial).andExpect(status().isForbidden());
        adapt(owner, place, "SME", "2026-03-01", trial).andExpect(status().is3xxRedirection());
        assertThat(page(place, owner)).contains("3 Personen haben teilgenommen.");
        assertThat(page(place, stage.office())).contains("3 Personen haben teilgenommen.");
        assertThat(page(place, other))
                .contains("Weniger als 5 Personen haben teilgenommen.")
                .doesNotContain("3 Personen", "<textarea");
        send(owner, place, "title", "Meins", "kind", "MODULE", "version", "1").andExpect(status().isForbidden());
        send(owner, place + "/removal").andExpect(status().isForbidden());
        var unowned = instrument("Modul");
        adapt(owner, unowned, "SME", "2026-03-01").andExpect(status().isForbidden());
    }

    @Test
    void exactly_the_list_goes_out_as_a_file_one_row_for_each_cell() throws Exception {
        var other = Cast.signedIn(stage.sits("Otto Other", Role.PARTNER_STAFF, members.get(1)));
        var place = instrument("Profiling-Bogen");
        instrument("Modul");
        adapt(place, "SME", "2026-03-01", "result", "LIMITED", "tried", "2026-05-04", "participants", "4");
        assertThat(file(stage.office(), "?format=csv").lines()).hasSize(1 + 2 * 7);
        assertThat(file(stage.office(), "?sort=-adapted").lines().skip(1).findFirst())
                .hasValueSatisfying(it -> assertThat(it).contains("Profiling-Bogen"));
        assertThat(file(stage.office(), "")).contains("angepasst und erprobt", ";4;");
        assertThat(file(other, "")).contains("unter 5").doesNotContain(";4;");
        assertThat(mvc.perform(get(stage.path(LIST + "/export?format=xlsx")).with(stage.office()))
                        .andReturn()
                        .getResponse()
                        .getContentAsByteArray())
                .startsWith('P', 'K');
    }

    private String file(RequestPostProcessor who, String query) throws Exception {
        return mvc.perform(get(stage.path(LIST + "/export" + query)).with(who))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void removing_an_instrument_is_taken_back_with_everything_it_had() throws Exception {
        var place = instrument("Profiling-Bogen", "review", "2026-06-30");
        adapt(place, "SME", "2026-03-01");
        send(place + "/task", "version", "0").andExpect(status().is3xxRedirection());
        var scope = Scope.of(stage.network(), stage.officeAccount());
        send(place + "/removal").andExpect(status().is3xxRedirection());
        assertThat(stored("equality.adaptation") + stored("equality.review")).isZero();
        var removal = stage.<UUID>ask(
                (JdbcClient db) -> db.sql("select change from platform.revision where relation = 'equality.instrument'"
                                + " order by id desc limit 1")
                        .query(UUID.class)
                        .single());
        scope.run(() -> changes.undo(new ChangeId(removal)));
        assertThat(list()).contains("Profiling-Bogen", "1 von 7 nötigen Anpassungen");
        assertThat(stored("equality.review")).isEqualTo(1);
    }

    @Test
    void another_network_and_funders_see_nothing_of_it() throws Exception {
        var place = instrument("Bogen der Nachbarn");
        var funder = Cast.signedIn(stage.sits("Förderstelle", Role.FUNDER, null));
        for (var path : new String[] {LIST, LIST + "/export", place})
            mvc.perform(get(stage.path(path)).with(funder)).andExpect(status().isForbidden());
        var elsewhere = cast.network();
        mvc.perform(get(elsewhere.path(place)).with(elsewhere.office())).andExpect(status().isNotFound());
        mvc.perform(get(elsewhere.path(LIST)).with(elsewhere.office()))
                .andExpect(result ->
                        assertThat(result.getResponse().getContentAsString()).doesNotContain("Bogen der Nachbarn"));
    }
}
