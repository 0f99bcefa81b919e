package org.wirknetz.reports;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wirknetz.networkcheck.Work;
import org.wirknetz.reports.Edition.Figure;

/// What was done in the half-year: meetings, agreements, products, introductions, tasks. Events are counted,
/// and
/// organisations only where nobody can be told apart.
record Achieved(Material material, Speech speech) {

    List<Figure> figures() {
        var done = material.done();
        return List.of(
                meetings(),
                reached(),
                events("decisions", done.decisions(), done.decisions()),
                events("tasks", done.tasks(), done.tasks()),
                events("agreements", done.concluded(), done.concluded(), done.inForce()),
                events("products", done.products(), done.products()),
                introductions());
    }

    /// Each introduction is of a pair, so it is counted as pairs are; both numbers are told, or neither.
    private Figure introductions() {
        var done = material.done();
        boolean told = Count.showable(done.introductions()) && Count.showable(done.helped());
        if (told) return events("introductions", done.introductions(), done.introductions(), done.helped());
        return figure("introductions", speech.say("reports.figure.introductions.few", Count.LEAST), null);
    }

    private Figure meetings() {
        var called = called();
        long held = called.stream().filter(it -> !it.cancelled()).count();
        return events("meetings", held, held, called.size() - held);
    }

    private Figure reached() {
        var members = material.found().snapshot().byId().keySet();
        var held = called().stream()
                .filter(it -> !it.cancelled())
                .map(Work.Gathering::id)
                .collect(Collectors.toSet());
        var there = material.work().attended().stream()
                .filter(it -> held.contains(it.gathering()) && members.contains(it.organisation()))
                .map(Work.Attended::organisation)
                .collect(Collectors.toSet());
        return speech.share(
                "reached",
                new Count(there.size(), members.size()),
                "organisations",
                speech.say("reports.missing.confidential"),
                speech.say("reports.how.reached"));
    }

    private List<Work.Gathering> called() {
        return material.work().gatherings().stream()
                .filter(it ->
                        !it.on().isBefore(material.period().from()) && !it.on().isAfter(material.day()))
                .toList();
    }

    private Figure events(String id, long number, Object... values) {
        return figure(id, speech.say("reports.figure." + id + ".sentence", values), speech.number(number, 0));
    }

    private Figure figure(String id, String sentence, @Nullable String value) {
        return speech.figure(
                id,
                sentence,
                value,
                speech.say(
                        "reports.basis.half-year", speech.date(material.period().from()), speech.date(material.day())),
                speech.say("reports.missing.confidential"),
                speech.say("reports.how." + id));
    }
}
