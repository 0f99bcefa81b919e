package org.wirknetz.groups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;
import org.wirknetz.access.Accounts;
import org.wirknetz.access.Role;
import org.wirknetz.directory.OrganisationId;
import org.wirknetz.directory.OrganisationsMerged;
import org.wirknetz.directory.People;
import org.wirknetz.directory.PeopleMerged;
import org.wirknetz.directory.PersonField;
import org.wirknetz.directory.PersonId;
import org.wirknetz.platform.AccountId;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.Scope;

@RoomTest
class GroupRoomTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate SPRING = LocalDate.of(2026, 3, 1);

    @Autowired
    MockMvc mvc;

    @Autowired
    Cast cast;

    @Autowired
    Groups groups;

    @Autowired
    GroupMembers members;

    @Autowired
    People people;

    @Autowired
    Accounts accounts;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    JdbcClient db;

    private Cast.Stage stage;
    private UUID handwerkskammer;
    private UUID volkshochschule;
    private UUID jobcenter;
    private AccountId jonas;
    private UUID jonasWeber;
    private AccountId olga;
    private AccountId stranger;
    private AccountId funder;

    @BeforeEach
    void set_the_stage() {
        stage = cast.network();
        handwerkskammer = member("Handwerkskammer");
        volkshochschule = member("Volkshochschule");
        jobcenter = member("Jobcenter");
        jonas = stage.sits("Jonas Weber", Role.GROUP_MEMBER, null);
        jonasWeber = person(
                "Jonas", "Weber", handwerkskammer, accounts.require(jonas).email());
        olga = stage.sits("Olga Petrenko", Role.PARTNER_STAFF, volkshochschule);
        stranger = stage.sits("Jörg Kranz", Role.PARTNER_ADMIN, jobcenter);
        funder = stage.sits("Stefan Thalheim", Role.FUNDER, null);
    }

    @Test
    void the_office_founds_a_group_and_fills_it() throws Exception {
        var page = mvc.perform(write("/groups")
                        .with(stage.office())
                        .param("name", "AG Finanzierung")
                        .param("kind", "WORKING_GROUP")
                        .param("founded", "2026-03-01")
                        .param("mandate", "Drei Modelle bis Jahresende.")
                        .param("lastDay", "2026-10-31")
                        .param("rhythm", "42")
                        .param("quorum", ">1/2")
                        .param("circle", "NETWORK"))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        var path = page.substring(stage.path("").length());
        mvc.perform(get(page + "/members/new?organisation=" + handwerkskammer).with(stage.office()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Jonas Weber")));
        mvc.perform(write(path + "/members")
                        .with(stage.office())
                        .param("organisation", handwerkskammer.toString())
                        .param("person", jonasWeber.toString())
                        .param("part", "LEAD")
                        .param("votes", "true")
                        .param("since", "2026-03-01"))
                .andExpect(status().is3xxRedirection());
        mvc.perform(write(path + "/members")
                        .with(stage.office())
                        .param("organisation", volkshochschule.toString())
                        .param("votes", "true"))
                .andExpect(status().is3xxRedirection());
        mvc.perform(get(page).with(stage.office()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("2 Organisationen, 2 mit Stimme")))
                .andExpect(content().string(containsString("Beschlussfähig ab 2 von 2")))
                .andExpect(content().string(containsString("seit dem 31.10.2026 abgelaufen")))
                .andExpect(content().string(containsString("Niemand vertritt die Leitung")))
                .andExpect(content().string(containsString("Noch niemanden benannt haben: Volkshochschule")))
                .andExpect(content().string(not(containsString("Niemand leitet"))))
                .andExpect(content().string(not(containsString("womit die Gruppe beauftragt"))));
        mvc.perform(get(stage.path("/groups?kind=WORKING_GROUP&q=finanz")).with(Cast.signedIn(stranger)))
                .andExpect(content().string(containsString("AG Finanzierung")))
                .andExpect(content().string(containsString("Jonas Weber")));
        mvc.perform(get(stage.path("/search?q=Finanzierung")).with(Cast.signedIn(stranger)))
                .andExpect(content().string(containsString(page)));
        mvc.perform(get(stage.path("/groups/export?format=csv")).with(Cast.signedIn(stranger)))
                .andExpect(content().string(containsString("AG Finanzierung;Arbeitsgruppe")));
    }

    @Test
    void every_page_is_there_in_both_languages() throws Exception {
        var id = group("AG Module", Circle.NETWORK);
        sits(id, handwerkskammer, jonasWeber, Part.LEAD, true);
        var place = place(id, handwerkskammer);
        for (var page : List.of(
                "/groups",
                "/groups?state=all&sort=-votes&q=x",
                "/groups?state=mine",
                "/groups/new",
                "/groups/" + id.value(),
                "/groups/" + id.value() + "/edit",
                "/groups/" + id.value() + "/members/new?organisation=" + jobcenter,
                "/groups/" + id.value() + "/members/" + place)) {
            for (var language : List.of("de", "en")) {
                mvc.perform(get(stage.path(page)).with(stage.office()).cookie(new Cookie("lang", language)))
                        .andExpect(status().isOk())
                        .andExpect(content().string(not(containsString("?groups."))))
                        .andExpect(content().string(containsString("lang=\"" + language + "\"")));
            }
        }
    }

    @Test
    void whoever_leads_changes_the_group_and_a_mere_member_does_not() throws Exception {
        var id = group("AG Module", Circle.NETWORK);
        sits(id, handwerkskammer, jonasWeber, Part.LEAD, true);
        sits(id, volkshochschule, null, Part.MEMBER, true);
        var path = "/groups/" + id.value();
        var place = place(id, volkshochschule);
        for (var attempt : List.of(
                write(path).param("name", "Anders").param("founded", "2026-03-01"),
                write(path + "/end").param("result", "Nichts"),
                write(path + "/members").param("organisation", jobcenter.toString()),
                write(path + "/members/" + place).param("part", "MEMBER"),
                write(path + "/members/" + place + "/end"),
                write(path + "/removal"),
                write("/groups").param("name", "Eigene").param("founded", "2026-03-01"))) {
            mvc.perform(attempt.with(Cast.signedIn(olga))).andExpect(status().isForbidden());
        }
        mvc.perform(write(path + "/members")
                        .param("organisation", jobcenter.toString())
                        .with(Cast.signedIn(jonas)))
                .andExpect(status().is3xxRedirection());
        mvc.perform(write(path)
                        .param("version", "1")
                        .param("name", "AG Bausteine")
                        .param("founded", "2026-03-01")
                        .with(Cast.signedIn(jonas)))
                .andExpect(status().is3xxRedirection());
        mvc.perform(write(path + "/removal").with(Cast.signedIn(jonas))).andExpect(status().isForbidden());
        assertThat(names()).containsExactly("AG Bausteine");
    }

    /// Whatever page, export or feed may ask one day: the database keeps it.
    /// An admin of the Handwerkskammer gives Jonas Weber's card the own address, and would lead the group.
    @Test
    void nobody_takes_over_a_lead_by_a_colleagues_address() throws Exception {
        var group = group("Arbeitsgruppe Pflege", Circle.NETWORK);
        sits(group, handwerkskammer, jonasWeber, Part.LEAD, true);
        var admin = stage.sits("Miriam Hartwig", Role.PARTNER_ADMIN, handwerkskammer);
        var address = accounts.require(jonas).email();
        for (var who : List.of(admin, jonas, stage.officeAccount())) {
            var person = new PersonId(jonasWeber);
            var known = Scope.of(stage.network(), who).call(() -> people.entry(person));
            Runnable attempt = () -> Scope.of(stage.network(), who)
                    .run(() -> people.revise(
                            person,
                            known.version(),
                            known.entry().with(PersonField.EMAIL, "neu" + known.version() + "@kammer.example")));
            if (who.equals(admin)) {
                assertThatThrownBy(attempt::run)
                        .isInstanceOfSatisfying(
                                Refused.class,
                                refused -> assertThat(refused.key()).isEqualTo("groups.address-bound"));
                assertThat(known.entry().field(PersonField.EMAIL)).isEqualTo(address);
            } else {
                attempt.run();
            }
        }
    }

    /// While Jonas Weber leads nothing yet, the admin gives his card the own address and takes that back; once he
    /// leads,
    /// an old change is taken back again.
    @Test
    void nobody_takes_over_a_lead_by_taking_back_an_old_change() throws Exception {
        var admin = stage.sits("Miriam Hartwig", Role.PARTNER_ADMIN, handwerkskammer);
        var person = new PersonId(jonasWeber);
        var was = accounts.require(jonas).email();
        java.util.UUID back = null;
        for (var address : List.of(accounts.require(admin).email(), was)) {
            var scope = Scope.of(stage.network(), admin);
            var known = scope.call(() -> people.entry(person));
            scope.run(() -> people.revise(person, known.version(), known.entry().with(PersonField.EMAIL, address)));
            back = scope.lastChange().orElseThrow().value();
        }
        sits(group("Arbeitsgruppe Pflege", Circle.NETWORK), handwerkskammer, jonasWeber, Part.LEAD, true);
        mvc.perform(write("/changes/" + back + "/undo").with(Cast.signedIn(admin)));
        assertThat(Scope.of(stage.network(), stage.officeAccount())
                        .call(() -> people.entry(person))
                        .entry()
                        .field(PersonField.EMAIL))
                .isEqualTo(was);
    }

    @Test
    void a_group_for_its_members_is_kept_from_all_others() throws Exception {
        var id = group("AG Personal", Circle.MEMBERS);
        sits(id, volkshochschule, null, Part.MEMBER, true);
        sits(id, jobcenter, null, Part.GUEST, false);
        for (var reader : List.of(olga, stage.officeAccount())) {
            assertThat(seen(reader)).isOne();
            assertThat(seats(reader)).isEqualTo(2);
        }
        for (var other : List.of(stranger, jonas, funder)) {
            assertThat(seen(other)).isZero();
            assertThat(seats(other)).isZero();
            mvc.perform(get(stage.path("/search?q=Personal")).with(Cast.signedIn(other)))
                    .andExpect(content().string(not(containsString("AG Personal"))));
        }
        assertThat(Scope.publicly(stage.network()).call(this::all)).isZero();
        mvc.perform(get(stage.path("/groups/" + id.value())).with(Cast.signedIn(stranger)))
                .andExpect(status().isNotFound());
        inside(() -> members.join(id, new GroupMembers.Seat(handwerkskammer, jonasWeber, Part.GUEST, false, SPRING)));
        assertThat(seen(jonas)).as("a guest in person").isOne();
    }

    @Test
    void a_funder_learns_names_and_purposes_and_nobodys_name() throws Exception {
        var id = group("AG Module", Circle.NETWORK);
        group("AG Personal", Circle.MEMBERS);
        sits(id, handwerkskammer, jonasWeber, Part.LEAD, true);
        mvc.perform(get(stage.path("/groups")).with(Cast.signedIn(funder)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("AG Module")))
                .andExpect(content().string(containsString("Bausteine abstimmen")))
                .andExpect(content().string(not(containsString("AG Personal"))))
                .andExpect(content().string(not(containsString("Weber"))));
        mvc.perform(get(stage.path("/groups/" + id.value())).with(Cast.signedIn(funder)))
                .andExpect(status().isForbidden());
        assertThat(seen(funder)).isZero();
    }

    @Test
    void a_group_ends_with_a_result_and_the_end_is_taken_back() throws Exception {
        var id = group("AG Module", Circle.MEMBERS);
        sits(id, handwerkskammer, jonasWeber, Part.LEAD, true);
        sits(id, volkshochschule, null, Part.MEMBER, true);
        var path = "/groups/" + id.value();
        refused("groups.result-missing", () -> groups.close(id, TODAY, "  "));
        refused("groups.closed-before-founded", () -> groups.close(id, SPRING.minusDays(1), "Fertig"));
        mvc.perform(write(path + "/end")
                        .param("result", "Sechs Bausteine abgestimmt.")
                        .with(Cast.signedIn(jonas)))
                .andExpect(status().is3xxRedirection());
        refused("groups.closed", () -> members.leave(id, place(id, volkshochschule), TODAY));
        assertThat(seen(olga)).as("who belonged at its end still reads it").isOne();
        mvc.perform(get(stage.path(path)).with(Cast.signedIn(olga)))
                .andExpect(content().string(containsString("Sechs Bausteine abgestimmt.")))
                .andExpect(content().string(containsString("2 Organisationen, 2 mit Stimme")));
        var change = stage.ask(it -> it.sql(
                        "select id from platform.change where network = platform.network() order by at desc limit 1")
                .query(UUID.class)
                .single());
        mvc.perform(write("/changes/" + change + "/undo").with(Cast.signedIn(jonas)))
                .andExpect(status().is3xxRedirection());
        assertThat(stage.<Boolean>ask(it -> it.sql("select closed_on is null from groups.body")
                        .query(Boolean.class)
                        .single()))
                .isTrue();
    }

    @Test
    void a_group_that_falls_silent_is_named_until_a_meeting_is_called() throws Exception {
        var id = group("AG Module", Circle.NETWORK);
        var page = stage.path("/groups/" + id.value());
        mvc.perform(get(page).with(stage.office()))
                .andExpect(content().string(containsString("seit ihrer Gründung am 01.03.2026 nicht getroffen")));
        meeting(id, "2026-04-08", "INVITED");
        meeting(id, "2026-12-08", "CANCELLED");
        mvc.perform(get(page).with(stage.office()))
                .andExpect(content().string(containsString("seit dem 08.04.2026 nicht getroffen, seit 229 Tagen")));
        mvc.perform(get(stage.path("/groups?sort=-met")).with(stage.office()))
                .andExpect(content().string(containsString("08.04.2026")))
                .andExpect(content().string(not(containsString("08.12.2026"))));
        meeting(id, "2026-12-09", "INVITED");
        mvc.perform(get(page).with(stage.office()))
                .andExpect(content().string(not(containsString("nicht getroffen"))))
                .andExpect(content().string(containsString("09.12.2026")));
    }

    private void meeting(GroupId group, String day, String state) {
        stage.inside(() -> db.sql("""
                        insert into meetings.meeting (network, title, kind, group_id, starts_at, ends_at, state)
                        values (platform.network(), 'Sitzung', 'GROUP', :group, cast(:day as date) + time '10:00', cast(:day as date) + time '12:00', :state)
                        """)
                .param("group", group.value())
                .param("day", day)
                .param("state", state)
                .update());
    }

    @Test
    void the_page_heute_tells_the_office_and_the_lead_and_nobody_else() throws Exception {
        var ending = group("AG Endet", Circle.NETWORK);
        sits(ending, handwerkskammer, jonasWeber, Part.LEAD, true);
        stage.inside(() -> db.sql("update groups.body set term_to = '2026-12-02' where id = ?")
                .param(ending.value())
                .update());
        meeting(ending, "2026-11-02", "INVITED");
        var quiet = group("AG Still", Circle.NETWORK);
        var lead = person("Petra", "Sommer", volkshochschule, "petra@test.example");
        sits(quiet, volkshochschule, lead, Part.LEAD, true);
        mvc.perform(get(stage.path("/")).with(stage.office()))
                .andExpect(content().string(containsString("Die Amtszeit von „AG Endet“ endet am 01.12.2026")))
                .andExpect(content().string(containsString("„AG Still“ ist seit 267 Tagen still")));
        mvc.perform(get(stage.path("/")).with(Cast.signedIn(jonas)))
                .andExpect(content().string(containsString("AG Endet")))
                .andExpect(content().string(not(containsString("AG Still"))));
        mvc.perform(get(stage.path("/")).with(Cast.signedIn(olga)))
                .andExpect(content().string(not(containsString("AG Endet"))));
    }

    @Test
    void one_leads_at_a_time_and_one_organisation_has_one_vote() {
        var id = group("Steuerungskreis", Circle.NETWORK);
        sits(id, handwerkskammer, jonasWeber, Part.LEAD, true);
        var petra = person("Petra", "Sommer", handwerkskammer, "petra@test.example");
        refused("groups.led-already", () -> sits(id, handwerkskammer, petra, Part.LEAD, true));
        refused("groups.member.known", () -> sits(id, handwerkskammer, jonasWeber, Part.MEMBER, true));
        refused("groups.person-elsewhere", () -> sits(id, jobcenter, jonasWeber, Part.MEMBER, true));
        refused("groups.guest-votes", () -> sits(id, jobcenter, null, Part.GUEST, true));
        refused("groups.lead-unnamed", () -> sits(id, jobcenter, null, Part.DEPUTY, false));
        sits(id, handwerkskammer, petra, Part.DEPUTY, false);
        assertThat(card("select bool_or(votes) from groups.member_card")).isEqualTo("false");
        assertThat(card("select count(*) from groups.group_card where lead = '" + jonasWeber + "' and deputy = '"
                        + petra + "'"))
                .isEqualTo("1");
    }

    @Test
    void who_left_was_there_until_that_day() {
        var id = group("AG Module", Circle.NETWORK);
        sits(id, volkshochschule, null, Part.MEMBER, true);
        inside(() -> members.leave(id, place(id, volkshochschule), TODAY));
        assertThat(card("select since || ' ' || until from groups.member_card")).isEqualTo("2026-03-01 2026-11-23");
        inside(() -> members.join(id, new GroupMembers.Seat(jobcenter, null, Part.MEMBER, true, TODAY.plusDays(9))));
        inside(() -> members.leave(id, place(id, jobcenter), TODAY));
        assertThat(card("select count(*) from groups.member_card"))
                .as("what has not begun goes")
                .isEqualTo("1");
    }

    @Test
    void merged_cards_take_their_places_along() {
        var id = group("AG Module", Circle.NETWORK);
        var twin = member("HWK");
        var twice = person("J.", "Weber", handwerkskammer, "jw@test.example");
        sits(id, handwerkskammer, jonasWeber, Part.DEPUTY, true);
        sits(id, handwerkskammer, twice, Part.LEAD, true);
        sits(id, twin, null, Part.MEMBER, false);
        inside(() ->
                events.publishEvent(new PeopleMerged(stage.network(), new PersonId(jonasWeber), new PersonId(twice))));
        assertThat(card("select string_agg(part, ' ' order by part) from groups.member_card"))
                .isEqualTo("LEAD MEMBER");
        inside(() -> events.publishEvent(new OrganisationsMerged(
                stage.network(), new OrganisationId(handwerkskammer), new OrganisationId(twin))));
        assertThat(
                        card(
                                "select count(distinct organisation) || ' ' || count(*) filter (where votes) from groups.member_card"))
                .isEqualTo("1 2");
    }

    @Test
    void of_two_with_one_form_the_second_is_told_and_holes_come_back() throws Exception {
        var id = group("AG Module", Circle.NETWORK);
        var path = "/groups/" + id.value();
        for (var expected : List.of(302, 409)) {
            mvc.perform(write(path)
                            .with(stage.office())
                            .param("version", "1")
                            .param("name", "AG " + expected)
                            .param("founded", "2026-03-01"))
                    .andExpect(status().is(expected));
        }
        mvc.perform(write("/groups")
                        .with(stage.office())
                        .param("purpose", "Für alle")
                        .param("founded", "gestern")
                        .param("termFrom", "2026-05-01")
                        .param("rhythm", "oft"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Für alle")))
                .andExpect(content().string(containsString("„gestern“ ist kein Tag")))
                .andExpect(content().string(containsString("„oft“ ist keine Zahl")));
        mvc.perform(write("/groups")
                        .with(stage.office())
                        .param("name", "ag 302")
                        .param("founded", "2026-03-01"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("heißt schon")));
    }

    @Test
    void another_network_knows_nothing_of_it() throws Exception {
        var id = group("AG Module", Circle.NETWORK);
        var elsewhere = cast.network();
        mvc.perform(get(elsewhere.path("/groups/" + id.value())).with(elsewhere.office()))
                .andExpect(status().isNotFound());
    }

    private GroupId group(String name, Circle circle) {
        var id = new GroupId[1];
        inside(() -> id[0] = groups.found(
                new Charter(
                        name,
                        GroupKind.WORKING_GROUP,
                        "Bausteine abstimmen",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        circle),
                SPRING));
        return id[0];
    }

    private void sits(GroupId group, UUID organisation, @Nullable UUID person, Part part, boolean votes) {
        inside(() -> members.join(group, new GroupMembers.Seat(organisation, person, part, votes, SPRING)));
    }

    private UUID place(GroupId group, UUID organisation) {
        return stage.ask(it -> it.sql("select id from groups.member where group_id = ? and organisation = ?")
                .params(group.value(), organisation)
                .query(UUID.class)
                .single());
    }

    private String card(String question) {
        return stage.ask(it ->
                it.sql("select (" + question + ")::text").query(String.class).single());
    }

    private List<String> names() {
        return stage.ask(
                it -> it.sql("select name from groups.body").query(String.class).list());
    }

    private long seen(AccountId account) {
        return Scope.of(stage.network(), account).call(this::all);
    }

    private long all() {
        return db.sql("select count(*) from groups.body").query(Long.class).single();
    }

    private long seats(AccountId account) {
        return Scope.of(stage.network(), account)
                .call(() -> db.sql("select count(*) from groups.member")
                        .query(Long.class)
                        .single());
    }

    private void refused(String key, Runnable attempt) {
        assertThatThrownBy(() -> inside(attempt))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.key()).isEqualTo(key));
    }

    private void inside(Runnable work) {
        Scope.of(stage.network(), stage.officeAccount()).run(work);
    }

    private MockHttpServletRequestBuilder write(String path) {
        return post(stage.path(path)).with((RequestPostProcessor) csrf());
    }

    private UUID person(String given, String family, UUID organisation, String email) {
        var id = UUID.randomUUID();
        stage.inside(() -> {
            db.sql("""
                            insert into directory.person (network, id, key, given_name, family_name, email)
                            values (platform.network(), ?, ?, ?, ?, ?)
                            """).params(id, id.toString(), given, family, email).update();
            db.sql("""
                            insert into directory.position (network, person, organisation, valid_from)
                            values (platform.network(), ?, ?, '2024-01-01')
                            """).params(id, organisation).update();
        });
        return id;
    }

    private UUID member(String name) {
        var id = stage.organisation(name);
        stage.inside(() -> db.sql("""
                        insert into directory.membership (network, organisation, status, valid_from)
                        values (platform.network(), ?, 'ACTIVE', '2024-01-01')
                        """).param(id).update());
        return id;
    }
}
