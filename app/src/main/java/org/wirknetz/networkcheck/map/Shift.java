package org.wirknetz.networkcheck.map;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wirknetz.networkcheck.Member;
import org.wirknetz.networkcheck.Snapshot;
import org.wirknetz.networkcheck.TieRecord;

/// What is different between two days: pairs that are tied now and were not, pairs that were and are no
/// longer, and organisations that came or left.
///
/// @param came new ties, and with them those of organisations that came
/// @param gone ties that ended, and with them those of organisations that left
public record Shift(
        LocalDate since, LocalDate day, List<Change> came, List<Change> gone, List<Member> joined, List<Member> left) {

    /// @param kinds keys of the kinds of tie between the two, on the day on which there were any
    /// @param on since when, or until when; null where nobody has written a day
    public record Change(
            Member one,
            Member other,
            List<String> kinds,
            @Nullable LocalDate on) {
        public Pair pair() {
            return new Pair(one.id(), other.id());
        }
    }

    public Shift {
        came = List.copyOf(came);
        gone = List.copyOf(gone);
        joined = List.copyOf(joined);
        left = List.copyOf(left);
    }

    public static Shift between(Snapshot before, Snapshot now) {
        var then = pairs(before);
        var today = pairs(now);
        return new Shift(
                before.asOf(),
                now.asOf(),
                changes(today, then, now.byId(), true),
                changes(then, today, before.byId(), false),
                only(now, before),
                only(before, now));
    }

    private static Map<Pair, List<TieRecord>> pairs(Snapshot snapshot) {
        var pairs = new HashMap<Pair, List<TieRecord>>();
        for (var tie : snapshot.ties())
            pairs.computeIfAbsent(Pair.of(tie), it -> new ArrayList<>()).add(tie);
        return pairs;
    }

    private static List<Change> changes(
            Map<Pair, List<TieRecord>> here,
            Map<Pair, List<TieRecord>> there,
            Map<UUID, Member> members,
            boolean came) {
        var changes = new ArrayList<Change>();
        here.forEach((pair, ties) -> {
            if (there.containsKey(pair)) return;
            var one = Objects.requireNonNull(members.get(pair.one()));
            var other = Objects.requireNonNull(members.get(pair.other()));
            var days = ties.stream().map(it -> came ? it.start() : it.end()).filter(Objects::nonNull);
            var on = came ? days.min(LocalDate::compareTo) : days.max(LocalDate::compareTo);
            var kinds =
                    List.copyOf(new TreeSet<>(ties.stream().map(TieRecord::kind).toList()));
            boolean ordered = one.name().compareTo(other.name()) <= 0;
            changes.add(new Change(ordered ? one : other, ordered ? other : one, kinds, on.orElse(null)));
        });
        changes.sort(Comparator.comparing((Change it) -> it.one().name())
                .thenComparing(it -> it.other().name())
                .thenComparing(it -> it.pair().one())
                .thenComparing(it -> it.pair().other()));
        return changes;
    }

    private static List<Member> only(Snapshot here, Snapshot there) {
        var known = there.byId().keySet();
        return here.members().stream().filter(it -> !known.contains(it.id())).toList();
    }
}
