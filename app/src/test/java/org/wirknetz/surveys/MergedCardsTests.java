package org.wirknetz.surveys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wirknetz.RoomTest;
import org.wirknetz.directory.Merges;
import org.wirknetz.directory.OrganisationId;
import org.wirknetz.directory.Organisations;
import org.wirknetz.directory.People;
import org.wirknetz.directory.PersonId;
import org.wirknetz.platform.ChangeId;
import org.wirknetz.platform.Changes;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.Scope;

/// Two cards become one while a survey is a draft, while it runs, and long after: no wave is rewritten, and the merge
/// can
/// be taken back.
@RoomTest
class MergedCardsTests extends SurveyRoom {

    @Autowired
    Merges merges;

    @Autowired
    Organisations organisations;

    @Autowired
    People people;

    @Autowired
    Changes changes;

    @Autowired
    Reminding reminding;

    @Test
    void a_closed_wave_stays_as_it_was_and_is_read_as_organisations_are_today() throws Exception {
        var wave = open(5);
        var links = links(5);
        for (var link : links)
            redirected(write(link + "/answers", anybody())
                    .param(questions(link).getFirst(), link.equals(links.getFirst()) ? "5" : "4")
                    .param("consent", "true"));
        tell(links.get(0), 0, 1, 2);
        tell(links.get(1), 1, 0, 3);
        tell(links.get(3), 3, 0, 1);
        redirected(write(wave + "/closing", stage.office()));
        var before = stored();
        var page = figures(wave);
        assertThat(ties()).isEqualTo("0-1 0-2 1-0 1-3 3-0 3-1");

        var first = merged(0, 1);
        assertThat(stored()).isEqualTo(before);
        assertThat(figures(wave)).isEqualTo(page);
        assertThat(ties()).isEqualTo("0-2 0-3 3-0");
        assertThat(card("select count(*) from surveys.teller_card")).isEqualTo(2);
        assertThat(card("select count(*) from surveys.choice_card")).isEqualTo(3);
        assertThat(text(stage.path("/check/told?wave=" + id(wave))))
                .contains("Caritasverband – Handwerkskammer")
                .doesNotContain("Volkshochschule");
        var second = merged(3, 0);
        assertThat(ties()).isEqualTo("3-2");
        assertThat(stored()).isEqualTo(before);

        stage.inside(() -> assertThatThrownBy(() -> changes.undo(first)).isInstanceOf(Refused.class));
        stage.inside(() -> changes.undo(second));
        stage.inside(() -> changes.undo(first));
        assertThat(stored()).isEqualTo(before);
        assertThat(ties()).isEqualTo("0-1 0-2 1-0 1-3 3-0 3-1");
        assertThat(figures(wave)).isEqualTo(page);
    }

    @Test
    void while_a_wave_is_open_cards_become_one_and_two_again() throws Exception {
        var wave = open(6);
        var links = links(6);
        tell(links.get(1), 1, 0, 2);
        var before = stored();
        var organisation = merged(0, 1);
        var person = same(personOf(1), personOf(5));
        assertThat(stored()).isEqualTo(before);
        mvc.perform(get(links.get(1) + "/ties")).andExpect(status().isOk());
        tell(links.get(2), 2, 0, 1);
        stage.inside(() -> {
            assertThat(reminding.remind(LocalDate.of(2026, 12, 7)))
                    .as("the card that went has no address to write to")
                    .isEqualTo(5);
            changes.undo(person);
            changes.undo(organisation);
            assertThat(reminding.remind(LocalDate.of(2026, 12, 13))).isEqualTo(6);
        });
        merged(0, 1);
        redirected(write(wave + "/closing", stage.office()));
        assertThat(ties()).isEqualTo("0-2 2-0");
    }

    @Test
    void somebody_chosen_as_two_cards_is_asked_once_for_the_organisations_of_both() throws Exception {
        people(7);
        var wave = drafted();
        redirected(write(wave + "/members", stage.office()));
        var organisation = merged(0, 3);
        var person = same(personOf(1), personOf(6));
        assertThat(text(wave)).contains("Person 1").doesNotContain("Caritasverband");
        redirected(write(wave + "/opening", stage.office()));
        assertThat(owner("select invited from surveys.wave where network = ?")).isEqualTo(6);
        assertThat(mails(6)).isZero();
        assertThat(text(links(2).get(1) + "/ties"))
                .as("of both cards")
                .contains(
                        "Für welche Ihrer Organisationen",
                        members.get(1).toString(),
                        members.get(2).toString())
                .doesNotContain("Caritasverband");
        tell(links(4).get(3), 0, 1);
        stage.inside(() -> {
            changes.undo(person);
            changes.undo(organisation);
        });
        assertThat(card("select count(*) from surveys.merged")).isZero();
    }

    private void tell(String link, int speaker, int... named) throws Exception {
        var request = write(link + "/ties", anybody())
                .param("speaker", members.get(speaker).toString());
        for (int other : named) request.param("named", members.get(other).toString());
        redirected(request);
    }

    private ChangeId merged(int kept, int dropped) {
        var one = new OrganisationId(members.get(kept));
        return change(() -> merges.organisations(
                one,
                new OrganisationId(members.get(dropped)),
                organisations.entry(one).entry()));
    }

    private ChangeId same(UUID kept, UUID dropped) {
        var one = new PersonId(kept);
        return change(() ->
                merges.people(one, new PersonId(dropped), people.entry(one).entry()));
    }

    private ChangeId change(Runnable work) {
        var scope = Scope.of(stage.network(), stage.officeAccount());
        scope.run(work);
        return scope.lastChange().orElseThrow();
    }

    private UUID personOf(int n) {
        return stage.<UUID>ask(db -> db.sql("select id from directory.person where email = ?")
                .param(mailOf(n))
                .query(UUID.class)
                .single());
    }

    /// What the office's pages read, by the numbers of the members.
    private String ties() {
        return stage
                .<List<String>>as(
                        stage.officeAccount(),
                        db -> db.sql(
                                        "select teller || ' ' || named from surveys.tie_card where network = platform.network()")
                                .query(String.class)
                                .list())
                .stream()
                .map(it -> members.indexOf(UUID.fromString(it.split(" ")[0])) + "-"
                        + members.indexOf(UUID.fromString(it.split(" ")[1])))
                .sorted()
                .collect(java.util.stream.Collectors.joining(" "));
    }

    private int card(String question) {
        return stage.<Integer>as(
                stage.officeAccount(),
                db -> db.sql(question).query(Integer.class).single());
    }

    private String figures(String wave) throws Exception {
        return text(wave + "/export?format=csv");
    }
}
