package org.wirknetz.equality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;
import org.wirknetz.access.Role;
import org.wirknetz.transfer.Archive;

/// Readers who know more than what is printed: what they gave themselves, what they typed for others, what
/// stood there before, under whatever name.
@RoomTest
class GuardedReleaseTests extends CountingRoom {

    @Autowired
    Archive archive;

    @Autowired
    CountReminders reminders;

    /// Seen failing with own parts left out: the page gave 9, so 3 others.
    @Test
    void an_organisation_that_gave_most_of_a_body_cannot_tell_the_rest() throws Exception {
        var collection = begun("2026-06-30", "COUNTS", "BODIES", "Beirat\nAG Module\nAG Zugang");
        var lines = lines(collection);
        long[][] parts = {
            {6, 1, 1, 2, 2, 2}, {1, 2, 2, 3, 3, 2}, {1, 4, 4, 3, 2, 3}, {1, 4, 4, 3, 4, 3}, {0, 2, 4, 4, 3, 4}
        };
        for (int n = 0; n < parts.length; n++) {
            var request = counts(collection, members.get(n));
            for (int l = 0; l < 3; l++)
                request.param("n-" + lines.get(l) + "-FEMALE", "" + parts[n][2 * l])
                        .param("n-" + lines.get(l) + "-MALE", "" + parts[n][2 * l + 1]);
            redirected(request);
        }
        var release = published(collection);
        assertThat(rows(text(release)).getFirst()).startsWith("Beirat • •");
        assertThat(text(release + "/audit")).contains("die eigenen oder die selbst eingetragenen Angaben abzieht");
    }

    /// Seen failing with the hand of the office left out.
    @Test
    void what_the_office_typed_is_one_part_beside_those_who_counted_themselves() throws Exception {
        var olga = stage.sits("Olga Petrenko", Role.PARTNER_STAFF, members.get(1));
        var collection = begun("2026-06-30", "COUNTS", "BODIES", "Beirat");
        var line = lines(collection).getFirst();
        for (int n = 0; n < members.size(); n++)
            redirected((n == 1 ? byThemselves(collection, olga) : counts(collection, members.get(n)))
                    .param("n-" + line + "-FEMALE", "3")
                    .param("n-" + line + "-MALE", "3"));
        assertThat(text(collection)).contains("Die Zahlen von 7 Organisationen haben Sie eingetragen und kennen sie");
        var release = published(collection);
        assertThat(rows(text(release)).getFirst()).startsWith("Beirat • •");
        assertThat(text(release)).contains("Die Zahlen von 7 davon hat die Koordinierungsstelle eingetragen");
    }

    private org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder byThemselves(
            String collection, org.wirknetz.platform.AccountId olga) {
        return post(collection + "/organisations/" + members.get(1))
                .with(Cast.signedIn(olga))
                .with(csrf());
    }

    @Test
    void who_was_no_member_on_the_day_is_not_counted() throws Exception {
        var late = member("Sprachhaus", LocalDate.of(2026, 9, 1));
        var collection = begun("2026-06-30", "COUNTS", "BODIES", "Beirat");
        mvc.perform(counts(collection, late).param("n-" + lines(collection).getFirst() + "-FEMALE", "5"))
                .andExpect(status().isConflict())
                .andExpect(
                        content().string(containsString("„Sprachhaus“ war am Stichtag dieser Erhebung kein Mitglied")));
        mvc.perform(get(collection).with(stage.office()))
                .andExpect(content().string(not(containsString("Sprachhaus"))));
    }

    /// Seen failing with strands found by the very same name alone.
    @Test
    void a_line_under_another_name_stays_the_same_line() throws Exception {
        published(resource("2025-12-31", "Redebeiträge", 24, 32));
        var spelt = published(resource("2026-03-31", "Rede-Beiträge", 25, 32));
        assertThat(rows(text(spelt))).containsExactly("Rede-Beiträge 24 32 56");
        var renamed = resource("2026-06-30", "Wer spricht", 25, 32);
        redirected(write(renamed + "/closing", stage.office()));
        mvc.perform(write(renamed + "/release", stage.office()))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("„Wer spricht“ ist neu und gleicht „Redebeiträge“")));
        var line = lines(renamed).getFirst();
        var strand = stage.<UUID>ask(db -> db.sql("select strand from equality.line where name = 'Redebeiträge'")
                .query(UUID.class)
                .single());
        redirected(write(renamed + "/lines", stage.office())
                .param("name-" + line, "Wer spricht")
                .param("same-" + line, strand.toString()));
        assertThat(rows(text(redirected(write(renamed + "/release", stage.office())))))
                .containsExactly("Wer spricht 24 32 56");
        mvc.perform(write(renamed + "/lines", stage.office()).param("name-" + line, "Neu"))
                .andExpect(status().isConflict());
        var other = resource("2026-09-30", "Fahrten", 25, 32);
        redirected(write(other + "/lines", stage.office())
                .param("name-" + lines(other).getFirst(), "Fahrten")
                .param("same-" + lines(other).getFirst(), "NEW"));
        assertThat(rows(text(published(other)))).containsExactly("Fahrten 25 32 57");
    }

    private String resource(String reporting, String name, long women, long men) throws Exception {
        var collection = begun(reporting, "COUNTS", "RESOURCES", name);
        spread(collection, women, men);
        return collection;
    }

    /// Seen failing with the share of the sum alone as the guard: 20 % came, all of them one organisation's.
    @Test
    void one_newcomer_is_not_told_by_the_difference_of_two_sums_of_money() throws Exception {
        published(budget("2025-12-31", 0, 1, 2, 3, 4));
        var one = published(budget("2026-03-31", 0, 1, 2, 3, 4, LARGE));
        assertThat(rows(text(one))).containsExactly("Budget 5.000\u00a0€ 5.000\u00a0€ 10.000\u00a0€");
        assertThat(text(one))
                .contains("sobald sich die Beträge von mindestens drei Organisationen deutlich geändert haben");
        assertThat(rows(text(published(budget("2026-06-30", 0, 1, 2, 3, 4, LARGE, 6, 7)))))
                .containsExactly("Budget 13.000\u00a0€ 13.000\u00a0€ 26.000\u00a0€");
        assertThat(rows(text(published(budget("2026-09-30", 0, 1, 2, 3, 4, 6, 7)))))
                .as("nor one that leaves")
                .containsExactly("Budget 13.000\u00a0€ 13.000\u00a0€ 26.000\u00a0€");
        assertThat(stage.<Integer>as(
                        stage.officeAccount(),
                        db -> db.sql("select count(*) from equality.part")
                                .query(Integer.class)
                                .single()))
                .as("nobody reads who gave how much")
                .isZero();
    }

    private static final int LARGE = 5;

    private String budget(String reporting, int... organisations) throws Exception {
        var collection = begun(reporting, "COUNTS", "RESOURCES", "Budget €");
        var line = lines(collection).getFirst();
        for (int n : organisations)
            redirected(counts(collection, members.get(n))
                    .param("n-" + line + "-FEMALE", n == LARGE ? "6000" : "1000")
                    .param("n-" + line + "-MALE", n == LARGE ? "6000" : "1000"));
        return collection;
    }

    @Test
    void an_archive_carries_what_was_published_and_goes_on_only_where_all_has_moved() throws Exception {
        published(bodies("2025-12-31", 30, 20, 25, 30, 20, 30));
        var out = new ByteArrayOutputStream();
        stage.inside(() -> unchecked(() -> archive.write(out)));
        assertThat(out.size()).isPositive();
        stage = cast.network();
        stage.inside(() -> unchecked(() -> archive.read(new ByteArrayInputStream(out.toByteArray()))));
        var release = stage.path("/equality/releases/"
                + stage.<UUID>ask(db -> db.sql("select id from equality.release")
                        .query(UUID.class)
                        .single()));
        assertThat(rows(text(release))).contains("Steuerungskreis 30 20 50", "Alle zusammen 75 80 155");
        assertThat(text(release + "/audit")).contains("kam aus einem Archiv");
        var near = bodies("2026-03-31", 31, 20, 35, 40, 30, 40);
        redirected(write(near + "/closing", stage.office()));
        mvc.perform(write(near + "/release", stage.office()))
                .andExpect(status().isConflict())
                .andExpect(
                        content().string(containsString("Zu „Steuerungskreis“ gibt es einen Stand aus einem Archiv")));
        assertThat(rows(text(published(bodies("2026-06-30", 40, 30, 35, 40, 30, 40)))))
                .contains("Steuerungskreis 40 30 70");
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void unchecked(Work work) {
        try {
            work.run();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Test
    void who_has_not_counted_is_reminded_once_for_each_step() throws Exception {
        var olga = stage.sits("Olga Petrenko", Role.PARTNER_ADMIN, members.get(1));
        var jonas = stage.sits("Jonas Weber", Role.PARTNER_ADMIN, members.get(0));
        stage.sits("Ines Falk", Role.FUNDER, null);
        var collection = begun("2026-06-30", "COUNTS", "BODIES", "Beirat");
        stage.ask(db -> db.sql("update equality.collection set created_at = '2026-07-01'")
                .update());
        redirected(post(collection + "/organisations/" + members.get(0))
                .with(Cast.signedIn(jonas))
                .with(csrf()));
        assertThat(stage.<Integer>ask(db -> reminders.send(stage.slug())))
                .as("only who is missing")
                .isOne();
        assertThat(stage.<Integer>ask(db -> reminders.send(stage.slug()))).isZero();
        assertThat(stage.<List<String>>ask(db -> db.sql("select account::text || step from equality.reminder")
                        .query(String.class)
                        .list()))
                .containsExactly(olga.value() + "2");
        redirected(post(stage.path("/equality/reminders"))
                .with(Cast.signedIn(olga))
                .with(csrf())
                .param("wanted", "false"));
        begun("2026-09-30", "COUNTS", "BODIES", "Beirat");
        stage.ask(db -> db.sql("update equality.collection set created_at = '2026-07-01'")
                .update());
        redirected(counts(collection, members.get(1)));
        assertThat(stage.<Integer>ask(db -> reminders.send(stage.slug())))
                .as("only Jonas Weber for the second one")
                .isOne();
    }
}
