package org.wirknetz.networkcheck;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wirknetz.analysis.Graph;
import org.wirknetz.analysis.PersonalContacts;
import org.wirknetz.analysis.PersonalContacts.Actor;
import org.wirknetz.analysis.PersonalContacts.Contact;
import org.wirknetz.analysis.PersonalContacts.Level;

/// Who knows whom across organisations on a day (domain: M7, M8): people who sit in one group, or were at one
/// meeting in the twelve months before.
/// A plenary, and a round of more than [#LARGEST_ROUND] people, makes nobody acquainted.
///
/// @param all every contact
/// @param levelled contacts of people whose level is known on both sides, for the question who reaches whom
/// @param byBody the levelled contacts within each group
/// @param people who sits or was anywhere
/// @param withoutLevel those of them of whom nobody has said the level
public record Acquaintances(
        PersonalContacts all,
        PersonalContacts levelled,
        Map<Work.Body, PersonalContacts> byBody,
        int people,
        int withoutLevel) {

    public static final int LARGEST_ROUND = 25;

    private record Seated(UUID person, UUID organisation) {}

    /// @param members organisations that belong to the network on the day
    public static Acquaintances of(Work work, Set<UUID> members, LocalDate day) {
        var levels = levels(work, day);
        var rounds = new HashMap<Work.Body, Set<Seated>>();
        for (var body : work.bodiesOn(day)) {
            if (!body.plenary()) rounds.put(body, seated(work, body, members, day));
        }
        var all = new ArrayList<Set<Seated>>(rounds.values());
        all.addAll(met(work, members, day));
        var people = all.stream().flatMap(Collection::stream).collect(Collectors.toSet());
        return new Acquaintances(
                contacts(all, levels, false),
                contacts(all, levels, true),
                rounds.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, it -> contacts(List.of(it.getValue()), levels, true))),
                people.size(),
                (int) people.stream().filter(it -> levels.get(it) == null).count());
    }

    /// The contacts that carry a tie: those between organisations of which a tie is known. To sit in one
    /// group makes two people acquainted; it makes no tie between those who sent them
    /// (docs/decisions/0252).
    public PersonalContacts carrying(Snapshot snapshot) {
        return carrying(snapshot.graph());
    }

    /// @param graph the organisations and who is tied to whom
    public PersonalContacts carrying(Graph graph) {
        return all.among(pair -> graph.find(pair.one()).isPresent()
                && graph.find(pair.other()).isPresent()
                && graph.hasTie(graph.node(pair.one()), graph.node(pair.other())));
    }

    private static Map<Seated, @Nullable Level> levels(Work work, LocalDate day) {
        var levels = new HashMap<Seated, @Nullable Level>();
        for (var post : work.postsOn(day)) {
            if (post.level() != null) levels.putIfAbsent(new Seated(post.person(), post.organisation()), post.level());
        }
        return levels;
    }

    private static Set<Seated> seated(Work work, Work.Body body, Set<UUID> members, LocalDate day) {
        var seated = new HashSet<Seated>();
        for (var place : work.placesOn(day)) {
            if (place.body().equals(body.id()) && place.person() != null && members.contains(place.organisation()))
                seated.add(new Seated(place.person(), place.organisation()));
        }
        return seated;
    }

    private static Collection<Set<Seated>> met(Work work, Set<UUID> members, LocalDate day) {
        var held = work.heldInYearTo(day).stream()
                .filter(it -> !it.plenary())
                .map(Work.Gathering::id)
                .collect(Collectors.toSet());
        var there = new HashMap<UUID, Set<Seated>>();
        for (var one : work.attended()) {
            if (one.person() == null || !held.contains(one.gathering()) || !members.contains(one.organisation()))
                continue;
            there.computeIfAbsent(one.gathering(), it -> new HashSet<>())
                    .add(new Seated(one.person(), one.organisation()));
        }
        return there.values();
    }

    /// @param knownOnly leaves out people without a level; else they count as administration, which neither
    ///     leads nor operates
    private static PersonalContacts contacts(
            Collection<Set<Seated>> rounds, Map<Seated, @Nullable Level> levels, boolean knownOnly) {
        var contacts = new HashSet<Contact>();
        for (var round : rounds) {
            var there = round.stream()
                    .filter(it -> !knownOnly || levels.get(it) != null)
                    .map(it -> actor(it, levels.get(it)))
                    .toList();
            if (there.size() > LARGEST_ROUND) continue;
            for (int one = 0; one < there.size(); one++) {
                for (int other = one + 1; other < there.size(); other++)
                    contacts.add(new Contact(there.get(one), there.get(other)));
            }
        }
        return PersonalContacts.of(contacts);
    }

    private static Actor actor(Seated seated, @Nullable Level level) {
        return new Actor(
                seated.person().toString(),
                seated.organisation().toString(),
                level == null ? Level.ADMINISTRATION : level);
    }
}
