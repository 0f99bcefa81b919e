package org.wirknetz.analysis.bench;

import org.wirknetz.analysis.Graph;

/// The least that any of the batched searches must do: read, for every tie end, the 64-byte line of the node
/// there.
final class Sweep {
    private final int[][] neighbours;
    private final double[] lines;
    private double sink;

    Sweep(Graph graph) {
        neighbours = new int[graph.size()][];
        for (int i = 0; i < neighbours.length; i++) neighbours[i] = graph.neighbours(i);
        lines = new double[graph.size() * 8];
    }

    double millis() {
        return Timing.of(this::run).wallMillis();
    }

    private void run() {
        double sum = 0;
        for (var row : neighbours) for (int target : row) sum += lines[target * 8];
        sink += sum;
    }

    double sink() {
        return sink;
    }
}
