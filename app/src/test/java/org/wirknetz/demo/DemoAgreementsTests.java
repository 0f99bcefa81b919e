package org.wirknetz.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wirknetz.RoomTest;
import org.wirknetz.platform.NetworkId;
import org.wirknetz.platform.Scope;

/// The agreements of the demo as `domain.md` 9.4 and its story lines tell them.
@RoomTest
class DemoAgreementsTests {

    private static final DemoNetwork LINDENFURT = DemoNetworks.drawn().network("lindenfurt");

    @Autowired
    JdbcClient db;

    @BeforeAll
    static void load(@Autowired DemoLoader loader) {
        loader.load();
    }

    private <T> List<T> ask(String sql, Class<T> type) {
        return Scope.of(new NetworkId(LINDENFURT.id()))
                .call(() -> db.sql(sql).query(type).list());
    }

    @Test
    void there_are_twenty_eight_on_four_steps_of_the_ladder() {
        assertThat(ask("select count(*) from agreements.agreement group by binding order by binding", Integer.class))
                .containsExactly(10, 12, 5, 1);
    }

    @Test
    void the_one_with_the_chamber_of_crafts_ends_at_the_end_of_january() {
        assertThat(ask("""
                        select valid_to from agreements.agreement
                         where title like 'Anerkennung von Teilqualifikationen im Handwerk%'
                        """, LocalDate.class)).containsExactly(LocalDate.of(2027, 2, 1));
    }

    @Test
    void two_providers_have_split_what_both_offered_and_nobody_else_reads_it() {
        assertThat(ask(
                        "select visibility from agreements.agreement where rivals and concluded_on is not null",
                        String.class))
                .contains("PARTIES")
                .doesNotContain("NETWORK", "FUNDERS");
    }
}
