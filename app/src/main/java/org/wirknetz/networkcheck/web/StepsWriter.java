package org.wirknetz.networkcheck.web;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.wirknetz.networkcheck.Snapshot;
import org.wirknetz.networkcheck.Work;
import org.wirknetz.networkcheck.alarms.Alarm;
import org.wirknetz.networkcheck.alarms.Rule;
import org.wirknetz.networkcheck.steps.Aim;
import org.wirknetz.networkcheck.steps.NextTies;
import org.wirknetz.networkcheck.web.StepsPage.Action;
import org.wirknetz.networkcheck.web.StepsPage.Step;
import org.wirknetz.networkcheck.whatif.Play;

/// Writes the steps that follow from alarms and introductions.
///
/// @param snapshot of today
record StepsWriter(
        CheckDesk desk,
        String base,
        AlarmTelling telling,
        StepActions actions,
        NextTies ties,
        Snapshot snapshot,
        Work work) {

    private static final int STEPS = 3;
    private static final double PERCENT = 100;
    private static final int INTRODUCTIONS = 3;

    /// One for each rule at most, the first three; where there are fewer, an introduction fills the place.
    List<Step> steps(List<Alarm> alarms, NextTies.Found next) {
        var steps = new ArrayList<Step>();
        var told = EnumSet.noneOf(Rule.class);
        for (var alarm : alarms) {
            if (steps.size() == STEPS) break;
            if (told.add(alarm.rule())) steps.add(step(alarm));
        }
        for (var one : next.introductions()) {
            if (steps.size() == STEPS) break;
            steps.add(introduction(one, next));
        }
        return List.copyOf(steps);
    }

    private Step step(Alarm alarm) {
        if (alarm.rule() == Rule.FISSION) return across(alarm);
        var title = telling.say(alarm.key() + ".step", alarm.values());
        var sentence = telling.sentence(alarm);
        var can = new ArrayList<Action>();
        switch (alarm.rule()) {
            case LEADERSHIP_ONLY ->
                actions.agenda(title, sentence, UUID.fromString(alarm.subject()))
                        .ifPresent(can::add);
            case NEUTRALITY, FLUCTUATION, FUNDING, RESPONSIBILITY ->
                actions.agenda(title, sentence, null).ifPresent(can::add);
            case FISSION, KEY_PERSON, ONE_SIDEDNESS, SILENT_PARTNER, MISSING_ROLE -> {}
        }
        can.add(actions.task(title, sentence, null));
        lookAt(alarm, can);
        return new Step(title, List.of(sentence, telling.off(alarm)), can);
    }

    private void lookAt(Alarm alarm, List<Action> can) {
        switch (alarm.rule()) {
            case KEY_PERSON -> {
                can.add(Action.link(
                        desk.say("networkcheck.steps.leaving"), base + "/check/leaving/" + alarm.subject()));
                can.add(Action.link(
                        desk.say("networkcheck.what-if.try-person"), ifLeaves(base, UUID.fromString(alarm.subject()))));
            }
            case LEADERSHIP_ONLY ->
                can.add(Action.link(desk.say("networkcheck.steps.group"), base + "/groups/" + alarm.subject()));
            case ONE_SIDEDNESS -> can.add(Action.link(desk.say("networkcheck.steps.balances"), base + "/balances"));
            case RESPONSIBILITY ->
                can.add(Action.link(
                        desk.say("networkcheck.steps.topic"), base + "/equality/topics/" + alarm.subject()));
            case FUNDING -> can.add(Action.link(desk.say("networkcheck.funding.open"), base + "/check/funding"));
            case MISSING_ROLE -> can.add(Action.link(desk.say("networkcheck.completeness.next"), base + "/targets"));
            case SILENT_PARTNER, NEUTRALITY ->
                can.add(Action.link(
                        desk.say("networkcheck.steps.partner"),
                        base + "/organisations/" + alarm.about().iterator().next()));
            case FISSION, FLUCTUATION -> {}
        }
    }

    static String ifLeaves(String base, UUID person) {
        return base + "/check/what-if?"
                + Play.NOTHING
                        .plus(new org.wirknetz.networkcheck.whatif.Step.Leaving(person))
                        .query();
    }

    /// Bridges out of the group that closes itself off, each between two who have something to talk about.
    private Step across(Alarm alarm) {
        var bridges = ties.of(snapshot, work, snapshot.asOf(), Aim.INDEPENDENCE, alarm.about(), INTRODUCTIONS);
        var title = telling.say(alarm.key() + ".step", alarm.values());
        var reasons = new ArrayList<>(List.of(telling.sentence(alarm)));
        var can = new ArrayList<Action>();
        for (var one : bridges.introductions()) {
            reasons.add(pair(one) + ": " + String.join(" ", why(one, bridges)));
            var help = one.ground().help();
            if (help != null && can.isEmpty()) can.add(actions.introduce(help));
        }
        actions.agenda(title, String.join("\n", reasons), null).ifPresent(can::add);
        can.add(actions.task(title, String.join("\n", reasons), null));
        can.add(Action.link(desk.say("networkcheck.steps.map"), base + "/check/map"));
        return new Step(title, reasons, can);
    }

    Step introduction(NextTies.Introduction one, NextTies.Found found) {
        var title = desk.say(
                "networkcheck.ways.introduce", one.one().name(), one.other().name());
        var reasons = why(one, found);
        var note = String.join("\n", reasons);
        var can = new ArrayList<Action>();
        var help = one.ground().help();
        if (help != null) can.add(actions.introduce(help));
        actions.agenda(title, note, null).ifPresent(can::add);
        can.add(actions.task(title, note, null));
        can.add(Action.link(desk.say("networkcheck.what-if.try"), tried(List.of(one))));
        return new Step(title, reasons, can);
    }

    /// Where these introductions can be tried without introducing anybody.
    String tried(List<NextTies.Introduction> introductions) {
        var play = Play.NOTHING;
        for (var one : introductions)
            play = play.plus(new org.wirknetz.networkcheck.whatif.Step.Added(
                    one.one().id(), one.other().id()));
        return base + "/check/what-if?" + play.query();
    }

    private String pair(NextTies.Introduction one) {
        return one.one().shortName() + " – " + one.other().shortName();
    }

    private List<String> why(NextTies.Introduction one, NextTies.Found found) {
        var why = new ArrayList<String>();
        why.add(
                one.steps().isPresent()
                        ? desk.say("networkcheck.steps.apart", one.steps().getAsInt())
                        : desk.say("networkcheck.steps.no-way"));
        if (one.alone().isPresent())
            why.add(desk.say(
                    "networkcheck.steps.alone." + StepsController.kind(found),
                    Math.round(PERCENT * found.before()),
                    Math.round(PERCENT * one.alone().getAsDouble())));
        var ground = one.ground();
        if (!ground.interests().isEmpty())
            why.add(desk.say("networkcheck.steps.interests", String.join(", ", ground.interests())));
        var help = ground.help();
        if (help != null) {
            var asker = help.asker().equals(one.one().id()) ? one.one() : one.other();
            var helper = asker.equals(one.one()) ? one.other() : one.one();
            why.add(desk.say(
                    "networkcheck.steps.help",
                    asker.shortName(),
                    help.needTitle(),
                    helper.shortName(),
                    help.offerTitle()));
        }
        for (var side : Set.of(one.one(), one.other()).stream()
                .sorted(java.util.Comparator.comparing(it -> it.name()))
                .toList()) {
            why.add(desk.say(
                    "networkcheck.steps.load",
                    side.shortName(),
                    found.load().tasksOf(side.id()),
                    found.load().seatsOf(side.id())));
        }
        return why;
    }
}
