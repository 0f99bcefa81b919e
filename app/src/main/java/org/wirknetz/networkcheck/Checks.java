package org.wirknetz.networkcheck;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.wirknetz.platform.NetworkId;
import org.wirknetz.platform.Scope;

/// Checks of the network in scope. Each is computed once for a state of the data and a day, and kept while it
/// is among
/// the last few asked for.
@Component
public class Checks {

    private static final int KEPT = 64;
    private static final int QUARTERS = 12;
    private static final int MOST_FOR_HISTORY = 1500;

    private record Question(NetworkId network, long version, LocalDate asOf, boolean coordinator, boolean history) {}

    private final Map<Question, Object> kept = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Question, Object> eldest) {
            return size() > KEPT;
        }
    };

    public Findings of(Chronicle chronicle, LocalDate asOf, boolean coordinator) {
        return (Findings) kept(chronicle, asOf, coordinator, false, () -> {
            var snapshot = chronicle.asOf(asOf);
            return Findings.of(coordinator ? snapshot : snapshot.withoutCoordinator());
        });
    }

    /// The same check at the ends of the last quarters; empty where that would take too long.
    @SuppressWarnings("unchecked")
    public List<Findings> history(Chronicle chronicle, LocalDate asOf, boolean coordinator) {
        if (chronicle.members().size() > MOST_FOR_HISTORY) return List.of();
        return (List<Findings>) kept(
                chronicle,
                asOf,
                coordinator,
                true,
                () -> chronicle.quarters(asOf, QUARTERS).stream()
                        .map(day -> of(chronicle, day, coordinator))
                        .toList());
    }

    private Object kept(
            Chronicle chronicle, LocalDate asOf, boolean coordinator, boolean history, Supplier<Object> computed) {
        var question = new Question(Scope.current().requireNetwork(), chronicle.version(), asOf, coordinator, history);
        synchronized (kept) {
            var known = kept.get(question);
            if (known != null) return known;
        }
        var answer = computed.get();
        synchronized (kept) {
            kept.put(question, answer);
        }
        return answer;
    }
}
