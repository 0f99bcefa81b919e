package org.wirknetz.meetings.seating;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/// One table with its guests, and what can be said of it.
public record Table(int number, List<Guest> guests) {

    /// Two at one table.
    public record Pair(Guest one, Guest other) {}

    public Table {
        guests = List.copyOf(guests);
    }

    /// Who meets here for the first time, as far as the network knows.
    public List<Pair> firstMeetings() {
        return pairs(Guest::meetsFirst);
    }

    public List<Pair> sameOrganisation() {
        return pairs(Guest::sameOrganisation);
    }

    /// Who was to be kept apart and is not.
    public List<Pair> broken() {
        return pairs(Guest::keepsFrom);
    }

    public String brokenNames() {
        return broken().stream()
                .map(it -> it.one().name() + " – " + it.other().name())
                .collect(java.util.stream.Collectors.joining("; "));
    }

    public long groups() {
        return guests.stream().flatMap(it -> it.groups().stream()).distinct().count();
    }

    public long organisations() {
        return guests.stream()
                .map(Guest::organisation)
                .filter(java.util.Objects::nonNull)
                .distinct()
                .count();
    }

    public long levels() {
        return guests.stream()
                .map(Guest::level)
                .filter(it -> !it.isEmpty())
                .distinct()
                .count();
    }

    public int allPairs() {
        return guests.size() * (guests.size() - 1) / 2;
    }

    private List<Pair> pairs(BiPredicate<Guest, Guest> which) {
        var pairs = new ArrayList<Pair>();
        for (int i = 0; i < guests.size(); i++)
            for (int j = i + 1; j < guests.size(); j++)
                if (which.test(guests.get(i), guests.get(j))) pairs.add(new Pair(guests.get(i), guests.get(j)));
        return List.copyOf(pairs);
    }
}
