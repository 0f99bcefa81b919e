package org.wirknetz.networkcheck;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How much of the network's work the coordination office carries itself (domain: M9; capabilities F11, German:
/// *Steuerungsquote*): meetings and items of agendas of twelve months, groups led and tasks open on the day.
///
/// @param kinds one for each kind of work, in this order; those of which there is none are left out
public record Steering(List<Kind> kinds) {

    /// @param key of the words `networkcheck.steering.kind.…`
    /// @param office what the coordination office called, put, leads or has to do
    /// @param all of which it is known whose they are
    /// @param unsigned of which it is not
    public record Kind(String key, int office, int all, int unsigned) {}

    public Steering {
        kinds = List.copyOf(kinds);
    }

    /// @param offices the coordination office; nobody where there is none
    public static Steering of(Work work, Set<UUID> offices, LocalDate day) {
        var held = work.heldInYearTo(day);
        var ids = held.stream().map(Work.Gathering::id).collect(Collectors.toSet());
        var open = work.bodiesOn(day).stream().map(Work.Body::id).collect(Collectors.toSet());
        var kinds = new ArrayList<Kind>();
        count(
                kinds,
                "meetings",
                offices,
                held.stream().map(Work.Gathering::host).toList());
        count(
                kinds,
                "items",
                offices,
                work.items().stream()
                        .filter(it -> ids.contains(it.gathering()))
                        .map(Work.Item::proposer)
                        .toList());
        count(
                kinds,
                "leads",
                offices,
                work.placesOn(day).stream()
                        .filter(it -> it.part().equals("LEAD") && open.contains(it.body()))
                        .map(Work.Place::organisation)
                        .toList());
        count(
                kinds,
                "tasks",
                offices,
                work.tasks().stream()
                        .filter(it -> it.openOn(day))
                        .map(Work.Task::owner)
                        .toList());
        return new Steering(kinds);
    }

    private static void count(List<Kind> kinds, String key, Set<UUID> offices, List<@Nullable UUID> whose) {
        if (whose.isEmpty()) return;
        var known = whose.stream().filter(Objects::nonNull).toList();
        kinds.add(new Kind(
                key,
                (int) known.stream().filter(offices::contains).count(),
                known.size(),
                whose.size() - known.size()));
    }

    public int office() {
        return sum(kinds.stream().map(Kind::office));
    }

    public int all() {
        return sum(kinds.stream().map(Kind::all));
    }

    public int unsigned() {
        return sum(kinds.stream().map(Kind::unsigned));
    }

    private static int sum(Stream<Integer> counts) {
        return counts.mapToInt(Integer::intValue).sum();
    }
}
