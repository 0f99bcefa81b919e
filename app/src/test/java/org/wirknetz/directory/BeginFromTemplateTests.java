package org.wirknetz.directory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;
import org.wirknetz.access.NetworkFounded;
import org.wirknetz.platform.NetworkId;
import org.wirknetz.platform.Scope;

@RoomTest
class BeginFromTemplateTests {

    @Autowired
    BeginFromTemplate beginning;

    @Autowired
    Cast cast;

    @Autowired
    JdbcClient db;

    @Test
    void a_network_begins_with_the_groups_and_the_target_of_its_template() {
        var network = cast.network().network();
        begin(network, "thueringen-2009");
        assertThat(count(network, "select count(*) from directory.target_role")).isEqualTo(9);
        assertThat(count(network, "select count(*) from directory.actor_group where key = 'EMPLOYER'"))
                .isZero();
        assertThat(count(network, "select count(*) from directory.actor_group where name_de = '' or name_en = ''"))
                .isZero();
        assertThat(count(network, "select count(*) from directory.target_model where valid_from = '2026-11-23'"))
                .isEqualTo(1);
    }

    @Test
    void told_again_it_changes_nothing() {
        var network = cast.network().network();
        begin(network, "nachqualifizierung");
        var groups = count(network, "select count(*) from directory.actor_group");
        assertThat(groups).isPositive();
        begin(network, "nachqualifizierung");
        assertThat(count(network, "select count(*) from directory.actor_group")).isEqualTo(groups);
        assertThat(count(network, "select count(*) from directory.target_model"))
                .isEqualTo(1);
        assertThat(count(network, "select count(*) from directory.target_role")).isEqualTo(14);
    }

    private void begin(NetworkId network, String template) {
        Scope.of(network).run(() -> beginning.on(new NetworkFounded(network, template)));
    }

    private long count(NetworkId network, String question) {
        return Scope.of(network).call(() -> db.sql(question).query(Long.class).single());
    }
}
