package org.wirknetz.networkcheck;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wirknetz.analysis.Inequality;

/// How evenly the chances to be heard are spread (domain: M2; German: *gleichwertige Stellung*): items put on an
/// agenda,
/// slots to speak, meetings housed within twelve months, and groups led on the day.
///
/// @param byMember how many each organisation of the network had, 0 included
/// @param coordinator how many of them the coordination office had
/// @param unsigned items and meetings of which nobody has said whose they were
public record Voice(Map<UUID, Integer> byMember, int coordinator, int unsigned) {

    public Voice {
        byMember = Map.copyOf(byMember);
    }

    public static Voice of(Work work, Collection<Member> members, LocalDate day) {
        var held = work.heldInYearTo(day);
        var ids = held.stream().map(Work.Gathering::id).collect(Collectors.toSet());
        var items =
                work.items().stream().filter(it -> ids.contains(it.gathering())).toList();
        var whose = Stream.of(
                        items.stream().map(Work.Item::proposer),
                        items.stream().map(Work.Item::speaker).filter(java.util.Objects::nonNull),
                        held.stream().map(Work.Gathering::host),
                        leads(work, day))
                .flatMap(it -> it.map(java.util.Optional::ofNullable))
                .toList();
        var counts = new HashMap<UUID, Integer>();
        members.forEach(it -> counts.put(it.id(), 0));
        int unsigned = 0;
        for (var one : whose) {
            if (one.isEmpty()) unsigned++;
            else if (counts.containsKey(one.get())) counts.merge(one.get(), 1, Integer::sum);
        }
        return new Voice(
                counts,
                members.stream()
                        .filter(Member::coordinator)
                        .mapToInt(it -> counts.getOrDefault(it.id(), 0))
                        .sum(),
                unsigned);
    }

    private static Stream<@Nullable UUID> leads(Work work, LocalDate day) {
        var open = work.bodiesOn(day).stream().map(Work.Body::id).collect(Collectors.toSet());
        return work.placesOn(day).stream()
                .filter(it -> it.part().equals("LEAD") && open.contains(it.body()))
                .map(Work.Place::organisation);
    }

    public int all() {
        return byMember.values().stream().mapToInt(Integer::intValue).sum();
    }

    /// Organisations that had none.
    public List<UUID> silent() {
        return byMember.entrySet().stream()
                .filter(it -> it.getValue() == 0)
                .map(Map.Entry::getKey)
                .toList();
    }

    /// Gini, its correction for few, and evenness over all members.
    public Inequality inequality() {
        return Inequality.of(
                byMember.values().stream().mapToInt(Integer::intValue).toArray());
    }
}
