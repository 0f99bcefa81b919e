package org.wirknetz.networkcheck;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.wirknetz.analysis.Effort;
import org.wirknetz.networkcheck.check.Indispensable;
import org.wirknetz.networkcheck.check.NamedGroup;
import org.wirknetz.networkcheck.course.Backlog;
import org.wirknetz.networkcheck.course.Course;
import org.wirknetz.networkcheck.course.Courses;
import org.wirknetz.networkcheck.course.Followed;
import org.wirknetz.networkcheck.course.Gauge;
import org.wirknetz.networkcheck.course.Tallies;
import org.wirknetz.networkcheck.course.Tally;
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
        HISTORY
    }

    /// What is followed through the quarters.
    ///
    /// @param groups named beforehand, of the last day; what takes long to find out is found out with the rest
    /// @param indispensable the fewest without whom the network falls apart; empty while nobody has looked
    public record History(
            Map<Gauge, Course> structure,
            Map<Tally, Followed> tallies,
            List<NamedGroup> groups,
            Optional<Indispensable> indispensable) {
        public static final History NONE = new History(Map.of(), Map.of(), List.of(), Optional.empty());
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

    private final Backlog<Standing, History> backlog = new Backlog<>();

    private final Works works;
    private final Contributed contributed;

    Checks(Works works, Contributed contributed) {
        this.works = works;
        this.contributed = contributed;
    }

    public Findings of(Chronicle chronicle, LocalDate asOf, boolean coordinator) {
        return (Findings) kept(Kind.FINDINGS, chronicle, asOf, coordinator, () -> {
            var snapshot = chronicle.asOf(asOf);
            return Findings.of(coordinator ? snapshot : snapshot.withoutCoordinator());
        });
    }

    /// The values through the quarters. For a large network what was finished last, and how far the newest is.
    public Backlog.State<History> history(Chronicle chronicle, LocalDate asOf, boolean coordinator) {
        if (isSmall(chronicle)) {
            var now = (History) kept(
                    Kind.HISTORY,
                    chronicle,
                    asOf,
                    coordinator,
                    () -> history(
                            chronicle, works.current(), contributed.gifts(), asOf, coordinator, Effort.threads(1)));
            return new Backlog.State<>(Optional.of(now), 1, false);
        }
        var work = works.current();
        var gifts = contributed.gifts();
        return backlog.ask(
                standing(asOf, coordinator),
                chronicle.version(),
                effort -> history(chronicle, work, gifts, asOf, coordinator, effort));
    }

    /// Ends what is being worked out for the network in scope; it stays as it was until somebody wants it again or the
    /// data change.
    public void stop(LocalDate asOf, boolean coordinator) {
        backlog.stop(standing(asOf, coordinator), works.version());
    }

    /// What was stopped may be worked out after all.
    public void resume(LocalDate asOf, boolean coordinator) {
        backlog.resume(standing(asOf, coordinator));
    }

    private static boolean isSmall(Chronicle chronicle) {
        return chronicle.members().size() <= AT_ONCE;
    }

    private static Standing standing(LocalDate asOf, boolean coordinator) {
        return new Standing(Scope.current().requireNetwork(), asOf, coordinator);
    }

    private static History history(
            Chronicle chronicle, Work work, List<Gift> gifts, LocalDate asOf, boolean coordinator, Effort effort) {
        var tallies = Tallies.of(chronicle, work, gifts, asOf, coordinator, effort);
        var whole = chronicle.asOf(asOf);
        var snapshot = coordinator ? whole : whole.withoutCoordinator();
        return new History(
                Courses.of(chronicle, asOf, coordinator, effort),
                tallies,
                named(snapshot, effort),
                Optional.of(Indispensable.of(snapshot.graph(), effort)));
    }

    private static List<NamedGroup> named(Snapshot snapshot, Effort effort) {
        var kinds = new HashMap<String, List<String>>();
        var areas = new HashMap<String, List<String>>();
        for (var member : snapshot.members()) {
            var id = member.id().toString();
            member.groups()
                    .forEach(it -> kinds.computeIfAbsent(it, group -> new ArrayList<>())
                            .add(id));
            areas.computeIfAbsent(member.area(), area -> new ArrayList<>()).add(id);
        }
        return NamedGroup.of(snapshot.graph(), kinds, areas, effort);
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
            // An older version is never asked for again, and each holds a whole network.
            kept.keySet().removeIf(it -> it.network().equals(question.network()) && it.version() < question.version());
            kept.put(question, answer);
        }
        return answer;
    }

    @Override
    public void close() {
        backlog.close();
    }
}
