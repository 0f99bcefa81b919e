package org.wirknetz.surveys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.sql.DriverManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
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
import org.wirknetz.platform.DatabaseAddress;
import org.wirknetz.platform.Scope;

/// A wave from the draft to its figures, through the pages and by mail; and the ways around its promises.
@RoomTest
class SurveysTests {

    private static final Pattern LINK = Pattern.compile("http://localhost(/n/[a-z0-9]+/surveys/[A-Za-z0-9_-]{43})");
    private static final Pattern QUESTION = Pattern.compile("name=\"(q-[0-9a-f-]{36})\" value=\"1\"");

    private static final String INVITED_KEPT =
            "select count(*)::int from platform.revision where network = ? and relation = 'surveys.invited'";

    @Autowired
    MockMvc mvc;

    @Autowired
    Cast cast;

    @Autowired
    JdbcClient db;

    @Autowired
    DatabaseAddress address;

    @Autowired
    Reminding reminding;

    @Autowired
    Asking asking;

    private Cast.Stage stage;
    private final List<UUID> members = new ArrayList<>();

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

    /// Seen failing with the threshold in `surveys.close` at one.
    @Test
    void six_of_eight_answer_and_only_what_five_have_judged_is_shown() throws Exception {
        var wave = open(8);
        var links = links(8);
        var questions = questions(links.getFirst());
        assertThat(questions).hasSize(12);
        for (int n = 0; n < 6; n++) {
            var answer = write(links.get(n) + "/answers", anybody()).param("consent", "true");
            answer.param(questions.get(0), n < 4 ? "5" : "2");
            answer.param(questions.get(1), n < 4 ? "3" : "0");
            answer.param(questions.get(2), "4");
            redirected(answer);
        }
        mvc.perform(get(wave).with(stage.office()))
                .andExpect(content().string(containsString("Mindestens 5 von 8 haben geantwortet.")))
                .andExpect(content().string(not(containsString("stimmen zu"))));
        redirected(write(wave + "/closing", stage.office()));
        mvc.perform(get(wave).with(stage.office()))
                .andExpect(content().string(containsString("6 von 8 haben geantwortet, vom 23.11.2026")))
                .andExpect(content().string(containsString("4 von 6 stimmen zu; in der Mitte steht 5 von 5.")))
                .andExpect(
                        content().string(containsString("weniger als fünf Urteile oder alle gleich, nicht gezeigt")));
        var csv = text(wave + "/export?format=csv").lines().toList();
        assertThat(csv.get(1)).contains("Auf Zusagen").contains(";0;2;0;0;4;0;6;5;8;6;");
        assertThat(csv.get(2)).contains("genauso gehört").contains(";;;;;;;;;8;6;");
        assertThat(csv.get(3)).as("six say the same").contains(";;;;;;;;;8;6;");
        var olga = stage.sits("Olga Petrenko", Role.PARTNER_STAFF, members.get(1));
        mvc.perform(get(wave).with(Cast.signedIn(olga))).andExpect(content().string(containsString("4 von 6")));
        var funder = stage.sits("Ines Falk", Role.FUNDER, null);
        mvc.perform(get(wave).with(Cast.signedIn(funder))).andExpect(status().isForbidden());
    }

    @Test
    void a_link_answers_once_and_pressing_twice_changes_nothing() throws Exception {
        open(5);
        var link = links(5).getFirst();
        var before = mvc.perform(get(link))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(before)
                .contains("Die Teilnahme ist freiwillig", "mindestens fünf", "nicht zurückziehen", "nicht anonym")
                .doesNotContain("Person 0");
        var question = questions(link).getFirst();
        mvc.perform(post(link + "/answers").param(question, "5").param("consent", "true"))
                .andExpect(status().isForbidden());
        mvc.perform(write(link + "/answers", anybody()).param(question, "5"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("dass Sie einverstanden sind")));
        mvc.perform(write(link + "/answers", anybody()).param("consent", "true"))
                .andExpect(status().isUnprocessableContent());
        mvc.perform(write(link + "/answers", anybody()).param(question, "6").param("consent", "true"))
                .andExpect(status().isNotFound());
        int noted = formsNoted();
        for (int n = 0; n < 2; n++) {
            redirected(write(link + "/answers", anybody())
                    .param("_form", "0123456789abcdef")
                    .param(question, "5")
                    .param("consent", "true"));
        }
        assertThat(formsNoted()).as("no mark of a form that was sent").isEqualTo(noted);
        assertThat(owner("select sum(number)::int from surveys.tally where network = ?"))
                .isOne();
        mvc.perform(get(link)).andExpect(content().string(containsString("Ihre Antworten sind angekommen")));
        mvc.perform(get(link + "/answers")).andExpect(status().is3xxRedirection());
        mvc.perform(get(link.substring(0, link.length() - 1) + "_")).andExpect(status().isNotFound());
        var other = cast.network();
        mvc.perform(get(link.replace(stage.slug(), other.slug()))).andExpect(status().isNotFound());
    }

    /// Seen failing with the sums left in their rows: the rows of the last answer had a transaction of their own.
    @Test
    void the_database_does_not_tell_who_said_what() throws Exception {
        var wave = open(6);
        var links = links(6);
        var questions = questions(links.getFirst());
        for (int n = 0; n < 3; n++)
            redirected(write(links.get(n) + "/answers", anybody())
                    .param(questions.get(n), "4")
                    .param("consent", "true"));
        assertThat(owner("select count(distinct xmin::text)::int from surveys.tally where network = ?"))
                .as("all sums are of one transaction")
                .isOne();
        assertThat(owner("select count(*)::int from surveys.ticket where network = ?"))
                .isEqualTo(3);
        assertThat(owner("""
                select count(*)::int from surveys.invited i join surveys.ticket t on t.network = i.network
                 where i.network = ? and i.xmin::text = (select max(k.xmin::text) from surveys.tally k where k.network = i.network)
                """)).isZero();
        assertThat(
                        owner(
                                "select count(*)::int from platform.trail where network = ? and relation in ('surveys.tally', 'surveys.ticket', 'surveys.door', 'surveys.told')"))
                .isZero();
        var olga = stage.sits("Olga Petrenko", Role.PARTNER_STAFF, members.get(1));
        for (var reader : List.of(stage.officeAccount(), olga))
            for (var table : List.of("tally", "ticket", "door", "spoke", "told"))
                assertThat(stage.<Integer>as(
                                reader,
                                db -> db.sql("select count(*) from surveys." + table)
                                        .query(Integer.class)
                                        .single()))
                        .as(table)
                        .isZero();
        assertThat(stage.<List<String>>as(
                        olga,
                        db -> db.sql("select id::text from surveys.invited")
                                .query(String.class)
                                .list()))
                .isEmpty();
        for (var attack : List.of(
                "insert into surveys.tally (network, wave, question, value, number) select network, wave, id, 5, 9 from surveys.question",
                "update surveys.ticket set mark = mark",
                "delete from surveys.figure",
                "update surveys.question set wording_de = 'Anders'",
                "insert into surveys.tie (network, wave, teller, named) values (platform.network(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid())"))
            assertThatThrownBy(() ->
                            stage.as(stage.officeAccount(), db -> db.sql(attack).update()))
                    .isInstanceOf(DataAccessException.class)
                    .rootCause()
                    .hasMessageContaining("permission denied");
        for (var n : List.of(1, 2, 3))
            redirected(write(links.get(n) + "/ties", anybody())
                    .param("speaker", members.get(n % 4).toString())
                    .param("named", members.get(0).toString()));
        assertThat(owner("select count(*)::int from surveys.spoke where network = ?"))
                .isEqualTo(3);
        assertThat(owner("""
                select count(distinct it.moment)::int
                  from (select network, xmin::text as moment from surveys.spoke
                        union all select network, xmin::text from surveys.told) it
                 where it.network = ?
                """)).as("all that was told is of one transaction").isOne();
        assertThat(owner("select count(*)::int from surveys.told where network = ?"))
                .isEqualTo(3);
        assertThat(owner(INVITED_KEPT)).isPositive();
        mvc.perform(write(wave + "/closing", Cast.signedIn(olga))).andExpect(status().isForbidden());
        redirected(write(wave + "/closing", stage.office()));
        for (var table : List.of("tally", "ticket", "door", "spoke", "invited"))
            assertThat(owner("select count(*)::int from surveys." + table + " where network = ?"))
                    .as(table)
                    .isZero();
        assertThat(owner(INVITED_KEPT)).as("in the memory behind undo").isZero();
        mvc.perform(get(wave).with(stage.office()))
                .andExpect(content().string(containsString("3 Personen von 6 haben geantwortet.")));
    }

    @Test
    void a_closed_wave_is_never_changed_and_asking_again_is_another() throws Exception {
        var wave = open(5);
        var first = links(5);
        for (var link : first)
            redirected(write(link + "/answers", anybody())
                    .param(questions(link).getFirst(), link.equals(first.getFirst()) ? "5" : "4")
                    .param("consent", "true"));
        var late = links(5).getFirst();
        redirected(write(wave + "/closing", stage.office()));
        mvc.perform(write(late + "/answers", anybody()).param("consent", "true"))
                .andExpect(status().isNotFound());
        for (var what : List.of("/closing", "/opening", "/members", "/removal"))
            mvc.perform(write(wave + what, stage.office())).andExpect(status().isConflict());
        mvc.perform(write(wave, stage.office()).param("closes", "2027-01-31").param("version", "9"))
                .andExpect(status().isConflict());
        for (var attack : List.of(
                "update surveys.wave set closed_on = null, answered = null", "delete from surveys.wave where true"))
            assertThatThrownBy(() ->
                            stage.as(stage.officeAccount(), db -> db.sql(attack).update()))
                    .isInstanceOf(DataAccessException.class)
                    .rootCause()
                    .hasMessageContaining("closed");
        redirected(write("/surveys/questionnaire/heard/removal", stage.office()));
        redirected(write("/surveys/questionnaire/reliable", stage.office())
                .param("version", "1")
                .param("de", "Ich verlasse mich auf die anderen.")
                .param("en", "I rely on the others."));
        var before = text(wave);
        assertThat(before).contains("5 von 5 stimmen zu", "Auf Zusagen").doesNotContain("Ich verlasse mich");
        var second = drafted("2027-01-31");
        redirected(write(second + "/members", stage.office()));
        mvc.perform(write(second + "/opening", stage.office()))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("in 28 Tagen")));
        stage.inside(() -> assertThatThrownBy(() -> asking.open(new WaveId(id(second)), LocalDate.of(2026, 12, 20)))
                .hasMessageContaining("surveys.too-soon"));
        stage.inside(() -> asking.open(new WaveId(id(second)), LocalDate.of(2026, 12, 21)));
        var third = drafted("2027-01-31");
        redirected(write(third + "/members", stage.office()));
        mvc.perform(write(third + "/opening", stage.office()))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("läuft noch")));
        var again = links(5);
        for (var link : again)
            redirected(write(link + "/answers", anybody())
                    .param(questions(link).getFirst(), link.equals(again.getFirst()) ? "1" : "2")
                    .param(questions(link).get(1), "2")
                    .param("consent", "true"));
        redirected(write(second + "/closing", stage.office()));
        assertThat(text(wave)).contains("5 von 5 stimmen zu");
        assertThat(text(second))
                .contains("Ich verlasse mich auf die anderen. 0 von 5 stimmen zu", "Stimmten vorher zu", "Vorher: Puls")
                .doesNotContain("genauso gehört");
    }

    /// Whom the outbox names says nothing: whoever has answered is reminded too.
    @Test
    void everybody_is_reminded_twice_and_no_more_by_the_same_link() throws Exception {
        open(5);
        var links = links(5);
        redirected(write(links.get(0) + "/answers", anybody())
                .param(questions(links.get(0)).getFirst(), "4")
                .param("consent", "true"));
        stage.inside(() -> {
            assertThat(reminding.remind(LocalDate.of(2026, 11, 23))).isZero();
            assertThat(reminding.remind(LocalDate.of(2026, 12, 7))).isEqualTo(5);
            assertThat(reminding.remind(LocalDate.of(2026, 12, 8))).isZero();
            assertThat(reminding.remind(LocalDate.of(2026, 12, 13))).isEqualTo(5);
            assertThat(reminding.remind(LocalDate.of(2026, 12, 14))).isZero();
            assertThat(reminding.end(LocalDate.of(2026, 12, 14))).isZero();
            assertThat(reminding.end(LocalDate.of(2026, 12, 15))).isOne();
            assertThat(reminding.end(LocalDate.of(2026, 12, 15))).isZero();
        });
        assertThat(mails(0)).isEqualTo(3);
        assertThat(mails(1)).isEqualTo(3);
        assertThat(links(5)).as("the same links in the reminder").isEqualTo(links);
    }

    /// Else whoever may change a card reads somebody else's link before the reminder.
    @Test
    void a_reminder_goes_only_to_the_address_that_was_asked() throws Exception {
        open(5);
        stage.ask(db -> db.sql("update directory.person set email = ? where email = ?")
                .params(mailOf(9), mailOf(1))
                .update());
        stage.inside(
                () -> assertThat(reminding.remind(LocalDate.of(2026, 12, 7))).isEqualTo(4));
        assertThat(mails(9)).isZero();
        assertThat(mails(1)).isOne();
    }

    @Test
    void only_the_office_closes_and_moves_what_a_merge_touches_and_only_today() throws Exception {
        var wave = open(5);
        var olga = stage.sits("Olga Petrenko", Role.PARTNER_ADMIN, members.get(1));
        for (var attack : List.of(
                "select surveys.close('" + id(wave) + "', '9999-01-01')",
                "select surveys.close('" + id(wave) + "', platform.today())",
                "select surveys.merge('" + members.get(0) + "', '" + members.get(1) + "')",
                "select surveys.person_became(gen_random_uuid(), gen_random_uuid())")) {
            assertThatThrownBy(() -> stage.as(olga, db -> db.sql(attack).query().listOfRows()))
                    .as(attack)
                    .rootCause()
                    .hasMessageContaining("not here");
            assertThatThrownBy(() -> Scope.publicly(stage.network())
                            .call(() -> db.sql(attack).query().listOfRows()))
                    .as(attack)
                    .rootCause()
                    .hasMessageContaining("not here");
        }
        assertThatThrownBy(() -> stage.as(
                        stage.officeAccount(),
                        db -> db.sql("select surveys.close('" + id(wave) + "', '2026-01-01')")
                                .query()
                                .listOfRows()))
                .rootCause()
                .hasMessageContaining("not here");
    }

    @Test
    void ties_carry_the_name_of_the_organisation_and_can_be_taken_back_until_the_end() throws Exception {
        var wave = open(5);
        var links = links(5);
        // The first works for two: nothing is said before she has chosen for which.
        mvc.perform(get(links.get(0) + "/ties"))
                .andExpect(content().string(containsString("Für welche Ihrer Organisationen")));
        mvc.perform(write(links.get(0) + "/ties", anybody())
                        .param("named", members.get(2).toString()))
                .andExpect(status().isUnprocessableContent());
        mvc.perform(write(links.get(0) + "/ties", anybody())
                        .param("speaker", members.get(3).toString()))
                .andExpect(status().isConflict());
        mvc.perform(write(links.get(0) + "/ties", anybody()).param("speaker", "-".repeat(36)))
                .andExpect(status().isUnprocessableContent());
        redirected(write(links.get(0) + "/ties", anybody())
                .param("speaker", members.get(0).toString())
                .param("named", members.get(0).toString(), members.get(2).toString()));
        redirected(write(links.get(1) + "/ties", anybody())
                .param("speaker", members.get(1).toString())
                .param("named", members.get(0).toString()));
        mvc.perform(get(links.get(1))).andExpect(content().string(containsString("Angabe ändern")));
        redirected(write(links.get(1) + "/ties/removal", anybody()));
        redirected(write(links.get(2) + "/ties", anybody())
                .param("speaker", members.get(2).toString()));
        String ties = "select count(*)::int from surveys.tie";
        assertThat(stage.<Integer>as(
                        stage.officeAccount(),
                        db -> db.sql(ties).query(Integer.class).single()))
                .as("the office reads nothing before the end")
                .isZero();
        redirected(write(wave + "/closing", stage.office()));
        var olga = stage.sits("Olga Petrenko", Role.PARTNER_ADMIN, members.get(2));
        assertThat(stage.<Integer>as(
                        olga, db -> db.sql(ties).query(Integer.class).single()))
                .isZero();
        assertThat(stage.<List<UUID>>as(
                        stage.officeAccount(),
                        db -> db.sql("select named from surveys.tie where teller = ?")
                                .param(members.get(0))
                                .query(UUID.class)
                                .list()))
                .containsExactly(members.get(2));
        assertThat(stage.<Integer>as(
                        stage.officeAccount(),
                        db -> db.sql("select count(*)::int from surveys.teller")
                                .query(Integer.class)
                                .single()))
                .isEqualTo(2);
        var told = text(stage.path("/check/told?wave=" + id(wave)));
        assertThat(told)
                .contains("Handwerkskammer – Jobcenter", "nur eine Seite sagt es", "weniger als fünf Organisationen")
                .contains("2 von 4");
        mvc.perform(get(stage.path("/check/told")).with(Cast.signedIn(olga))).andExpect(status().isForbidden());
    }

    @Test
    void a_network_of_three_and_bad_forms_are_told_what_is_wrong() throws Exception {
        people(3);
        var wave = drafted();
        redirected(write(wave + "/members", stage.office()));
        mvc.perform(write(wave + "/opening", stage.office()))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("mindestens 5 Personen, ausgewählt sind 3")));
        mvc.perform(write(wave + "/people", stage.office()).param("name", "Niemand"))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("„Niemand“")));
        mvc.perform(write("/surveys", stage.office())
                        .param("title", "x".repeat(201))
                        .param("purpose", "y".repeat(2001))
                        .param("closes", "morgen")
                        .param("reminders", "9"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Erlaubt sind 200 Zeichen")))
                .andExpect(content().string(containsString("Erlaubt sind 2.000 Zeichen")))
                .andExpect(content().string(containsString("Bitte geben Sie einen Tag an")))
                .andExpect(content().string(containsString("0 bis 2 Erinnerungen")));
        mvc.perform(write("/surveys/questionnaire", stage.office()).param("de", "z".repeat(100_000)))
                .andExpect(status().isConflict());
        redirected(write("/surveys/questionnaire", stage.office())
                .param("de", "<script>alert(1)</script>")
                .param("en", "Fine"));
        assertThat(text(stage.path("/surveys/questionnaire")))
                .contains("&lt;script&gt;", "eigene Aussage")
                .doesNotContain("<script>alert");
        var olga = stage.sits("Olga Petrenko", Role.PARTNER_ADMIN, members.get(1));
        mvc.perform(get(wave).with(Cast.signedIn(olga))).andExpect(status().isNotFound());
        mvc.perform(write("/surveys/questionnaire/restoration", Cast.signedIn(olga)))
                .andExpect(status().isForbidden());
        redirected(write(wave + "/removal", stage.office()));
    }

    /// Five answers of thirty: enough for the threshold, not enough to stand for anybody.
    @Test
    void nine_in_ten_silent_give_a_sentence_instead_of_figures() throws Exception {
        var wave = open(30);
        for (var link : links(30).subList(0, 5))
            redirected(write(link + "/answers", anybody())
                    .param(questions(link).getFirst(), "4")
                    .param("consent", "true"));
        redirected(write(wave + "/closing", stage.office()));
        assertThat(text(wave))
                .contains("5 von 30 haben geantwortet, weniger als ein Fünftel")
                .doesNotContain("stimmen zu", "Als CSV");
        assertThat(text(wave + "/export?format=csv")).contains("kann ich mich verlassen.;;;;;;;;;30;5;");
    }

    private String open(int people) throws Exception {
        people(people);
        var wave = drafted();
        redirected(write(wave + "/members", stage.office()));
        redirected(write(wave + "/opening", stage.office()));
        return wave;
    }

    private String drafted() throws Exception {
        return drafted("2026-12-14");
    }

    private String drafted(String closes) throws Exception {
        return redirected(write("/surveys", stage.office())
                .param("title", "Puls")
                .param("purpose", "Damit es besser wird.")
                .param("closes", closes)
                .param("reminders", "2"));
    }

    /// Person n works at member n modulo four; the first one at two of them.
    private void people(int number) {
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

    private String mailOf(int n) {
        return "p" + n + "@" + stage.slug() + ".example";
    }

    /// The newest link of each, in the order of people.
    private List<String> links(int number) {
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

    private int mails(int n) {
        return db.sql("select count(*) from platform.mail where recipient = ?")
                .param(mailOf(n))
                .query(Integer.class)
                .single();
    }

    private List<String> questions(String link) throws Exception {
        var page = mvc.perform(get(link + "/answers"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        return QUESTION.matcher(page).results().map(it -> it.group(1)).toList();
    }

    private int formsNoted() {
        return stage.<Integer>ask(db -> db.sql("select count(*) from platform.sent_form")
                .query(Integer.class)
                .single());
    }

    /// As the owner of the database: what a reader of all tables could see.
    private int owner(String question) throws Exception {
        try (var connection = DriverManager.getConnection(address.url(), address.ownerUser(), address.ownerPassword());
                var statement = connection.prepareStatement(question)) {
            statement.setObject(1, stage.network().value());
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    private static RequestPostProcessor anybody() {
        return request -> request;
    }

    private static UUID id(String path) {
        return UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
    }

    private String text(String path) throws Exception {
        return mvc.perform(get(path).with(stage.office()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
    }

    private MockHttpServletRequestBuilder write(String path, RequestPostProcessor who) {
        return post(path.matches("/[wn]/.*") ? path : stage.path(path))
                .with(who)
                .with(csrf());
    }

    private String redirected(MockHttpServletRequestBuilder request) throws Exception {
        var answer = mvc.perform(request).andReturn().getResponse();
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(302);
        return String.valueOf(answer.getRedirectedUrl());
    }
}
