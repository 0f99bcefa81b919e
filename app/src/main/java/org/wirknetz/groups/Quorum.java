package org.wirknetz.groups;

import org.wirknetz.platform.Refused;

/// How many of the organisations with a vote must be there before a group decides (German: *Beschlussfähigkeit*).
///
/// @param numerator such as 2 in two thirds
/// @param denominator such as 3 in two thirds
/// @param above true where it must be more than that share ("mehr als die Hälfte"), false where it is enough to reach
/// it
public record Quorum(int numerator, int denominator, boolean above) {

    private static final int FINEST = 100;

    /// @throws Refused when no number of organisations could fulfil it
    public Quorum {
        boolean share = numerator >= 1 && denominator >= 1 && denominator <= FINEST && numerator <= denominator;
        if (!share || above && numerator == denominator) throw new Refused("groups.quorum.range");
    }

    /// @param voting organisations with a vote
    /// @return how many of them must be there; never fewer than one
    public int needed(int voting) {
        int part = voting * numerator;
        return Math.max(1, above ? part / denominator + 1 : Math.ceilDiv(part, denominator));
    }
}
