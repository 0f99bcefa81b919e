package org.wirknetz.surveys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.wirknetz.Cast;
import org.wirknetz.platform.DatabaseAddress;

/// Four members, their people, and the way from a draft to the links they get.
class SurveyRoom {

    private static final Pattern LINK = Pattern.compile("http://localhost(/n/[a-z0-9]+/surveys/[A-Za-z0-9_-]{43})");
    private static final Pattern QUESTION = Pattern.compile("name=\"(q-[0-9a-f-]{36})\" value=\"1\"");

    private static final List<String> OF_A_WAVE = List.of(
            "wave",
            "invited",
            "question",
            "choice",
            "figure",
            "teller",
            "tie",
            "door",
            "ticket",
            "tally",
            "spoke",
            "told");

    @Autowired
    MockMvc mvc;

    @Autowired
    Cast cast;

    @Autowired
    JdbcClient db;

    @Autowired
    DatabaseAddress address;

    Cast.Stage stage;
    final List<UUID> members = new ArrayList<>();

    @BeforeEach
    void set_the_stage() {
        stage = cast.network();
        members.clear();
        for (var name : List.of("Handwerkskammer", "Volkshochschule", "Jobcenter", "Caritasverband")) {
            var id = stage.organisation(name);
            stage.ask(db -> db.sql(
                            "insert into directory.membership (network, organisation, status) values (platform.network(), ?, 'ACTIVE')")
                    .param(id)
                    .update());
            members.add(id);
        }
    }

    String open(int people) throws Exception {
        people(people);
        var wave = drafted();
        redirected(write(wave + "/members", stage.office()));
        redirected(write(wave + "/opening", stage.office()));
        return wave;
    }

    String drafted() throws Exception {
        return drafted("2026-12-14");
    }

    String drafted(String closes) throws Exception {
        return redirected(write("/surveys", stage.office())
                .param("title", "Puls")
                .param("purpose", "Damit es besser wird.")
                .param("closes", closes)
                .param("reminders", "2"));
    }

    /// Person n works at member n modulo four; the first one at two of them.
    void people(int number) {
        for (int n = 0; n < number; n++) {
            int at = n;
            stage.ask(db -> {
                var person = UUID.randomUUID();
                db.sql(
                                "insert into directory.person (network, id, key, family_name, email) values (platform.network(), ?, ?, ?, ?)")
                        .params(person, person.toString(), "Person " + at, mailOf(at))
                        .update();
                for (int place = at % 4; place <= (at == 0 ? 1 : at % 4); place++)
                    db.sql(
                                    "insert into directory.position (network, person, organisation) values (platform.network(), ?, ?)")
                            .params(person, members.get(place))
                            .update();
                return true;
            });
        }
    }

    String mailOf(int n) {
        return "p" + n + "@" + stage.slug() + ".example";
    }

    /// The newest link of each, in the order of people.
    List<String> links(int number) {
        var links = new ArrayList<String>();
        for (int n = 0; n < number; n++) {
            var found = LINK.matcher(
                    db.sql("select body from platform.mail where recipient = ? order by created_at desc, id limit 1")
                            .param(mailOf(n))
                            .query(String.class)
                            .single());
            assertThat(found.find()).isTrue();
            links.add(found.group(1));
        }
        return links;
    }

    int mails(int n) {
        return db.sql("select count(*) from platform.mail where recipient = ?")
                .param(mailOf(n))
                .query(Integer.class)
                .single();
    }

    List<String> questions(String link) throws Exception {
        var page = mvc.perform(get(link + "/answers"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        return QUESTION.matcher(page).results().map(it -> it.group(1)).toList();
    }

    int formsNoted() {
        return stage.<Integer>ask(db -> db.sql("select count(*) from platform.sent_form")
                .query(Integer.class)
                .single());
    }

    /// As the owner of the database: what a reader of all tables could see.
    int owner(String question) throws Exception {
        try (var connection = DriverManager.getConnection(address.url(), address.ownerUser(), address.ownerPassword());
                var statement = connection.prepareStatement(question)) {
            statement.setObject(1, stage.network().value());
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    /// Every row of the waves of this network, as the owner of the database sees them.
    String stored() throws Exception {
        var rows = new StringBuilder();
        try (var connection = DriverManager.getConnection(address.url(), address.ownerUser(), address.ownerPassword());
                var statement = connection.createStatement()) {
            for (var table : OF_A_WAVE) {
                var found = statement.executeQuery(
                        "select coalesce(string_agg(t::text, ' ' order by t::text), '') from surveys." + table
                                + " t where t.network = '" + stage.network().value() + "'");
                found.next();
                rows.append(table).append(": ").append(found.getString(1)).append('\n');
            }
        }
        return rows.toString();
    }

    static RequestPostProcessor anybody() {
        return request -> request;
    }

    static UUID id(String path) {
        return UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
    }

    String text(String path) throws Exception {
        return mvc.perform(get(path).with(stage.office()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
    }

    MockHttpServletRequestBuilder write(String path, RequestPostProcessor who) {
        return post(path.matches("/[wn]/.*") ? path : stage.path(path))
                .with(who)
                .with(csrf());
    }

    String redirected(MockHttpServletRequestBuilder request) throws Exception {
        var answer = mvc.perform(request).andReturn().getResponse();
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(302);
        return String.valueOf(answer.getRedirectedUrl());
    }
}
