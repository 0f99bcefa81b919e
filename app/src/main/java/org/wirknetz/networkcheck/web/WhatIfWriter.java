package org.wirknetz.networkcheck.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.wirknetz.access.Visitor;
import org.wirknetz.analysis.PersonalContacts.Level;
import org.wirknetz.networkcheck.Findings;
import org.wirknetz.networkcheck.Member;
import org.wirknetz.networkcheck.NetworkcheckPermissions;
import org.wirknetz.networkcheck.Work;
import org.wirknetz.networkcheck.web.CheckPage.Link;
import org.wirknetz.networkcheck.web.WhatIfPage.Told;
import org.wirknetz.networkcheck.whatif.Pair;
import org.wirknetz.networkcheck.whatif.Play;
import org.wirknetz.networkcheck.whatif.Plays;
import org.wirknetz.networkcheck.whatif.Reading;
import org.wirknetz.networkcheck.whatif.Scene;
import org.wirknetz.networkcheck.whatif.Step;
import org.wirknetz.platform.web.Choice;
import tools.jackson.databind.json.JsonMapper;

/// Writes a play in words.
///
/// @param people names of people the reader may ask about
record WhatIfWriter(
        CheckDesk desk, Visitor visitor, NetworkcheckPermissions may, Plays.Answer answer, Map<UUID, String> people) {

    private static final int MOST_PEOPLE = 200;
    private static final int MOST_PAIRS = 12;

    private Scene scene() {
        return answer.scene();
    }

    private String base() {
        return visitor.base();
    }

    /// @param offers whether the next moves are offered
    WhatIfPage page(WhatIfAsked asked, WhatIfPage.Raised raised, JsonMapper json, boolean offers) {
        var play = scene().play();
        return new WhatIfPage(
                sentence(),
                play.query(),
                play.withoutLast().query(),
                address(play),
                json.writeValueAsString(WhatIfPictures.state(scene())),
                play.steps().stream().map(Step::written).toList(),
                play.steps().stream().map(this::told).toList(),
                notices(asked),
                limits(),
                table().parts(),
                may.seeRisks(visitor) ? "" : desk.say("networkcheck.what-if.discreet"),
                raised,
                offers ? choices() : WhatIfPage.Choices.NONE);
    }

    WhatIfPage.Raised raised(List<String> arising, List<String> over) {
        return new WhatIfPage.Raised(true, arising, over);
    }

    private String address(Play play) {
        var query = play.query();
        return base() + "/check/what-if" + (query.isEmpty() ? "" : "?" + query);
    }

    private String sentence() {
        if (scene().play().steps().isEmpty()) return desk.say("networkcheck.what-if.start");
        var played = answer.played();
        var size = desk.say(
                "networkcheck.what-if.sentence", scene().play().steps().size(), played.organisations(), played.pairs());
        var ways = table().change(Reading.WAYS);
        return ways.isEmpty() ? size : size + " " + ways;
    }

    private WhatIfTable table() {
        return new WhatIfTable(desk, base(), answer, may.seeRisks(visitor));
    }

    private Told told(Step step) {
        return switch (step) {
            case Step.Added(var one, var other) ->
                new Told(
                        desk.say("networkcheck.what-if.step.added", name(one), name(other)),
                        List.of(),
                        real(one, other));
            case Step.Removed(var one, var other) ->
                new Told(desk.say("networkcheck.what-if.step.removed", name(one), name(other)), List.of(), List.of());
            case Step.Without(var organisation) ->
                new Told(desk.say("networkcheck.what-if.step.without", name(organisation)), List.of(), List.of());
            case Step.Newcomer(var group, var name) -> newcomer(group, name);
            case Step.Leaving(var person) -> leaving(person);
            case Step.Sitting seat -> sitting(seat);
        };
    }

    /// Where an imagined tie becomes something that is done.
    private List<Link> real(UUID one, UUID other) {
        boolean both = exists(one) && exists(other);
        var links = new ArrayList<Link>();
        if (both && may.seeRisks(visitor)) {
            links.add(new Link(
                    desk.say("networkcheck.what-if.real"),
                    base() + "/check/steps?one=" + one + "&other=" + other + "#chosen"));
        } else if (both && may.enterTies(visitor) && may.declare(visitor, one, other)) {
            links.add(new Link(
                    desk.say("networkcheck.what-if.enter"), base() + "/ties/new?from=" + one + "&to=" + other));
        }
        return links;
    }

    private boolean exists(UUID organisation) {
        return scene().newcomers().stream().noneMatch(it -> it.id().equals(organisation))
                && !scene().gone().contains(organisation);
    }

    private Told newcomer(String group, String name) {
        var named = scene().chronicle().groups().stream()
                .filter(it -> it.key().equals(group))
                .findFirst()
                .map(it -> it.name(desk.locale()));
        return new Told(
                named.map(it -> desk.say("networkcheck.what-if.step.newcomer-of", name, it))
                        .orElseGet(() -> desk.say("networkcheck.what-if.step.newcomer", name)),
                List.of(),
                visitor.isOffice()
                        ? List.of(new Link(
                                desk.say("networkcheck.what-if.enter-organisation"), base() + "/organisations/new"))
                        : List.of());
    }

    private Told leaving(UUID person) {
        var lost = scene().lost().stream()
                .filter(it -> it.person().equals(person))
                .findFirst()
                .orElseThrow();
        return new Told(
                desk.say("networkcheck.what-if.step.leaving", people.getOrDefault(person, "")),
                List.of(
                        lost.ties().isEmpty()
                                ? desk.say("networkcheck.what-if.lost.none")
                                : desk.say(
                                        "networkcheck.what-if.lost",
                                        lost.ties().size(),
                                        Sentences.names(
                                                desk,
                                                lost.ties().stream()
                                                        .map(this::named)
                                                        .sorted()
                                                        .limit(MOST_PAIRS)
                                                        .toList()))),
                List.of(new Link(desk.say("networkcheck.steps.leaving"), base() + "/check/leaving/" + person)));
    }

    /// Somebody may have been taken out again with their organisation.
    private Told sitting(Step.Sitting seat) {
        var sits =
                scene().joined().stream().filter(it -> it.seat().equals(seat)).findFirst();
        return new Told(
                desk.say(
                        "networkcheck.what-if.step.sitting",
                        seat.name(),
                        name(seat.organisation()),
                        desk.say("directory.level." + seat.level()),
                        body(seat.body())),
                sits.map(it -> List.of(desk.say("networkcheck.what-if.sitting", it.others())))
                        .orElse(List.of()),
                sits.map(it -> List.of(new Link(
                                desk.say("networkcheck.what-if.open-body"), base() + "/groups/" + seat.body())))
                        .orElse(List.of()));
    }

    private String body(UUID id) {
        return scene().work().bodies().stream()
                .filter(it -> it.id().equals(id))
                .map(Work.Body::name)
                .findFirst()
                .orElse("");
    }

    private String named(Pair pair) {
        return shortName(pair.one()) + " – " + shortName(pair.other());
    }

    private String name(UUID organisation) {
        var member = scene().members().get(organisation);
        return member == null ? "" : member.name();
    }

    private String shortName(UUID organisation) {
        var member = scene().members().get(organisation);
        return member == null ? "" : member.shortName();
    }

    private List<String> notices(WhatIfAsked asked) {
        var notices = new ArrayList<String>();
        if (!asked.problem().isEmpty()) notices.add(desk.say(asked.problem(), Play.MOST, Play.LONGEST));
        int unread = scene().play().unread();
        if (unread > 0) notices.add(desk.say("networkcheck.what-if.unread", unread, Play.MOST));
        for (var dropped : scene().dropped())
            notices.add(desk.say("networkcheck.what-if.dropped." + dropped.reason(), about(dropped.step())));
        return notices;
    }

    /// What a step is about, by the names the reader may see; a name typed into an address only where it
    /// was told.
    private String about(Step step) {
        return switch (step) {
            case Step.Added(var one, var other) -> pair(one, other);
            case Step.Removed(var one, var other) -> pair(one, other);
            case Step.Without(var organisation) -> known(organisation);
            case Step.Newcomer newcomer -> newcomer.name();
            case Step.Leaving ignored -> desk.say("networkcheck.what-if.somebody");
            case Step.Sitting seat -> seat.name();
        };
    }

    private String pair(UUID one, UUID other) {
        return known(one) + " – " + known(other);
    }

    private String known(UUID organisation) {
        var name = name(organisation);
        return name.isEmpty() ? desk.say("networkcheck.what-if.unknown") : name;
    }

    private List<String> limits() {
        var limits = new ArrayList<String>();
        limit(answer.today(), "networkcheck.what-if.limit.today", limits);
        if (!scene().play().steps().isEmpty()) limit(answer.played(), "networkcheck.what-if.limit.played", limits);
        return limits;
    }

    private void limit(Findings found, String key, List<String> limits) {
        if (found.isTooThin())
            limits.add(desk.say(key) + " "
                    + desk.say("networkcheck.withheld.thin", found.untied().size(), found.organisations()));
        else if (found.organisations() < 10)
            limits.add(desk.say(key) + " " + desk.say("networkcheck.check.small", found.organisations()));
    }

    private WhatIfPage.Choices choices() {
        var here = scene().snapshot().members().stream()
                .sorted(Comparator.comparing(Member::name))
                .toList();
        var groups = new ArrayList<Choice>();
        groups.add(new Choice("", desk.say("networkcheck.map.word.noGroup"), true));
        scene().chronicle().groups().forEach(it -> groups.add(new Choice(it.key(), it.name(desk.locale()), false)));
        return new WhatIfPage.Choices(choices(here), groups, persons(), bodies(), levels());
    }

    private List<Choice> bodies() {
        if (!may.seeRisks(visitor)) return List.of();
        var bodies = scene().work().bodiesOn(scene().snapshot().asOf()).stream()
                .filter(it -> !it.plenary())
                .map(it -> new Choice(it.id().toString(), it.name(), false))
                .toList();
        if (bodies.isEmpty()) return List.of();
        var choices = new ArrayList<Choice>();
        choices.add(new Choice("", desk.say("networkcheck.what-if.choose"), true));
        choices.addAll(bodies);
        return choices;
    }

    private List<Choice> levels() {
        return Arrays.stream(Level.values())
                .map(it -> new Choice(it.name(), desk.say("directory.level." + it), it == Level.OPERATIONAL))
                .toList();
    }

    private List<Choice> choices(List<Member> members) {
        var choices = new ArrayList<Choice>();
        choices.add(new Choice("", desk.say("networkcheck.what-if.choose"), true));
        members.forEach(it -> choices.add(new Choice(it.id().toString(), it.name(), false)));
        return choices;
    }

    private List<Choice> persons() {
        Predicate<UUID> stays =
                person -> scene().lost().stream().noneMatch(it -> it.person().equals(person));
        var persons = people.entrySet().stream()
                .filter(it -> stays.test(it.getKey()))
                .sorted(Map.Entry.comparingByValue())
                .limit(MOST_PEOPLE)
                .map(it -> new Choice(
                        it.getKey().toString(),
                        desk.say(
                                "networkcheck.what-if.person",
                                it.getValue(),
                                answer.resting().getOrDefault(it.getKey(), 0)),
                        false))
                .toList();
        if (persons.isEmpty()) return List.of();
        var choices = new ArrayList<Choice>();
        choices.add(new Choice("", desk.say("networkcheck.what-if.choose"), true));
        choices.addAll(persons);
        return choices;
    }
}
