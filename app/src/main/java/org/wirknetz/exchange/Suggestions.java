package org.wirknetz.exchange;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.directory.WorkDone;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.Scope;

/// Favours suggested from work done (F1): one word makes a contribution of it or puts it away for good. Nobody is asked
/// twice about the same, and what one of the two has answered is answered.
@Component
@Transactional
public class Suggestions {

    private static final int DAYS = 180;

    private final List<WorkDone> rooms;
    private final Contributions contributions;
    private final JdbcClient db;
    private final Clock clock;

    Suggestions(List<WorkDone> rooms, Contributions contributions, JdbcClient db, Clock clock) {
        this.rooms = List.copyOf(rooms);
        this.contributions = contributions;
        this.db = db;
        this.clock = clock;
    }

    /// What names one piece of work and the two it is between.
    public record Key(String source, UUID record, UUID giver, UUID receiver) {
        static Key of(WorkDone.Deed deed) {
            return new Key(deed.source(), deed.record(), deed.giver(), deed.receiver());
        }
    }

    /// Not answered yet, the newest first.
    ///
    /// @param organisations one of the two is among them; empty for all
    @Transactional(readOnly = true)
    public List<WorkDone.Deed> open(Set<UUID> organisations) {
        var since = LocalDate.now(clock).minusDays(DAYS);
        var today = LocalDate.now(clock);
        var done = rooms.stream()
                .flatMap(room -> room.since(since, organisations).stream())
                .filter(it -> !it.giver().equals(it.receiver()) && !it.on().isAfter(today))
                .toList();
        if (done.isEmpty()) return List.of();
        var answered = answered(done);
        return done.stream()
                .filter(it -> !answered.contains(Key.of(it)))
                .sorted(Comparator.comparing(WorkDone.Deed::on)
                        .reversed()
                        .thenComparing(WorkDone.Deed::record)
                        .thenComparing(WorkDone.Deed::receiver))
                .toList();
    }

    /// @param receiverSays the receiver records it: then it needs no second word
    public ContributionId record(Key key, boolean receiverSays) {
        var deed = require(key);
        answer(key, true);
        return contributions.enter(
                deed.giver(),
                deed.receiver(),
                new ContributionTerms(deed.what(), Effort.MEDIUM.points(), null, true, false, deed.on()),
                receiverSays);
    }

    public void dismiss(Key key) {
        require(key);
        answer(key, false);
    }

    /// Only what a room stands for can be recorded, whatever a form says.
    private WorkDone.Deed require(Key key) {
        return open(Set.of(key.giver())).stream()
                .filter(it -> Key.of(it).equals(key))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private void answer(Key key, boolean recorded) {
        int written = db.sql("""
                        insert into exchange.suggestion_answer (network, source, record, giver, receiver, recorded)
                        values (platform.network(), ?, ?, ?, ?, ?) on conflict do nothing
                        """)
                .params(key.source(), key.record(), key.giver(), key.receiver(), recorded)
                .update();
        if (written == 0) throw new Refused("exchange.suggest.answered");
    }

    private Set<Key> answered(List<WorkDone.Deed> deeds) {
        return new HashSet<>(db.sql("""
                        select source, record, giver, receiver from exchange.suggestion_answer
                         where network = :network and record = any (cast(:records as uuid[]))
                        """)
                .param("network", Scope.current().requireNetwork().value())
                .param(
                        "records",
                        deeds.stream()
                                .map(it -> it.record().toString())
                                .distinct()
                                .collect(Collectors.joining(",", "{", "}")))
                .query(Key.class)
                .list());
    }
}
