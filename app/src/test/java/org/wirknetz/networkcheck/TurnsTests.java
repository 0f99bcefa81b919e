package org.wirknetz.networkcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wirknetz.platform.NetworkId;
import org.wirknetz.platform.Refused;

@Timeout(30)
class TurnsTests {

    private final NetworkId lindenfurt = new NetworkId(UUID.randomUUID());
    private final NetworkId kupferau = new NetworkId(UUID.randomUUID());

    /// The wait is longer than the test may take: who waited would be seen.
    private final Turns turns = new Turns(Duration.ofMinutes(5));

    @Test
    void a_second_question_of_a_network_is_refused_at_once_and_another_network_waits_its_turn() throws Exception {
        var begun = new CountDownLatch(1);
        var over = new CompletableFuture<String>();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = people.submit(() -> turns.take(lindenfurt, () -> {
                begun.countDown();
                return over.join();
            }));
            begun.await();
            assertThatThrownBy(() -> turns.take(lindenfurt, () -> "second"))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("networkcheck.busy");
            var other = people.submit(() -> turns.take(kupferau, () -> "other"));
            while (!turns.isAwaited()) Thread.onSpinWait();
            assertThatThrownBy(() -> turns.take(kupferau, () -> "waits already"))
                    .isInstanceOf(Refused.class);
            assertThat(other.isDone()).isFalse();
            over.complete("first");
            assertThat(first.get()).isEqualTo("first");
            assertThat(other.get()).isEqualTo("other");
        }
        assertThat(turns.take(lindenfurt, () -> "again")).isEqualTo("again");
    }

    @Test
    void what_fails_gives_its_turn_back() throws Exception {
        assertThatThrownBy(() -> turns.take(lindenfurt, () -> {
                    throw new java.io.IOException("full");
                }))
                .hasMessage("full");
        assertThat(turns.take(lindenfurt, () -> "next")).isEqualTo("next");
    }
}
