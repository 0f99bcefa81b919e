package org.wirknetz.meetings.seating;

import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.constructionheuristic.ConstructionHeuristicPhaseConfig;
import ai.timefold.solver.core.config.constructionheuristic.ConstructionHeuristicType;
import ai.timefold.solver.core.config.localsearch.LocalSearchPhaseConfig;
import ai.timefold.solver.core.config.localsearch.LocalSearchType;
import ai.timefold.solver.core.config.solver.SolverConfig;
import ai.timefold.solver.core.config.solver.termination.TerminationConfig;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/// Puts guests at tables with a constraint solver (Timefold). The same guests give the same plan: chance has
/// a fixed seed and the search a fixed number of steps; two seconds are the most it may take on a slow
/// machine.
@Component
public class TablePlanner {

    public static final int LEAST = 6;
    public static final int MOST = 200;
    public static final int SMALLEST_TABLE = 3;
    public static final int LARGEST_TABLE = 20;

    private static final Duration LONGEST = Duration.ofSeconds(2);
    private static final int STEPS = 3000;
    private static final int WITHOUT_GAIN = 800;

    private final SolverFactory<Hall> solvers = SolverFactory.create(new SolverConfig()
            .withSolutionClass(Hall.class)
            .withEntityClasses(Chair.class)
            .withConstraintProviderClass(SeatingRules.class)
            .withRandomSeed(1L)
            .withTerminationConfig(new TerminationConfig().withSpentLimit(LONGEST))
            .withPhases(
                    new ConstructionHeuristicPhaseConfig()
                            .withConstructionHeuristicType(ConstructionHeuristicType.FIRST_FIT),
                    new LocalSearchPhaseConfig()
                            .withLocalSearchType(LocalSearchType.LATE_ACCEPTANCE)
                            .withTerminationConfig(new TerminationConfig()
                                    .withStepCountLimit(STEPS)
                                    .withUnimprovedStepCountLimit(WITHOUT_GAIN))));

    /// @param size how many fit at one table
    /// @param fixed at which table somebody was put by hand
    /// @return the table of each invitation, counted from 1
    public Map<UUID, Integer> plan(List<Guest> guests, int size, Map<UUID, Integer> fixed) {
        int tables = Math.max(
                (guests.size() + size - 1) / size,
                fixed.values().stream().mapToInt(Integer::intValue).max().orElse(1));
        var chairs = guests.stream()
                .sorted(Comparator.comparing(Guest::id))
                .map(it -> new Chair(it, fixed.get(it.id()), fixed.containsKey(it.id())))
                .toList();
        var hall = new Hall(IntStream.rangeClosed(1, tables).boxed().toList(), chairs);
        var seated = new LinkedHashMap<UUID, Integer>();
        for (var chair : solvers.buildSolver().solve(hall).chairs()) {
            var table = chair.getTable();
            if (table != null) seated.put(chair.getId(), table);
        }
        return seated;
    }
}
