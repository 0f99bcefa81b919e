package org.wirknetz.networkcheck;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wirknetz.analysis.PersonalContacts.Level;

/// What people do in the network, as far as all of it may know: who works where, who sits in which
/// group, which meetings there were, whose tasks are open. It is read from what the rooms show of themselves; nothing
/// of it is kept here.
///
/// Groups and meetings that are for some alone are left out: what is confidential between some does not shape the
/// picture
/// that all share (docs/decisions/0170).
public record Work(
        List<Post> posts,
        List<Function> functions,
        List<Body> bodies,
        List<Place> places,
        List<Gathering> gatherings,
        List<Attended> attended,
        List<Item> items,
        List<Task> tasks,
        List<Proof> proofs) {

    public Work {
        posts = List.copyOf(posts);
        functions = List.copyOf(functions);
        bodies = List.copyOf(bodies);
        places = List.copyOf(places);
        gatherings = List.copyOf(gatherings);
        attended = List.copyOf(attended);
        items = List.copyOf(items);
        tasks = List.copyOf(tasks);
        proofs = List.copyOf(proofs);
    }

    /// Somebody works or speaks for an organisation. `[from, to)`
    ///
    /// @param level null where nobody has said it
    public record Post(
            UUID person,
            UUID organisation,
            @Nullable Level level,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    /// A key function of the network and who holds it. `[from, to)`
    ///
    /// @param deputy who stands in; null where nobody does
    public record Function(
            String name,
            UUID person,
            UUID organisation,
            @Nullable UUID deputy,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    /// A group. Everybody sits in a plenary, so sitting there together says nothing; leaders sit in a steering group by
    /// its
    /// task.
    public record Body(
            UUID id,
            String name,
            boolean plenary,
            boolean steering,
            LocalDate foundedOn,
            @Nullable LocalDate closedOn) {}

    /// Somebody sits in a group for an organisation. `[since, until)`
    public record Place(
            UUID body,
            UUID organisation,
            @Nullable UUID person,
            String part,
            LocalDate since,
            @Nullable LocalDate until) {}

    /// A meeting that was called.
    ///
    /// @param body the group that meets; null for one of the whole network
    /// @param cancelled called off
    /// @param host the organisation that houses it; null where nobody has said
    public record Gathering(
            UUID id,
            String title,
            @Nullable UUID body,
            boolean plenary,
            LocalDate on,
            boolean cancelled,
            @Nullable UUID host) {}

    /// An organisation was there, by this person where one is named.
    public record Attended(
            UUID gathering, UUID organisation, @Nullable UUID person) {}

    /// Something on the agenda of a meeting: who wanted it, and who spoke.
    public record Item(
            UUID gathering,
            @Nullable UUID proposer,
            @Nullable UUID speaker) {}

    /// A task. It is known only since when it is over, so one that was not given yet on a day of the past counts for
    /// it.
    ///
    /// @param owner the organisation with which it lies
    /// @param overOn done or dropped; null while it is open
    public record Task(@Nullable UUID owner, @Nullable LocalDate overOn) {

        boolean openOn(LocalDate day) {
            return overOn == null || overOn.isAfter(day);
        }
    }

    /// A partner has told that its work is anchored inside it. `[on, until)`
    public record Proof(UUID organisation, Anchoring.Sign kind, LocalDate on, LocalDate until) {}

    static boolean holds(@Nullable LocalDate from, @Nullable LocalDate to, LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || day.isBefore(to));
    }

    public List<Post> postsOn(LocalDate day) {
        return posts.stream().filter(it -> holds(it.from(), it.to(), day)).toList();
    }

    public List<Function> functionsOn(LocalDate day) {
        return functions.stream().filter(it -> holds(it.from(), it.to(), day)).toList();
    }

    public List<Body> bodiesOn(LocalDate day) {
        return bodies.stream()
                .filter(it -> holds(it.foundedOn(), it.closedOn(), day))
                .toList();
    }

    public List<Place> placesOn(LocalDate day) {
        return places.stream().filter(it -> holds(it.since(), it.until(), day)).toList();
    }

    /// Meetings that took place in the twelve months up to the day.
    public List<Gathering> heldInYearTo(LocalDate day) {
        return calledInYearTo(day).stream().filter(it -> !it.cancelled()).toList();
    }

    /// The same with those that were called off.
    public List<Gathering> calledInYearTo(LocalDate day) {
        var first = day.minusYears(1);
        return gatherings.stream()
                .filter(it -> it.on().isAfter(first) && !it.on().isAfter(day))
                .toList();
    }
}
