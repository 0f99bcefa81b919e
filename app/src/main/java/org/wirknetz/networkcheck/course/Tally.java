package org.wirknetz.networkcheck.course;

import java.util.function.Function;

/// Counts that are followed through the quarters: of who is there, of what is written, of work (domain: M1, M2, M5, M7,
/// M8, M9, M10; capabilities C7.3, C11.4, C16.6). Values of structure are [Gauge]s.
public enum Tally {
    /// Roles of the target constellation that are filled (M1).
    COMPLETENESS(OfMembers::completeness),
    /// The same by those of whom something was seen (M1).
    INVOLVED(OfMembers::involved),
    /// Blau's index over the kinds of organisations (Blau 1977): the chance that two drawn at random differ.
    MIXTURE(OfMembers::mixture, true, true),
    /// How evenly the chances to be heard are spread (Pielou, M2).
    VOICE(OfWork::voice, true, true),
    /// Tied pairs with an agreement (C11.4).
    FORMALITY(OfPairs::formality),
    /// Tied pairs of which both sides stand by a tie, as is known today.
    CONFIRMED(OfPairs::confirmed),
    /// Pairs in which both have given, of those in which anybody has (M10).
    RETURNED(OfPairs::returned),
    /// Organisations that left within twelve months, of those that were there before (M5).
    LEFT(OfMembers::left),
    /// Pairs in contact whose operative people know each other (M7).
    REACH(OfPairs::reach),
    /// Key functions with a deputy (M8).
    DEPUTIES(OfWork::deputies),
    /// Ties that rest on one person on each side, of those of which it is known (M8).
    THREADS(OfPairs::threads),
    /// Meetings held, of those called; no single organisation could change it (C7.3).
    RHYTHM(OfWork::rhythm, false, false),
    /// Partners that were at no meeting for long (C7.3).
    SILENCE(OfWork::silence),
    /// Work the coordination office carries itself; leaving somebody out would say nothing (M9).
    STEERING(OfWork::steering, false, false),
    /// Partners with at least three of six signs of being anchored (C16.6).
    ANCHORING(OfWork::anchoring);

    private final Function<Sight, Taken> taking;
    private final boolean leavesOut;
    private final boolean index;

    Tally(Function<Sight, Taken> taking) {
        this(taking, true, false);
    }

    Tally(Function<Sight, Taken> taking, boolean leavesOut, boolean index) {
        this.taking = taking;
        this.leavesOut = leavesOut;
        this.index = index;
    }

    Taken of(Sight sight) {
        return taking.apply(sight);
    }

    /// Whether a trend could rest on one organisation, so that it is asked.
    boolean leavesOut() {
        return leavesOut;
    }

    /// Printed as a number, not as a share.
    public boolean isIndex() {
        return index;
    }
}
