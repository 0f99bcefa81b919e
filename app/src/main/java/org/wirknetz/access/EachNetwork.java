package org.wirknetz.access;

import java.util.function.ToIntFunction;
import org.springframework.stereotype.Component;
import org.wirknetz.platform.Attempts;
import org.wirknetz.platform.NetworkId;
import org.wirknetz.platform.Scope;

/// Goes through all networks of the installation, in the scope of each, as recurring work does: a fault in
/// one does not keep the next from its turn.
@Component
public class EachNetwork {

    private final Networks networks;

    EachNetwork(Networks networks) {
        this.networks = networks;
    }

    /// @param work what is done in the scope of a network, and how many of it
    /// @return how many in all
    /// @throws Attempts.Unfinished after the last network, when any of them failed
    public int sum(ToIntFunction<Networks.Card> work) {
        var attempts = new Attempts();
        int[] sum = {0};
        for (var network : networks.all()) {
            if (Thread.currentThread().isInterrupted()) break;
            attempts.at(
                    "network:" + network.id(),
                    () -> sum[0] += Scope.of(new NetworkId(network.id()))
                            .<Integer, RuntimeException>call(() -> work.applyAsInt(network)));
        }
        attempts.end();
        return sum[0];
    }

    /// The same without the demo, whose people are invented: nobody reads their mail.
    public int sumOfReal(ToIntFunction<Networks.Card> work) {
        return sum(network -> network.demo() ? 0 : work.applyAsInt(network));
    }
}
