package org.wirknetz.analysis.proposals;

import java.util.List;

/// Additional ties and what they would change: something to talk about, not an order.
///
/// Below two organisations there are no pairs to measure: then all three are 0 and nothing is proposed.
///
/// @param before the aim's measure as it is
/// @param after the measure with the ties proposed
/// @param atMost no choice of as many ties can reach more than this
/// @param exact whether no choice is better (otherwise found step by step)
public record Proposal(List<Tie> ties, double before, double after, double atMost, boolean exact) {
    public record Tie(String one, String other) {}
}
