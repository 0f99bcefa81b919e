package org.wirknetz.meetings.seating;

import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.entity.PlanningPin;
import ai.timefold.solver.core.api.domain.lookup.PlanningId;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A guest and the table they are put at: what the solver moves, unless somebody put them there by hand.
@PlanningEntity
public class Chair {

    private @Nullable Guest guest;
    private boolean fixed;

    @PlanningVariable
    private @Nullable Integer table;

    /// For the solver, which copies chairs.
    public Chair() {}

    Chair(Guest guest, @Nullable Integer table, boolean fixed) {
        this.guest = guest;
        this.table = table;
        this.fixed = fixed;
    }

    @PlanningId
    public UUID getId() {
        return guest().id();
    }

    Guest guest() {
        if (guest == null) throw new IllegalStateException("A chair without a guest.");
        return guest;
    }

    @PlanningPin
    public boolean isFixed() {
        return fixed;
    }

    public @Nullable Integer getTable() {
        return table;
    }

    public void setTable(@Nullable Integer table) {
        this.table = table;
    }
}
