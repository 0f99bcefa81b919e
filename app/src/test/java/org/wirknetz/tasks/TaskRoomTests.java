package org.wirknetz.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

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
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;
import org.wirknetz.access.Role;
import org.wirknetz.directory.OrganisationId;
import org.wirknetz.directory.OrganisationsMerged;
import org.wirknetz.platform.AccountId;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.Scope;

@RoomTest
class TaskRoomTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Autowired
    MockMvc mvc;

    @Autowired
    Cast cast;

    @Autowired
    Tasks tasks;

    @Autowired
    Decisions decisions;

    @Autowired
    TaskReminders reminders;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    JdbcClient db;

    private Cast.Stage stage;
    private UUID volkshochschule;
    private UUID handwerkskammer;
    private UUID jobcenter;
    private AccountId olga;
    private AccountId stranger;
    private AccountId funder;

    @BeforeEach
    void set_the_stage() {
        stage = cast.network();
        volkshochschule = member("Volkshochschule");
        handwerkskammer = member("Handwerkskammer");
        jobcenter = member("Jobcenter");
        olga = stage.sits("Olga Petrenko", Role.PARTNER_STAFF, volkshochschule);
        stranger = stage.sits("Jörg Kranz", Role.PARTNER_ADMIN, jobcenter);
        funder = stage.sits("Ines Falk", Role.FUNDER, null);
    }

    @Test
    void the_office_gives_a_task_and_its_owner_ticks_it_off() throws Exception {
        mvc.perform(write("/tasks")
                        .with(stage.office())
                        .param("title", "Raumliste zusammenstellen")
                        .param("organisation", volkshochschule.toString())
                        .param("due", "2026-12-15"))
                .andExpect(status().is3xxRedirection());
        var id = one("select id from tasks.task");
        mvc.perform(get(stage.path("/tasks")).with(Cast.signedIn(olga)))
                .andExpect(content().string(containsString("Raumliste zusammenstellen")))
                .andExpect(content().string(containsString("Eine Aufgabe ist offen.")));
        mvc.perform(write("/tasks/" + id + "/done").with(Cast.signedIn(olga)).param("outcome", "Zwölf Räume"))
                .andExpect(status().is3xxRedirection());
        mvc.perform(get(stage.path("/tasks/" + id)).with(Cast.signedIn(olga)))
                .andExpect(content().string(containsString("Erledigt am 23.11.2026.")))
                .andExpect(content().string(containsString("Zwölf Räume")));
        mvc.perform(write("/tasks/" + id + "/done").with(Cast.signedIn(olga))).andExpect(status().isConflict());
        mvc.perform(get(stage.path("/search?q=Raumliste")).with(Cast.signedIn(olga)))
                .andExpect(content().string(containsString("/tasks/" + id)));
        mvc.perform(get(stage.path("/search?q=Raumliste")).with(Cast.signedIn(stranger)))
                .andExpect(content().string(not(containsString("/tasks/" + id))));
    }

    @Test
    void what_the_owner_ticked_the_owner_takes_back() throws Exception {
        var id = given(entry("Raumliste").lyingWith(volkshochschule, null));
        mvc.perform(write("/tasks/" + id.value() + "/done").with(Cast.signedIn(olga)));
        var change = one("select change from platform.revision where relation = 'tasks.task' order by id desc limit 1");
        mvc.perform(write("/changes/" + change + "/undo").with(Cast.signedIn(stranger)))
                .andExpect(status().is4xxClientError());
        mvc.perform(write("/changes/" + change + "/undo").with(Cast.signedIn(olga)))
                .andExpect(status().is3xxRedirection());
        assertThat(inside(() -> tasks.require(id).open())).isTrue();
    }

    @Test
    void every_page_is_there_in_both_languages() throws Exception {
        var decision = decided("Kompetenzbilanz anerkennen", Disclosure.NETWORK, null);
        var id = given(new TaskEntry(
                "Raumliste",
                "Mit Größe",
                volkshochschule,
                person("Petrenko", null),
                TODAY.minusDays(3),
                null,
                null,
                decision,
                handwerkskammer,
                jobcenter,
                null,
                null));
        inside(() -> {
            tasks.carryOn(id, TODAY.plusDays(9), "Urlaub");
            decisions.concede(decision, handwerkskammer, "Den Kurstermin im März");
            return true;
        });
        for (var page : List.of(
                "",
                "/tasks",
                "/tasks?whose=mine&standing=all&kind=promise&sort=-due&q=x",
                "/tasks/new",
                "/tasks/new?kind=promise",
                "/tasks/new?decision=" + decision.value(),
                "/tasks/" + id.value(),
                "/tasks/" + id.value() + "/edit",
                "/tasks/handover",
                "/decisions",
                "/decisions?state=LATE&sphere=PRACTICE&mandate=without&sort=state&q=x",
                "/decisions/new",
                "/decisions/" + decision.value(),
                "/decisions/" + decision.value() + "/edit")) {
            for (var language : List.of("de", "en")) {
                mvc.perform(get(stage.path(page))
                                .with(stage.office())
                                .cookie(new jakarta.servlet.http.Cookie("lang", language)))
                        .andExpect(status().isOk())
                        .andExpect(content().string(not(containsString("?tasks."))))
                        .andExpect(content().string(containsString("lang=\"" + language + "\"")));
            }
        }
        for (var file : List.of("/tasks/export?standing=all&format=csv", "/decisions/export?format=xlsx"))
            mvc.perform(get(stage.path(file)).with(stage.office())).andExpect(status().isOk());
    }

    @Test
    void who_reads_a_decision_follows_its_disclosure() throws Exception {
        var group = group(volkshochschule);
        var body = decided("Im Gremium", Disclosure.BODY, group);
        var network = decided("Im Netzwerk", Disclosure.NETWORK, null);
        sees(body, olga, true);
        sees(body, stranger, false);
        sees(body, funder, false);
        sees(network, stranger, true);
        sees(network, funder, true);
        mvc.perform(get(stage.path("/decisions/export?format=csv")).with(Cast.signedIn(funder)))
                .andExpect(content().string(containsString("Im Netzwerk")))
                .andExpect(content().string(not(containsString("Im Gremium"))));
    }

    /// Whatever page, export or feed may ask one day: the database keeps it.
    @Test
    void the_database_keeps_tasks_from_strangers_and_people_from_funders() {
        var group = group(volkshochschule);
        var secret = decided("Im Gremium", Disclosure.BODY, group);
        var open = decided("Im Netzwerk", Disclosure.NETWORK, null);
        given(entry("Zum Gremium").from(group, null, secret));
        given(entry("Zum Netzwerk").from(null, null, open));
        inside(() -> {
            decisions.concede(secret, handwerkskammer, "Den Termin");
            return true;
        });
        assertThat(counted(olga, "task")).isEqualTo(2);
        assertThat(counted(stranger, "task")).isOne();
        assertThat(counted(funder, "task")).isZero();
        assertThat(counted(olga, "concession")).isOne();
        assertThat(counted(stranger, "concession")).isZero();
        assertThat(counted(funder, "concession")).isZero();
        assertThat(Scope.publicly(stage.network())
                        .<Long, RuntimeException>call(() -> db.sql("select count(*) from tasks.decision")
                                .query(Long.class)
                                .single()))
                .isZero();
        assertThat(revisions(stranger)).as("the memory tells no more").isEqualTo(2);
    }

    @Test
    void a_stranger_changes_nothing() throws Exception {
        var decision = decided("Im Netzwerk", Disclosure.NETWORK, null);
        var id = given(entry("Raumliste").lyingWith(volkshochschule, null).from(null, null, decision));
        for (var attempt : List.of(
                write("/tasks/" + id.value() + "/done"),
                write("/tasks/" + id.value() + "/dropping").param("reason", "so"),
                write("/tasks/" + id.value() + "/carrying")
                        .param("until", "2027-01-01")
                        .param("reason", "so"),
                write("/tasks/" + id.value()).param("title", "Anders"),
                write("/tasks/" + id.value() + "/removal"),
                write("/tasks").param("title", "Neu").param("organisation", volkshochschule.toString()),
                write("/tasks/handover"),
                write("/decisions").param("title", "Neu"),
                write("/decisions/" + decision.value()).param("title", "Anders"),
                write("/decisions/" + decision.value() + "/done"),
                write("/decisions/" + decision.value() + "/dropping").param("reason", "so"),
                write("/decisions/" + decision.value() + "/concessions")
                        .param("organisation", volkshochschule.toString())
                        .param("about", "x"),
                write("/decisions/" + decision.value() + "/removal"))) {
            mvc.perform(attempt.with(Cast.signedIn(stranger))).andExpect(status().isForbidden());
        }
        var other = cast.network();
        mvc.perform(get(other.path("/tasks/" + id.value())).with(other.office()))
                .andExpect(status().isNotFound());
        mvc.perform(post(other.path("/tasks/" + id.value() + "/done"))
                        .with(csrf())
                        .with(other.office()))
                .andExpect(status().isNotFound());
        assertThat(inside(() -> tasks.require(id).open())).isTrue();
    }

    @Test
    void whoever_leads_a_group_enters_what_it_decided_and_nothing_for_another() throws Exception {
        var jonas = stage.sits("Jonas Weber", Role.GROUP_MEMBER, null);
        var group = led(volkshochschule, person("Weber", address(jonas)));
        var other = group(handwerkskammer);
        mvc.perform(get(stage.path("/decisions/new")).with(Cast.signedIn(jonas)))
                .andExpect(status().isOk());
        mvc.perform(write("/decisions")
                        .with(Cast.signedIn(jonas))
                        .param("title", "Wir treffen uns alle sechs Wochen")
                        .param("group", group.toString()))
                .andExpect(status().is3xxRedirection());
        mvc.perform(write("/decisions")
                        .with(Cast.signedIn(jonas))
                        .param("title", "x")
                        .param("group", other.toString()))
                .andExpect(status().isForbidden());
        mvc.perform(write("/decisions").with(Cast.signedIn(jonas)).param("title", "x"))
                .andExpect(status().isForbidden());
        var decision = one("select id from tasks.decision");
        mvc.perform(write("/tasks")
                        .with(Cast.signedIn(jonas))
                        .param("title", "Termine nennen")
                        .param("decision", decision.toString()))
                .andExpect(status().is3xxRedirection());
        assertThat(one("select group_id from tasks.task")).isEqualTo(group);
    }

    @Test
    void a_decision_is_put_into_practice_with_the_last_of_its_tasks() {
        var decision = decided("Kompetenzbilanz anerkennen", Disclosure.BODY, null);
        assertThat(state(decision)).isEqualTo("STANDING");
        var first = given(entry("Muster").from(null, null, decision));
        var second = given(entry("Schulung").from(null, null, decision));
        assertThat(state(decision)).isEqualTo("OPEN");
        inside(() -> {
            tasks.finish(first, TODAY.minusDays(1), null);
            return true;
        });
        assertThat(state(decision)).isEqualTo("OPEN");
        inside(() -> {
            tasks.drop(second, "Wird nicht gebraucht");
            return true;
        });
        assertThat(state(decision)).isEqualTo("DONE");
        inside(() -> {
            tasks.reopen(second, null);
            return true;
        });
        assertThat(state(decision)).isEqualTo("OPEN");
    }

    @Test
    void carried_on_stays_late_and_needs_a_reason_and_a_later_day() {
        var id = given(entry("Raumliste").dueOn(TODAY.minusDays(5)));
        refused(() -> tasks.carryOn(id, TODAY.plusDays(5), " "), "tasks.reason-missing");
        refused(() -> tasks.carryOn(id, TODAY.minusDays(1), "Urlaub"), "tasks.not-later");
        inside(() -> {
            tasks.carryOn(id, TODAY.plusDays(5), "Urlaub");
            return true;
        });
        assertThat(stage.<LocalDate>ask(it -> it.sql("select due_first from tasks.task")
                        .query(LocalDate.class)
                        .single()))
                .isEqualTo(TODAY.minusDays(5));
        refused(() -> tasks.drop(id, ""), "tasks.reason-missing");
        refused(() -> tasks.finish(id, TODAY.plusDays(1), null), "tasks.day-to-come");
    }

    @Test
    void all_that_lies_with_one_person_goes_to_another_and_back_in_one_go() throws Exception {
        var jonas = person("Weber", null);
        var olgaHerself = person("Petrenko", null);
        var open = given(entry("Raumliste").lyingWith(volkshochschule, jonas));
        var promise = given(new TaskEntry(
                "Einladung ans Jobcenter", null, null, jonas, null, null, null, null, null, jobcenter, null, null));
        var done = given(entry("Fertig").lyingWith(volkshochschule, jonas));
        inside(() -> {
            tasks.finish(done, TODAY, null);
            return true;
        });
        mvc.perform(get(stage.path("/tasks/handover?from=" + jonas)).with(stage.office()))
                .andExpect(content().string(containsString("Raumliste")))
                .andExpect(content().string(containsString("Einladung ans Jobcenter")))
                .andExpect(content().string(not(containsString("Fertig"))));
        mvc.perform(write("/tasks/handover")
                        .with(stage.office())
                        .param("from", jonas.toString())
                        .param("to", olgaHerself.toString())
                        .param(
                                "task",
                                open.value().toString(),
                                promise.value().toString(),
                                done.value().toString())
                        .param("reason", "Elternzeit"))
                .andExpect(status().is3xxRedirection());
        assertThat(inside(() -> tasks.require(open).person())).isEqualTo(olgaHerself);
        assertThat(inside(() -> tasks.require(done).person())).isEqualTo(jonas);
        var change = one("select change from platform.revision where relation = 'tasks.step' order by id desc limit 1");
        mvc.perform(write("/changes/" + change + "/undo").with(stage.office())).andExpect(status().is3xxRedirection());
        assertThat(inside(() -> tasks.require(open).person())).isEqualTo(jonas);
        assertThat(inside(() -> tasks.require(promise).person())).isEqualTo(jonas);
    }

    @Test
    void heute_names_my_late_tasks_and_nobody_elses() throws Exception {
        given(entry("Raumliste").lyingWith(volkshochschule, null).dueOn(TODAY.minusDays(2)));
        mvc.perform(get(stage.path("")).with(Cast.signedIn(olga)))
                .andExpect(content().string(containsString("2 Tage über der Zeit")));
        mvc.perform(get(stage.path("")).with(Cast.signedIn(stranger)))
                .andExpect(content().string(not(containsString("Raumliste"))));
        mvc.perform(get(stage.path("")).with(stage.office()))
                .andExpect(content().string(not(containsString("Raumliste"))));
    }

    @Test
    void each_is_reminded_once_a_step_and_not_when_they_do_not_want_it() {
        given(entry("Raumliste").lyingWith(volkshochschule, null).dueOn(TODAY.plusDays(5)));
        given(entry("Spät").lyingWith(jobcenter, null).dueOn(TODAY.minusDays(4)));
        given(entry("Gestern").lyingWith(jobcenter, null).dueOn(TODAY.minusDays(1)));
        inside(() -> {
            reminders.choose(stranger.value(), false);
            return true;
        });
        assertThat(inside(() -> reminders.send(stage.slug()))).isOne();
        assertThat(inside(() -> reminders.send(stage.slug()))).isZero();
        assertThat(stage.<List<String>>ask(it -> it.sql("select subject from platform.mail where recipient = ?")
                        .param(address(olga))
                        .query(String.class)
                        .list()))
                .containsExactly("„Raumliste“ ist in 5 Tagen fällig");
    }

    @Test
    void of_two_who_change_a_task_at_once_the_second_is_told() throws Exception {
        var id = given(entry("Raumliste"));
        var path = "/tasks/" + id.value();
        mvc.perform(write(path).with(stage.office()).param("version", "1").param("title", "Raumliste A"))
                .andExpect(status().is3xxRedirection());
        mvc.perform(write(path).with(stage.office()).param("version", "1").param("title", "Raumliste B"))
                .andExpect(status().isConflict());
        assertThat(inside(() -> tasks.require(id).title())).isEqualTo("Raumliste A");
    }

    @Test
    void decisions_are_numbered_one_after_the_other() {
        decided("Erster", Disclosure.BODY, null);
        decided("Zweiter", Disclosure.NETWORK, null);
        assertThat(stage.<List<Integer>>ask(it -> it.sql("select number from tasks.decision order by number")
                        .query(Integer.class)
                        .list()))
                .containsExactly(1, 2);
    }

    @Test
    void when_two_cards_become_one_what_lies_with_either_lies_with_it() {
        var id = given(entry("Raumliste").lyingWith(jobcenter, null).begunBy(jobcenter));
        inside(() -> {
            events.publishEvent(new OrganisationsMerged(
                    stage.network(), new OrganisationId(handwerkskammer), new OrganisationId(jobcenter)));
            return true;
        });
        assertThat(inside(() -> tasks.require(id).organisation())).isEqualTo(handwerkskammer);
        assertThat(one("select initiator_organisation from tasks.task")).isEqualTo(handwerkskammer);
    }

    private void sees(DecisionId decision, AccountId who, boolean does) throws Exception {
        mvc.perform(get(stage.path("/decisions/" + decision.value())).with(Cast.signedIn(who)))
                .andExpect(does ? status().isOk() : status().isNotFound());
    }

    private void refused(Runnable verb, String key) {
        assertThatThrownBy(() -> inside(() -> {
                    verb.run();
                    return true;
                }))
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.key()).isEqualTo(key));
    }

    private static TaskEntry entry(String title) {
        return TaskEntry.of(title);
    }

    private TaskId given(TaskEntry entry) {
        return inside(() -> tasks.assign(entry));
    }

    private DecisionId decided(String title, Disclosure disclosure, @Nullable UUID group) {
        return inside(() -> decisions.record(new DecisionEntry(
                title,
                null,
                null,
                TODAY.minusDays(20),
                group,
                null,
                null,
                null,
                null,
                Sphere.PRACTICE,
                disclosure,
                false)));
    }

    private String state(DecisionId decision) {
        return stage.ask(it -> it.sql("select state from tasks.decision_card where id = ?")
                .param(decision.value())
                .query(String.class)
                .single());
    }

    private UUID group(UUID member) {
        return led(member, null);
    }

    private UUID led(UUID member, @Nullable UUID person) {
        var id = UUID.randomUUID();
        stage.inside(() -> {
            db.sql("""
                            insert into groups.body (network, id, name, kind, founded_on, visibility)
                            values (platform.network(), ?, ?, 'WORKING_GROUP', '2025-01-01', 'NETWORK')
                            """).params(id, "AG " + id).update();
            db.sql("""
                            insert into groups.member (network, group_id, organisation, person, part, votes, since)
                            values (platform.network(), ?, ?, cast(? as uuid), ?, true, '2025-01-01')
                            """)
                    .params(id, member, person, person == null ? "MEMBER" : "LEAD")
                    .update();
        });
        return id;
    }

    private UUID person(String family, @Nullable String email) {
        var id = UUID.randomUUID();
        stage.inside(() -> db.sql(
                        "insert into directory.person (network, id, key, family_name, email) values (platform.network(), ?, ?, ?, ?)")
                .params(id, id.toString(), family, email)
                .update());
        return id;
    }

    private String address(AccountId account) {
        return stage.ask(it -> it.sql("select email from access.account where id = ?")
                .param(account.value())
                .query(String.class)
                .single());
    }

    private long counted(AccountId who, String table) {
        return Scope.of(stage.network(), who)
                .<Long, RuntimeException>call(() -> db.sql("select count(*) from tasks." + table)
                        .query(Long.class)
                        .single());
    }

    private long revisions(AccountId who) {
        return Scope.of(stage.network(), who)
                .<Long, RuntimeException>call(
                        () -> db.sql("select count(*) from platform.revision where relation like 'tasks.%'")
                                .query(Long.class)
                                .single());
    }

    private UUID one(String sql) {
        return stage.ask(it -> it.sql(sql).query(UUID.class).single());
    }

    private <R> R inside(java.util.function.Supplier<R> work) {
        return Scope.of(stage.network()).<R, RuntimeException>call(work::get);
    }

    private UUID member(String name) {
        var id = stage.organisation(name);
        stage.inside(() -> db.sql(
                        "insert into directory.membership (network, organisation, status) values (platform.network(), ?, 'ACTIVE')")
                .param(id)
                .update());
        return id;
    }

    private MockHttpServletRequestBuilder write(String path) {
        return post(stage.path(path)).with(csrf());
    }
}
