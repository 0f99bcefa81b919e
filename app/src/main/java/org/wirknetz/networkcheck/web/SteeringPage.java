package org.wirknetz.networkcheck.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wirknetz.networkcheck.Corridors.Corridor;
import org.wirknetz.networkcheck.Steering;

/// Where the network stands between coordination and self-organisation, beside where it wants to be (F11).
///
/// @param sentence where it stands
/// @param advice what follows, and why; empty where there is nothing to place
/// @param slider null where the network is too small for a place on it
/// @param quarters the newest first
/// @param halfLife how long it takes until something is handed over
/// @param candidates what could be handed over; only for those who may see who takes part where
/// @param corridors the newest first
public record SteeringPage(
        String sentence,
        String advice,
        @Nullable Slider slider,
        List<Steering.Kind> kinds,
        List<Line> quarters,
        String halfLife,
        @Nullable List<CheckPage.Row> candidates,
        List<Corridor> corridors,
        boolean sets,
        List<String> how) {

    /// @param side in words, empty where no corridor held
    public record Line(String day, String share, String wanted, String side) {}

    /// Percent from self-organisation (0) to coordination (100).
    ///
    /// @param before the places of the quarters before, the newest last
    public record Slider(
            double now, List<Double> before, @Nullable Corridor wanted) {
        public static final int WIDTH = 600;
        public static final int HEIGHT = 56;
        private static final int EDGE = 10;

        public int x(double percent) {
            return (int) Math.round(EDGE + (WIDTH - 2 * EDGE) * percent / 100);
        }
    }
}
