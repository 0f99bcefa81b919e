package org.wirknetz.equality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasToString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.test.web.servlet.ResultActions;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;
import org.wirknetz.StatementCount;
import org.wirknetz.access.Role;

/// The worked examples of `domain.md` 6 through the pages, and the ways around the disclosure control.
@RoomTest
class EqualityTests extends CountingRoom {

    /// Seen failing with complementary suppression left out: the page gave 8 and the sums, so 2.
    @Test
    void the_worked_example_hides_four_numbers_at_every_exit() throws Exception {
        var release = published(bodies("2026-06-30", 5, 9, 2, 8, 7, 6));
        var page = text(release);
        assertThat(page).contains("<th scope=\"row\">AG Module</th>").contains("Zahl unbekannt oder geheim zu halten");
        assertThat(rows(page))
                .containsExactly(
                        "Steuerungskreis • • 14",
                        "AG Finanzierung • • 10",
                        "AG Module 7 6 13",
                        "Alle zusammen 14 23 37");
        var csv = text(release + "/export?format=csv");
        assertThat(csv.lines().filter(it -> it.contains("AG Finanzierung")).findFirst())
                .hasValueSatisfying(it -> assertThat(it).contains("•;•;10"));
        var paper = mvc.perform(get(release + "/paper").with(stage.office()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        VeraGreenfieldFoundryProvider.initialise();
        try (var parser = Foundries.defaultInstance()
                        .createParser(new java.io.ByteArrayInputStream(paper), PDFAFlavour.PDFUA_1);
                var validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, false)) {
            var result = validator.validate(parser);
            assertThat(result.isCompliant())
                    .as("PDF/UA: %s", result.getTestAssertions())
                    .isTrue();
        }
        try (var pdf = Loader.loadPDF(paper)) {
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains("AG Module 7 6 13")
                    .contains("AG Finanzierung • • 10");
        }
        said(release)
                .andExpect(jsonPath("$.lines[*].numbers.FOCUS").value(hasToString("[null,null,7,14]")))
                .andExpect(jsonPath("$.lines[*].numbers.OTHER").value(hasToString("[null,null,6,23]")))
                .andExpect(jsonPath("$.lines[*].numbers.total").value(hasToString("[14,10,13,37]")))
                .andExpect(jsonPath("$.lines[1].name").value("AG Finanzierung"))
                .andExpect(jsonPath("$.lines[1].share").isEmpty())
                .andExpect(jsonPath("$.dissimilarity").isEmpty());
        assertThat(text(release + "/audit"))
                .contains("0 bis 7", "3 bis 10", "7 bis 14", "Weniger als 5", "4 von 12 Zahlen");
    }

    /// The same through the interface.
    private ResultActions said(String release) throws Exception {
        var path = release.replaceAll("^/w/(.*)/equality/releases/", "/api/v1/networks/$1/equality/");
        return mvc.perform(get(path).with(stage.office())).andExpect(status().isOk());
    }

    @Test
    void merged_bodies_need_no_protection() throws Exception {
        var collection = begun("2026-06-30", "COUNTS", "BODIES", "Steuerungskreis und AG Finanzierung\nAG Module");
        spread(collection, 7, 17, 7, 6);
        var release = published(collection);
        assertThat(rows(text(release)))
                .containsExactly(
                        "Steuerungskreis und AG Finanzierung 7 17 24", "AG Module 7 6 13", "Alle zusammen 14 23 37");
        assertThat(text(release + "/audit")).contains("Keine der 9 Zahlen");
        said(release)
                .andExpect(jsonPath("$.lines[*].numbers.FOCUS").value(hasToString("[7,7,14]")))
                .andExpect(jsonPath("$.lines[*].numbers.total").value(hasToString("[24,13,37]")));
    }

    @Test
    void why_a_number_is_hidden_does_not_tell_a_zero() throws Exception {
        published(bodies("2026-06-30", 30, 20, 0, 30, 20, 30));
        assertThat(stage.<List<String>>as(
                        stage.officeAccount(),
                        db -> db.sql("select cause from equality.verdict where position = 2 and place = 'FOCUS'")
                                .query(String.class)
                                .list()))
                .containsExactly("MINIMUM");
    }

    @Test
    void five_of_eighteen_as_a_sample_say_nothing_for_certain() throws Exception {
        var collection = redirected(write("/equality", stage.office())
                .param("definition", "EINWANDERUNG-2023")
                .param("subject", "BODIES")
                .param("mode", "BALLOT")
                .param("reporting", "2026-06-30")
                .param("reference", "36")
                .param("source", "Zielgruppe")
                .param("lines", "Delegierte"));
        var slips = slips(collection, 20);
        int noted = formsNoted();
        for (int n = 0; n < 18; n++) {
            var slip = mvc.perform(get(slips.get(n))).andExpect(status().isOk()).andReturn();
            assertThat(slip.getResponse().getContentAsString()).contains("seit 1950");
            mvc.perform(post(slips.get(n))
                            .with(csrf())
                            .param("_form", "0123456789abcdef" + n)
                            .param("answer", n < 3 ? "SELF" : n < 5 ? "BOTH" : "NONE"))
                    .andExpect(content().string(containsString("der Zettel ist gelöscht")));
        }
        // Neither who nor when: not even the mark of a form that was sent.
        assertThat(formsNoted()).isEqualTo(noted);
        assertThat(stage.<Integer>as(
                        stage.officeAccount(),
                        db -> db.sql("select count(*) from equality.slip")
                                .query(Integer.class)
                                .single()))
                .isZero();
        mvc.perform(get(slips.getFirst())).andExpect(status().isNotFound());
        mvc.perform(post(slips.getFirst()).with(csrf()).param("answer", "SELF")).andExpect(status().isNotFound());
        mvc.perform(post(slips.get(18)).with(csrf()).param("answer", "WHATEVER"))
                .andExpect(status().isConflict());
        var release = published(collection);
        mvc.perform(get(slips.get(19))).andExpect(status().isNotFound());
        mvc.perform(get(release).with(stage.office()))
                .andExpect(content().string(containsString("5 von 18 (28\u00a0%).")))
                .andExpect(content().string(containsString("36\u00a0% (Zielgruppe): 8 Punkte darunter.")))
                .andExpect(content().string(containsString("Verhältnis zum Bezugswert: 0,77.")))
                .andExpect(content().string(containsString("zwischen 12 und 51\u00a0%: keine gesicherte Abweichung.")));
        var share = "$.lines[0].share.";
        said(release)
                .andExpect(jsonPath("$.reference").value(36.0))
                .andExpect(jsonPath(share + "part").value(5))
                .andExpect(jsonPath(share + "whole").value(18))
                .andExpect(jsonPath(share + "percent").value(closeTo(27.8, 0.05), Double.class))
                .andExpect(jsonPath(share + "gap").value(closeTo(-8.2, 0.05), Double.class))
                .andExpect(jsonPath(share + "index").value(closeTo(0.77, 0.005), Double.class))
                .andExpect(jsonPath(share + "interval[0]").value(closeTo(12.5, 0.05), Double.class))
                .andExpect(jsonPath(share + "interval[1]").value(closeTo(50.9, 0.05), Double.class));
    }

    @Test
    void distributions_over_bodies_are_compared_by_what_would_have_to_move() throws Exception {
        var release = published(bodies("2026-06-30", 30, 20, 50, 70, 20, 10));
        assertThat(text(release)).contains("Unterschied der Verteilung: 0,20.");
        said(release).andExpect(jsonPath("$.dissimilarity").value(closeTo(0.20, 1e-9), Double.class));
    }

    @Test
    void money_that_one_organisation_nearly_holds_is_not_shown() throws Exception {
        var collection = begun("2026-06-30", "COUNTS", "RESOURCES", "Budget €\nReisen €");
        var lines = lines(collection);
        // Women 70, 22 and 8; men evenly. Travel evenly in both.
        long[][] budget = {{70, 40}, {22, 40}, {8, 40}, {0, 40}};
        for (int n = 0; n < budget.length; n++)
            redirected(counts(collection, members.get(n))
                    .param("n-" + lines.get(0) + "-FEMALE", "" + budget[n][0])
                    .param("n-" + lines.get(0) + "-MALE", "" + budget[n][1])
                    .param("n-" + lines.get(1) + "-FEMALE", "30")
                    .param("n-" + lines.get(1) + "-MALE", "20"));
        var release = published(collection);
        assertThat(rows(text(release)))
                .containsExactly("Budget • • 260\u00a0€", "Reisen 120\u00a0€ 80\u00a0€ 200\u00a0€");
        assertThat(text(release + "/audit")).contains("mehr als 85");
        said(release)
                .andExpect(jsonPath("$.lines[*].numbers.FOCUS").value(hasToString("[null,120]")))
                .andExpect(jsonPath("$.lines[*].numbers.OTHER").value(hasToString("[null,80]")))
                .andExpect(jsonPath("$.lines[0].share").isEmpty());
    }

    /// Seen failing while each line read the publication on the bodies anew.
    @Test
    void a_resource_of_many_lines_asks_no_more_of_the_bodies_than_one_of_a_few() throws Exception {
        published(bodies("2026-03-31", 30, 20, 50, 70, 20, 10));
        var few = money("2026-06-30", 2);
        var many = money("2026-09-30", 9);
        assertThat(text(many)).contains("-Fache davon");
        for (var path : List.of("", "/paper")) {
            var asked = StatementCount.during(() -> mvc.perform(get(few + path).with(stage.office())));
            var more = StatementCount.during(() -> mvc.perform(get(many + path).with(stage.office())));
            assertThat(more).as(path).hasSameSizeAs(asked);
        }
        var asked = StatementCount.during(() -> said(few));
        assertThat(StatementCount.during(() -> said(many))).hasSameSizeAs(asked);
    }

    private String money(String reporting, int lines) throws Exception {
        var names = IntStream.rangeClosed(1, lines)
                .mapToObj(it -> "Topf " + it + " €")
                .collect(Collectors.joining("\n"));
        var collection = begun(reporting, "COUNTS", "RESOURCES", names);
        var counts = new long[2 * lines];
        Arrays.fill(counts, 240);
        spread(collection, counts);
        return published(collection);
    }

    /// Seen failing with the guard left out: 9 less 8 was one man more in the finance group.
    @Test
    void what_few_have_changed_is_repeated_and_stays_hidden_as_it_was() throws Exception {
        published(bodies("2025-12-31", 5, 9, 2, 8, 7, 6));
        var release = published(bodies("2026-06-30", 12, 9, 2, 9, 7, 6));
        assertThat(rows(text(release)))
                .containsExactly(
                        "Steuerungskreis • • 21",
                        "AG Finanzierung • • 10",
                        "AG Module 7 6 13",
                        "Alle zusammen 21 23 44");
        // The finance group has one man more, the group on modules nobody: both say the same.
        assertThat(text(release).split("Stand 31.12.2025: Neuere Zahlen könnten verraten", -1))
                .hasSize(3);
        var late = bodies("2025-09-30", 12, 9, 2, 9, 7, 6);
        redirected(write(late + "/closing", stage.office()));
        mvc.perform(write(late + "/release", stage.office()))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("Ein späterer Stichtag")));
    }

    @Test
    void a_body_that_goes_is_not_told_by_the_difference_of_the_sums() throws Exception {
        published(bodies("2025-12-31", 5, 9, 2, 8, 7, 6));
        var collection = begun("2026-06-30", "COUNTS", "BODIES", "Steuerungskreis\nAG Module");
        spread(collection, 5, 9, 7, 6);
        redirected(write(collection + "/closing", stage.office()));
        mvc.perform(write(collection + "/release", stage.office()))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("zu wenige Personen geändert")));
    }

    @Test
    void nobody_reads_counts_but_those_who_gave_them() throws Exception {
        var olga = stage.sits("Olga Petrenko", Role.PARTNER_STAFF, members.get(1));
        var jonas = stage.sits("Jonas Weber", Role.PARTNER_ADMIN, members.get(0));
        var funder = stage.sits("Ines Falk", Role.FUNDER, null);
        var collection = begun("2026-06-30", "COUNTS", "BODIES", "Beirat");
        var line = lines(collection).getFirst();
        redirected(post(collection + "/organisations/" + members.get(1))
                .with(Cast.signedIn(olga))
                .with(csrf())
                .param("n-" + line + "-FEMALE", "98765"));
        mvc.perform(post(collection + "/organisations/" + members.get(1))
                        .with(Cast.signedIn(jonas))
                        .with(csrf()))
                .andExpect(status().isForbidden());
        mvc.perform(get(collection).with(Cast.signedIn(olga)))
                .andExpect(content().string(containsString("98765")));
        mvc.perform(counts(collection, members.get(1)).param("n-" + line + "-FEMALE", "5"))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("selbst abgegeben")));
        for (var other : List.of(stage.office(), Cast.signedIn(jonas)))
            mvc.perform(get(collection).with(other)).andExpect(content().string(not(containsString("98765"))));
        mvc.perform(get(collection).with(Cast.signedIn(funder))).andExpect(status().isForbidden());
        String all = "select count(*) from equality.count";
        assertThat(stage.<Integer>as(
                        olga, db -> db.sql(all).query(Integer.class).single()))
                .isOne();
        for (var other : List.of(stage.officeAccount(), jonas, funder))
            assertThat(stage.<Integer>as(
                            other, db -> db.sql(all).query(Integer.class).single()))
                    .isZero();
        assertThat(stage.<Integer>ask(db -> db.sql("""
                        select (select count(*) from platform.revision where coalesce(after, before)::text like '%98765%')
                             + (select count(*) from platform.trail where relation in ('equality.count', 'equality.answered'))
                        """).query(Integer.class).single()))
                .isZero();
        assertThat(stage.<List<Long>>as(
                        stage.officeAccount(),
                        db -> db.sql("select number from equality.tally(?)")
                                .param(id(collection))
                                .query(Long.class)
                                .list()))
                .as("an open collection is not counted")
                .isEmpty();
        for (var attack : List.of(
                "insert into equality.count (network, collection, line, answer, number) values (platform.network(), '"
                        + id(collection) + "', '" + line + "', 'FEMALE', 9)",
                "update equality.count set number = 9",
                "delete from equality.slip"))
            assertThatThrownBy(() ->
                            stage.as(stage.officeAccount(), db -> db.sql(attack).update()))
                    .isInstanceOf(DataAccessException.class)
                    .rootCause()
                    .hasMessageContaining("permission denied");
    }

    @Test
    void what_was_published_is_read_by_all_and_changed_by_nobody() throws Exception {
        var funder = stage.sits("Ines Falk", Role.FUNDER, null);
        var collection = bodies("2026-06-30", 5, 9, 2, 8, 7, 6);
        var release = published(collection);
        mvc.perform(get(release).with(Cast.signedIn(funder)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("AG Module")));
        mvc.perform(get(release + "/audit").with(Cast.signedIn(funder))).andExpect(status().isForbidden());
        assertThat(stage.<Integer>as(
                        funder,
                        db -> db.sql("select count(*) from equality.verdict")
                                .query(Integer.class)
                                .single()))
                .isZero();
        for (var attack : List.of("delete from equality.release", "update equality.cell set number = 1"))
            assertThatThrownBy(() ->
                            stage.as(stage.officeAccount(), db -> db.sql(attack).update()))
                    .isInstanceOf(DataAccessException.class)
                    .rootCause()
                    .hasMessageContaining("permission denied");
        mvc.perform(write(collection + "/removal", stage.office())).andExpect(status().isConflict());
        mvc.perform(write(collection + "/release", stage.office())).andExpect(status().isConflict());
        assertThat(stage.<Integer>as(
                        stage.officeAccount(),
                        db -> db.sql("select count(*) from equality.tally(?) where organisation is not null")
                                .param(id(collection))
                                .query(Integer.class)
                                .single()))
                .as("whose counts they were is forgotten")
                .isZero();
    }

    @Test
    void declarations_need_an_assessment_and_consent_and_end_as_numbers() throws Exception {
        var asked = write("/equality", stage.office())
                .param("definition", "GESCHLECHT-1")
                .param("subject", "BODIES")
                .param("mode", "INDIVIDUAL")
                .param("reporting", "2026-06-30")
                .param("lines", "Beirat");
        mvc.perform(asked)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Datenschutz-Folgenabschätzung hinterlegt")));
        redirected(write("/equality/individual", stage.office())
                .param("assessment", "Akte DS-12")
                .param("on", "2026-10-01"));
        var collection = redirected(write("/equality", stage.office())
                .param("definition", "GESCHLECHT-1")
                .param("subject", "BODIES")
                .param("mode", "INDIVIDUAL")
                .param("reporting", "2026-06-30")
                .param("lines", "Beirat"));
        var line = lines(collection).getFirst().toString();
        var olga = stage.sits("Olga Petrenko", Role.PARTNER_STAFF, members.get(1));
        mvc.perform(write(collection + "/declaration", Cast.signedIn(olga))
                        .param("line", line)
                        .param("answer", "FEMALE"))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("Ohne Ihre Einwilligung")));
        redirected(write(collection + "/declaration", Cast.signedIn(olga))
                .param("line", line)
                .param("answer", "FEMALE")
                .param("consent", "true"));
        String all = "select count(*) from equality.declaration";
        assertThat(stage.<Integer>as(
                        stage.officeAccount(),
                        db -> db.sql(all).query(Integer.class).single()))
                .isZero();
        redirected(write(collection + "/declaration/removal", Cast.signedIn(olga)));
        assertThat(stage.<Integer>as(
                        olga, db -> db.sql(all).query(Integer.class).single()))
                .isZero();
        redirected(write(collection + "/declaration", Cast.signedIn(olga))
                .param("line", line)
                .param("answer", "DIVERSE")
                .param("consent", "true"));
        redirected(write("/equality/individual/removal", stage.office()));
        mvc.perform(write(collection + "/declaration", Cast.signedIn(olga))
                        .param("line", line)
                        .param("answer", "FEMALE")
                        .param("consent", "true"))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("Folgenabschätzung hinterlegt")));
        mvc.perform(get(collection).with(Cast.signedIn(olga)))
                .andExpect(content().string(containsString("zurzeit ausgeschaltet")));
        redirected(write(collection + "/closing", stage.office()));
        redirected(write(collection + "/declaration/removal", Cast.signedIn(olga)));
        assertThat(stage.<Integer>as(
                        olga, db -> db.sql(all).query(Integer.class).single()))
                .isZero();
        var release = redirected(write(collection + "/release", stage.office()));
        assertThat(rows(text(release))).containsExactly("Beirat • • •", "Alle zusammen • • •");
    }

    @Test
    void bad_numbers_and_bad_forms_are_told_what_is_wrong() throws Exception {
        var collection = begun("2026-06-30", "COUNTS", "BODIES", "Beirat");
        for (var bad : List.of("-1", "1e9", "99999999999", "2000000000", "100001", "vier", "1.5"))
            mvc.perform(counts(collection, members.getFirst())
                            .param("n-" + lines(collection).getFirst() + "-FEMALE", bad))
                    .andExpect(status().isConflict());
        mvc.perform(counts(collection, UUID.randomUUID())).andExpect(status().isNotFound());
        mvc.perform(write("/equality", stage.office())
                        .param("definition", "ERFUNDEN")
                        .param("reporting", "2026-06-29")
                        .param("reference", "101")
                        .param("lines", ""))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Bitte wählen Sie das Ende eines Quartals.")))
                .andExpect(content().string(containsString("Bitte nennen Sie mindestens ein Gremium")))
                .andExpect(content().string(containsString("zwischen 0 und 100")));
        mvc.perform(write("/equality", stage.office())
                        .param("definition", "GESCHLECHT-1")
                        .param("reporting", "2026-06-30")
                        .param("lines", "Beirat"))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("schon eine Erhebung")));
        mvc.perform(write(collection + "/release", stage.office())).andExpect(status().isConflict());
        redirected(write(collection + "/closing", stage.office()));
        mvc.perform(counts(collection, members.getFirst())).andExpect(status().isConflict());
        // Nobody has answered: nothing breaks, nothing is said.
        assertThat(text(redirected(write(collection + "/release", stage.office()))))
                .contains("zum Schutz der Personen");
    }
}
