package org.wirknetz.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;
import org.wirknetz.platform.Attempts;
import org.wirknetz.platform.Scope;

/// One network's fault is not the next one's.
@RoomTest
class EachNetworkTests {

    @Autowired
    EachNetwork networks;

    @Autowired
    Cast cast;

    @Test
    void a_fault_in_one_network_does_not_keep_the_next_from_its_turn() {
        var one = cast.network();
        var other = cast.network();
        for (var odd : new Cast.Stage[] {one, other}) {
            var reached = new ArrayList<UUID>();
            assertThatThrownBy(() -> networks.sum(network -> {
                        reached.add(Scope.current().requireNetwork().value());
                        if (network.id().equals(odd.network().value()))
                            throw new IllegalArgumentException("odd address");
                        return 1;
                    }))
                    .isInstanceOf(Attempts.Unfinished.class)
                    .hasCauseInstanceOf(IllegalArgumentException.class);
            assertThat(reached)
                    .as("whichever of the two comes first by name")
                    .contains(one.network().value(), other.network().value());
        }
        assertThat(networks.sum(network -> 1)).isGreaterThanOrEqualTo(2);
    }
}
