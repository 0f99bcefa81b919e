package org.wirknetz.meetings.seating;

import ai.timefold.solver.core.api.score.buildin.hardsoft.HardSoftScore;
import ai.timefold.solver.core.api.score.stream.Constraint;
import ai.timefold.solver.core.api.score.stream.ConstraintCollectors;
import ai.timefold.solver.core.api.score.stream.ConstraintFactory;
import ai.timefold.solver.core.api.score.stream.ConstraintProvider;
import ai.timefold.solver.core.api.score.stream.Joiners;

/// What a good plan is. Broken is only who was to be kept apart; everything else is weighed by pairs at one
/// table: the same organisation counts 20, an actor group in common 6, having met before 4, the same level 1.
/// Tables of unequal size count by the square of their guests, so that nobody sits alone.
public class SeatingRules implements ConstraintProvider {

    private static final int ORGANISATION = 20;
    private static final int GROUP = 6;
    private static final int MET = 4;
    private static final int LEVEL = 1;
    private static final int SIZE = 30;

    /// For the solver, which makes its rules itself.
    public SeatingRules() {}

    @Override
    public Constraint[] defineConstraints(ConstraintFactory rules) {
        return new Constraint[] {apart(rules), mixed(rules), even(rules)};
    }

    private static Constraint apart(ConstraintFactory rules) {
        return rules.forEachUniquePair(Chair.class, Joiners.equal(Chair::getTable))
                .filter((one, other) -> one.guest().keepsFrom(other.guest()))
                .penalize(HardSoftScore.ONE_HARD)
                .asConstraint("apart");
    }

    private static Constraint mixed(ConstraintFactory rules) {
        return rules.forEachUniquePair(Chair.class, Joiners.equal(Chair::getTable))
                .penalize(HardSoftScore.ONE_SOFT, (one, other) -> likeness(one.guest(), other.guest()))
                .asConstraint("mixed");
    }

    private static Constraint even(ConstraintFactory rules) {
        return rules.forEach(Chair.class)
                .groupBy(Chair::getTable, ConstraintCollectors.count())
                .penalize(HardSoftScore.ONE_SOFT, (table, guests) -> SIZE * guests * guests)
                .asConstraint("even");
    }

    /// How little there is to gain from putting two people together.
    static int likeness(Guest one, Guest other) {
        int likeness = 0;
        if (one.sameOrganisation(other)) likeness += ORGANISATION;
        if (one.sharesGroup(other)) likeness += GROUP;
        if (!one.meetsFirst(other)) likeness += MET;
        if (!one.level().isEmpty() && one.level().equals(other.level())) likeness += LEVEL;
        return likeness;
    }
}
