package org.wirknetz.agreements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.wirknetz.agreements.Desks.terms;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;
import org.wirknetz.agreements.WordDiff.Fate;
import org.wirknetz.agreements.WordDiff.Piece;
import org.wirknetz.directory.OrganisationId;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.Scope;

@RoomTest
class NegotiationTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    Cast cast;

    @Autowired
    Agreements agreements;

    @Autowired
    Negotiation negotiation;

    @Autowired
    CompetitionCheck competition;

    @Autowired
    JdbcClient db;

    private Desks desks;
    private AgreementId id;

    @BeforeEach
    void set_the_table() {
        desks = new Desks(cast);
        id = desks.office.call(() -> agreements.draft(terms("Anerkennung"), desks.both()));
    }

    @Test
    void the_first_word_makes_a_draft_a_negotiation_and_stays_among_the_parties() throws Exception {
        var path = desks.stage.path("/agreements/" + id.value());
        mvc.perform(post(path + "/comments")
                        .with(as(desks.chamber))
                        .with(csrf())
                        .param("speaker", desks.handwerkskammer.toString())
                        .param("concession", "true")
                        .param("body", "Dann eben <b>Mai</b>."))
                .andExpect(status().is3xxRedirection());
        mvc.perform(get(path).with(as(desks.school)))
                .andExpect(content().string(containsString("Dann eben &lt;b")))
                .andExpect(content().string(containsString("verhandeln noch")))
                .andExpect(content().string(not(containsString("Nur für die Koordinierungsstelle"))));
        mvc.perform(get(path).with(as(desks.office)))
                .andExpect(content().string(containsString("Zugeständnisse bisher: Handwerkskammer 1")));
        mvc.perform(post(path + "/comments")
                        .with(as(desks.chamber))
                        .with(csrf())
                        .param("speaker", desks.volkshochschule.toString())
                        .param("body", "In fremdem Namen"))
                .andExpect(status().isForbidden());
        assertThat(desks.stranger.<Integer, RuntimeException>call(
                        () -> db.sql("select count(*) from agreements.comment")
                                .query(Integer.class)
                                .single()))
                .isZero();
    }

    @Test
    void nothing_is_said_by_nobody_or_after_the_end() {
        refused("agreements.comment.missing", () -> negotiation.say(id, null, " \n ", false));
        refused("agreements.comment.office-concedes", () -> negotiation.say(id, null, "Gut", true));
        refused(
                "agreements.sign.not-a-party",
                () -> negotiation.say(id, new OrganisationId(desks.jobcenter), "Ich auch", false));
        desks.office.run(() -> agreements.end(id, Desks.MONDAY, "Aus"));
        refused("agreements.fixed", () -> negotiation.say(id, null, "Doch nicht", false));
    }

    @Test
    void two_versions_are_compared_word_by_word() throws Exception {
        assertThat(WordDiff.of(
                        "Wir treffen uns einmal im Jahr.\nPunkt.\n", "Wir treffen uns zweimal im Jahr.\nPunkt.\n"))
                .containsExactly(
                        new Piece(Fate.KEPT, "Wir treffen uns "),
                        new Piece(Fate.REMOVED, "einmal "),
                        new Piece(Fate.ADDED, "zweimal "),
                        new Piece(Fate.KEPT, "im Jahr.\nPunkt.\n"));
        assertThat(WordDiff.of("", "Neu")).containsExactly(new Piece(Fate.ADDED, "Neu"));
        assertThat(WordDiff.of("Gleich", "Gleich")).containsExactly(new Piece(Fate.KEPT, "Gleich"));
        desks.school.run(() -> agreements.revise(
                id, 1, terms("Anerkennung", Circle.PARTIES, "Sie erkennen alles gegenseitig an."), desks.both()));
        mvc.perform(get(desks.stage.path("/agreements/" + id.value() + "/versions?from=1&to=2"))
                        .with(as(desks.chamber)))
                .andExpect(content().string(containsString("</span>alles </ins>")))
                .andExpect(content().string(containsString("</span>Teilqualifikationen </del>")));
        mvc.perform(get(desks.stage.path("/agreements/" + id.value() + "/versions?from=1&to=9"))
                        .with(as(desks.chamber)))
                .andExpect(status().isNotFound());
    }

    @Test
    void what_a_difference_takes_away_and_adds_gives_both_texts_back() {
        var random = new java.util.Random(7);
        for (int round = 0; round < 200; round++) {
            var before = text(random);
            var after = text(random);
            var pieces = WordDiff.of(before, after);
            assertThat(without(pieces, Fate.ADDED)).isEqualTo(before);
            assertThat(without(pieces, Fate.REMOVED)).isEqualTo(after);
        }
    }

    @Test
    void competitors_who_divide_answer_first_and_are_read_by_nobody_else() throws Exception {
        sameGroup();
        var shared = new Terms(
                "Starttermine",
                CooperationForm.COMPLEMENTARY,
                2,
                false,
                true,
                false,
                "",
                null,
                null,
                0,
                Circle.NETWORK,
                "");
        var division = desks.office.<AgreementId, RuntimeException>call(() -> agreements.draft(shared, desks.both()));
        assertThat(desks.office.<Terms, RuntimeException>call(
                        () -> agreements.read(division).terms().with(Circle.PARTIES)))
                .isEqualTo(desks.office.<Terms, RuntimeException>call(
                        () -> agreements.read(division).terms()));
        mvc.perform(get(desks.stage.path("/agreements/" + division.value())).with(as(desks.chamber)))
                .andExpect(content().string(containsString("Keine Rechtsberatung.")));
        refused("agreements.competition.first", () -> agreements.offer(division, 1));
        refused("agreements.competition.missing", () -> competition.answer(division, java.util.Map.of("prices", "NO")));
        var all = competition.questions(Locale.GERMAN).stream()
                .collect(Collectors.toMap(CompetitionCheck.Question::key, it -> "NO"));
        var unseen = CompetitionCheck.mark(java.util.Map.of());
        desks.chamber.run(() -> competition.replace(division, all, unseen));
        assertThatThrownBy(() -> desks.chamber.run(() -> competition.replace(division, all, unseen)))
                .as("whoever saw no answers does not overwrite these")
                .isInstanceOf(org.springframework.dao.OptimisticLockingFailureException.class);
        desks.office.run(() -> agreements.offer(division, 1));
        assertThat(competition.questions(Locale.ENGLISH)).hasSameSizeAs(competition.questions(Locale.GERMAN));
    }

    @Test
    void a_form_is_suggested_from_topic_and_segments() {
        assertThat(FormSuggestion.of("Förderantrag", "", List.of(Set.of("A"), Set.of("B")))
                        .form())
                .isEqualTo(CooperationForm.SUPPORTIVE);
        assertThat(FormSuggestion.of("Gemeinsame Anlaufstelle", "", List.of(Set.of("A"), Set.of("B")))
                        .form())
                .isEqualTo(CooperationForm.INTEGRATIVE);
        assertThat(FormSuggestion.of("Kurse", "", List.of(Set.of("A"), Set.of("B")))
                        .form())
                .isEqualTo(CooperationForm.COMPLEMENTARY);
        assertThat(FormSuggestion.of("Kurse", "", List.of(Set.of("A"), Set.of("A", "B")))
                        .reason())
                .isEqualTo("agreements.suggest.same");
        assertThat(FormSuggestion.of("Kurse", "", List.of(Set.of("A"), Set.of("A"), Set.of("B")))
                        .form())
                .isEqualTo(CooperationForm.INTEGRATIVE);
    }

    @Test
    void the_map_of_commitments_tells_paper_from_contact() throws Exception {
        desks.stage.inside(() -> {
            db.sql("update agreements.agreement set concluded_on = ? where id = ?")
                    .params(Desks.MONDAY, id.value())
                    .update();
            db.sql("""
                            insert into networkcheck.tie (network, from_organisation, to_organisation, kind, strength)
                            values (platform.network(), ?, ?, 'REFERRAL', 4)
                            """).params(desks.handwerkskammer, desks.jobcenter).update();
        });
        var map = get(desks.stage.path("/ties/binding"));
        mvc.perform(map.with(as(desks.office)))
                .andExpect(status().isOk())
                .andExpect(
                        content()
                                .string(
                                        containsString(
                                                "Ein Paar ist durch eine Vereinbarung gebunden; eines davon nur auf dem Papier. Ein Paar arbeitet eng zusammen")))
                .andExpect(content().string(containsString("Anerkennung")));
        var draft = "/agreements/new?party=";
        mvc.perform(get(desks.stage.path("/ties/binding?kind=informal")).with(as(desks.office)))
                .andExpect(content().string(containsString(draft)))
                .andExpect(content().string(containsString("Stärke 4")));
        for (var none : List.of("?kind=bound&level=5", "?q=Jobcenter", "?kind=informal&q=Volks"))
            mvc.perform(get(desks.stage.path("/ties/binding" + none)).with(as(desks.office)))
                    .andExpect(content().string(containsString("Kein Paar entspricht dieser Auswahl")));
        mvc.perform(get(desks.stage.path("/ties/binding/export?kind=paper")).with(as(desks.office)))
                .andExpect(content().string(containsString("Handwerkskammer")))
                .andExpect(content().string(containsString("Volkshochschule")))
                .andExpect(content().string(containsString("Anerkennung")))
                .andExpect(content().string(not(containsString("Jobcenter"))));
        mvc.perform(get(desks.stage.path("/ties/binding/export?kind=informal")).with(as(desks.office)))
                .andExpect(content().string(containsString("Jobcenter")));
        mvc.perform(get(desks.stage.path("/ties/binding/export")).with(as(desks.stranger)))
                .andExpect(content().string(not(containsString("Anerkennung"))));
        mvc.perform(get(desks.stage.path("/ties/binding/export")).with(as(desks.funder)))
                .andExpect(status().isForbidden());
        mvc.perform(get(desks.stage.path("/ties/binding")).with(as(desks.stranger)))
                .andExpect(content().string(not(containsString("Anerkennung"))));
        mvc.perform(get(desks.stage.path("/ties/binding")).with(as(desks.funder)))
                .andExpect(status().isForbidden());
    }

    private void sameGroup() {
        desks.stage.inside(() ->
                db.sql("""
                        with one as (insert into directory.actor_group (network, key, name_de, name_en)
                                     values (platform.network(), 'CAST_GROUP', 'Bildungsträger', 'Provider') returning id)
                        insert into directory.organisation_group (network, organisation, actor_group)
                        select platform.network(), o, one.id from one, unnest(array[cast(? as uuid), cast(? as uuid)]) o
                        """).params(desks.handwerkskammer, desks.volkshochschule).update());
    }

    private static String text(java.util.Random random) {
        var text = new StringBuilder();
        for (int word = random.nextInt(30); word > 0; word--)
            text.append((char) ('a' + random.nextInt(4))).append(random.nextInt(5) == 0 ? "\n" : " ");
        return text.toString();
    }

    private static String without(List<Piece> pieces, Fate fate) {
        return pieces.stream().filter(it -> it.fate() != fate).map(Piece::text).collect(Collectors.joining());
    }

    private void refused(String key, Runnable work) {
        assertThatThrownBy(() -> desks.office.run(work))
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.key()).isEqualTo(key));
    }

    private static RequestPostProcessor as(Scope scope) {
        return Cast.signedIn(scope.account().orElseThrow());
    }
}
