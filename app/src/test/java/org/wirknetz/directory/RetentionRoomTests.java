package org.wirknetz.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;
import org.wirknetz.access.Role;
import org.wirknetz.platform.ChangeId;
import org.wirknetz.platform.Changes;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.Scope;

/// Former people are found by the office until retention ends; then a click forgets them, for good (domain 7.5,
/// S10). The proposed period is 36 months; today is 2026-11-23.
@RoomTest
class RetentionRoomTests {

    private static final LocalDate Y2020 = LocalDate.of(2020, 1, 1);
    private static final LocalDate ENDED_LONG_AGO = LocalDate.of(2023, 11, 23);
    private static final LocalDate ENDS_IN_90_DAYS = LocalDate.of(2024, 2, 21);
    private static final LocalDate ENDS_IN_91_DAYS = LocalDate.of(2024, 2, 22);

    @Autowired
    MockMvc mvc;

    @Autowired
    Cast cast;

    @Autowired
    People people;

    @Autowired
    Mandates mandates;

    @Autowired
    FormerPeople former;

    @Autowired
    RetentionPeriod period;

    @Autowired
    EndOfRetention end;

    @Autowired
    Duplicates duplicates;

    @Autowired
    Changes changes;

    @Test
    void whose_retention_has_ended_or_ends_within_90_days_stands_on_the_page() throws Exception {
        var stage = cast.network();
        left(stage, "Abgelaufen", ENDED_LONG_AGO);
        left(stage, "Bald", ENDS_IN_90_DAYS);
        left(stage, "Spaeter", ENDS_IN_91_DAYS);
        var back = left(stage, "Wieder", ENDED_LONG_AGO);
        stage.inside(() -> mandates.open(
                back, new OrganisationId(stage.organisation("VHS")), MandateKind.LEADS, "", null, Y2020, null));
        var page = body(stage.path("/retention"), stage.office());
        assertThat(page).contains("Abgelaufen").contains("Bald").doesNotContain("Spaeter", "Wieder");
        assertThat(page).contains("lässt sich nicht rückgängig machen").contains("Bei einer weiteren früheren Person");
        assertThat(body(stage.path(""), stage.office()))
                .contains("Bei einer früheren Person ist die Aufbewahrungsfrist");
    }

    @Test
    void forgetting_takes_name_address_and_memory_and_leaves_the_count() throws Exception {
        var stage = cast.network();
        var karim = left(stage, "Haddad", ENDED_LONG_AGO);
        int counted = mandatesOf(stage);
        mvc.perform(post(stage.path("/retention/" + karim.value() + "/forgetting"))
                        .with(stage.office())
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        assertThat(mandatesOf(stage)).isEqualTo(counted);
        assertThat(texts(stage, "select name from directory.person_card")).containsExactly("Ehemalige Kontaktperson");
        assertThat(texts(stage, "select function from directory.mandate")).containsExactly("");
        assertThat(texts(
                        stage, "select coalesce(before::text, '') || coalesce(after::text, '') from platform.revision"))
                .noneMatch(it -> it.contains("Haddad") || it.contains("haddad") || it.contains("Fachkraft Haddads"));
        assertThat(texts(stage, "select title || folded from platform.search_entry where kind = 'person'"))
                .isEmpty();
        for (var path :
                List.of("/people", "/people?standing=former", "/retention", "/search?q=haddad", "/people.csv")) {
            assertThat(body(stage.path(path), stage.office())).doesNotContain("Haddad", "Ehemalige Kontaktperson");
        }
        mvc.perform(get(stage.path("/people/" + karim.value())).with(stage.office()))
                .andExpect(status().isNotFound());
        mvc.perform(get(stage.path("/people/" + karim.value() + "/edit")).with(stage.office()))
                .andExpect(status().isNotFound());
        assertThat(texts(stage, "select verb from platform.trail where record = '" + karim.value() + "'"))
                .contains("insert", "update");
    }

    @Test
    void it_cannot_be_taken_back_nor_can_anything_before_it() throws Exception {
        var stage = cast.network();
        var karim = left(stage, "Haddad", ENDED_LONG_AGO);
        var before = texts(
                stage, "select distinct change::text from platform.revision where record = '" + karim.value() + "'");
        var answer = mvc.perform(post(stage.path("/retention/" + karim.value() + "/forgetting"))
                        .with(stage.office())
                        .with(csrf()))
                .andReturn();
        var flash = answer.getFlashMap().get("flash");
        assertThat(String.valueOf(flash)).contains("nicht rückgängig").contains("undo=null");
        var own = texts(
                stage,
                "select change::text from platform.trail where record = '" + karim.value()
                        + "' order by id desc limit 1");
        assertThat(before).isNotEmpty();
        for (var change : before) {
            assertThatThrownBy(() -> stage.inside(() -> changes.undo(new ChangeId(UUID.fromString(change)))))
                    .isInstanceOf(Refused.class);
        }
        stage.inside(() -> assertThat(changes.touched(new ChangeId(UUID.fromString(own.getFirst()))))
                .isEmpty());
        assertThat(texts(stage, "select family_name || coalesce(email, '') from directory.person"))
                .containsExactly("Ehemalige Kontaktperson");
    }

    @Test
    void two_who_were_forgotten_are_no_duplicates_and_who_comes_back_gets_a_new_card() {
        var stage = cast.network();
        var one = left(stage, "Haddad", ENDED_LONG_AGO);
        var other = left(stage, "Petrenko", ENDED_LONG_AGO);
        stage.inside(() -> {
            former.forget(one);
            former.forget(other);
            assertThat(duplicates.people()).isEmpty();
            var again = people.register(PersonEntry.named("Karim", "Haddad"));
            assertThat(again).isNotEqualTo(one);
        });
    }

    @Test
    void whoever_works_here_sits_in_a_group_or_has_an_account_is_not_forgotten() {
        var stage = cast.network();
        var working = Scope.of(stage.network()).call(() -> people.register(PersonEntry.named("Mina", "Roth")));
        var deputy = left(stage, "Deputy", ENDED_LONG_AGO);
        var guest = left(stage, "Guest", ENDED_LONG_AGO);
        var account = left(stage, "Account", ENDED_LONG_AGO);
        stage.inside(() -> {
            var school = new OrganisationId(stage.organisation("Schule"));
            var mandate = mandates.open(working, school, MandateKind.REPRESENTS, "", null, Y2020, null);
            mandates.appointDeputy(mandate, deputy);
        });
        var seated = stage.sits("Account", Role.GROUP_MEMBER, null);
        stage.ask(db -> db.sql(
                        "update directory.person set email = (select email from access.account where id = ?) where id = ?")
                .params(seated.value(), account.value())
                .update());
        stage.ask(db -> {
            var group = UUID.randomUUID();
            db.sql(
                            "insert into groups.body (network, id, name, kind, founded_on) values (?, ?, 'AG', 'WORKING_GROUP', '2020-01-01')")
                    .params(stage.network().value(), group)
                    .update();
            return db.sql(
                            "insert into groups.member (network, group_id, person, organisation, part, since) values (?, ?, ?, ?, 'GUEST', '2020-01-01')")
                    .params(stage.network().value(), group, guest.value(), stage.organisation("Kreis"))
                    .update();
        });
        for (var person : List.of(working, deputy, guest, account)) {
            assertThatThrownBy(() -> stage.inside(() -> former.forget(person)))
                    .isInstanceOf(Refused.class)
                    .hasMessage("directory.retention.still-here");
        }
        assertThat(texts(stage, "select forgotten_on::text from directory.person where forgotten_on is not null"))
                .isEmpty();
    }

    @Test
    void who_is_kept_longer_says_until_when_and_why() throws Exception {
        var stage = cast.network();
        var karim = left(stage, "Haddad", ENDED_LONG_AGO);
        keep(stage, karim, "2026-11-23", "Zeugnis", 409);
        keep(stage, karim, "2027-11-23", " ", 409);
        keep(stage, karim, "2027-11-23", "Zeugnis steht noch aus", 302);
        assertThat(body(stage.path("/retention"), stage.office()))
                .contains("bis 23.11.2027: Zeugnis steht noch aus")
                .contains("Bei niemandem ist sie abgelaufen");
        stage.inside(() -> assertThat(former.over()).isEmpty());
    }

    @Test
    void the_office_chooses_a_period_within_bounds() throws Exception {
        var stage = cast.network();
        left(stage, "Haddad", LocalDate.of(2025, 11, 23));
        assertThat(body(stage.path("/retention"), stage.office())).contains("Vorgeschlagen sind 36 Monate");
        choose(stage, "5", 409);
        choose(stage, "121", 409);
        choose(stage, "12", 302);
        assertThat(body(stage.path("/retention"), stage.office()))
                .contains("Sie haben 12 Monate")
                .contains("Haddad");
    }

    @Test
    void nothing_goes_without_a_click_and_the_office_is_told_once_in_thirty_days() {
        var stage = cast.network();
        left(stage, "Haddad", ENDED_LONG_AGO);
        stage.inside(() -> {
            assertThat(end.end(stage.slug())).isEqualTo(1);
            assertThat(end.end(stage.slug())).isZero();
        });
        assertThat(texts(stage, "select body from platform.mail where body like '%/w/" + stage.slug() + "/retention%'"))
                .singleElement()
                .satisfies(
                        it -> assertThat(it).contains("einer früheren Person").doesNotContain("Haddad"));
        assertThat(texts(stage, "select family_name from directory.person")).containsExactly("Haddad");
        stage.ask(db -> db.sql("update directory.setting set retention_told_on = '2026-10-24'")
                .update());
        stage.inside(() -> assertThat(end.end(stage.slug())).isEqualTo(1));
    }

    @Test
    void where_it_is_switched_on_the_clock_forgets_and_keeps_whom_the_office_keeps() {
        var stage = cast.network();
        left(stage, "Haddad", ENDED_LONG_AGO);
        left(stage, "Bald", ENDS_IN_90_DAYS);
        var kept = left(stage, "Petrenko", ENDED_LONG_AGO);
        stage.inside(() -> {
            former.keep(kept, LocalDate.of(2027, 1, 1), "Streit um eine Rechnung");
            period.choose(36, true);
            assertThat(end.end(stage.slug())).isEqualTo(1);
        });
        assertThat(texts(stage, "select family_name from directory.person order by 1"))
                .containsExactly("Bald", "Ehemalige Kontaktperson", "Petrenko");
    }

    @Test
    void many_are_forgotten_in_several_goes_those_first_whose_retention_ended_first() {
        var stage = cast.network();
        left(stage, "Haddad", ENDED_LONG_AGO);
        left(stage, "Bald", ENDS_IN_90_DAYS);
        left(stage, "Petrenko", ENDED_LONG_AGO);
        stage.inside(() -> {
            assertThat(former.forgetOver(1)).isEqualTo(1);
            assertThat(former.over()).hasSize(1);
            assertThat(former.forgetOver(5)).isEqualTo(1);
            assertThat(former.forgetOver(5)).isZero();
        });
        assertThat(texts(stage, "select family_name from directory.person order by 1"))
                .containsExactly("Bald", "Ehemalige Kontaktperson", "Ehemalige Kontaktperson");
    }

    @Test
    void an_invitation_is_counted_on_without_name_and_address() {
        var stage = cast.network();
        var karim = left(stage, "Haddad", ENDED_LONG_AGO);
        stage.ask(db -> {
            var meeting = UUID.randomUUID();
            db.sql("""
                            insert into meetings.meeting (network, id, title, kind, starts_at, ends_at, host_organisation)
                            values (?, ?, 'Plenum', 'PLENARY', '2023-01-01 10:00+01', '2023-01-01 12:00+01', ?)
                            """)
                    .params(stage.network().value(), meeting, stage.organisation("Gastgeberin"))
                    .update();
            return db.sql(
                            "insert into meetings.invitation (network, meeting, person, name, email) values (?, ?, ?, 'Karim Haddad', 'haddad@x.example')")
                    .params(stage.network().value(), meeting, karim.value())
                    .update();
        });
        stage.inside(() -> former.forget(karim));
        assertThat(texts(stage, "select name || coalesce(email, '') from meetings.invitation"))
                .containsExactly("Ehemalige Kontaktperson");
        assertThat(texts(
                        stage, "select coalesce(before::text, '') || coalesce(after::text, '') from platform.revision"))
                .noneMatch(it -> it.contains("Haddad") || it.contains("haddad"));
    }

    @Test
    void only_the_office_and_only_in_its_own_network() throws Exception {
        var stage = cast.network();
        var elsewhere = cast.network();
        var mine = left(stage, "Haddad", ENDED_LONG_AGO);
        var theirs = left(elsewhere, "Petrenko", ENDED_LONG_AGO);
        var admin = Cast.signedIn(stage.sits("Jonas Weber", Role.PARTNER_ADMIN, stage.organisation("VHS")));
        mvc.perform(get(stage.path("/retention")).with(admin)).andExpect(status().isForbidden());
        mvc.perform(post(stage.path("/retention/" + mine.value() + "/forgetting"))
                        .with(admin)
                        .with(csrf()))
                .andExpect(status().isForbidden());
        mvc.perform(post(stage.path("/retention/" + theirs.value() + "/forgetting"))
                        .with(stage.office())
                        .with(csrf()))
                .andExpect(status().isNotFound());
        assertThat(texts(stage, "select family_name from directory.person")).containsExactly("Haddad");
        assertThat(texts(elsewhere, "select family_name from directory.person")).containsExactly("Petrenko");
    }

    /// Somebody whose only mandate ended on the day.
    private PersonId left(Cast.Stage stage, String name, LocalDate on) {
        var organisation = new OrganisationId(stage.organisation("Jobcenter"));
        return Scope.of(stage.network()).call(() -> {
            var id = people.register(PersonEntry.named("", name)
                    .with(PersonField.EMAIL, name.toLowerCase(java.util.Locale.ROOT) + "@jobcenter.example")
                    .with(PersonField.NOTE, "Ruft gern an: " + name));
            mandates.open(id, organisation, MandateKind.REPRESENTS, "Fachkraft " + name + "s", null, Y2020, on);
            return id;
        });
    }

    private void keep(Cast.Stage stage, PersonId person, String until, String reason, int expected) throws Exception {
        mvc.perform(post(stage.path("/retention/" + person.value() + "/hold"))
                        .with(stage.office())
                        .with(csrf())
                        .param("until", until)
                        .param("reason", reason))
                .andExpect(status().is(expected));
    }

    private void choose(Cast.Stage stage, String months, int expected) throws Exception {
        mvc.perform(post(stage.path("/retention/period"))
                        .with(stage.office())
                        .with(csrf())
                        .param("months", months))
                .andExpect(status().is(expected));
    }

    private static int mandatesOf(Cast.Stage stage) {
        return stage.<Integer>ask(db -> db.sql("select count(distinct person)::int from directory.mandate_card")
                .query(Integer.class)
                .single());
    }

    private static List<String> texts(Cast.Stage stage, String sql) {
        return stage.ask(db -> db.sql(sql).query(String.class).list());
    }

    private String body(String path, RequestPostProcessor who) throws Exception {
        return mvc.perform(get(path).with(who))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
