package org.wirknetz.networkcheck.whatif;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.wirknetz.networkcheck.Work;

/// The work when people who are only imagined take their seats: each works for an organisation from the day
/// on, and sits in a group without a part of their own.
final class Joining {

    private Joining() {}

    static Work in(Work work, List<Scene.Joined> joined, LocalDate day) {
        if (joined.isEmpty()) return work;
        var posts = new ArrayList<>(work.posts());
        var places = new ArrayList<>(work.places());
        for (var one : joined) {
            var seat = one.seat();
            posts.add(new Work.Post(one.person(), seat.organisation(), seat.level(), day, null));
            places.add(new Work.Place(seat.body(), seat.organisation(), one.person(), "MEMBER", day, null));
        }
        return new Work(
                posts,
                work.functions(),
                work.bodies(),
                places,
                work.gatherings(),
                work.attended(),
                work.items(),
                work.tasks(),
                work.proofs());
    }
}
