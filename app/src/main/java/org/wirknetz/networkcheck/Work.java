package org.wirknetz.networkcheck;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wirknetz.analysis.PersonalContacts.Level;

/// What people do in the network, as far as all of it may know: who works where, who sits in which
/// group. It is read from what the rooms show of themselves; nothing of it is kept here.
///
/// Groups that are for some alone are left out: what is confidential between some does not shape the picture
/// that all share (docs/decisions/0170).
public record Work(List<Post> posts, List<Function> functions, List<Body> bodies, List<Place> places) {

    public Work {
        posts = List.copyOf(posts);
        functions = List.copyOf(functions);
        bodies = List.copyOf(bodies);
        places = List.copyOf(places);
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

    /// A group. Everybody sits in a plenary, so sitting there together says nothing.
    public record Body(
            UUID id,
            String name,
            boolean plenary,
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
}
