package org.wirknetz.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;
import org.wirknetz.platform.Changes;
import org.wirknetz.platform.Scope;

/// The lines that lists are read from say what the tables say, after every kind of change, two at once included.
@RoomTest
class LinesOfListsTests {

    private static final LocalDate Y2022 = LocalDate.of(2022, 1, 1);
    private static final LocalDate Y2024 = LocalDate.of(2024, 1, 1);
    private static final LocalDate Y2025 = LocalDate.of(2025, 1, 1);
    private static final LocalDate Y2030 = LocalDate.of(2030, 1, 1);

    @Autowired
    Cast cast;

    @Autowired
    Organisations organisations;

    @Autowired
    Memberships memberships;

    @Autowired
    People people;

    @Autowired
    Positions positions;

    @Autowired
    Mandates mandates;

    @Autowired
    Merges merges;

    @Autowired
    Changes changes;

    @Autowired
    PlatformTransactionManager transactions;

    private Cast.Stage stage;
    private OrganisationId school;
    private PersonId olga;

    @BeforeEach
    void set_the_stage() {
        stage = cast.network();
        school = organisation("Volkshochschule");
        olga = Scope.of(stage.network()).call(() -> people.register(PersonEntry.named("Olga", "Petrenko")));
    }

    @Test
    void lines_follow_every_change_of_name_and_standing() {
        assertThat(lines("organisation")).isEqualTo(1);
        stage.inside(() -> memberships.admit(school, Y2022, null));
        assertThat(lines("organisation")).isEqualTo(2);
        stage.inside(() -> memberships.rest(school, Y2024, null));
        stage.inside(() -> memberships.leave(school, Y2030, null));
        assertThat(lines("organisation")).isEqualTo(4);
        stage.inside(() -> organisations.rename(school, "Volkshochschule Wiesgrund", Y2025));
        lines("organisation");
        write("update directory.membership set valid_to = null, status = 'GUEST' where valid_from = '2030-01-01'");
        lines("organisation");
        write("update directory.membership set valid_from = null where valid_from = '2022-01-01'");
        assertThat(lines("organisation")).isEqualTo(3);
        write("delete from directory.membership where valid_from is not null");
        assertThat(lines("organisation")).isEqualTo(2);
        write(
                "insert into directory.area (network, key, name, level) values (platform.network(), 'w', 'Wiesgrund', 'DISTRICT')");
        write("update directory.organisation set area = (select id from directory.area)");
        lines("organisation");
        write("update directory.organisation set area = null, note = 'neu'");
        lines("organisation");
        stage.inside(() -> organisations.remove(school));
        assertThat(lines("organisation")).isZero();
    }

    @Test
    void lines_follow_every_change_of_names_and_posts_of_a_person() {
        assertThat(lines("person")).isEqualTo(1);
        stage.inside(
                () -> mandates.open(olga, school, MandateKind.REPRESENTS, "Beratung", Level.OPERATIONAL, Y2022, Y2024));
        assertThat(lines("person")).isEqualTo(3);
        var position = Scope.of(stage.network())
                .call(() -> positions.open(olga, school, "Beratung", Level.OPERATIONAL, Y2024, null));
        assertThat(lines("person")).isEqualTo(2);
        stage.inside(() -> positions.end(position, Y2030));
        assertThat(lines("person")).isEqualTo(3);
        write("update directory.person set family_name = 'Petrenko-Groß'");
        lines("person");
        write("delete from directory.position");
        assertThat(lines("person")).isEqualTo(3);
        stage.inside(() -> organisations.remove(school));
        assertThat(lines("person")).as("the posts went with the organisation").isEqualTo(1);
        stage.inside(() -> people.remove(olga));
        assertThat(lines("person")).isZero();
    }

    @Test
    void lines_follow_merging_and_taking_back() {
        var other = organisation("VHS");
        var twin = Scope.of(stage.network()).call(() -> people.register(PersonEntry.named("Olga", "Petrenko")));
        stage.inside(() -> {
            memberships.admit(other, Y2022, null);
            positions.open(twin, other, "Leitung", Level.LEADERSHIP, Y2024, null);
        });
        var scope = Scope.of(stage.network());
        scope.run(() ->
                merges.organisations(school, other, organisations.entry(school).entry()));
        assertThat(lines("organisation")).isEqualTo(2);
        scope.run(() -> changes.undo(scope.lastChange().orElseThrow()));
        assertThat(lines("organisation")).isEqualTo(3);
        var again = Scope.of(stage.network());
        again.run(() -> merges.people(olga, twin, people.entry(olga).entry()));
        assertThat(lines("person")).isEqualTo(2);
        again.run(() -> changes.undo(again.lastChange().orElseThrow()));
        assertThat(lines("person")).isEqualTo(3);
    }

    /// One notes a membership, another renames, and neither has seen what the other wrote.
    @Test
    void two_changes_at_once_both_stand_in_the_lines() throws Exception {
        var noted = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var one = CompletableFuture.runAsync(() ->
                stage.inside(() -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
                    memberships.admit(school, Y2022, null);
                    noted.countDown();
                    awaited(goOn);
                })));
        awaited(noted);
        var other = CompletableFuture.runAsync(
                () -> stage.inside(() -> organisations.rename(school, "Volkshochschule Wiesgrund", Y2025)));
        TimeUnit.MILLISECONDS.sleep(500);
        goOn.countDown();
        one.get(20, TimeUnit.SECONDS);
        other.get(20, TimeUnit.SECONDS);
        assertThat(lines("organisation")).isEqualTo(2);
    }

    /// @return how many there are, when they are those of the truth
    private int lines(String kind) {
        var line = "directory." + kind + "_line";
        assertThat(rows("select t::text from " + line + "_truth t order by 1"))
                .as(kind)
                .isEqualTo(rows("select l::text from " + line + " l order by 1"));
        return rows("select '' from " + line).size();
    }

    private java.util.List<String> rows(String sql) {
        return stage.ask(db -> db.sql(sql).query(String.class).list());
    }

    private void write(String sql) {
        stage.<Integer>ask(db -> db.sql(sql).update());
    }

    private OrganisationId organisation(String name) {
        return Scope.of(stage.network()).call(() -> organisations.register(OrganisationEntry.named(name)));
    }

    private static void awaited(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
