package org.wirknetz.networkcheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TopicTests {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate BEGUN = LocalDate.of(2024, 1, 1);
    private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 1);

    @Test
    void who_has_answered_for_it_since_nobody_knows_when_may_have_done_so_all_the_time() {
        assertThat(topic(OCTOBER, null).heldSince(MONDAY)).isEqualTo(BEGUN);
        assertThat(topic(null, OCTOBER).heldSince(MONDAY)).isEqualTo(BEGUN);
        assertThat(topic(OCTOBER, LocalDate.of(2026, 3, 1)).heldSince(MONDAY)).isEqualTo(LocalDate.of(2026, 3, 1));
    }

    private static Topic topic(@Nullable LocalDate one, @Nullable LocalDate other) {
        return new Topic(
                UUID.randomUUID(),
                "Vielfalt",
                BEGUN,
                List.of(
                        new Topic.Term(UUID.randomUUID(), null, one, null),
                        new Topic.Term(UUID.randomUUID(), null, other, null)));
    }
}
