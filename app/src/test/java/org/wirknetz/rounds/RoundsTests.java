package org.wirknetz.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;
import org.wirknetz.access.Role;
import org.wirknetz.platform.AccountId;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.Scope;

@RoomTest
class RoundsTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Autowired
    MockMvc mvc;

    @Autowired
    Cast cast;

    @Autowired
    Rounds rounds;

    @Autowired
    Cards cards;

    @Autowired
    Clusters clusters;

    @Autowired
    JdbcClient db;

    @Autowired
    org.wirknetz.platform.DatabaseAddress address;

    private Cast.Stage stage;
    private UUID volkshochschule;
    private AccountId olga;

    @BeforeEach
    void set_the_stage() {
        stage = cast.network();
        volkshochschule = stage.organisation("Volkshochschule");
        olga = stage.sits("Olga Petrenko", Role.PARTNER_STAFF, volkshochschule);
    }

    @Test
    void a_round_goes_from_a_draft_over_cards_groups_and_dots_to_a_task_and_a_need() throws Exception {
        var page = redirected(write("/rounds", stage.office())
                .param("title", "Was fehlt uns?")
                .param("kind", "OPEN")
                .param("dots", "2")
                .param("closes", "2026-12-07")
                .param("questions", "Was fehlt uns im Winter?\nWer hat es?"));
        var path = page.substring(stage.path("").length());
        mvc.perform(get(page).with(Cast.signedIn(olga))).andExpect(status().isNotFound());
        mvc.perform(get(stage.path("/search")).param("q", "fehlt").with(Cast.signedIn(olga)))
                .andExpect(content().string(not(containsString(path))));
        redirected(write(path + "/opening", stage.office()));
        for (var words : new String[] {"Was fehlt", "Winter"})
            mvc.perform(get(stage.path("/search")).param("q", words).with(Cast.signedIn(olga)))
                    .andExpect(content().string(containsString(path)));
        var round = UUID.fromString(page.substring(page.lastIndexOf('/') + 1));
        var question = question(round);
        mvc.perform(get(stage.path("")).with(Cast.signedIn(olga)))
                .andExpect(content().string(containsString("„Was fehlt uns?“ wartet auf Ihre Antwort.")));
        redirected(write(path + "/cards", Cast.signedIn(olga))
                .param("question", question.toString())
                .param("body", "Ein Raum mit Heizung"));
        redirected(write(path + "/cards", stage.office())
                .param("question", question.toString())
                .param("body", "Warme Räume am Abend"));
        mvc.perform(get(page).with(Cast.signedIn(olga)))
                .andExpect(content().string(containsString("Warme Räume am Abend")))
                .andExpect(content().string(containsString("Volkshochschule")));
        mvc.perform(get(stage.path("")).with(Cast.signedIn(olga)))
                .andExpect(content().string(not(containsString("wartet auf Ihre Antwort"))));
        var laid = ids("select id from rounds.card");
        redirected(write(path + "/questions/" + question + "/sorting", stage.office())
                .param("card", laid.get(0).toString(), laid.get(1).toString())
                .param("fresh", "Räume"));
        var cluster = ids("select id from rounds.cluster").getFirst();
        redirected(write(path + "/dots", Cast.signedIn(olga)).param("target", cluster.toString()));
        mvc.perform(write(path + "/dots", Cast.signedIn(olga)).param("target", cluster.toString()))
                .andExpect(status().isConflict());
        mvc.perform(get(page).with(stage.office())).andExpect(content().string(containsString("1 Punkt")));
        redirected(write(path + "/outcomes/" + cluster + "/need", stage.office())
                .param("organisation", volkshochschule.toString())
                .param("title", "Warme Räume"));
        redirected(write(path + "/outcomes/" + cluster + "/task", stage.office())
                .param("organisation", volkshochschule.toString())
                .param("title", "Räume suchen")
                .param("due", "2026-12-15"));
        mvc.perform(get(page).with(stage.office()))
                .andExpect(content().string(containsString("Bedarf: Warme Räume")))
                .andExpect(content().string(containsString("Aufgabe: Räume suchen")));
        mvc.perform(get(stage.path("/tasks")).with(Cast.signedIn(olga)))
                .andExpect(content().string(containsString("Räume suchen")));
        redirected(write(path + "/closing", stage.office()));
        mvc.perform(write(path + "/cards", Cast.signedIn(olga))
                        .param("question", question.toString())
                        .param("body", "Zu spät"))
                .andExpect(status().isConflict());
        mvc.perform(get(stage.path(path + "/export?format=csv")).with(Cast.signedIn(olga)))
                .andExpect(content().string(containsString("Ein Raum mit Heizung")));
    }

    /// Seen failing with an insert that left the account in place: the trail named Olga.
    @Test
    void an_anonymous_card_has_no_author_in_its_row_its_history_or_the_trail() {
        var round = opened(true, 3);
        var question = question(round);
        var card = stage.as(olga, it -> cards.write(question, "Die Leitung hat keine Zeit", null));
        as(olga, () -> cards.vote(new RoundId(round), List.of(card)));
        assertThat(named("select count(*) from rounds.card where account is not null or organisation is not null"))
                .isZero();
        assertThat(named("select count(*) from platform.trail where relation in ('rounds.card', 'rounds.dot')"))
                .isEqualTo(2);
        assertThat(named("""
                        select count(*) from platform.trail where relation in ('rounds.card', 'rounds.dot') and account is not null
                        """)).isZero();
        assertThat(named("""
                        select count(*) from platform.change c join platform.trail t on t.change = c.id
                         where t.relation in ('rounds.card', 'rounds.dot') and c.account is not null
                        """)).isZero();
        var olgas = olga.value().toString();
        assertThat(named("select count(*) from platform.revision where relation like 'rounds.%' and after::text like '%"
                        + olgas + "%'"))
                .isZero();
        assertThat(named("select count(*) from platform.trail where relation = 'rounds.took_part'"))
                .isZero();
    }

    /// What one transaction writes can be told from its number, from its moment, and from the place of its
    /// rows. Seen failing: the form that laid the card down lay beside it with its sender's account, and so
    /// did "has voted".
    @Test
    void nothing_that_was_written_with_an_anonymous_card_or_a_dot_names_an_account() throws Exception {
        var round = opened(true, 3);
        var question = question(round);
        for (var word : List.of("Die Leitung hat keine Zeit", "Es fehlt Geld")) {
            redirected(write("/rounds/" + round + "/cards", Cast.signedIn(olga))
                    .param("_form", UUID.randomUUID().toString())
                    .param("question", question.toString())
                    .param("body", word));
        }
        var laid = ids("select id from rounds.card");
        for (int n = 0; n < 4; n++) {
            var voter = stage.sits("Person " + n, Role.GROUP_MEMBER, null);
            redirected(write("/rounds/" + round + "/dots", Cast.signedIn(voter))
                    .param("_form", UUID.randomUUID().toString())
                    .param("target", laid.get(n % 2).toString()));
        }
        try (var owner = java.sql.DriverManager.getConnection(
                        address.url(), address.ownerUser(), address.ownerPassword());
                var asking = owner.createStatement()) {
            assertThat(number(asking, "select count(*) from platform.sent_form"))
                    .isPositive();
            assertThat(number(asking, """
                            select count(*) from information_schema.columns
                             where table_schema = 'platform' and table_name = 'sent_form' and column_name = 'account'
                            """)).isZero();
            assertThat(number(
                            asking,
                            "select count(distinct xmin::text) from rounds.took_part where round = '" + round + "'"))
                    .as("all who took part are of one age")
                    .isEqualTo(1);
            var together = new java.util.TreeSet<String>();
            for (var table : tablesWithAccounts(asking)) {
                if (number(
                                asking,
                                "select count(*) from " + table
                                        + " r where r.account is not null and r.account in ('" + olga.value()
                                        + "') and r.xmin in"
                                        + " (select c.xmin from rounds.card c where c.question = '" + question + "')")
                        > 0) together.add(table);
            }
            assertThat(together)
                    .as("tables that name Olga in the transaction of her card")
                    .isEmpty();
        }
    }

    private static long number(java.sql.Statement asking, String question) throws java.sql.SQLException {
        try (var answer = asking.executeQuery(question)) {
            answer.next();
            return answer.getLong(1);
        }
    }

    private static List<String> tablesWithAccounts(java.sql.Statement asking) throws java.sql.SQLException {
        var tables = new java.util.ArrayList<String>();
        try (var answer = asking.executeQuery("""
                select c.table_schema || '.' || c.table_name from information_schema.columns c
                  join information_schema.tables t using (table_schema, table_name)
                 where c.column_name = 'account' and t.table_type = 'BASE TABLE'
                """)) {
            while (answer.next()) tables.add(answer.getString(1));
        }
        return tables;
    }

    @Test
    void no_way_of_writing_gives_an_anonymous_card_an_author() {
        var question = question(opened(true, 0));
        assertThatThrownBy(() -> stage.ask(it -> it.sql(
                                "insert into rounds.card (network, question, body, account) values (platform.network(), ?, 'x', ?)")
                        .params(question, olga.value())
                        .update()))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("nobody may know");
        var named = opened(false, 0);
        assertThatThrownBy(() -> stage.ask(it -> it.sql("update rounds.round set anonymous = true where id = ?")
                        .param(named)
                        .update()))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("promised otherwise");
    }

    @Test
    void guests_answer_by_a_secret_address_and_read_nothing_of_others() throws Exception {
        var round = opened(false, 0);
        var question = question(round);
        stage.as(olga, it -> cards.write(question, "Nur für das Netzwerk", volkshochschule));
        var address = address(round);
        var guest = address.replace("http://localhost", "");
        mvc.perform(get(guest))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Was fehlt uns?")))
                .andExpect(header().string("Referrer-Policy", "strict-origin"))
                .andExpect(content().string(not(containsString("Nur für das Netzwerk"))));
        var form = UUID.randomUUID().toString();
        String led = null;
        for (int time = 0; time < 2; time++) {
            var there = mvc.perform(post(guest)
                            .with(csrf())
                            .param("_form", form)
                            .param("question", question.toString())
                            .param("body", "Ein Fahrdienst")
                            .param("name", "Frau Lang"))
                    .andExpect(status().is3xxRedirection())
                    .andReturn()
                    .getResponse()
                    .getHeader("Location");
            assertThat(led).as("the second click is led to the same page").isIn(null, there);
            led = there;
        }
        assertThat(led).contains(guest);
        var secret = guest.substring(guest.lastIndexOf('/') + 1);
        assertThat(db.sql("select count(*) from platform.sent_form where answer like ?")
                        .param("%" + secret + "%")
                        .query(Integer.class)
                        .single())
                .as("the way in is kept nowhere in the open")
                .isZero();
        mvc.perform(get(stage.path("/rounds/" + round)).with(Cast.signedIn(olga)))
                .andExpect(content().string(containsString("Ein Fahrdienst")))
                .andExpect(content().string(containsString("Frau Lang")));
        mvc.perform(get(stage.path("").replace("/w/", "/n/") + "/rounds/erfunden"))
                .andExpect(status().isNotFound());
        var other = question(opened(false, 0));
        mvc.perform(post(guest).with(csrf()).param("question", other.toString()).param("body", "Quer"))
                .andExpect(status().isNotFound());
        mvc.perform(post(guest)
                        .with(csrf())
                        .param("question", question.toString())
                        .param("body", "y".repeat(501)))
                .andExpect(status().isConflict());
        var renewed = address(round);
        assertThat(renewed).isNotEqualTo(address);
        mvc.perform(get(guest)).andExpect(status().isNotFound());
        as(stage.officeAccount(), () -> rounds.close(new RoundId(round), TODAY));
        mvc.perform(post(renewed.replace("http://localhost", ""))
                        .with(csrf())
                        .param("question", question.toString())
                        .param("body", "Zu spät"))
                .andExpect(status().isConflict());
    }

    private String address(UUID round) throws Exception {
        var page = mvc.perform(write("/rounds/" + round + "/guest-door", stage.office()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        var found = Pattern.compile("http://localhost/n/[a-z0-9]+/rounds/[A-Za-z0-9_-]{43}")
                .matcher(page);
        assertThat(found.find()).isTrue();
        return found.group();
    }

    @Test
    void conditions_are_rated_once_and_shown_from_five_on_where_nobody_may_be_known() throws Exception {
        var round = as(
                        stage.officeAccount(),
                        () -> rounds.draft(new RoundEntry(
                                "Bedingungen", null, RoundKind.CONDITIONS, true, 0, null, List.of("Zeit", "Geld"))))
                .value();
        as(stage.officeAccount(), () -> rounds.open(new RoundId(round), TODAY));
        var question = question(round);
        for (int n = 0; n < 5; n++) {
            var somebody = stage.sits("Person " + n, Role.GROUP_MEMBER, null);
            mvc.perform(get(stage.path("/rounds/" + round)).with(stage.office()))
                    .andExpect(content().string(containsString("ab fünf Bewertungen")))
                    .andExpect(content().string(not(containsString("4,8"))));
            redirected(write("/rounds/" + round + "/ratings", Cast.signedIn(somebody))
                    .param("importance-" + question, n == 0 ? "4" : "5")
                    .param("standing-" + question, "2"));
            mvc.perform(write("/rounds/" + round + "/ratings", Cast.signedIn(somebody))
                            .param("importance-" + question, "1")
                            .param("standing-" + question, "1"))
                    .andExpect(status().isConflict());
        }
        mvc.perform(write("/rounds/" + round + "/ratings", Cast.signedIn(olga)).param("importance-" + question, "3"))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("fehlt eine der beiden Bewertungen")));
        // Seen failing: the means before and after the sixth rating told what the sixth had said.
        for (var page : List.of("", "/export?format=csv"))
            mvc.perform(get(stage.path("/rounds/" + round + page)).with(Cast.signedIn(olga)))
                    .andExpect(status().isOk())
                    .andExpect(content().string(not(containsString("4,8"))))
                    .andExpect(content().string(not(containsString("4.8"))));
        redirected(write("/rounds/" + round + "/closing", stage.office()));
        mvc.perform(get(stage.path("/rounds/" + round)).with(stage.office()))
                .andExpect(content().string(containsString("4,8")))
                .andExpect(content().string(containsString("Zeit (Wichtigkeit 4,8, heute erfüllt 2,0)")));
    }

    @Test
    void the_database_lets_nobody_but_the_office_sort_and_nobody_set_more_dots_than_there_are() {
        var round = opened(false, 1);
        var question = question(round);
        var one = stage.as(olga, it -> cards.write(question, "Eins", volkshochschule));
        var two = stage.as(olga, it -> cards.write(question, "Zwei", volkshochschule));
        var stranger = stage.sits("Jörg Kranz", Role.PARTNER_STAFF, stage.organisation("Jobcenter"));
        int sorted = stage.as(
                stranger, it -> it.sql("update rounds.card set body = 'Anders'").update());
        assertThat(sorted).isZero();
        int gone = stage.as(stranger, it -> it.sql("delete from rounds.card").update());
        assertThat(gone).isZero();
        assertThatThrownBy(() -> as(stranger, () -> cards.vote(new RoundId(round), List.of(one, two))))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> stage.as(
                        stranger,
                        it -> it.sql("select rounds.set_dots(?, cast(? as uuid[]))")
                                .params(round, "{" + one + "," + two + "}")
                                .query()
                                .listOfRows()))
                .isInstanceOf(DataAccessException.class);
        var funder = stage.sits("Ines Falk", Role.FUNDER, null);
        assertThatThrownBy(() -> stage.as(funder, it -> cards.write(question, "Geld", null)))
                .isInstanceOf(RuntimeException.class);
        assertThatThrownBy(
                        () -> stage.as(stranger, it -> cards.write(question, "Als Volkshochschule", volkshochschule)))
                .isInstanceOf(DataAccessException.class);
        assertThat(named("select count(*) from rounds.card")).isEqualTo(2);
        assertThatThrownBy(() -> as(stranger, () -> cards.withdraw(new RoundId(round), one)))
                .isInstanceOf(Refused.class);
        as(olga, () -> cards.withdraw(new RoundId(round), one));
        assertThat(named("select count(*) from rounds.card")).isOne();
    }

    @Test
    void cards_are_moved_together_and_dissolving_a_group_is_taken_back_whole() throws Exception {
        var round = opened(false, 1);
        var question = question(round);
        var one = stage.as(olga, it -> cards.write(question, "Eins", volkshochschule));
        as(olga, () -> cards.vote(new RoundId(round), List.of(one)));
        as(stage.officeAccount(), () -> clusters.gather(question, List.of(one), "Zahlen"));
        var cluster = ids("select id from rounds.cluster").getFirst();
        assertThat(named("select count(*) from rounds.dot where cluster is not null"))
                .isOne();
        redirected(write("/rounds/" + round + "/clusters/" + cluster + "/removal", stage.office()));
        assertThat(named("select count(*) from rounds.dot")).isZero();
        var change = ids("select change from platform.revision order by id desc limit 1")
                .getFirst();
        redirected(write("/changes/" + change + "/undo", stage.office()));
        assertThat(named("select count(*) from rounds.dot where cluster is not null"))
                .isOne();
        assertThat(named("select count(*) from rounds.card where cluster is not null"))
                .isOne();
    }

    @Test
    void a_round_that_is_open_keeps_its_questions_and_a_removed_one_comes_back_with_its_cards() throws Exception {
        var round = opened(false, 1);
        var question = question(round);
        stage.as(olga, it -> cards.write(question, "Eins", volkshochschule));
        redirected(write("/rounds/" + round, stage.office())
                .param("version", "2")
                .param("title", "Neuer Titel")
                .param("questions", "Etwas ganz anderes"));
        mvc.perform(get(stage.path("/rounds/" + round)).with(stage.office()))
                .andExpect(content().string(containsString("Neuer Titel")))
                .andExpect(content().string(not(containsString("Etwas ganz anderes"))));
        redirected(write("/rounds/" + round + "/removal", stage.office()));
        assertThat(named("select count(*) from rounds.card")).isZero();
        var change = ids("select change from platform.revision order by id desc limit 1")
                .getFirst();
        redirected(write("/changes/" + change + "/undo", stage.office()));
        assertThat(named("select count(*) from rounds.card")).isOne();
    }

    @Test
    void bad_forms_are_told_what_is_wrong() throws Exception {
        for (var bad : List.of(
                List.of("questions", "Was?", "title", ""),
                List.of("questions", "", "title", "Runde"),
                List.of("questions", "Was?\n".repeat(31), "title", "Runde"),
                List.of("questions", "Was?", "title", "Runde", "dots", "99"),
                List.of("questions", "Was?", "title", "Runde", "closes", "2020-01-01"),
                List.of("questions", "Was?", "title", "Runde", "closes", "bald"))) {
            var request = write("/rounds", stage.office()).param("kind", "OPEN");
            for (int n = 0; n < bad.size(); n += 2) request.param(bad.get(n), bad.get(n + 1));
            mvc.perform(request).andExpect(status().isUnprocessableContent());
        }
        assertThat(named("select count(*) from rounds.round")).isZero();
    }

    @Test
    void every_page_is_there_in_both_languages() throws Exception {
        var round = opened(false, 2);
        var card = stage.as(olga, it -> cards.write(question(round), "Eins", volkshochschule));
        var pages = new java.util.ArrayList<>(List.of(
                "/rounds",
                "/rounds?state=OPEN&q=x&sort=-cards",
                "/rounds/" + round,
                "/rounds/" + round + "/edit",
                "/rounds/" + round + "/board",
                "/rounds/" + round + "/dots",
                "/rounds/" + round + "/outcomes/" + card));
        for (var kind : RoundKind.values()) pages.add("/rounds/new?kind=" + kind);
        for (var page : pages) {
            for (var language : List.of("de", "en")) {
                mvc.perform(get(stage.path(page))
                                .with(stage.office())
                                .cookie(new jakarta.servlet.http.Cookie("lang", language)))
                        .andExpect(status().isOk())
                        .andExpect(content().string(not(containsString("?rounds."))))
                        .andExpect(content().string(containsString("lang=\"" + language + "\"")));
            }
        }
    }

    private UUID opened(boolean anonymous, int dots) {
        var id = as(
                stage.officeAccount(),
                () -> rounds.draft(new RoundEntry(
                        "Was fehlt uns?",
                        null,
                        RoundKind.OPEN,
                        anonymous,
                        dots,
                        null,
                        List.of("Was fehlt uns im Winter?"))));
        as(stage.officeAccount(), () -> rounds.open(id, TODAY));
        return id.value();
    }

    private UUID question(UUID round) {
        return stage.ask(it -> it.sql("select id from rounds.question where round = ? order by position limit 1")
                .param(round)
                .query(UUID.class)
                .single());
    }

    private List<UUID> ids(String sql) {
        return stage.ask(it -> it.sql(sql).query(UUID.class).list());
    }

    private int named(String sql) {
        return stage.ask(it -> it.sql(sql).query(Integer.class).single());
    }

    private void as(AccountId who, Runnable work) {
        Scope.of(stage.network(), who).run(work);
    }

    private <R> R as(AccountId who, java.util.function.Supplier<R> work) {
        return Scope.of(stage.network(), who).<R, RuntimeException>call(work::get);
    }

    private String redirected(MockHttpServletRequestBuilder request) throws Exception {
        @Nullable
        String to = mvc.perform(request)
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        return java.util.Objects.requireNonNull(to);
    }

    private MockHttpServletRequestBuilder write(String path, RequestPostProcessor who) {
        return post(stage.path(path)).with(who).with(csrf());
    }
}
