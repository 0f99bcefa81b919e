package org.wirknetz.networkcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;
import org.wirknetz.access.Role;

/// What is asked of the Volkshochschule in the second half of 2026: a meeting of two hours with two people, a task of
/// five
/// hours and one nobody has reckoned (3), and leading a group from November (two months of 3 hours).
@RoomTest
class LoadTests {

    private static final HalfYear AUTUMN = HalfYear.of(LocalDate.of(2026, 11, 23));

    @Autowired
    MockMvc mvc;

    @Autowired
    Cast cast;

    @Autowired
    Loads loads;

    private Cast.Stage stage;
    private UUID school;
    private UUID chamber;
    private UUID group;
    private UUID meeting;

    @BeforeEach
    void set_the_stage() {
        stage = cast.network();
        school = member("Volkshochschule");
        chamber = member("Handwerkskammer");
        group = UUID.randomUUID();
        meeting = UUID.randomUUID();
        write(
                "insert into groups.body (network, id, name, kind, founded_on) values (platform.network(), ?, 'AG Module', 'WORKING_GROUP', '2026-11-01')",
                group);
        write(
                "insert into groups.member (network, group_id, organisation, part, since) values (platform.network(), ?, ?, 'LEAD', '2026-11-01')",
                group,
                school);
        write("""
              insert into meetings.meeting (network, id, title, kind, group_id, starts_at, ends_at, state)
              values (platform.network(), ?, 'AG im Dezember', 'GROUP', ?, '2026-12-08 10:00+01', '2026-12-08 12:00+01', 'INVITED')
              """, meeting, group);
        invited(meeting, school, "Olga", null);
        invited(meeting, school, "Jonas", "YES");
        invited(meeting, school, "Aylin", "NO");
        write(
                "insert into tasks.task (network, title, owner_organisation, given_on, due_on, hours) values (platform.network(), 'Raumliste', ?, '2026-11-01', '2026-12-01', 5)",
                school);
        write(
                "insert into tasks.task (network, title, owner_organisation, given_on) values (platform.network(), 'Einladung', ?, '2026-11-01')",
                school);
        write(
                "insert into tasks.task (network, title, owner_organisation, given_on, due_on) values (platform.network(), 'Nächstes Jahr', ?, '2026-11-01', '2027-02-01')",
                school);
    }

    private UUID member(String name) {
        var id = stage.organisation(name);
        write(
                "insert into directory.membership (network, organisation, status) values (platform.network(), ?, 'ACTIVE')",
                id);
        return id;
    }

    private void write(String sql, Object... values) {
        stage.ask((JdbcClient db) -> db.sql(sql).params(List.of(values)).update());
    }

    private void invited(UUID to, UUID organisation, String name, @org.jspecify.annotations.Nullable String answer) {
        write(
                "insert into meetings.invitation (network, meeting, organisation, name, email, answer, answered_at, answered_by_way) values (platform.network(), ?, ?, ?, ?, "
                        + (answer == null ? "null, null, null)" : "'" + answer + "', now(), 'OFFICE')"),
                to,
                organisation,
                name,
                name.toLowerCase(java.util.Locale.ROOT) + "@test.example");
    }

    private void says(RequestPostProcessor who, UUID organisation, String hours) throws Exception {
        mvc.perform(post(stage.path("/load/" + organisation))
                        .with(csrf())
                        .with(who)
                        .param("hours", hours)
                        .param("per", "HALF_YEAR"))
                .andExpect(status().is3xxRedirection());
    }

    private Loads.Load load() {
        return stage.ask(it -> loads.all(AUTUMN)).stream()
                .filter(it -> it.organisation().equals(school))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void hours_are_counted_by_their_kind_in_their_half_year() {
        var load = load();
        assertThat(load.meetings()).isEqualTo(4);
        assertThat(load.tasks()).isEqualTo(8);
        assertThat(load.roles()).isCloseTo(61 / 30.4375 * 3, within(0.001));
        assertThat(load.capacity()).isNull();
        List<Asked> spring = stage.ask(it -> loads.of(school, AUTUMN.after()));
        assertThat(spring).extracting(Asked::title).contains("Nächstes Jahr");
        write("""
              insert into meetings.attendance (network, meeting, organisation, name, presence, left_at)
              values (platform.network(), ?, ?, 'Olga', 'PRESENT', '2026-12-08 11:00+01')
              """, meeting, school);
        assertThat(load().meetings())
                .as("who was there counts, as long as they stayed")
                .isEqualTo(1);
        write("update meetings.attendance set left_at = null, arrived_at = '2026-12-08 12:30+01'");
        assertThat(load().meetings()).as("came after the planned end").isZero();
    }

    @Test
    void a_partner_says_how_much_it_can_give_and_reads_its_own_alone() throws Exception {
        var olga = Cast.signedIn(stage.sits("Olga Petrenko", Role.PARTNER_STAFF, school));
        mvc.perform(get(stage.path("/load")).with(olga)).andExpect(redirectedUrl(stage.path("/load/" + school)));
        says(olga, school, "12,5");
        says(stage.office(), chamber, "40");
        mvc.perform(get(stage.path("/load/" + school)).with(olga))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("mehr, als möglich ist")))
                .andExpect(content().string(containsString("AG im Dezember")));
        mvc.perform(get(stage.path("/load/" + chamber)).with(olga)).andExpect(status().isForbidden());
        int seen = stage.as(
                stage.officeAccount(),
                it -> it.sql("select count(*) from networkcheck.capacity")
                        .query(Integer.class)
                        .single());
        assertThat(seen).isEqualTo(2);
        mvc.perform(get(stage.path("/load")).with(stage.office()))
                .andExpect(content().string(containsString("Volkshochschule")))
                .andExpect(content().string(containsString("144")));
        mvc.perform(post(stage.path("/load/" + school))
                        .with(csrf())
                        .with(olga)
                        .param("hours", "viel")
                        .param("per", "MONTH"))
                .andExpect(status().isUnprocessableContent());
        says(olga, school, "");
        assertThat(load().capacity()).isNull();
    }

    @Test
    void whoever_gives_a_task_or_plans_a_meeting_is_told_before() throws Exception {
        says(stage.office(), school, "21");
        mvc.perform(get(stage.path("/tasks/new")).with(stage.office()))
                .andExpect(content()
                        .string(containsString("Volkshochschule – ausgelastet: mit dieser Aufgabe 22 von 21 Stunden")))
                .andExpect(content().string(not(containsString("Handwerkskammer – ausgelastet"))));
        UUID counted = stage.ask(it -> it.sql("select id from tasks.task where title = 'Raumliste'")
                .query(UUID.class)
                .single());
        mvc.perform(get(stage.path("/tasks/" + counted + "/edit")).with(stage.office()))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("Volkshochschule – ausgelastet"))));
        var draft = UUID.randomUUID();
        write("""
              insert into meetings.meeting (network, id, title, kind, starts_at, ends_at)
              values (platform.network(), ?, 'Noch eins', 'TALK', '2026-12-09 10:00+01', '2026-12-09 15:00+01')
              """, draft);
        invited(draft, school, "Olga", null);
        mvc.perform(get(stage.path("/meetings/" + draft)).with(stage.office()))
                .andExpect(content().string(containsString("Volkshochschule: 24 von 21 Stunden")));
        write("insert into directory.person (network, key, family_name) values (platform.network(), 'OP', 'Petrenko')");
        write(
                "update groups.member set person = (select id from directory.person where key = 'OP') where organisation = ?",
                school);
        var series = Objects.requireNonNull(mvc.perform(post(stage.path("/meetings/series"))
                        .with(csrf())
                        .with(stage.office())
                        .param("title", "Werkstatt")
                        .param("group", group.toString())
                        .param("rhythm", "WEEKS")
                        .param("every", "1")
                        .param("first", "2026-12-10")
                        .param("last", "2027-01-14")
                        .param("from", "10:00")
                        .param("minutes", "60"))
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
        mvc.perform(get(series).with(stage.office()))
                .andExpect(content().string(containsString("Volkshochschule: 23 von 21 Stunden")));
        mvc.perform(get(stage.path("/meetings/" + meeting)).with(stage.office()))
                .andExpect(content().string(not(containsString("von 21 Stunden"))));
    }

    @Test
    void what_cost_hours_and_brought_nothing_comes_first_in_the_list_of_what_could_go() throws Exception {
        write(
                "update meetings.meeting set starts_at = '2026-11-03 10:00+01', ends_at = '2026-11-03 12:00+01' where id = ?",
                meeting);
        var loose = UUID.randomUUID();
        write("""
              insert into meetings.meeting (network, id, title, kind, starts_at, ends_at, state)
              values (platform.network(), ?, 'Stammtisch', 'TALK', '2026-11-04 10:00+01', '2026-11-04 11:00+01', 'INVITED')
              """, loose);
        invited(loose, chamber, "Kranz", "YES");
        write(
                "insert into tasks.decision (network, number, title, decided_on, group_id) values (platform.network(), 1, 'Ja', '2026-11-03', ?)",
                group);
        List<Loads.Cost> costs = stage.ask(it -> loads.costs(AUTUMN));
        assertThat(costs).extracting(Loads.Cost::results).containsExactly(0, 1);
        assertThat(Objects.requireNonNull(costs.get(1).each())).isEqualTo(4);
        mvc.perform(get(stage.path("/load")).with(stage.office()))
                .andExpect(content().string(containsString("noch kein Ergebnis festgehalten")))
                .andExpect(content().string(not(containsString("?networkcheck"))));
    }

    @Test
    void half_years_follow_each_other() {
        assertThat(AUTUMN.key()).isEqualTo("2026-2");
        assertThat(AUTUMN.after().key()).isEqualTo("2027-1");
        assertThat(HalfYear.parse("2025-1", AUTUMN.from()).to()).isEqualTo(LocalDate.of(2025, 7, 1));
        assertThat(HalfYear.parse("9999-9", AUTUMN.from())).isEqualTo(AUTUMN);
    }
}
