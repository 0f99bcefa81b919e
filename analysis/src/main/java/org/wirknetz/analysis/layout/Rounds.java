package org.wirknetz.analysis.layout;

import org.wirknetz.analysis.Effort;

/// How far a drawing is, by the nodes of the components that stand and the rounds of the one in the making.
final class Rounds {
    private final Effort effort;
    private final int size;
    private double farthest;
    private int placed;

    Rounds(Effort effort, int size) {
        this.effort = effort;
        this.size = Math.max(1, size);
    }

    /// Before a round; ends the drawing if it was cancelled. What is told never falls.
    void round(long done, long rounds, int nodes) {
        tell(placed + Math.min(nodes, size - placed) * ((double) done / rounds));
    }

    /// A component of so many nodes stands.
    void placed(int nodes) {
        placed += nodes;
        tell(placed);
    }

    /// The same threads, and nobody hears of the pieces.
    Effort silent() {
        return effort.silently();
    }

    private void tell(double nodes) {
        farthest = Math.max(farthest, nodes / size);
        effort.step(Math.round(farthest * 1e6), 1_000_000);
    }
}
