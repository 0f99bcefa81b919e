package org.wirknetz.networkcheck;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.wirknetz.analysis.Effort;
import org.wirknetz.networkcheck.course.Backlog;
import org.wirknetz.networkcheck.course.Course;
import org.wirknetz.networkcheck.course.Courses;
import org.wirknetz.networkcheck.course.Gauge;
import org.wirknetz.platform.NetworkId;
import org.wirknetz.platform.Scope;

/// Checks of the network in scope. Each is computed once for a state of the data and a day, and kept while it
/// is among the last few asked for. The history of a large network is worked out beside the requests.
@Component
public class Checks implements AutoCloseable {

    private static final int KEPT = 64;

    /// Up to this size the history is there at once.
    private static final int AT_ONCE = 200;

    private enum Kind {
        FINDINGS,
        COURSES
    }

    private record Question(Kind kind, NetworkId network, long version, LocalDate asOf, boolean coordinator) {}

    private record Standing(NetworkId network, LocalDate asOf, boolean coordinator) {}

    private final Map<Question, Object> kept = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Question, Object> eldest) {
            return size() > KEPT;
        }
    };

    private final Backlog<Standing, Map<Gauge, Course>> backlog = new Backlog<>();

    public Findings of(Chronicle chronicle, LocalDate asOf, boolean coordinator) {
        return (Findings) kept(Kind.FINDINGS, chronicle, asOf, coordinator, () -> {
            var snapshot = chronicle.asOf(asOf);
            return Findings.of(coordinator ? snapshot : snapshot.withoutCoordinator());
        });
    }

    /// The values through the quarters. For a large network what was finished last, and how far the newest is.
    @SuppressWarnings("unchecked")
    public Backlog.State<Map<Gauge, Course>> courses(Chronicle chronicle, LocalDate asOf, boolean coordinator) {
        if (chronicle.members().size() <= AT_ONCE) {
            var now = (Map<Gauge, Course>) kept(
                    Kind.COURSES,
                    chronicle,
                    asOf,
                    coordinator,
                    () -> Courses.of(chronicle, asOf, coordinator, Effort.threads(1)));
            return new Backlog.State<>(Optional.of(now), 1);
        }
        return backlog.ask(
                new Standing(Scope.current().requireNetwork(), asOf, coordinator),
                chronicle.version(),
                effort -> Courses.of(chronicle, asOf, coordinator, effort));
    }

    private Object kept(
            Kind kind, Chronicle chronicle, LocalDate asOf, boolean coordinator, Supplier<Object> computed) {
        var question = new Question(kind, Scope.current().requireNetwork(), chronicle.version(), asOf, coordinator);
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

    @Override
    public void close() {
        backlog.close();
    }
}
