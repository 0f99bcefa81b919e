package org.wirknetz.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;
import org.wirknetz.access.Role;
import org.wirknetz.platform.Scope;

/// The sums that are kept equal the sums of the rows, whatever was written in whichever order.
@RoomTest
class PairSumTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Autowired
    Cast cast;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transaction;

    private Cast.Stage stage;
    private final List<UUID> members = new ArrayList<>();

    @BeforeEach
    void set_the_stage() {
        stage = cast.network();
        for (var name : "A B C D E".split(" ")) members.add(stage.organisation(name));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void whatever_is_written_the_kept_sums_equal_the_rows(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 12; round++) {
            for (int step = 0; step < 8; step++) stage.inside(() -> write(random));
            for (var day : List.of(TODAY, TODAY.minusDays(random.nextInt(400)), TODAY.plusYears(3))) assertEqual(day);
        }
    }

    @Test
    void two_who_write_about_one_pair_at_once_are_both_counted() throws Exception {
        var started = new CountDownLatch(2);
        try (var both = Executors.newFixedThreadPool(2)) {
            var first = both.submit(() -> enterSlowly(started));
            var second = both.submit(() -> enterSlowly(started));
            first.get();
            second.get();
        }
        assertThat(flows(TODAY))
                .singleElement()
                .satisfies(it -> assertThat(it.times()).isEqualTo(2));
        assertEqual(TODAY);
    }

    @Test
    void the_few_pairs_worth_a_word_are_the_same_as_among_all() {
        stage.inside(() -> {
            give(members.get(0), members.get(1), 7, TODAY.minusMonths(8));
            give(members.get(0), members.get(1), 7, TODAY.minusMonths(8));
            give(members.get(2), members.get(3), 9, TODAY.minusMonths(8));
            give(members.get(3), members.get(2), 8, TODAY.minusMonths(8));
            give(members.get(3), members.get(4), 3, TODAY.minusMonths(8));
        });
        var office = Scope.of(stage.network(), stage.officeAccount());
        var all = office.call(() -> PairBalance.of(Flow.of(db, Decay.FADING, TODAY, null)));
        var few = office.call(() -> PairBalance.of(Flow.oneSided(db, TODAY)));
        assertThat(few.stream().filter(it -> it.reminds(TODAY)))
                .containsExactlyInAnyOrderElementsOf(
                        all.stream().filter(it -> it.reminds(TODAY)).toList())
                .hasSize(1);
        assertThat(few).hasSizeLessThan(all.size());
    }

    @Test
    void a_partner_reads_the_sums_of_its_own_pairs_and_writes_none() {
        stage.inside(() -> {
            give(members.get(0), members.get(1), 3, TODAY);
            give(members.get(1), members.get(2), 3, TODAY);
        });
        var jonas = stage.sits("Jonas Weber", Role.PARTNER_STAFF, members.get(0));
        var own = Scope.of(stage.network(), jonas).call(() -> Flow.of(db, Decay.FADING, TODAY, null));
        assertThat(own).extracting(Flow::receiver).containsExactly(members.get(1));
        assertThatThrownBy(() -> Scope.of(stage.network(), jonas)
                        .run(() ->
                                db.sql("update exchange.pair_sum set times = 0").update()))
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    private boolean enterSlowly(CountDownLatch started) {
        stage.inside(() -> transaction.executeWithoutResult(status -> {
            db.sql("select 1").query(Integer.class).single();
            started.countDown();
            await(started);
            give(members.get(0), members.get(1), 3, TODAY);
            db.sql("select pg_sleep(0.2)::text").query(String.class).single();
        }));
        return true;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private void write(Random random) {
        var day = TODAY.minusDays(random.nextInt(1200) - 60L);
        switch (random.nextInt(9)) {
            case 0, 1, 2, 3 -> enter(random, day);
            case 4 -> one("update exchange.contribution set gift = not gift", random);
            case 5 ->
                one(
                        "update exchange.contribution set requested = not requested, no_return = "
                                + random.nextBoolean(),
                        random);
            case 6 ->
                one(
                        "update exchange.contribution set state = 'DECLINED', answered_at = now(), given_on = null",
                        random);
            case 7 -> one("delete from exchange.contribution", random);
            default -> {
                if (random.nextInt(4) == 0) {
                    var leaving = members.remove(random.nextInt(members.size()));
                    db.sql("delete from directory.organisation where id = ?")
                            .param(leaving)
                            .update();
                    members.add(stage.organisation("Neu " + random.nextInt()));
                } else {
                    db.sql("""
                                    insert into exchange.structural_giver (network, organisation) values (platform.network(), ?)
                                    on conflict do nothing
                                    """)
                            .param(members.get(random.nextInt(members.size())))
                            .update();
                }
            }
        }
    }

    private void one(String change, Random random) {
        db.sql(change + " where id = (select id from exchange.contribution order by md5(id::text || ?) limit 1)")
                .param(String.valueOf(random.nextInt()))
                .update();
    }

    private void enter(Random random, LocalDate day) {
        int giver = random.nextInt(members.size());
        int receiver = (giver + 1 + random.nextInt(members.size() - 1)) % members.size();
        db.sql("""
                        insert into exchange.contribution (network, giver, receiver, effort, hours, requested, given_on, state, answered_at)
                        values (platform.network(), ?, ?, ?, ?, ?, ?, ?, now())
                        """)
                .params(
                        members.get(giver),
                        members.get(receiver),
                        random.nextInt(6),
                        random.nextBoolean() ? null : 0.25 * random.nextInt(60),
                        random.nextBoolean(),
                        random.nextInt(6) == 0 ? null : day,
                        random.nextInt(5) == 0 ? "OPEN" : "CONFIRMED")
                .update();
    }

    private void give(UUID giver, UUID receiver, int effort, LocalDate day) {
        db.sql("""
                        insert into exchange.contribution (network, giver, receiver, effort, requested, given_on, state, answered_at)
                        values (platform.network(), ?, ?, ?, true, ?, 'CONFIRMED', now())
                        """).params(giver, receiver, effort, day).update();
    }

    private List<Flow> flows(LocalDate day) {
        return Scope.of(stage.network(), stage.officeAccount())
                .call(() -> sorted(Flow.of(db, Decay.FADING, day, null)));
    }

    private void assertEqual(LocalDate day) {
        var kept = flows(day);
        var exact = Scope.of(stage.network(), stage.officeAccount())
                .call(() -> sorted(Flow.exact(db, Decay.FADING, day, null)));
        assertThat(kept).hasSameSizeAs(exact);
        for (int at = 0; at < kept.size(); at++) {
            var ours = kept.get(at);
            var right = exact.get(at);
            assertThat(ours.giver()).isEqualTo(right.giver());
            assertThat(ours.receiver()).isEqualTo(right.receiver());
            assertThat(ours.times()).isEqualTo(right.times());
            assertThat(ours.oldest()).isEqualTo(right.oldest());
            assertThat(ours.weight()).isCloseTo(right.weight(), within(1e-9 * Math.max(1, right.weight())));
            assertThat(ours.reminding()).isCloseTo(right.reminding(), within(1e-9 * Math.max(1, right.reminding())));
        }
    }

    private static List<Flow> sorted(List<Flow> flows) {
        return flows.stream()
                .sorted(Comparator.comparing(Flow::giver).thenComparing(Flow::receiver))
                .toList();
    }
}
