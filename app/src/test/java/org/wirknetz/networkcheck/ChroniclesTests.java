package org.wirknetz.networkcheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;
import org.wirknetz.platform.Recurring;

/// When what was read once is old.
@RoomTest
class ChroniclesTests {

    @Autowired
    Cast cast;

    @Autowired
    Chronicles chronicles;

    @Autowired
    List<Recurring> work;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcClient db;

    /// Whoever began first got the lower numbers in the trail, and ends last.
    @Test
    void a_change_that_ends_late_is_seen_though_later_ones_were_read_already() throws Exception {
        var stage = cast.network();
        var network = M8.in(stage);
        var alone = new TransactionTemplate(transactions);
        alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        for (boolean sealed : new boolean[] {false, true}) {
            if (sealed) seal();
            int before = ties(stage);
            stage.inside(() -> alone.executeWithoutResult(slow -> {
                tie(network.id("B"), network.id("H"));
                alone.executeWithoutResult(quick -> tie(network.id("C"), network.id("H")));
                assertThat(alone.<Integer>execute(
                                reader -> chronicles.current().ties().size()))
                        .as("the slow one has not ended")
                        .isEqualTo(before + 1);
            }));
            assertThat(ties(stage)).as("sealed: " + sealed).isEqualTo(before + 2);
            stage.inside(() -> db.sql(
                            "delete from networkcheck.tie where network = platform.network() and kind = 'REFERRAL'")
                    .update());
            assertThat(ties(stage)).isEqualTo(before);
        }
    }

    @Test
    void what_nobody_changed_is_not_read_again_when_lines_are_sealed() throws Exception {
        var stage = cast.network();
        M8.in(stage);
        var read = new Chronicle[1];
        stage.inside(() -> read[0] = chronicles.current());
        seal();
        stage.inside(() -> assertThat(chronicles.current()).isSameAs(read[0]));
    }

    private void seal() throws Exception {
        work.stream()
                .filter(it -> it.name().equals("trail.sealing"))
                .findFirst()
                .orElseThrow()
                .round();
    }

    private int ties(Cast.Stage stage) {
        int[] ties = new int[1];
        stage.inside(() -> ties[0] = chronicles.current().ties().size());
        return ties[0];
    }

    private void tie(UUID one, UUID other) {
        db.sql("""
                        insert into networkcheck.tie (network, from_organisation, to_organisation, kind, mutual, from_confirmed_at, to_confirmed_at)
                        values (platform.network(), ?, ?, 'REFERRAL', true, now(), now())
                        """).params(one, other).update();
    }
}
