package org.wirknetz.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;
import org.wirknetz.access.Invitations;
import org.wirknetz.access.Role;
import org.wirknetz.platform.Changes;
import org.wirknetz.platform.Scope;
import org.wirknetz.platform.web.Flash;

/// Merging loses nothing: the four cases in which another system did (lessons 3.4), and taking it back.
@RoomTest
class MergeRoomTests {

    private static final LocalDate Y2022 = LocalDate.of(2022, 1, 1);
    private static final LocalDate Y2023 = LocalDate.of(2023, 1, 1);
    private static final LocalDate Y2024 = LocalDate.of(2024, 1, 1);
    private static final LocalDate Y2025 = LocalDate.of(2025, 1, 1);

    @Autowired
    MockMvc mvc;

    @Autowired
    Cast cast;

    @Autowired
    Organisations organisations;

    @Autowired
    OrganisationKin kin;

    @Autowired
    People people;

    @Autowired
    Positions positions;

    @Autowired
    Mandates mandates;

    @Autowired
    Memberships memberships;

    @Autowired
    Duplicates duplicates;

    @Autowired
    Merges merges;

    @Autowired
    Invitations invitations;

    @Autowired
    Structures structures;

    @Autowired
    Areas areas;

    @Autowired
    Changes changes;

    @Test
    void two_mandates_of_the_same_kind_with_different_dates_stay_two() throws Exception {
        var stage = cast.network();
        var agency = organisation(stage, "Jobcenter");
        var one = person(stage, "Karim", "Haddad");
        var other = person(stage, "Karim", "Haddad");
        stage.inside(() -> {
            mandates.open(one, agency, MandateKind.REPRESENTS, "", Level.OPERATIONAL, Y2022, Y2023);
            mandates.open(other, agency, MandateKind.REPRESENTS, "", Level.OPERATIONAL, Y2024, null);
            positions.open(other, agency, "Teamleitung", null, Y2024, null);
        });
        mvc.perform(post(stage.path("/duplicates/people"))
                        .with(stage.office())
                        .with(csrf())
                        .param("one", one.value().toString())
                        .param("other", other.value().toString()))
                .andExpect(status().is3xxRedirection());
        assertThat(strings(
                        stage,
                        "select valid_from || '/' || coalesce(valid_to::text, '') from directory.mandate where person = '"
                                + one.value() + "' order by 1"))
                .containsExactly("2022-01-01/2023-01-01", "2024-01-01/");
        assertThat(strings(stage, "select function from directory.position")).containsExactly("Teamleitung");
        assertThat(strings(stage, "select id::text from directory.person"))
                .containsExactly(one.value().toString());
    }

    @Test
    void values_nobody_chose_are_not_overwritten_and_empty_ones_are_filled() throws Exception {
        var stage = cast.network();
        var one = Scope.of(stage.network())
                .call(() -> people.register(
                        PersonEntry.named("Karim", "Haddad").with(PersonField.EMAIL, "karim@jobcenter.example")));
        var other = Scope.of(stage.network())
                .call(() -> people.register(PersonEntry.named("Karim", "Haddad")
                        .with(PersonField.EMAIL, "alt@jobcenter.example")
                        .with(PersonField.PHONE, "030 23125-1")));
        assertThat(body(
                        stage.path("/duplicates/people?one=" + one.value() + "&other=" + other.value()),
                        stage.office()))
                .contains("alt@jobcenter.example")
                .contains("karim@jobcenter.example");
        mvc.perform(post(stage.path("/duplicates/people"))
                        .with(stage.office())
                        .with(csrf())
                        .param("one", one.value().toString())
                        .param("other", other.value().toString()))
                .andExpect(status().is3xxRedirection());
        var merged = Scope.of(stage.network()).call(() -> people.entry(one)).entry();
        assertThat(merged.field(PersonField.EMAIL)).isEqualTo("karim@jobcenter.example");
        assertThat(merged.field(PersonField.PHONE)).isEqualTo("030 23125-1");
    }

    @Test
    void nobody_elses_relations_are_taken_along() {
        var stage = cast.network();
        var agency = organisation(stage, "Jobcenter");
        var one = person(stage, "Karim", "Haddad");
        var other = person(stage, "Karim", "Hadad");
        var third = person(stage, "Mina", "Roth");
        stage.inside(() -> {
            var mandate = mandates.open(third, agency, MandateKind.KEY_FUNCTION, "", null, null, null);
            mandates.appointDeputy(mandate, other);
            var own = mandates.open(other, agency, MandateKind.LEADS, "", null, null, null);
            mandates.appointDeputy(own, one);
            merges.people(one, other, people.entry(one).entry());
        });
        assertThat(strings(
                        stage,
                        "select person || ' ' || coalesce(deputy::text, '-') from directory.mandate order by kind"))
                .containsExactly(third.value() + " " + one.value(), one.value() + " -");
    }

    @Test
    void merged_organisations_keep_people_names_memberships_and_kin_and_it_can_be_taken_back() {
        var stage = cast.network();
        var one = organisation(stage, "IHK Lindenfurt");
        var other = organisation(stage, "Industrie- und Handelskammer Lindenfurt");
        var umbrella = organisation(stage, "Kammertag");
        var person = person(stage, "Karim", "Haddad");
        var council = Scope.of(stage.network())
                .call(() -> structures.register(StructureEntry.named("Bildungsbeirat", StructureKind.BODY)));
        stage.inside(() -> {
            memberships.note(one, MembershipStatus.ACTIVE, Y2024, null, null);
            memberships.note(other, MembershipStatus.ASKED, Y2022, Y2023, null);
            memberships.note(other, MembershipStatus.ACTIVE, Y2023, null, null);
            positions.open(person, other, "Referat", null, null, null);
            kin.joinUmbrella(umbrella, other, null);
            structures.enrol(council, other, "", null);
        });
        var before = dump(stage);
        assertThat(Scope.of(stage.network()).call(() -> duplicates.organisations()))
                .extracting(Duplicates.Pair::reason)
                .containsExactly("name");
        var scope = Scope.of(stage.network(), stage.officeAccount());
        scope.run(() -> {
            merges.organisations(one, other, organisations.entry(one).entry());
            assertThat(strings(
                            stage,
                            "select status || ' ' || valid_from || ' ' || coalesce(valid_to::text, '') from directory.membership where organisation = '"
                                    + one.value() + "' order by valid_from"))
                    .as("a membership that goes on began when the earlier one did")
                    .containsExactly("ASKED 2022-01-01 2023-01-01", "ACTIVE 2023-01-01 ");
            assertThat(strings(stage, "select organisation::text from directory.position"))
                    .containsExactly(one.value().toString());
            assertThat(strings(stage, "select member::text from directory.umbrella_member"))
                    .containsExactly(one.value().toString());
            assertThat(strings(stage, "select name from directory.organisation_name"))
                    .containsExactly("Industrie- und Handelskammer Lindenfurt");
            changes.undo(scope.lastChange().orElseThrow());
        });
        assertThat(dump(stage)).isEqualTo(before);
    }

    @Test
    void the_same_person_at_both_becomes_one_with_one_mandate_and_it_can_be_taken_back() throws Exception {
        var stage = cast.network();
        var one = organisation(stage, "Handwerkskammer Falenau");
        var other = organisation(stage, "HWK Falenau");
        var jonas = person(stage, "Jonas", "Weber");
        var again = person(stage, "Jonas", "WEBER");
        var guest = person(stage, "Aylin", "Demir");
        stage.inside(() -> {
            mandates.open(jonas, one, MandateKind.REPRESENTS, "Berater", null, Y2024, null);
            mandates.open(again, other, MandateKind.REPRESENTS, "Berater", Level.OPERATIONAL, Y2022, null);
            mandates.open(again, other, MandateKind.REPRESENTS, "Prüfer", null, Y2022, Y2023);
            mandates.open(jonas, one, MandateKind.REPRESENTS, "Prüfer", null, Y2024, null);
            positions.open(jonas, one, "Berater", null, Y2024, null);
            positions.open(again, other, "Berater", null, Y2025, null);
            mandates.open(guest, other, MandateKind.LEADS, "", null, Y2024, null);
        });
        var sql =
                "select p.family_name || ' ' || m.function || ' ' || coalesce(m.level, '-') || ' ' || m.valid_from || ' '"
                        + " || coalesce(m.valid_to::text, '') from directory.mandate m join directory.person p on p.id = m.person order by 1";
        var before = strings(stage, sql);
        var page = body(
                stage.path("/duplicates/organisations?one=" + one.value() + "&other=" + other.value()), stage.office());
        var pair = jonas.value() + "+" + again.value();
        assertThat(page)
                .contains("value=\"" + pair + "\" checked", "Jonas Weber steht bei beiden")
                .doesNotContain("Demir steht bei beiden");
        mvc.perform(post(stage.path("/duplicates/organisations"))
                        .with(stage.office())
                        .with(csrf())
                        .param("one", one.value().toString())
                        .param("other", other.value().toString())
                        .param("same", pair))
                .andExpect(status().is3xxRedirection());
        assertThat(strings(stage, sql))
                .containsExactly(
                        "Demir  - 2024-01-01 ",
                        "Weber Berater OPERATIONAL 2022-01-01 ",
                        "Weber Prüfer - 2022-01-01 2023-01-01",
                        "Weber Prüfer - 2024-01-01 ");
        assertThat(strings(stage, "select function || valid_from from directory.position"))
                .containsExactly("Berater2024-01-01");
        var change = strings(stage, "select change::text from platform.revision order by id desc limit 1")
                .getFirst();
        mvc.perform(post(stage.path("/changes/" + change + "/undo"))
                        .with(stage.office())
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        assertThat(strings(stage, sql)).isEqualTo(before);
        assertThat(strings(stage, "select name from directory.organisation order by 1"))
                .containsExactly("HWK Falenau", "Handwerkskammer Falenau");
    }

    /// Back, forth, and back again: each time the sentence and the offer say which it is.
    @Test
    void what_was_taken_back_is_done_again_and_is_called_so() throws Exception {
        var stage = cast.network();
        var kept = organisation(stage, "Volkshochschule");
        merge(stage, kept, organisation(stage, "VHS"), stage.office(), 302);
        var names = "select name from directory.organisation order by 1";
        for (var said : List.of(
                "Die Änderung ist zurückgenommen.", "Die Änderung gilt wieder.", "Die Änderung ist zurückgenommen.")) {
            boolean back = said.endsWith("zurückgenommen.");
            var change = strings(stage, "select change::text from platform.revision order by id desc limit 1")
                    .getFirst();
            var flash = (Flash) mvc.perform(post(stage.path("/changes/" + change + "/undo"))
                            .with(stage.office())
                            .with(csrf()))
                    .andExpect(status().is3xxRedirection())
                    .andReturn()
                    .getFlashMap()
                    .get("flash");
            assertThat(flash.text()).isEqualTo(said);
            assertThat(flash.again()).isEqualTo(back);
            assertThat(strings(stage, names)).hasSize(back ? 2 : 1);
        }
    }

    @Test
    void only_the_office_merges_and_only_within_its_network() throws Exception {
        var stage = cast.network();
        var elsewhere = cast.network();
        var mine = organisation(stage, "Volkshochschule");
        var second = organisation(stage, "VHS");
        var foreign = organisation(elsewhere, "Volkshochschule");
        var admin = Cast.signedIn(stage.sits("Jonas Weber", Role.PARTNER_ADMIN, mine.value()));
        merge(stage, mine, second, admin, 403);
        merge(stage, mine, foreign, stage.office(), 404);
        mvc.perform(get(stage.path("/duplicates")).with(admin)).andExpect(status().isForbidden());
        assertThat(strings(stage, "select name from directory.organisation")).hasSize(2);
        assertThat(strings(elsewhere, "select name from directory.organisation"))
                .hasSize(1);
    }

    @Test
    void open_invitations_to_a_card_that_goes_end_and_others_stay() throws Exception {
        var stage = cast.network();
        var kept = organisation(stage, "Volkshochschule");
        var dropped = organisation(stage, "VHS");
        var gone = organisation(stage, "Sprachschule");
        stage.inside(() -> {
            invitations.invite("bleibt@vhs.example", Role.PARTNER_ADMIN, kept.value(), "", Locale.GERMAN);
            invitations.invite("endet@vhs.example", Role.PARTNER_ADMIN, dropped.value(), "", Locale.GERMAN);
            invitations.invite("auch@vhs.example", Role.PARTNER_STAFF, gone.value(), "", Locale.GERMAN);
        });
        assertThat(body(
                        stage.path("/duplicates/organisations?one=" + kept.value() + "&other=" + dropped.value()),
                        stage.office()))
                .contains("Eine offene Einladung endet");
        merge(stage, kept, dropped, stage.office(), 302);
        stage.inside(() -> organisations.remove(gone));
        stage.inside(() -> assertThat(invitations.open())
                .extracting(Invitations.Waiting::email)
                .containsExactly("bleibt@vhs.example"));
    }

    @Test
    void an_invitation_to_an_address_that_no_card_has_any_more_ends() {
        var stage = cast.network();
        var one = Scope.of(stage.network())
                .call(() -> people.register(
                        PersonEntry.named("Karim", "Haddad").with(PersonField.EMAIL, "karim@jobcenter.example")));
        var other = Scope.of(stage.network())
                .call(() -> people.register(
                        PersonEntry.named("Karim", "Haddad").with(PersonField.EMAIL, "Alt@jobcenter.example")));
        stage.inside(() -> {
            for (var address : List.of("karim@jobcenter.example", "alt@jobcenter.example", "wer@anders.example")) {
                invitations.invite(address, Role.GROUP_MEMBER, null, "", Locale.GERMAN);
            }
            merges.people(one, other, people.entry(one).entry());
            assertThat(invitations.open())
                    .extracting(Invitations.Waiting::email)
                    .containsExactlyInAnyOrder("karim@jobcenter.example", "wer@anders.example");
        });
    }

    @Test
    void what_was_told_apart_is_not_proposed_again() throws Exception {
        var stage = cast.network();
        var one = organisation(stage, "Lernzentrum Kupfer GmbH");
        var other = organisation(stage, "Lernzentrum Kupfer gGmbH");
        organisation(stage, "Metallbau Yıldız GmbH");
        assertThat(body(stage.path("/duplicates"), stage.office())).contains("Lernzentrum Kupfer gGmbH");
        mvc.perform(post(stage.path("/duplicates/organisations/apart"))
                        .with(stage.office())
                        .with(csrf())
                        .param("one", other.value().toString())
                        .param("other", one.value().toString()))
                .andExpect(status().is3xxRedirection());
        assertThat(body(stage.path("/duplicates"), stage.office())).doesNotContain("Lernzentrum");
    }

    @Test
    void two_offices_of_the_same_town_are_no_duplicates() {
        var stage = cast.network();
        organisation(stage, "Agentur für Arbeit Lindenfurt");
        organisation(stage, "Jobcenter Lindenfurt");
        organisation(stage, "VHS Lindenfurt");
        organisation(stage, "Wirtschaftsförderung Wiesgrund GmbH");
        organisation(stage, "Kreishandwerkerschaft Wiesgrund");
        assertThat(Scope.of(stage.network()).call(() -> duplicates.organisations()))
                .isEmpty();
    }

    @Test
    void structures_that_share_members_are_shown_and_a_missing_link_is_named() throws Exception {
        var stage = cast.network();
        var agency = organisation(stage, "Jobcenter");
        var first = structure(stage, "Bildungsbeirat");
        var second = structure(stage, "Fachkräftebündnis");
        stage.inside(() -> {
            structures.enrol(first, agency, "", null);
            structures.enrol(second, agency, "", null);
        });
        var page = body(stage.path("/structures"), stage.office());
        assertThat(page).contains("1 von 1 Mitgliedern gemeinsam").contains("sitzt kein Mitglied des Netzwerks");
        assertThat(body(stage.path("/structures/" + first.value()), stage.office()))
                .contains("Jobcenter");
    }

    @Test
    void the_public_sees_nothing_until_the_office_opens_and_then_only_what_is_released() throws Exception {
        var stage = cast.network();
        var entry = OrganisationEntry.named("Volkshochschule")
                .with(OrganisationField.EMAIL, "info@vhs.example")
                .with(OrganisationField.PHONE, "030 23125-7")
                .shown("name", Visibility.PUBLIC)
                .shown("email", Visibility.PUBLIC);
        var school = Scope.of(stage.network()).call(() -> organisations.register(entry));
        var hidden = organisation(stage, "Jobcenter");
        stage.inside(() -> {
            memberships.admit(school, Y2025, null);
            memberships.admit(hidden, Y2025, null);
        });
        var address = "/n/" + stage.slug() + "/partners";
        mvc.perform(get(address)).andExpect(status().isNotFound());
        mvc.perform(post(stage.path("/settings/directory/public"))
                        .with(stage.office())
                        .with(csrf())
                        .param("open", "true"))
                .andExpect(status().is3xxRedirection());
        var page = mvc.perform(get(address)).andReturn().getResponse().getContentAsString();
        assertThat(page)
                .contains("Volkshochschule")
                .contains("info@vhs.example")
                .doesNotContain("23125-7")
                .doesNotContain("Jobcenter");
        mvc.perform(get(address + "/" + hidden.value() + ".vcf")).andExpect(status().isNotFound());
    }

    @Test
    void outlines_are_checked_before_they_are_kept() throws Exception {
        var stage = cast.network();
        stage.inside(() -> areas.add("99001", "Lindenfurt", null));
        var square = "[[[10,50],[11,50],[11,51],[10,50]]]";
        upload(stage, collection("99001", "Polygon", square), 302);
        assertThat(strings(stage, "select shape ->> 'type' from directory.area"))
                .containsExactly("Polygon");
        upload(stage, collection("99001", "Polygon", "[[[4468000,5333000],[11,50],[11,51]]]"), 409);
        upload(stage, collection("99001", "Point", "[10,50]"), 409);
        upload(stage, collection("99009", "Polygon", square), 409);
        upload(stage, "[".repeat(5_000), 409);
        upload(stage, "kein GeoJSON", 409);
        mvc.perform(multipart(stage.path("/settings/directory/outlines"))
                        .file(new MockMultipartFile("file", new byte[Outlines.MOST_BYTES + 1]))
                        .with(stage.office())
                        .with(csrf()))
                .andExpect(status().isConflict());
        assertThat(strings(stage, "select shape ->> 'coordinates' from directory.area")
                        .getFirst())
                .contains("10");
    }

    /// Offices' files carry a number and a name: whichever names the areas of the network is the one that counts.
    @Test
    void outlines_find_their_areas_by_whichever_property_names_them() throws Exception {
        var stage = cast.network();
        stage.inside(() -> {
            areas.add("lindenfurt", "Lindenfurt", null);
            areas.add("falenau", "Falenau", null);
            areas.add("99003", "Kupferland", null);
        });
        var square = "{\"type\":\"Polygon\",\"coordinates\":[[[10,50],[11,50],[11,51],[10,50]]]}";
        var feature =
                "{\"type\":\"Feature\",\"properties\":{\"AGS\":\"%s\",\"BEZ\":\"Kupferland\",\"GEN\":\"%s\"},\"geometry\":"
                        + square + "}";
        var features = List.of(
                feature.formatted("99001", "LINDENFURT"),
                feature.formatted("99002", "Falenau"),
                feature.formatted("99009", "Wiesgrund"));
        upload(stage, "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}", 302);
        assertThat(strings(stage, "select name from directory.area where shape is not null order by name"))
                .containsExactly("Falenau", "Lindenfurt");
    }

    private void upload(Cast.Stage stage, String file, int status) throws Exception {
        mvc.perform(multipart(stage.path("/settings/directory/outlines"))
                        .file(new MockMultipartFile("file", file.getBytes(StandardCharsets.UTF_8)))
                        .with(stage.office())
                        .with(csrf()))
                .andExpect(status().is(status));
    }

    private static String collection(String key, String type, String coordinates) {
        return "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"key\":\"" + key
                + "\"},\"geometry\":{\"type\":\"" + type + "\",\"coordinates\":" + coordinates + "}}]}";
    }

    private void merge(
            Cast.Stage stage, OrganisationId one, OrganisationId other, RequestPostProcessor who, int expected)
            throws Exception {
        mvc.perform(post(stage.path("/duplicates/organisations"))
                        .with(who)
                        .with(csrf())
                        .param("one", one.value().toString())
                        .param("other", other.value().toString()))
                .andExpect(status().is(expected));
    }

    private OrganisationId organisation(Cast.Stage stage, String name) {
        return Scope.of(stage.network()).call(() -> organisations.register(OrganisationEntry.named(name)));
    }

    private StructureId structure(Cast.Stage stage, String name) {
        return Scope.of(stage.network())
                .call(() -> structures.register(StructureEntry.named(name, StructureKind.ALLIANCE)));
    }

    private PersonId person(Cast.Stage stage, String given, String family) {
        return Scope.of(stage.network()).call(() -> people.register(PersonEntry.named(given, family)));
    }

    private static List<String> dump(Cast.Stage stage) {
        return List.of(
                        "organisation",
                        "organisation_name",
                        "membership",
                        "position",
                        "umbrella_member",
                        "structure_member")
                .stream()
                .flatMap(table ->
                        strings(stage, "select to_jsonb(t)::text from directory." + table + " t order by t.id")
                                .stream())
                .toList();
    }

    private static List<String> strings(Cast.Stage stage, String sql) {
        return stage.ask(db -> db.sql(sql).query(String.class).list());
    }

    private String body(String path, RequestPostProcessor who) throws Exception {
        return mvc.perform(get(path).with(who)).andReturn().getResponse().getContentAsString();
    }
}
