package org.wirknetz.networkcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import jakarta.servlet.http.Cookie;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;
import org.wirknetz.access.Role;

/// The worked example of M11: four providers B to E, by whose capacity of 40, 30, 20 and 10 places the office's time,
/// its introductions and the votes on proposals are told.
@RoomTest
class NeutralOfficeTests {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    @Autowired
    MockMvc mvc;

    @Autowired
    Cast cast;

    private Cast.Stage stage;
    private M8 network;

    @BeforeEach
    void set_the_stage() {
        stage = cast.network();
        network = M8.of(stage, "ABCDEFGHIJ");
    }

    @Test
    void m11_tells_time_introductions_proposals_and_answers_to_the_office() throws Exception {
        talks("B", 8, 8, 8);
        talks("C", 8);
        talks("D", 6);
        talks("E", 2);
        offers(40, 30, 20, 10);
        introduced("B", 14);
        introduced("C", 3);
        introduced("D", 2);
        introduced("E", 1);
        proposed("B", 10, 10);
        proposed("C", 10, 2);
        asked(5, 5, 4, 4, 2);
        assertThat(words("/check/shaping", stage.office()))
                .contains(
                        "Am weitesten von ihrem Anteil entfernt: B mit 24 von 40 Stunden; nach dem Anteil wären es 16.")
                .contains("20 von hundert Stunden müssten wandern")
                .contains("Maßstab: was 4 Partner zu „Lager“ anbieten, gezählt in Plätze.")
                .contains("14 von 20, also 48 bis 85 von hundert; zu erwarten wären 40: Gesprächsanlass")
                .contains("20 Vorschläge kamen auf eine Tagesordnung, über 20 wurde abgestimmt, 12 wurden angenommen.")
                .contains(
                        "C 10 eingebracht, 10 abgestimmt, 2 angenommen (also 6 bis 51 von hundert; bei allen 60: Gesprächsanlass)")
                .contains("4 von 5 stimmen zu, dass die Koordination alle Partner neutral behandelt;"
                        + " die mittlere Antwort ist 4 von 5")
                .contains("Die mittlere Hälfte der Antworten liegt bei 4 bis 5");
        assertThat(words("/check/neutrality?reference=members", stage.office()))
                .contains("Maßstab: wie viele Partner jede Akteursgruppe hat.");
        var check = check(stage.office());
        assertThat(value(check, "attention-shift")).isCloseTo(0.2, within(1e-9));
        assertThat(value(check, "referral-shift")).isCloseTo(0.3, within(1e-9));
        assertThat(value(check, "proposals-accepted")).isCloseTo(0.6, within(1e-9));
        assertThat(value(check, "felt-neutrality")).isEqualTo(4);
        assertThat(JsonPath.<List<String>>read(check, "$.signals[?(@.rule=='F10')].evidence"))
                .anySatisfy(it -> assertThat(it).contains("B").contains("48").contains("85"));
        network.write(
                "update exchange.listing set amount = case amount when 40 then 50 when 30 then 25 when 20 then 15 else 10 end"
                        + " where network = platform.network() and sort = 'OFFER'");
        assertThat(words("/check/shaping", stage.office()))
                .as("at half of the capacity the interval contains the share")
                .contains("14 von 20, also 48 bis 85 von hundert; zu erwarten wären 50 ")
                .doesNotContain("zu erwarten wären 50: Gesprächsanlass");
        var partner = Cast.signedIn(stage.sits("Jonas Weber", Role.PARTNER_ADMIN, network.id("B")));
        assertThat(words("/check/neutrality", partner))
                .contains("4 von 5 stimmen zu")
                .doesNotContain("Stunden", "Gesprächsanlass", "eingebracht");
        assertThat(JsonPath.<List<String>>read(check(partner), "$.measures[?(@.id=='attention-shift')].withheld"))
                .containsExactly("no-data");
    }

    /// What the office puts itself is accepted always, 28 of 28, and would hide how partners fare.
    @Test
    void m11_what_the_office_puts_itself_counts_as_nobodys_proposal() throws Exception {
        proposed("A", 28, 28);
        proposed("B", 12, 8);
        assertThat(words("/check/shaping", stage.office()))
                .contains("12 Vorschläge kamen auf eine Tagesordnung, über 12 wurde abgestimmt, 8 wurden angenommen.")
                .doesNotContain("28 eingebracht");
        assertThat(value(check(stage.office()), "proposals-accepted")).isCloseTo(8 / 12.0, within(1e-9));
    }

    /// Five circulars to forty each, 36 of whom acknowledge a day later: 180 of 200. A sixth went out this morning.
    @Test
    void m12_a_circular_that_can_still_be_answered_in_time_changes_nothing() throws Exception {
        network.write("""
                insert into directory.organisation (network, key, name)
                select platform.network(), 'o' || n, 'Organisation ' || n from generate_series(1, 30) n
                """);
        for (int month = 5; month <= 9; month++) toForty("2026-0" + month + "-04 10:00+02", 36);
        assertThat(words("/check/work", stage.office()))
                .contains("5 Rundschreiben in zwölf Monaten: 180 von 200")
                .doesNotContain("läuft die Frist noch");
        toForty("2026-11-23 06:00+01", 0);
        assertThat(words("/check/work", stage.office()))
                .contains("5 Rundschreiben in zwölf Monaten: 180 von 200")
                .contains("Bei einem weiteren läuft die Frist noch; es zählt hier nicht mit.");
        var check = check(stage.office());
        assertThat(value(check, "information-reach")).isCloseTo(0.9, within(1e-9));
        assertThat(JsonPath.<List<Number>>read(check, "$.measures[?(@.id=='information-reach')].denominator"))
                .singleElement()
                .satisfies(it -> assertThat(it.doubleValue()).isEqualTo(200));
    }

    private void toForty(String sentAt, int answered) {
        var circular = UUID.randomUUID();
        network.write("""
                insert into newsletter.circular (network, id, topic, subject, body, state, within_days, sent_at)
                values (platform.network(), ?, 'Termine', 'Neue Termine', 'Text', 'SENT', 7, cast(? as timestamptz))
                """, circular, sentAt);
        network.write("""
                insert into newsletter.target (network, circular, organisation, acknowledged_at)
                select platform.network(), ?, id,
                       case when row_number() over (order by id) <= ? then cast(? as timestamptz) + interval '1 day' end
                  from directory.organisation where network = platform.network()
                """, circular, answered, sentAt);
    }

    /// Twenty introductions exactly by the shares, then twenty of which B has 14: of forty B has 22, C 9, D 6 and E 3.
    /// 0.55 - 0.4 = 0.15 would have to move.
    @Test
    void m11_the_course_tells_the_office_how_introductions_were_spread_at_each_quarter() throws Exception {
        network.tie("A", "B", "INFO", LocalDate.of(2025, 1, 1), null);
        offers(40, 30, 20, 10);
        var even = List.of("B8", "C6", "D4", "E2");
        for (var one : even) introduced(one.substring(0, 1), Integer.parseInt(one.substring(1)), "2025-12-15 10:00+01");
        for (var one : List.of("B14", "C3", "D2", "E1"))
            introduced(one.substring(0, 1), Integer.parseInt(one.substring(1)), "2026-11-02 10:00+01");
        assertThat(words("/check/neutrality", stage.office()))
                .contains("30.09.2025 zu wenig bekannt")
                .contains("31.12.2025 0,00")
                .contains("30.09.2026 0,00")
                .contains("23.11.2026 0,15");
        var partner = Cast.signedIn(stage.sits("Jonas Weber", Role.PARTNER_ADMIN, network.id("B")));
        assertThat(words("/check/neutrality", partner)).doesNotContain("0,15");
        assertThat(words("/check/shaping", partner)).doesNotContain("23.11.2026 0,15");
    }

    /// Two of eight in January, six of eight in October.
    @Test
    void m12_the_course_tells_the_office_how_far_its_circulars_came_at_each_quarter() throws Exception {
        network.tie("A", "B", "INFO", LocalDate.of(2025, 1, 1), null);
        circular("2026-01-12 10:00+01", 1, 3);
        circular("2026-10-01 10:00+02", 1, 1, 2, 3, 5, 6);
        assertThat(words("/check/work", stage.office()))
                .contains("31.12.2025 zu wenig bekannt")
                .contains("31.03.2026 2 von 8")
                .contains("30.09.2026 2 von 8")
                .contains("23.11.2026 8 von 16");
    }

    private void circular(String sentAt, int... days) {
        var circular = UUID.randomUUID();
        network.write("""
                insert into newsletter.circular (network, id, topic, subject, body, state, within_days, sent_at)
                values (platform.network(), ?, 'Termine', 'Neue Termine', 'Text', 'SENT', 7, cast(? as timestamptz))
                """, circular, sentAt);
        for (int at = 0; at < 8; at++)
            network.write(
                    """
                    insert into newsletter.target (network, circular, organisation, acknowledged_at)
                    values (platform.network(), ?, ?, cast(? as timestamptz) + cast(? as int) * interval '1 day')
                    """, circular, network.all().get(at + 1), sentAt, at < days.length ? (Integer) days[at] : null);
    }

    @Test
    void m11_the_register_of_interests_is_kept_by_the_office_and_read_by_all_inside() throws Exception {
        var partner = Cast.signedIn(stage.sits("Jonas Weber", Role.PARTNER_ADMIN, network.id("B")));
        assertThat(words("/check/neutrality", partner)).contains("noch keine eigenen Interessen offengelegt");
        enter(stage.office(), "Der Träger bietet selbst Kurse an", "Anfragen dazu verteilt die Volkshochschule")
                .andExpect(redirectedUrl(stage.path("/check/neutrality")));
        enter(stage.office(), "Sitz im Verwaltungsrat", "").andExpect(status().is3xxRedirection());
        enter(stage.office(), " ", "").andExpect(status().isUnprocessableContent());
        enter(partner, "Gegen die Regel", "").andExpect(status().isForbidden());
        assertThat(words("/check/neutrality", partner))
                .contains("Der Träger bietet selbst Kurse an", "Anfragen dazu verteilt die Volkshochschule")
                .contains("Noch nicht gesagt, wie damit umgegangen wird.")
                .doesNotContain("Interesse offenlegen");
        assertThat(words("/check/shaping", partner))
                .contains(
                        "hat 2 eigene Interessen offengelegt; bei einem steht noch nicht, wie damit umgegangen wird.");
        assertThat(value(check(partner), "interests-handled")).isEqualTo(0.5);
        var id = stage.<UUID>ask(db -> db.sql("select id from networkcheck.interest where about like 'Sitz%'")
                .query(UUID.class)
                .single());
        var address = stage.path("/check/neutrality/interests/" + id);
        assertThat(words("/check/neutrality/interests/" + id, stage.office())).contains("Interesse ändern");
        mvc.perform(post(address)
                        .with(stage.office())
                        .with(csrf())
                        .param("version", "1")
                        .param("about", "Sitz")
                        .param("to", "2026-06-30"))
                .andExpect(redirectedUrl(stage.path("/check/neutrality")));
        mvc.perform(post(address)
                        .with(stage.office())
                        .with(csrf())
                        .param("version", "1")
                        .param("about", "Von zweien zugleich"))
                .andExpect(status().isConflict());
        assertThat(value(check(partner), "interests-handled"))
                .as("what is over does not count")
                .isEqualTo(1);
        mvc.perform(post(address + "/removal").with(stage.office()).with(csrf()))
                .andExpect(redirectedUrl(stage.path("/check/neutrality")));
        var english = mvc.perform(get(stage.path("/check/neutrality"))
                        .with(stage.office())
                        .cookie(new Cookie("lang", "en")))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(english).contains("Interests laid open").doesNotContain("?networkcheck.");
        var funder = Cast.signedIn(stage.sits("Stefan Thalheim", Role.FUNDER, null));
        mvc.perform(get(stage.path("/check/neutrality")).with(funder)).andExpect(status().isForbidden());
    }

    private org.springframework.test.web.servlet.ResultActions enter(
            RequestPostProcessor who, String about, String handling) throws Exception {
        return mvc.perform(post(stage.path("/check/neutrality/interests"))
                .with(who)
                .with(csrf())
                .param("about", about)
                .param("handling", handling));
    }

    private void talks(String partner, int... hours) {
        for (int length : hours) {
            var meeting = UUID.randomUUID();
            network.write("""
                    insert into meetings.meeting (network, id, title, kind, circle, starts_at, ends_at, state, host_organisation)
                    values (platform.network(), ?, 'Gespräch', 'TALK', 'NETWORK', '2026-10-06 08:00+02',
                            timestamptz '2026-10-06 08:00+02' + cast(? as int) * interval '1 hour', 'INVITED', ?)
                    """, meeting, length, network.id("A"));
            for (var there : List.of("A", partner)) network.write("""
                        insert into meetings.attendance (network, meeting, organisation, name, presence)
                        values (platform.network(), ?, ?, ?, 'PRESENT')
                        """, meeting, network.id(there), there);
        }
    }

    private void offers(int... places) {
        for (int at = 0; at < places.length; at++)
            network.write("""
                    insert into exchange.listing (network, organisation, sort, title, topics, amount, unit)
                    values (platform.network(), ?, 'OFFER', 'Plätze', 'Lager', ?, 'Plätze')
                    """, network.all().get(at + 1), places[at]);
    }

    /// B's forty places until June, renewed from July on, are forty places: as many as would have been without the
    /// renewal.
    /// Seen failing while every offer of the year counted in full: B 80 of 140.
    @Test
    void m11_a_renewed_offer_counts_once() throws Exception {
        talks("B", 8, 8, 8);
        talks("C", 8);
        talks("D", 6);
        talks("E", 2);
        offers(40, 30, 20, 10);
        introduced("B", 14);
        introduced("C", 3);
        introduced("D", 2);
        introduced("E", 1);
        network.write(
                "update exchange.listing set valid_to = '2026-07-01' where network = platform.network() and organisation = ? and sort = 'OFFER'",
                network.id("B"));
        network.write("""
                insert into exchange.listing (network, organisation, sort, title, topics, amount, unit, valid_from)
                values (platform.network(), ?, 'OFFER', 'Plätze', 'Lager', 40, 'Plätze', '2026-07-01')
                """, network.id("B"));
        assertThat(words("/check/neutrality", stage.office()))
                .contains("B mit 24 von 40 Stunden; nach dem Anteil wären es 16.")
                .contains("14 von 20, also 48 bis 85 von hundert; zu erwarten wären 40: Gesprächsanlass");
        assertThat(value(check(stage.office()), "attention-shift")).isCloseTo(0.2, within(1e-9));
        assertThat(value(check(stage.office()), "referral-shift")).isCloseTo(0.3, within(1e-9));
    }

    private void introduced(String helper, int times) {
        introduced(helper, times, "2026-06-01 10:00+02");
    }

    private void introduced(String helper, int times, String sentAt) {
        network.write("""
                with need as (
                    insert into exchange.listing (network, organisation, sort, title)
                    select platform.network(), ?, 'NEED', 'Platz gesucht' from generate_series(1, ?)
                    returning id)
                insert into exchange.introduction (network, need, offer, asker, helper, state, subject, body, sent_at)
                select platform.network(), need.id, offer.id, ?, offer.organisation, 'SENT', 'Bitte sprechen', 'Bitte', cast(? as timestamptz)
                  from need, exchange.listing offer
                 where offer.network = platform.network() and offer.sort = 'OFFER' and offer.organisation = ?
                """, network.id("J"), times, network.id("J"), sentAt, network.id(helper));
    }

    private void proposed(String partner, int times, int accepted) {
        var meeting = UUID.randomUUID();
        network.write("""
                insert into meetings.meeting (network, id, title, kind, circle, starts_at, ends_at, state)
                values (platform.network(), ?, 'Plenum', 'PLENARY', 'NETWORK', '2026-09-08 10:00+02', '2026-09-08 12:00+02', 'INVITED')
                """, meeting);
        for (int at = 0; at < times; at++) {
            var item = UUID.randomUUID();
            network.write("""
                    insert into meetings.agenda_item (network, id, meeting, position, title, kind, proposer)
                    values (platform.network(), ?, ?, ?, 'Antrag', 'DECISION', ?)
                    """, item, meeting, at, network.id(partner));
            network.write("""
                    insert into meetings.ballot (network, meeting, agenda_item, question, state, closed_at, quorate, yes, no, accepted)
                    values (platform.network(), ?, ?, 'Dafür?', 'CLOSED', '2026-09-08 11:00+02', true, 1, 0, ?)
                    """, meeting, item, at < accepted);
        }
    }

    /// A wave in which five people judged the statement on neutrality.
    private void asked(int... answers) {
        var wave = UUID.randomUUID();
        network.write("""
                insert into surveys.wave (network, id, title, purpose, reminders, closes_on)
                values (platform.network(), ?, 'Herbst', 'Besser werden', 0, '2026-12-24')
                """, wave);
        stage.ask(db -> db.sql("""
                        select surveys.open(:wave, '2026-11-01', array['neutral'], array['STATEMENT'], array['Neutral.'], array['Neutral.'],
                               array(select sha256(('door' || :wave || n)::bytea) from generate_series(1, 5) n),
                               array_fill(''::text, array[5]),
                               array(select sha256(('ticket' || :wave || n)::bytea) from generate_series(1, 5) n))
                        """).param("wave", wave).query().listOfRows());
        for (int at = 0; at < answers.length; at++) {
            int one = at + 1;
            stage.ask(db -> db.sql("""
                            select surveys.answer(sha256(('door' || :wave || :n)::bytea), sha256(('ticket' || :wave || :n)::bytea),
                                                  array[q.id], array[:value]) from surveys.question q where q.wave = :wave
                            """)
                    .param("wave", wave)
                    .param("n", one)
                    .param("value", answers[one - 1])
                    .query()
                    .listOfRows());
        }
        stage.ask(db -> db.sql("select surveys.close(?, '2026-11-20')")
                .param(wave)
                .query()
                .listOfRows());
    }

    private String check(RequestPostProcessor who) throws Exception {
        return mvc.perform(get("/api/v1/networks/" + stage.slug() + "/checks/" + MONDAY)
                        .with(who))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private static double value(String check, String measure) {
        return JsonPath.<List<Number>>read(check, "$.measures[?(@.id=='" + measure + "')].value")
                .getFirst()
                .doubleValue();
    }

    private String words(String path, RequestPostProcessor who) throws Exception {
        return mvc.perform(get(stage.path(path)).with(who))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString()
                .replaceAll("<[^>]+>", " ")
                .replaceAll("\\s+", " ");
    }
}
