package org.wirknetz.surveys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;
import org.wirknetz.access.Role;
import org.wirknetz.platform.Scope;

/// The ways around what was promised before the first question: through the database, through cards, through functions.
@RoomTest
class SurveyAttackTests extends SurveyRoom {

    private static final String INVITED_KEPT =
            "select count(*)::int from platform.revision where network = ? and relation = 'surveys.invited'";

    @Autowired
    Reminding reminding;

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
    void only_the_office_closes_and_only_today_and_only_it_says_what_is_one() throws Exception {
        var wave = open(5);
        var olga = stage.sits("Olga Petrenko", Role.PARTNER_ADMIN, members.get(1));
        for (var attack : List.of(
                "select surveys.close('" + id(wave) + "', '9999-01-01')",
                "select surveys.close('" + id(wave) + "', platform.today())")) {
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
        var merge =
                "insert into surveys.merged (network, dropped, kept) values (platform.network(), gen_random_uuid(), gen_random_uuid())";
        stage.as(stage.officeAccount(), db -> db.sql(merge).update());
        assertThatThrownBy(() -> stage.as(olga, db -> db.sql(merge).update()))
                .rootCause()
                .hasMessageContaining("row-level security");
        assertThat(stage.<Integer>as(
                        olga, db -> db.sql("delete from surveys.merged").update()))
                .isZero();
    }
}
