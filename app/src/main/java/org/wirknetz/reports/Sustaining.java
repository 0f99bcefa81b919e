package org.wirknetz.reports;

import java.util.List;
import java.util.stream.Collectors;
import org.wirknetz.analysis.Dependency;
import org.wirknetz.analysis.Display;
import org.wirknetz.analysis.SizeGate;
import org.wirknetz.networkcheck.Anchoring;
import org.wirknetz.networkcheck.Member;
import org.wirknetz.networkcheck.Steering;
import org.wirknetz.reports.Edition.Figure;

/// Making the network last: how much hangs on its office, who carries the work, how firmly it is anchored.
record Sustaining(Material material, Speech speech) {

    List<Figure> figures() {
        return List.of(central(), steering(), anchoring());
    }

    private Figure central() {
        var snapshot = material.found().snapshot();
        var office = snapshot.members().stream().filter(Member::coordinator).findFirst();
        var definition = speech.say("networkcheck.central.how");
        if (office.isEmpty()) return central(speech.say("reports.figure.central.none"), null, definition);
        var gate = material.found().gate();
        if (gate.count(SizeGate.Kind.INDEX, 0) instanceof Display.Withheld(var why))
            return central(speech.withheld(why), null, definition);
        var loss = Dependency.on(snapshot.graph(), office.get().id().toString()).loss();
        if (loss.isEmpty()) return central(speech.withheld(Display.Why.UNDEFINED), null, definition);
        var share = speech.percent(100 * Math.max(0, loss.getAsDouble()));
        return central(speech.say("reports.figure.central.sentence", share), share, definition);
    }

    private Figure central(String sentence, @org.jspecify.annotations.Nullable String value, String definition) {
        return speech.figure(
                "central",
                sentence,
                value,
                speech.say("reports.basis", material.organisations(), speech.say("reports.basis.organisations")),
                speech.say("reports.missing." + material.untied().kind(), speech.told(material.untied())),
                definition);
    }

    private Figure steering() {
        var offices = material.found().snapshot().members().stream()
                .filter(Member::coordinator)
                .map(Member::id)
                .collect(Collectors.toSet());
        var steering = Steering.of(material.work(), offices, material.day());
        return speech.share(
                "steering",
                new Count(steering.office(), steering.all()),
                "doings",
                speech.say("reports.missing.doings", steering.unsigned()),
                speech.say("reports.how.steering"));
    }

    private Figure anchoring() {
        var anchoring = Anchoring.of(material.found().snapshot(), material.work(), material.day());
        long some = anchoring.partners().stream().filter(it -> it.level() > 0).count();
        return speech.share(
                "anchoring",
                new Count(some, anchoring.partners().size()),
                "partners",
                "",
                speech.say("networkcheck.anchoring.how"));
    }
}
