package org.wirknetz.reports;

import java.util.ArrayList;
import java.util.List;
import org.wirknetz.analysis.Completeness;
import org.wirknetz.equality.Definitions;
import org.wirknetz.equality.Release;
import org.wirknetz.equality.Subject;
import org.wirknetz.networkcheck.Roles;
import org.wirknetz.reports.Edition.Figure;

/// The minimum standards: who is there (M1), and who is represented. What was published on equality is
/// repeated as it
/// was published, never counted anew.
record Standards(Material material, Speech speech, Definitions definitions) {

    List<Figure> figures() {
        var figures = new ArrayList<Figure>();
        figures.add(completeness());
        for (var release : material.releases()) figures.add(equality(release, figures.size()));
        return figures;
    }

    private Figure completeness() {
        var targets = material.chronicle().targetsOn(material.day());
        var definition = speech.say("networkcheck.completeness.how");
        if (targets.isEmpty())
            return speech.figure(
                    "completeness",
                    speech.say("reports.figure.completeness.none"),
                    null,
                    speech.basis("roles", 0),
                    "",
                    definition);
        var completeness = Roles.filled(
                targets, material.found().snapshot().members(), material.day(), it -> it.role(speech.locale()));
        var gaps = completeness.gaps().stream().map(Completeness.Target::role).toList();
        return speech.figure(
                "completeness",
                gaps.isEmpty()
                        ? speech.say("reports.figure.completeness.full", targets.size())
                        : speech.say(
                                "reports.figure.completeness.sentence",
                                completeness.met(),
                                targets.size(),
                                speech.list(gaps)),
                speech.say("reports.of", completeness.met(), targets.size()),
                speech.say("reports.basis", targets.size(), speech.say("reports.basis.roles")),
                "",
                definition);
    }

    private Figure equality(Release release, int number) {
        var head = release.head();
        var definition = definitions.of(head.definition());
        var focus = definition.focus().in(speech.locale());
        var figure = release.sums().flatMap(it -> org.wirknetz.equality.Figure.of(release, it, definition));
        long shown = release.lines().stream().filter(it -> !it.silent()).count();
        var sentence = head.subject() == Subject.RESOURCES
                ? speech.say(
                        "reports.equality.resources", shown, release.lines().size())
                : figure.map(it -> speech.say(
                                "reports.equality.sentence",
                                focus,
                                it.part(),
                                it.whole(),
                                speech.percent(it.percent())))
                        .orElse(speech.say("reports.equality.protected", focus));
        var unknown = head.unknown();
        return new Figure(
                "equality-" + number,
                definition.title().in(speech.locale()),
                sentence,
                figure.map(it -> speech.say("reports.of", it.part(), it.whole()))
                        .orElse(null),
                speech.say("reports.equality.basis." + head.mode()),
                unknown == null
                        ? speech.say("reports.equality.unknown-protected")
                        : speech.say("reports.equality.unknown", unknown),
                definition.wording().in(speech.locale()),
                definition.source().in(speech.locale()) + " (" + definition.id() + ")",
                head.reportingOn());
    }
}
