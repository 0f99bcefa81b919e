package org.wirknetz.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.wirknetz.demo.DemoNetwork.Activity;
import org.wirknetz.demo.DemoNetwork.Contribution;
import org.wirknetz.demo.DemoNetwork.Membership;
import org.wirknetz.demo.DemoNetwork.Status;
import org.wirknetz.demo.DemoNetwork.Tie;

/// What members give each other along their ties, and how often each puts an item, speaks, leads or calls a meeting.
final class DrawnDeeds {
    private static final int RETURN_EARLIEST = 20;
    private static final int RETURN_LATEST = 150;

    private final Setting setting;
    private final Draw draw;

    DrawnDeeds(Setting setting) {
        this.setting = setting;
        this.draw = setting.draw();
    }

    List<Contribution> contributions(List<Tie> ties) {
        var result = new ArrayList<Contribution>();
        for (var row : setting.rows("contributions.csv"))
            result.add(new Contribution(
                    setting.id("contribution", "told/" + result.size()),
                    row.text("giver"),
                    row.text("receiver"),
                    row.text("kind"),
                    row.text("effort"),
                    row.whole("hours"),
                    row.yes("requested"),
                    row.day("date")));
        int wanted = result.size() + setting.whole("contributions");
        while (result.size() < wanted) {
            var date = draw.day(setting.start(), setting.until());
            // The pair of S2 gives and takes only what its file says.
            var tie = draw.pick(ties.stream()
                    .filter(it -> it.term().holds(date) && !"S2".equals(it.story()))
                    .toList());
            boolean turned = draw.chance(0.5);
            var effort = draw.weighted("effort");
            result.add(drawn(tie, turned, effort, date, result.size()));
            var back = date.plusDays(draw.between(RETURN_EARLIEST, RETURN_LATEST));
            boolean returned = draw.weighted("contribution-returned").equals("yes");
            if (returned && result.size() < wanted && tie.term().holds(back) && back.isBefore(setting.until()))
                result.add(drawn(tie, !turned, effort, back, result.size()));
        }
        result.sort(Comparator.comparing(Contribution::date));
        return List.copyOf(result);
    }

    private Contribution drawn(Tie tie, boolean turned, String effort, LocalDate date, int number) {
        var hours = DataFile.rows("contribution-hours.csv").stream()
                .filter(row -> row.text("effort").equals(effort))
                .findFirst()
                .orElseThrow();
        return new Contribution(
                setting.id("contribution", "drawn/" + number),
                turned ? tie.to() : tie.from(),
                turned ? tie.from() : tie.to(),
                draw.pick(DataFile.rows("contribution-kinds.csv")).text("key"),
                effort,
                draw.between(hours.whole("minimum"), hours.whole("maximum")),
                draw.weighted("requested").equals("yes"),
                date);
    }

    List<Activity> activities(List<Membership> memberships, String coordinator) {
        var closed = setting.story("S1", "alliance");
        var closedFrom = setting.story("S1", "from");
        var result = new ArrayList<Activity>();
        for (var quarter = setting.start(); quarter.isBefore(setting.until()); quarter = quarter.plusMonths(3)) {
            var first = quarter;
            var present = memberships.stream()
                    .filter(it -> it.status() == Status.ACTIVE && it.term().holds(first))
                    .map(Membership::organisation)
                    .filter(it -> !closed.contains(it) || first.toString().compareTo(closedFrom.getFirst()) < 0)
                    .toList();
            var end = quarter.plusMonths(3).isBefore(setting.until()) ? quarter.plusMonths(3) : setting.until();
            for (var kind : setting.rows("activity-kinds.csv")) {
                var weight = present.stream()
                        .mapToDouble(it -> it.equals(coordinator) ? kind.number("coordinator_weight") : 1)
                        .toArray();
                for (int i = 0; i < kind.whole("per_quarter"); i++)
                    result.add(new Activity(
                            setting.id("activity", Integer.toString(result.size())),
                            draw.pick(present, weight),
                            kind.text("key"),
                            draw.day(quarter, end),
                            1));
            }
        }
        result.sort(Comparator.comparing(Activity::date));
        return List.copyOf(result);
    }
}
