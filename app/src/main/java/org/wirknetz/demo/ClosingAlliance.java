package org.wirknetz.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.wirknetz.demo.DemoNetwork.Organisation;

/// Story S1: from a given quarter on, some members form a circle of their own. Every pair among them gets a
/// tie within
/// two quarters; their ties to others are halved each quarter until only the bridges named in the files are left.
final class ClosingAlliance {
    private final Draw draw;
    private final List<String> members;
    private final List<GrowingTie> ties;
    private final LocalDate from;
    private final int bridges;
    private final List<String> guests;

    ClosingAlliance(Setting setting, List<GrowingTie> ties) {
        this.draw = setting.draw();
        this.ties = ties;
        members = setting.story("S1", "alliance");
        from = setting.story("S1", "from").stream()
                .map(LocalDate::parse)
                .findFirst()
                .orElse(LocalDate.MAX);
        bridges = setting.story("S1", "bridges").stream()
                .mapToInt(Integer::parseInt)
                .sum();
        guests = setting.rows("memberships.csv").stream()
                .filter(row -> row.text("status").equals("GUEST"))
                .map(row -> row.text("organisation"))
                .toList();
    }

    /// Once the circle closes, chance no longer touches its ties.
    boolean touches(GrowingTie tie, LocalDate quarter) {
        return !quarter.isBefore(from) && (members.contains(tie.from) || members.contains(tie.to));
    }

    boolean forbids(Organisation one, Organisation other, LocalDate quarter) {
        return !quarter.isBefore(from) && (members.contains(one.key()) || members.contains(other.key()));
    }

    void close(LocalDate quarter, LocalDate next) {
        if (quarter.isBefore(from)) return;
        tightenInside(quarter, next);
        loosenOutside(quarter, next);
    }

    private void tightenInside(LocalDate quarter, LocalDate next) {
        boolean first = quarter.equals(from);
        var missing = new ArrayList<List<String>>();
        for (int i = 0; i < members.size(); i++)
            for (int j = i + 1; j < members.size(); j++) {
                var one = members.get(i);
                var other = members.get(j);
                if (ties.stream().noneMatch(tie -> tie.open() && tie.joins(one, other)))
                    missing.add(List.of(one, other));
            }
        int now = first ? (missing.size() + 1) / 2 : missing.size();
        for (var pair : missing.subList(0, now))
            ties.add(new GrowingTie(pair.getFirst(), pair.getLast(), draw.day(quarter, next), draw, "S1-inside"));
    }

    private void loosenOutside(LocalDate quarter, LocalDate next) {
        var outside = new ArrayList<>(draw.shuffled(ties.stream()
                .filter(GrowingTie::open)
                .filter(tie -> members.contains(tie.from) != members.contains(tie.to))
                .toList()));
        // Guests first: they are outside the boundary, and the halving must show inside it. Bridges last.
        outside.sort(Comparator.comparingInt(this::order));
        int kept = Math.max(bridges, (outside.size() + 1) / 2);
        outside.subList(0, Math.max(0, outside.size() - kept)).forEach(tie -> tie.end(draw.day(quarter, next)));
    }

    private int order(GrowingTie tie) {
        if (tie.told("S1-bridge")) return 2;
        return guests.contains(tie.from) || guests.contains(tie.to) ? 0 : 1;
    }
}
