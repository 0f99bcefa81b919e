package org.wirknetz.networkcheck.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wirknetz.analysis.PersonalContacts;
import org.wirknetz.analysis.SizeGate;
import org.wirknetz.networkcheck.Acquaintances;
import org.wirknetz.networkcheck.Continuity;
import org.wirknetz.networkcheck.Member;
import org.wirknetz.networkcheck.course.Tally;
import org.wirknetz.networkcheck.web.CheckPage.Block;
import org.wirknetz.networkcheck.web.CheckPage.Link;
import org.wirknetz.networkcheck.web.CheckPage.Row;

/// Who knows whom, and what rests on single people (M7, M8). A person's name stands here for the office only.
///
/// @param members organisations of the day
/// @param people names of people the reader may see at risk; empty for all but the office
/// @param own the people behind the reader's account
record FromPeople(
        Telling telling,
        Acquaintances known,
        Continuity continuity,
        Map<UUID, Member> members,
        Map<UUID, String> people,
        List<UUID> own) {

    private static final int MOST_ROWS = 40;
    private static final int MOST_PEOPLE = 10;

    List<Block> all() {
        return List.of(reach(), functions(), threads());
    }

    private SizeGate gate() {
        return SizeGate.of(telling.found().organisations());
    }

    private List<String> how(String measure) {
        return List.of(
                telling.say("networkcheck." + measure + ".how", Acquaintances.LARGEST_ROUND),
                telling.say("networkcheck.work.basis", telling.found().organisations(), known.people()),
                telling.say("networkcheck.check.method", org.wirknetz.networkcheck.Findings.METHOD_VERSION));
    }

    private Link groups() {
        return new Link(telling.say("networkcheck.work.groups"), telling.base() + "/groups");
    }

    Block reach() {
        var contacts = known.levelled();
        var only = sorted(contacts.leadershipOnly());
        boolean shown = gate().allows(SizeGate.Kind.COUNT) && contacts.pairs() > 0;
        var rows = new ArrayList<Row>();
        if (shown) {
            known.byBody().entrySet().stream()
                    .filter(it -> it.getValue().pairs() > 0)
                    .sorted(Comparator.comparing(it -> it.getKey().name()))
                    .forEach(it -> rows.add(new Row(
                            it.getKey().name(),
                            telling.say(
                                    "networkcheck.reach.row",
                                    it.getValue().operativePairs(),
                                    it.getValue().pairs(),
                                    it.getValue().leadershipOnly().size()),
                            telling.base() + "/groups/" + it.getKey().id())));
            only.stream().limit(MOST_ROWS).forEach(it -> rows.add(pair(it, telling.say("networkcheck.reach.only"))));
        }
        return new Block(
                        "operative-reach",
                        telling.say("networkcheck.reach.title"),
                        !shown
                                ? nothing(contacts.pairs())
                                : telling.say(
                                        "networkcheck.reach.sentence",
                                        contacts.operativePairs(),
                                        contacts.pairs(),
                                        only.size()),
                        shown
                                ? telling.shown(
                                        gate().ratio(SizeGate.Kind.COUNT, contacts.operativePairs(), contacts.pairs()))
                                : null,
                        null,
                        shown ? telling.history(Tally.REACH) : null,
                        how("reach"),
                        List.of(telling.say("networkcheck.reach.missing", known.withoutLevel(), known.people())),
                        rows,
                        telling.enters()
                                ? List.of(
                                        new Link(
                                                telling.say("networkcheck.levels.next"),
                                                telling.base() + "/check/levels"),
                                        groups())
                                : List.of(groups()))
                .beside(shown ? new Comparing(telling).of(Tally.REACH) : CheckPage.Compared.NOTHING);
    }

    Block functions() {
        boolean some = continuity.functions() > 0;
        return new Block(
                        "key-functions",
                        telling.say("networkcheck.continuity.title"),
                        !some
                                ? telling.say("networkcheck.continuity.none")
                                : telling.say(
                                        "networkcheck.continuity.sentence",
                                        continuity.deputised(),
                                        continuity.functions(),
                                        continuity.sameHolder(),
                                        continuity.yearAgo()),
                        some ? telling.say("networkcheck.of", continuity.deputised(), continuity.functions()) : null,
                        null,
                        some ? telling.history(Tally.DEPUTIES) : null,
                        List.of(
                                telling.say("networkcheck.continuity.how"),
                                telling.say(
                                        "networkcheck.check.method",
                                        org.wirknetz.networkcheck.Findings.METHOD_VERSION)),
                        List.of(),
                        continuity.alone().stream()
                                .limit(MOST_ROWS)
                                .map(it -> new Row(it.name(), telling.say("networkcheck.continuity.alone"), null))
                                .toList(),
                        List.of())
                .beside(some ? new Comparing(telling).of(Tally.DEPUTIES) : CheckPage.Compared.NOTHING);
    }

    Block threads() {
        var contacts = known.carrying(telling.found().snapshot());
        var single = sorted(contacts.singleThread());
        long silent = telling.found().pairs() - contacts.pairs();
        boolean shown = gate().allows(SizeGate.Kind.COUNT) && contacts.pairs() > 0;
        return new Block(
                        "single-thread-ties",
                        telling.say("networkcheck.threads.title"),
                        !shown
                                ? nothing(contacts.pairs())
                                : telling.say("networkcheck.threads.sentence", single.size(), contacts.pairs()),
                        shown
                                ? telling.shown(gate().ratio(SizeGate.Kind.COUNT, single.size(), contacts.pairs()))
                                : null,
                        null,
                        shown ? telling.history(Tally.THREADS) : null,
                        how("threads"),
                        List.of(telling.say(
                                "networkcheck.threads.missing",
                                silent,
                                telling.found().pairs())),
                        shown ? atRisk(contacts) : List.of(),
                        own.stream()
                                .map(it -> new Link(telling.say("networkcheck.leaving.mine"), leaving(it)))
                                .limit(1)
                                .toList())
                .beside(shown ? new Comparing(telling).of(Tally.THREADS) : CheckPage.Compared.NOTHING);
    }

    /// People on whom pairs hang, for the office: by how many, so that a talk can be held in time. No partner reads it.
    private List<Row> atRisk(PersonalContacts contacts) {
        return contacts.lostWith().entrySet().stream()
                .filter(it -> people.containsKey(UUID.fromString(it.getKey())))
                .sorted(Comparator.comparing((Map.Entry<String, List<PersonalContacts.Pair>> it) ->
                                -it.getValue().size())
                        .thenComparing(it -> people.getOrDefault(UUID.fromString(it.getKey()), "")))
                .limit(MOST_PEOPLE)
                .map(it -> {
                    var person = UUID.fromString(it.getKey());
                    return new Row(
                            people.getOrDefault(person, ""),
                            telling.say(
                                    "networkcheck.threads.row", it.getValue().size()),
                            leaving(person));
                })
                .toList();
    }

    private String leaving(UUID person) {
        return telling.base() + "/check/leaving/" + person;
    }

    private String nothing(int pairs) {
        return pairs == 0 ? telling.say("networkcheck.people.none") : telling.withheldBy(false, 5);
    }

    private List<PersonalContacts.Pair> sorted(List<PersonalContacts.Pair> pairs) {
        return pairs.stream().sorted(Comparator.comparing(this::named)).toList();
    }

    private Row pair(PersonalContacts.Pair pair, String detail) {
        return new Row(named(pair), detail, telling.base() + "/ties/between/" + pair.one() + "/" + pair.other());
    }

    private String named(PersonalContacts.Pair pair) {
        return name(pair.one()) + " – " + name(pair.other());
    }

    private String name(String organisation) {
        @Nullable Member member = members.get(UUID.fromString(organisation));
        return member == null ? "" : member.name();
    }
}
