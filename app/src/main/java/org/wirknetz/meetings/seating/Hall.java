package org.wirknetz.meetings.seating;

import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.domain.solution.ProblemFactCollectionProperty;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.score.buildin.hardsoft.HardSoftScore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The tables of a meeting and the chairs at them.
@PlanningSolution
public class Hall {

    @ValueRangeProvider
    @ProblemFactCollectionProperty
    private List<Integer> tables = List.of();

    @PlanningEntityCollectionProperty
    private List<Chair> chairs = List.of();

    @PlanningScore
    private @Nullable HardSoftScore score;

    /// For the solver, which copies halls.
    public Hall() {}

    Hall(List<Integer> tables, List<Chair> chairs) {
        this.tables = List.copyOf(tables);
        this.chairs = List.copyOf(chairs);
    }

    List<Chair> chairs() {
        return chairs;
    }
}
