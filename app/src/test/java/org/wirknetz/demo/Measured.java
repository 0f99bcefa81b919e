package org.wirknetz.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.wirknetz.demo.DemoNetwork.TargetModel;
import org.wirknetz.demo.DemoNetwork.Tie;

/// The few formulas by which the stories are checked, written a second time and from the definitions.
record Measured(DemoNetwork network) {

    List<Tie> ties(LocalDate day) {
        return network.tiesOn(day).stream()
                .filter(tie -> network.member(tie.from(), day) && network.member(tie.to(), day))
                .toList();
    }

    long inside(List<String> circle, LocalDate day) {
        return count(day, tie -> circle.contains(tie.from()) && circle.contains(tie.to()));
    }

    long outside(List<String> circle, LocalDate day) {
        return count(day, tie -> circle.contains(tie.from()) != circle.contains(tie.to()));
    }

    /// Krackhardt and Stern 1988, counting only ties that touch the circle.
    double externalInternal(List<String> circle, LocalDate day) {
        double outside = outside(circle, day);
        double inside = inside(circle, day);
        return (outside - inside) / (outside + inside);
    }

    double externalShare(List<String> circle, LocalDate day) {
        double outside = outside(circle, day);
        return outside / (outside + inside(circle, day));
    }

    private long count(LocalDate day, Predicate<Tie> wanted) {
        return ties(day).stream().filter(wanted).count();
    }

    /// Weighted share of filled roles; surplus does not make up for gaps.
    double completeness(TargetModel target, LocalDate day) {
        double filled = 0;
        double all = 0;
        for (var role : target.roles()) {
            long present = network.organisations().stream()
                    .filter(it -> network.member(it.key(), day) && it.groups().contains(role.group()))
                    .filter(it -> role.area() == null || it.area().equals(role.area()))
                    .count();
            filled += role.weight() * Math.min(1.0, (double) present / role.minimum());
            all += role.weight();
        }
        return filled / all;
    }
}
