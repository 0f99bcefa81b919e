package org.wirknetz.networkcheck.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wirknetz.analysis.Display;
import org.wirknetz.analysis.SizeGate;
import org.wirknetz.networkcheck.HandOver;
import org.wirknetz.networkcheck.Member;
import org.wirknetz.networkcheck.Position;

/// Says where the network stands between coordination and self-organisation, and what could be handed over.
record SteeringTelling(CheckDesk desk, String base, Map<UUID, Member> members) {

    private static final double WHOLE = 100;

    private SizeGate gate() {
        return SizeGate.of(members.size());
    }

    String sentence(Position.Quarter now) {
        if (now.all() == 0) return desk.say("networkcheck.steering.none");
        return desk.say("networkcheck.steering.place", now.office(), now.all());
    }

    String advice(Position position) {
        var now = position.quarters().getLast();
        var wanted = now.wanted();
        if (now.all() == 0) return "";
        return desk.say(
                "networkcheck.steering.advice." + position.advice(),
                wanted == null ? 0 : wanted.low(),
                wanted == null ? 0 : wanted.high(),
                Position.FEWEST);
    }

    /// A place on a scale is a percentage, so it needs as many organisations as one, and as much work.
    SteeringPage.@Nullable Slider slider(Position position) {
        var now = position.quarters().getLast();
        if (now.all() < Position.FEWEST || !gate().allows(SizeGate.Kind.PERCENTAGE)) return null;
        return new SteeringPage.Slider(
                WHOLE * now.office() / now.all(),
                position.quarters().subList(0, position.quarters().size() - 1).stream()
                        .filter(it -> it.all() >= Position.FEWEST)
                        .map(it -> WHOLE * it.office() / it.all())
                        .toList(),
                now.wanted());
    }

    List<SteeringPage.Line> quarters(Position position) {
        return position.quarters().reversed().stream().map(this::line).toList();
    }

    private SteeringPage.Line line(Position.Quarter quarter) {
        var wanted = quarter.wanted();
        return new SteeringPage.Line(
                desk.date(quarter.day()),
                quarter.all() == 0
                        ? desk.say("networkcheck.compared.unknown")
                        : share(gate().ratio(SizeGate.Kind.COUNT, quarter.office(), quarter.all())),
                wanted == null
                        ? desk.say("networkcheck.corridor.none")
                        : desk.say("networkcheck.corridor.limits", wanted.low(), wanted.high()),
                quarter.all() < Position.FEWEST
                        ? ""
                        : quarter.side()
                                .map(it -> desk.say("networkcheck.corridor.side." + it))
                                .orElse(""));
    }

    private String share(Display display) {
        return switch (display) {
            case Display.Fraction(var part, var whole) -> desk.say("networkcheck.of", part, whole);
            case Display.Percent percent ->
                desk.say("networkcheck.central.percent", percent.rounded().longValue());
            case Display.Number ignored -> desk.say("networkcheck.compared.unknown");
            case Display.Withheld ignored -> desk.say("networkcheck.compared.unknown");
        };
    }

    String halfLife(HandOver found) {
        if (found.begun() == 0) return desk.say("networkcheck.handover.nothing");
        if (found.begun() < HandOver.FEWEST || !gate().allows(SizeGate.Kind.INDEX))
            return desk.say("networkcheck.handover.few", found.handed(), found.begun(), HandOver.FEWEST);
        return found.halfLife().isEmpty()
                ? desk.say("networkcheck.handover.most-stay", found.handed(), found.begun())
                : desk.say(
                        "networkcheck.handover.half-life",
                        Math.round(found.halfLife().getAsDouble()),
                        found.handed(),
                        found.begun());
    }

    List<CheckPage.Row> candidates(HandOver found) {
        return found.candidates().stream().map(this::row).toList();
    }

    private CheckPage.Row row(HandOver.Candidate candidate) {
        var body = candidate.body();
        var name = body == null ? desk.say("networkcheck.handover.plenaries") : body.name();
        var reasons = candidate.partners().stream()
                .map(it -> desk.say("networkcheck.handover.could", name(it.organisation()), reasons(it, candidate)))
                .toList();
        return new CheckPage.Row(
                desk.say("networkcheck.handover." + candidate.kind(), name),
                String.join(" ", reasons),
                body == null ? base + "/meetings" : base + "/groups/" + body.id());
    }

    private String reasons(HandOver.Ready ready, HandOver.Candidate candidate) {
        var reasons = new ArrayList<String>();
        if (ready.deputy()) reasons.add(desk.say("networkcheck.handover.deputy"));
        if (ready.housed() > 0) reasons.add(desk.say("networkcheck.handover.housed", ready.housed()));
        if (ready.put() > 0) reasons.add(desk.say("networkcheck.handover.put", ready.put()));
        if (ready.present() > 0)
            reasons.add(desk.say("networkcheck.handover.present", ready.present(), candidate.meetings()));
        return String.join(", ", reasons);
    }

    private String name(UUID organisation) {
        var member = members.get(organisation);
        return member == null ? "–" : member.name();
    }
}
