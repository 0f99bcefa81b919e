package org.wirknetz.analysis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;

/// On whom the ties between organisations rest (M7, M8): contacts between persons who act for their
/// organisations.
///
/// Cost O(contacts). Shares are undefined where there is no pair with a contact.
public final class PersonalContacts {

    public enum Level {
        LEADERSHIP,
        OPERATIONAL,
        ADMINISTRATION
    }

    /// A person acting for an organisation at a level.
    public record Actor(String person, String organisation, Level level) {}

    /// Two persons of two organisations know each other or work together.
    public record Contact(Actor one, Actor other) {}

    /// Two organisations; `one` sorts before `other`.
    public record Pair(String one, String other) {}

    private final Map<Pair, List<Contact>> byPair;

    private PersonalContacts(Map<Pair, List<Contact>> byPair) {
        this.byPair = byPair;
    }

    /// Contacts inside one organisation do not count.
    public static PersonalContacts of(Collection<Contact> contacts) {
        var byPair = new LinkedHashMap<Pair, List<Contact>>();
        for (var contact : contacts) {
            int order = contact.one().organisation().compareTo(contact.other().organisation());
            if (order == 0) continue;
            var turned = order < 0 ? contact : new Contact(contact.other(), contact.one());
            var pair = new Pair(turned.one().organisation(), turned.other().organisation());
            byPair.computeIfAbsent(pair, key -> new ArrayList<>()).add(turned);
        }
        return new PersonalContacts(byPair);
    }

    /// Those who act for two tied organisations are taken for the contacts of their tie.
    ///
    /// @param acting who acts for an organisation
    public static PersonalContacts across(Graph graph, Function<String, ? extends Collection<Actor>> acting) {
        var contacts = new ArrayList<Contact>();
        for (int node = 0; node < graph.size(); node++) {
            var here = acting.apply(graph.key(node));
            if (here.isEmpty()) continue;
            for (int other : graph.neighbours(node)) {
                if (other < node) continue;
                for (var two : acting.apply(graph.key(other))) for (var one : here) contacts.add(new Contact(one, two));
            }
        }
        return of(contacts);
    }

    /// Only the contacts of some pairs.
    public PersonalContacts among(java.util.function.Predicate<Pair> some) {
        var kept = new LinkedHashMap<>(byPair);
        kept.keySet().removeIf(some.negate());
        return new PersonalContacts(kept);
    }

    /// Pairs of organisations with any contact.
    public int pairs() {
        return byPair.size();
    }

    /// Pairs in which operational people of both sides know each other.
    public int operativePairs() {
        return (int)
                byPair.values().stream().filter(PersonalContacts::isOperative).count();
    }

    /// Every pair, and whether operational people of both sides know each other in it.
    public Map<Pair, Boolean> operative() {
        var operative = new LinkedHashMap<Pair, Boolean>();
        byPair.forEach((pair, contacts) -> operative.put(pair, isOperative(contacts)));
        return operative;
    }

    private static boolean isOperative(List<Contact> contacts) {
        return contacts.stream()
                .anyMatch(contact -> contact.one().level() == Level.OPERATIONAL
                        && contact.other().level() == Level.OPERATIONAL);
    }

    /// Pairs with contact that reach the operational people of both sides; undefined without contacts.
    public OptionalDouble operativeReach() {
        return Share.of(operativePairs(), pairs());
    }

    /// Pairs whose only contact is between leaders.
    public List<Pair> leadershipOnly() {
        return where(contacts -> contacts.stream()
                .allMatch(contact -> contact.one().level() == Level.LEADERSHIP
                        && contact.other().level() == Level.LEADERSHIP));
    }

    /// Pairs that rest on exactly one pair of persons.
    public List<Pair> singleThread() {
        return where(contacts -> contacts.stream()
                        .map(contact ->
                                List.of(contact.one().person(), contact.other().person()))
                        .distinct()
                        .count()
                == 1);
    }

    public OptionalDouble singleThreadShare() {
        return Share.of(singleThread().size(), pairs());
    }

    /// For every person the pairs that would be lost with them: those in which they are the only contact on
    /// their side. To be shown to that person and the office only.
    public Map<String, List<Pair>> lostWith() {
        // Who acts for both organisations of a pair is lost to it once.
        var lost = new LinkedHashMap<String, Set<Pair>>();
        byPair.forEach((pair, contacts) -> {
            for (var side : List.of(
                    people(contacts.stream().map(Contact::one).toList()),
                    people(contacts.stream().map(Contact::other).toList())))
                if (side.size() == 1)
                    lost.computeIfAbsent(side.iterator().next(), key -> new LinkedHashSet<>())
                            .add(pair);
        });
        var lists = new LinkedHashMap<String, List<Pair>>();
        lost.forEach((person, pairs) -> lists.put(person, List.copyOf(pairs)));
        return lists;
    }

    private static Set<String> people(Collection<Actor> actors) {
        var people = new HashSet<String>();
        for (var actor : actors) people.add(actor.person());
        return people;
    }

    private List<Pair> where(java.util.function.Predicate<List<Contact>> holds) {
        return byPair.entrySet().stream()
                .filter(entry -> holds.test(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
