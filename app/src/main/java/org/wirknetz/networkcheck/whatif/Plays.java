package org.wirknetz.networkcheck.whatif;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.wirknetz.analysis.Display;
import org.wirknetz.analysis.Reciprocity;
import org.wirknetz.networkcheck.Acquaintances;
import org.wirknetz.networkcheck.Checks;
import org.wirknetz.networkcheck.Chronicle;
import org.wirknetz.networkcheck.Chronicles;
import org.wirknetz.networkcheck.Contributed;
import org.wirknetz.networkcheck.Findings;
import org.wirknetz.networkcheck.Member;
import org.wirknetz.networkcheck.Snapshot;
import org.wirknetz.networkcheck.Work;
import org.wirknetz.networkcheck.Works;
import org.wirknetz.platform.NetworkId;
import org.wirknetz.platform.Scope;

/// Plays the network in scope. What is known of today is worked out once for a state of the data and a day;
/// a new state takes the place of the old, and only a few networks are kept.
@Component
public class Plays {

    private static final int KEPT = 8;

    private static final int KEPT_PLAYED = 16;

    private final Chronicles chronicles;
    private final Works works;
    private final Checks checks;
    private final Contributed contributed;

    /// @param known who knows whom today
    private record Today(
            Chronicle chronicle,
            LocalDate day,
            Work work,
            Findings found,
            Acquaintances known,
            Map<UUID, Integer> resting,
            Reciprocity given,
            Map<Reading, Display> readings) {}

    private final Map<NetworkId, Today> kept = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<NetworkId, Today> eldest) {
            return size() > KEPT;
        }
    };

    private record Played(NetworkId network, Snapshot snapshot) {}

    /// What was found in the plays asked for last: where the hand lets go the same is asked once more.
    private final Map<Played, Findings> played = new LinkedHashMap<>(KEPT_PLAYED, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Played, Findings> eldest) {
            return size() > KEPT_PLAYED;
        }
    };

    Plays(Chronicles chronicles, Works works, Checks checks, Contributed contributed) {
        this.chronicles = chronicles;
        this.works = works;
        this.checks = checks;
        this.contributed = contributed;
    }

    /// A play beside today.
    ///
    /// @param resting how many ties of today rest on a person alone; without those on whom none does
    /// @param known who would know whom
    public record Answer(
            Scene scene,
            Map<UUID, Integer> resting,
            Findings today,
            Findings played,
            Acquaintances known,
            Map<Reading, Display> now,
            Map<Reading, Display> then) {
        public Answer {
            resting = Map.copyOf(resting);
            now = Map.copyOf(now);
            then = Map.copyOf(then);
        }
    }

    /// @param mayLeave of whom the one who asks may see what rests on them
    public Answer of(Play play, LocalDate day, Predicate<UUID> mayLeave) {
        var today = today(day);
        var scene = new Enacting(today.chronicle(), day, today.work(), today.known(), mayLeave).of(play);
        if (scene.play().steps().isEmpty())
            return new Answer(
                    scene,
                    today.resting(),
                    today.found(),
                    today.found(),
                    today.known(),
                    today.readings(),
                    today.readings());
        var found = found(scene.snapshot(), today);
        var known = known(scene, today, day);
        var given = scene.gone().isEmpty() ? today.given() : contributed.reciprocity(day, scene.snapshot());
        return new Answer(
                scene,
                today.resting(),
                today.found(),
                found,
                known,
                today.readings(),
                readings(today.chronicle(), found, today.found(), scene.work(), known, given, today.work()));
    }

    /// Findings follow from the snapshot alone, so whoever has the same one need not look again. Where only people come
    /// or
    /// go it is that of today.
    private Findings found(Snapshot snapshot, Today today) {
        if (snapshot.equals(today.found().snapshot())) return today.found();
        var asked = new Played(Scope.current().requireNetwork(), snapshot);
        synchronized (played) {
            var known = played.get(asked);
            if (known != null) return known;
        }
        var found = Findings.of(snapshot);
        synchronized (played) {
            played.put(asked, found);
        }
        return found;
    }

    private static Acquaintances known(Scene scene, Today today, LocalDate day) {
        if (!scene.changesPeople()) return today.known();
        var here = scene.snapshot().members().stream().map(Member::id).collect(Collectors.toSet());
        return Acquaintances.of(scene.work(), here, day);
    }

    /// @param beside the check of today
    /// @param whole the work of today, with everybody
    static Map<Reading, Display> readings(
            Chronicle chronicle,
            Findings found,
            Findings beside,
            Work work,
            Acquaintances known,
            Reciprocity given,
            Work whole) {
        var day = found.snapshot().asOf();
        return new Readings(
                        found,
                        beside,
                        work,
                        chronicle.targetsOn(day),
                        known,
                        given,
                        whole.functionsOn(day).size())
                .all();
    }

    private Today today(LocalDate day) {
        var network = Scope.current().requireNetwork();
        var chronicle = chronicles.current();
        synchronized (kept) {
            var known = kept.get(network);
            if (known != null
                    && known.chronicle().version() == chronicle.version()
                    && known.day().equals(day)) return known;
        }
        var work = works.current();
        var found = checks.of(chronicle, day, true);
        var snapshot = found.snapshot();
        var known = Acquaintances.of(work, snapshot.byId().keySet(), day);
        var resting = new HashMap<UUID, Integer>();
        known.carrying(found.graph())
                .lostWith()
                .forEach((person, ties) -> resting.put(UUID.fromString(person), ties.size()));
        var given = contributed.reciprocity(day, snapshot);
        var read = new Today(
                chronicle,
                day,
                work,
                found,
                known,
                resting,
                given,
                readings(chronicle, found, found, work, known, given, work));
        synchronized (kept) {
            kept.put(network, read);
        }
        return read;
    }
}
