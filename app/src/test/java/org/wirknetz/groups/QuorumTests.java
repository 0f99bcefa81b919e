package org.wirknetz.groups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.wirknetz.platform.Refused;

class QuorumTests {

    @Test
    void half_of_nine_is_five_and_two_thirds_are_six() {
        assertThat(new Quorum(1, 2, false).needed(9)).isEqualTo(5);
        assertThat(new Quorum(2, 3, false).needed(9)).isEqualTo(6);
    }

    @Test
    void more_than_half_of_eight_is_five_where_half_is_four() {
        assertThat(new Quorum(1, 2, true).needed(8)).isEqualTo(5);
        assertThat(new Quorum(1, 2, false).needed(8)).isEqualTo(4);
    }

    @Test
    void nobody_decides_alone_with_nobody() {
        assertThat(new Quorum(1, 100, false).needed(3)).isOne();
        assertThat(new Quorum(1, 2, false).needed(0)).isOne();
    }

    @Test
    void more_than_all_cannot_come() {
        assertThatThrownBy(() -> new Quorum(1, 1, true)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> new Quorum(3, 2, false)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> new Quorum(0, 2, false)).isInstanceOf(Refused.class);
    }
}
