package org.wirknetz.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;
import org.wirknetz.StatementCount;
import org.wirknetz.access.Role;
import org.wirknetz.platform.Changes;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.Scope;

@RoomTest
class OrganisationRoomTests {

    private static final LocalDate JANUARY = LocalDate.of(2026, 1, 1);
    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);

    @Autowired
    MockMvc mvc;

    @Autowired
    Cast cast;

    @Autowired
    JdbcClient db;

    @Autowired
    Organisations organisations;

    @Autowired
    Memberships memberships;

    @Autowired
    ActorGroups groups;

    @Autowired
    Changes changes;

    @Test
    void the_office_registers_an_organisation_and_finds_it_in_the_list() throws Exception {
        var stage = cast.network();
        mvc.perform(post(stage.path("/organisations"))
                        .with(stage.office())
                        .with(csrf())
                        .param("name", "  Metallbau Yıldız GmbH ")
                        .param("email", "info@metallbau.example")
                        .param("website", "metallbau.example"))
                .andExpect(status().is3xxRedirection())
                .andExpect(header().string("Location", startsWith(stage.path("/organisations/"))));
        mvc.perform(get(stage.path("/organisations")).with(stage.office()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Metallbau Yıldız GmbH")));
        assertThat(stage.<String>ask(db -> db.sql("select website from directory.organisation")
                        .query(String.class)
                        .single()))
                .isEqualTo("https://metallbau.example");
    }

    @Test
    void a_form_with_holes_comes_back_with_its_words() throws Exception {
        var stage = cast.network();
        mvc.perform(post(stage.path("/organisations"))
                        .with(stage.office())
                        .with(csrf())
                        .param("name", " ")
                        .param("email", "keine Adresse")
                        .param("city", "Lindenfurt"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("keine Adresse")))
                .andExpect(content().string(containsString("href=\"#email\"")))
                .andExpect(content().string(containsString("Lindenfurt")));
        assertThat(count(stage, "organisation")).isZero();
    }

    @Test
    void a_renamed_organisation_keeps_its_former_name_and_is_shown_as_of_a_day() throws Exception {
        var stage = cast.network();
        var agency = register(stage, "Landesarbeitsamt");
        stage.inside(() -> organisations.rename(agency, "Regionaldirektion der Bundesagentur für Arbeit", MAY));
        var page = stage.path("/organisations/" + agency.value());
        mvc.perform(get(page).with(stage.office()))
                .andExpect(content().string(containsString("<h1>Regionaldirektion der Bundesagentur für Arbeit</h1>")))
                .andExpect(content().string(containsString("Landesarbeitsamt")));
        mvc.perform(get(page).param("asOf", "2026-04-30").with(stage.office()))
                .andExpect(content().string(containsString("<h1>Landesarbeitsamt</h1>")));
        mvc.perform(get(page).param("asOf", "2026-05-01").with(stage.office()))
                .andExpect(content().string(containsString("<h1>Regionaldirektion")));
    }

    @Test
    void a_new_status_closes_the_old_one_and_another_day_shows_the_other() {
        var stage = cast.network();
        var chamber = register(stage, "Handwerkskammer");
        stage.inside(() -> {
            memberships.ask(chamber, JANUARY, null);
            memberships.admit(chamber, MAY, "Beschluss des Steuerungskreises");
            memberships.admit(chamber, MAY.plusDays(1), null);
        });
        assertThat(stage.<java.util.List<String>>ask(db -> db.sql(
                                "select status || ' ' || valid_from || ' ' || coalesce(valid_to::text, '') from directory.membership order by valid_from")
                        .query(String.class)
                        .list()))
                .containsExactly("ASKED 2026-01-01 2026-05-01", "ACTIVE 2026-05-01 ");
        assertThat(refusal(stage, () -> memberships.leave(chamber, MAY.minusDays(1), null)))
                .isEqualTo("directory.membership.later");
        assertThat(refusal(
                        stage,
                        () -> memberships.note(
                                chamber, MembershipStatus.GUEST, JANUARY.minusDays(1), JANUARY.plusDays(1), null)))
                .isEqualTo("directory.membership.overlap");
    }

    @Test
    void a_partner_admin_revises_their_own_card_and_no_other() throws Exception {
        var stage = cast.network();
        var school = register(stage, "Volkshochschule");
        var agency = register(stage, "Jobcenter");
        var group = Scope.of(stage.network()).call(() -> groups.add("SCHOOL", "Bildungsträger", "Providers"));
        stage.inside(() -> organisations.regroup(school, java.util.Set.of(group)));
        var admin = Cast.signedIn(stage.sits("Jonas Weber", Role.PARTNER_ADMIN, school.value()));
        stage.inside(() -> organisations.correct(school, 1, OrganisationField.NOTE, "nur für uns"));

        mvc.perform(get(stage.path("/organisations/" + school.value() + "/edit"))
                        .with(admin))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("nur für uns"))));
        mvc.perform(post(stage.path("/organisations/" + school.value()))
                        .with(admin)
                        .with(csrf())
                        .param("version", "2")
                        .param("name", "Volkshochschule")
                        .param("note", "überschrieben")
                        .param("phone", "030 23125-100"))
                .andExpect(status().is3xxRedirection());
        var entry = Scope.of(stage.network())
                .call(() -> organisations.entry(school))
                .entry();
        assertThat(entry.field(OrganisationField.PHONE)).isEqualTo("030 23125-100");
        assertThat(entry.field(OrganisationField.NOTE)).isEqualTo("nur für uns");
        assertThat(entry.groups()).containsExactly(group);

        for (var path : new String[] {"", "/removal", "/memberships", "/fields/phone", "/successor", "/coordination"}) {
            mvc.perform(post(stage.path("/organisations/" + agency.value() + path))
                            .with(admin)
                            .with(csrf())
                            .param("version", "1")
                            .param("name", "übernommen")
                            .param("status", "LEFT")
                            .param("on", "2026-11-23")
                            .param("successor", "Volkshochschule")
                            .param("value", "0"))
                    .andExpect(status().isForbidden());
        }
        mvc.perform(post(stage.path("/organisations")).with(admin).with(csrf()).param("name", "Neu"))
                .andExpect(status().isForbidden());
        mvc.perform(post(stage.path("/organisations/" + school.value() + "/memberships"))
                        .with(admin)
                        .with(csrf())
                        .param("status", "ACTIVE")
                        .param("on", "2026-11-23"))
                .andExpect(status().isForbidden());
        var untouched = Scope.of(stage.network()).call(() -> organisations.entry(agency));
        assertThat(untouched.version()).isEqualTo(1);
        assertThat(untouched.entry().name()).isEqualTo("Jobcenter");
        assertThat(count(stage, "organisation")).isEqualTo(2);
        assertThat(count(stage, "membership")).isZero();
    }

    @Test
    void partner_staff_read_and_write_nothing() throws Exception {
        var stage = cast.network();
        var school = register(stage, "Volkshochschule");
        var staff = Cast.signedIn(stage.sits("Mina Roth", Role.PARTNER_STAFF, school.value()));
        mvc.perform(get(stage.path("/organisations/" + school.value())).with(staff))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("/edit\""))));
        mvc.perform(post(stage.path("/organisations/" + school.value()))
                        .with(staff)
                        .with(csrf())
                        .param("version", "1")
                        .param("name", "Anders"))
                .andExpect(status().isForbidden());
    }

    @Test
    void another_networks_organisation_is_not_there() throws Exception {
        var mine = cast.network();
        var theirs = cast.network();
        var foreign = register(theirs, "Caritasverband");
        for (var path : new String[] {"", "/edit", "/fields/phone", ".vcf"}) {
            mvc.perform(get(mine.path("/organisations/" + foreign.value() + path))
                            .with(mine.office()))
                    .andExpect(status().isNotFound());
        }
        mvc.perform(post(mine.path("/organisations/" + foreign.value()))
                        .with(mine.office())
                        .with(csrf())
                        .param("version", "1")
                        .param("name", "Gekapert"))
                .andExpect(status().isNotFound());
        mvc.perform(post(mine.path("/organisations/selection/memberships"))
                        .with(mine.office())
                        .with(csrf())
                        .param("selected", foreign.value().toString())
                        .param("status", "LEFT"))
                .andExpect(status().isNotFound());
        mvc.perform(get(theirs.path("/organisations")).with(mine.office())).andExpect(status().isNotFound());
        assertThat(Scope.of(theirs.network())
                        .call(() -> organisations.entry(foreign))
                        .entry()
                        .name())
                .isEqualTo("Caritasverband");
    }

    @Test
    void a_field_for_the_office_alone_is_hidden_from_other_partners_in_page_list_and_export() throws Exception {
        var stage = cast.network();
        var school = register(stage, "Volkshochschule");
        var entry = OrganisationEntry.named("Jobcenter")
                .with(OrganisationField.PHONE, "030 23125-222")
                .shown("phone", Visibility.OFFICE);
        var agency = Scope.of(stage.network()).call(() -> organisations.register(entry));
        var staff = Cast.signedIn(stage.sits("Mina Roth", Role.PARTNER_STAFF, school.value()));
        var own = Cast.signedIn(stage.sits("Jonas Weber", Role.PARTNER_STAFF, agency.value()));
        for (var path : new String[] {
            "/organisations/" + agency.value(),
            "/organisations?columns=phone",
            "/organisations.csv?columns=phone",
            "/organisations.vcf",
            "/organisations/" + agency.value() + ".vcf"
        }) {
            assertThat(body(stage.path(path), staff)).doesNotContain("23125-222");
            assertThat(body(stage.path(path), own)).contains("23125-222");
            assertThat(body(stage.path(path), stage.office())).contains("23125-222");
        }
        assertThat(body(stage.path("/organisations?q=23125"), staff)).doesNotContain("Jobcenter");
    }

    @Test
    void what_somebody_else_changed_meanwhile_is_not_overwritten() throws Exception {
        var stage = cast.network();
        var agency = register(stage, "Jobcenter");
        stage.inside(() -> organisations.correct(agency, 1, OrganisationField.CITY, "Lindenfurt"));
        mvc.perform(post(stage.path("/organisations/" + agency.value()))
                        .with(stage.office())
                        .with(csrf())
                        .param("version", "1")
                        .param("name", "Jobcenter Kupferland"))
                .andExpect(status().isConflict());
        assertThat(Scope.of(stage.network())
                        .call(() -> organisations.entry(agency))
                        .entry()
                        .name())
                .isEqualTo("Jobcenter");
    }

    @Test
    void removing_is_taken_back_with_all_that_hung_on_it() {
        var stage = cast.network();
        var agency = register(stage, "Jobcenter");
        var school = register(stage, "Volkshochschule");
        var training = java.util.UUID.randomUUID();
        stage.inside(() -> {
            memberships.admit(agency, JANUARY, null);
            // What other rooms hang on an organisation goes with it by the database's own rule, parent first.
            db.sql(
                            "insert into networkcheck.tie (network, from_organisation, to_organisation, kind) values (platform.network(), ?, ?, 'INFO')")
                    .params(agency.value(), school.value())
                    .update();
            db.sql(
                            "insert into equality.sensitisation (network, id, kind, title, held_on) values (platform.network(), ?, 'MAIL', 'Rundmail', '2026-01-01')")
                    .param(training)
                    .update();
            db.sql(
                            "insert into equality.participation (network, sensitisation, organisation) values (platform.network(), ?, ?)")
                    .params(training, agency.value())
                    .update();
        });
        var hung = "select (select count(*) from networkcheck.tie) + (select count(*) from equality.participation)";
        var scope = Scope.of(stage.network(), stage.officeAccount());
        scope.run(() -> {
            organisations.remove(agency);
            assertThat(count(stage, "membership")).isZero();
            assertThat(db.sql(hung).query(Integer.class).single()).isZero();
            changes.undo(scope.lastChange().orElseThrow());
            assertThat(db.sql(hung).query(Integer.class).single()).isEqualTo(2);
        });
        assertThat(count(stage, "organisation")).isEqualTo(2);
        assertThat(count(stage, "membership")).isEqualTo(1);
    }

    @Test
    void a_cell_is_changed_in_place_and_without_script_on_a_page() throws Exception {
        var stage = cast.network();
        var agency = register(stage, "Jobcenter");
        var cell = stage.path("/organisations/" + agency.value() + "/fields/city");
        mvc.perform(get(cell).with(stage.office()).header("HX-Request", "true"))
                .andExpect(content().string(startsWith("<td class=\"editing\"")));
        mvc.perform(get(cell).with(stage.office())).andExpect(content().string(containsString("<h1>")));
        mvc.perform(post(cell + "?version=1")
                        .with(stage.office())
                        .with(csrf())
                        .header("HX-Request", "true")
                        .param("value", " Lindenfurt "))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("<span>Lindenfurt</span>")));
        mvc.perform(post(stage.path("/organisations/" + agency.value() + "/fields/email?version=2"))
                        .with(stage.office())
                        .with(csrf())
                        .header("HX-Request", "true")
                        .param("value", "keine"))
                .andExpect(status().isUnprocessableContent());
    }

    @Test
    void the_list_asks_no_more_for_fifty_rows_than_for_one() throws Exception {
        var stage = cast.network();
        register(stage, "Jobcenter");
        var one = StatementCount.during(() -> body(stage.path("/organisations"), stage.office()));
        for (int number = 0; number < 40; number++) register(stage, "Betrieb " + number);
        var many = StatementCount.during(() -> body(stage.path("/organisations"), stage.office()));
        assertThat(many).hasSameSizeAs(one);
    }

    @Test
    void a_whole_import_is_not_taken_back_from_one_card() throws Exception {
        var stage = cast.network();
        stage.ask(db -> db.sql("""
                        insert into directory.organisation (network, key, name)
                        select platform.network(), 'o' || n, 'Betrieb ' || n from generate_series(1, 60) n
                        """).update());
        var one = stage.<String>ask(db -> db.sql("select id::text from directory.organisation where key = 'o1'")
                .query(String.class)
                .single());
        assertThat(body(stage.path("/organisations/" + one), stage.office()))
                .contains("Angelegt")
                .doesNotContain("/undo");
        var single = register(stage, "Jobcenter");
        assertThat(body(stage.path("/organisations/" + single.value()), stage.office()))
                .contains("/undo");
    }

    private OrganisationId register(Cast.Stage stage, String name) {
        return Scope.of(stage.network()).call(() -> organisations.register(OrganisationEntry.named(name)));
    }

    private String body(String path, org.springframework.test.web.servlet.request.RequestPostProcessor who)
            throws Exception {
        return mvc.perform(get(path).with(who)).andReturn().getResponse().getContentAsString();
    }

    private static int count(Cast.Stage stage, String table) {
        return stage.ask(db -> db.sql("select count(*) from directory." + table)
                .query(Integer.class)
                .single());
    }

    private static String refusal(Cast.Stage stage, Runnable work) {
        try {
            stage.inside(work);
            return "";
        } catch (Refused refused) {
            return refused.key();
        }
    }
}
