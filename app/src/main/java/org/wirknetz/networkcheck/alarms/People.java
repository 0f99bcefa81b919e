package org.wirknetz.networkcheck.alarms;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wirknetz.analysis.PersonalContacts;
import org.wirknetz.networkcheck.Work;

/// Rules about who knows whom: key persons (F3, M8) and groups of leaders alone (F5, M7).
record People(Facts facts, Tuning tuning) {

    static final int LOST = 5;
    static final int LOST_WITH_LEAVING = 3;
    static final int SOON = 90;
    static final int PAIRS = 3;

    /// So many key persons are told of, the worst.
    static final int MOST_PEOPLE = 3;

    private static final int MOST_NAMED = 12;
    private static final double HALF = 0.5;
    private static final double QUARTER = 0.25;

    /// Groups in which leaders alone know each other.
    List<Alarm> leaders() {
        var alarms = new ArrayList<Alarm>();
        facts.known().byBody().forEach((body, contacts) -> {
            var alarm = leaders(body, contacts);
            if (alarm != null) alarms.add(alarm);
        });
        return alarms;
    }

    /// Somebody on whom ties hang alone, and whom nobody stands in for or whose time ends soon; the worst
    /// first.
    List<Alarm> keyPersons() {
        var contacts = facts.known().carrying(facts.drawn().graph());
        int more = tuning.steps(Rule.KEY_PERSON);
        var alone = alone();
        var found = new ArrayList<Alarm>();
        contacts.lostWith().forEach((key, lost) -> {
            var person = UUID.fromString(key);
            var ends = ends(person);
            boolean leaving = ends != null && lost.size() >= LOST_WITH_LEAVING + more;
            boolean unheld = alone.contains(person) && lost.size() >= LOST + more;
            if (leaving || unheld) found.add(keyPerson(person, lost, leaving ? ends : null));
        });
        return found.stream()
                .sorted(Comparator.comparingDouble(Alarm::figure).reversed().thenComparing(Alarm::subject))
                .toList();
    }

    /// Holders of key functions and leads of groups without a deputy.
    private Set<UUID> alone() {
        var alone = facts.work().functionsOn(facts.day()).stream()
                .filter(it -> it.deputy() == null)
                .map(Work.Function::person)
                .collect(Collectors.toCollection(HashSet::new));
        var open =
                facts.work().bodiesOn(facts.day()).stream().map(Work.Body::id).collect(Collectors.toSet());
        var places = facts.work().placesOn(facts.day()).stream()
                .filter(it -> open.contains(it.body()))
                .toList();
        var deputised = places.stream()
                .filter(it -> it.part().equals("DEPUTY"))
                .map(Work.Place::body)
                .collect(Collectors.toSet());
        for (var place : places) {
            var person = place.person();
            if (person != null && place.part().equals("LEAD") && !deputised.contains(place.body())) alone.add(person);
        }
        return alone;
    }

    /// The last day of all that somebody holds, where it is known and near.
    private @Nullable LocalDate ends(UUID person) {
        LocalDate last = null;
        for (var post : facts.work().postsOn(facts.day())) {
            if (!post.person().equals(person)) continue;
            var to = post.to();
            if (to == null) return null;
            if (last == null || to.isAfter(last)) last = to;
        }
        return last != null && last.isBefore(facts.day().plusDays(SOON)) ? last.minusDays(1) : null;
    }

    private Alarm keyPerson(UUID person, List<PersonalContacts.Pair> lost, @Nullable LocalDate ends) {
        var pairs = lost.stream().map(People::pair).toList();
        var values = new ArrayList<Value>(List.of(new Value.Person(person), new Value.Count(lost.size())));
        if (ends != null) values.add(new Value.Day(ends));
        return new Alarm(
                Rule.KEY_PERSON,
                ends == null ? "alone" : "leaving",
                person.toString(),
                lost.size(),
                facts.day().minusYears(1),
                facts.day(),
                values,
                evidence(pairs),
                organisations(pairs));
    }

    private @Nullable Alarm leaders(Work.Body body, PersonalContacts contacts) {
        int fewest = PAIRS + tuning.steps(Rule.LEADERSHIP_ONLY);
        var only = contacts.leadershipOnly();
        if (body.steering()
                || contacts.pairs() < fewest
                || only.size() <= HALF * contacts.pairs()
                || contacts.operativePairs() > QUARTER * contacts.pairs()) return null;
        var pairs = only.stream().map(People::pair).toList();
        return new Alarm(
                Rule.LEADERSHIP_ONLY,
                "",
                body.id().toString(),
                (double) only.size() / contacts.pairs(),
                facts.day(),
                facts.day(),
                List.of(
                        new Value.Text(body.name()),
                        new Value.Count(contacts.operativePairs()),
                        new Value.Count(contacts.pairs()),
                        new Value.Count(only.size())),
                evidence(pairs),
                organisations(pairs));
    }

    private static Value.Pair pair(PersonalContacts.Pair pair) {
        return new Value.Pair(UUID.fromString(pair.one()), UUID.fromString(pair.other()));
    }

    private static List<Alarm.Line> evidence(List<Value.Pair> pairs) {
        return pairs.stream()
                .limit(MOST_NAMED)
                .map(it -> new Alarm.Line(
                        "pair", List.of(new Value.Pairs(List.of(it))), "/ties/between/" + it.one() + "/" + it.other()))
                .toList();
    }

    private static Set<UUID> organisations(List<Value.Pair> pairs) {
        var all = new HashSet<UUID>();
        pairs.forEach(it -> all.addAll(List.of(it.one(), it.other())));
        return all;
    }
}
