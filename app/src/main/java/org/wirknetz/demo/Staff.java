package org.wirknetz.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.wirknetz.demo.DemoNetwork.Level;
import org.wirknetz.demo.DemoNetwork.Person;
import org.wirknetz.demo.DemoNetwork.Position;
import org.wirknetz.demo.DemoNetwork.RoleChange;

/// Who works where and who follows whom: answers which person speaks for an organisation, and for how long.
record Staff(List<Person> people, List<Position> positions, List<RoleChange> changes) {

    List<Position> of(String organisation, LocalDate day) {
        return positions.stream()
                .filter(it ->
                        it.organisation().equals(organisation) && it.term().holds(day))
                .toList();
    }

    /// The people of that level on that day, else whoever is there, else the next to come.
    List<Position> candidates(String organisation, Level level, LocalDate day) {
        var present = of(organisation, day);
        var fitting = present.stream().filter(it -> it.level() == level).toList();
        if (!fitting.isEmpty()) return fitting;
        if (!present.isEmpty()) return present;
        return positions.stream()
                .filter(it -> it.organisation().equals(organisation)
                        && it.term().end().isAfter(day))
                .min(Comparator.comparing(it -> it.term().from()))
                .map(List::of)
                .orElseThrow();
    }

    /// The stretches of `wanted` during which this person, and then each successor, is there.
    List<Position> carried(Position first, Term wanted) {
        var result = new ArrayList<Position>();
        var holder = first;
        while (true) {
            var one = holder;
            one.term()
                    .within(wanted)
                    .ifPresent(term -> result.add(
                            new Position(one.id(), one.person(), one.organisation(), one.title(), one.level(), term)));
            var next = changes.stream()
                    .filter(it -> it.predecessor().equals(one.person())
                            && it.organisation().equals(one.organisation()))
                    .findFirst();
            if (next.isEmpty()) return result;
            holder = positions.stream()
                    .filter(it -> it.person().equals(next.get().successor())
                            && it.organisation().equals(one.organisation()))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
