package org.wirknetz.analysis;

/// Adds up how much the pairs from some sources depend on every node, batch by batch, until the sums are taken.
interface DependencySums {
    void add(int firstSource);

    /// The sums since they were last taken.
    double[] take();
}
