package org.wirknetz.api;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wirknetz.access.Visitor;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.tasks.DecisionEntry;
import org.wirknetz.tasks.DecisionId;
import org.wirknetz.tasks.Decisions;
import org.wirknetz.tasks.Disclosure;
import org.wirknetz.tasks.Sphere;
import org.wirknetz.tasks.TaskPermissions;

/// Decisions by call: entered under the next number, changed, put into practice, taken out.
@Component
class DecisionsWriting implements Writing {

    private final Decisions decisions;
    private final TaskPermissions may;

    DecisionsWriting(Decisions decisions, TaskPermissions may) {
        this.decisions = decisions;
        this.may = may;
    }

    @Override
    public UUID create(Visitor visitor, Map<String, @Nullable Object> values) {
        if (values.containsKey("doneOn")) throw new Invalid(422, "doneOn", "api.read-only");
        Forbidden.unless(may.decide(visitor, new Sent(values).id("groupId", null)));
        if (!(values.get("decidedOn") instanceof LocalDate decided)) throw new Invalid(422, "decidedOn", "api.missing");
        return decisions
                .record(entry(values, DecisionEntry.of(String.valueOf(values.get("title")), null, decided, null, null)))
                .value();
    }

    /// A day in `doneOn` is all there is to say of a decision that is put into practice.
    @Override
    public void change(Visitor visitor, UUID id, Map<String, @Nullable Object> values) {
        var known = decisions.require(new DecisionId(id));
        Forbidden.unless(may.decide(visitor, known.group()));
        Forbidden.unless(may.decide(visitor, new Sent(values).id("groupId", known.group())));
        if (values.get("doneOn") instanceof LocalDate day) {
            decisions.finish(new DecisionId(id), day);
            return;
        }
        if (values.containsKey("doneOn")) {
            decisions.reopen(new DecisionId(id));
            return;
        }
        decisions.revise(new DecisionId(id), known.version(), entry(values, decisions.entry(new DecisionId(id))));
    }

    @Override
    public void remove(Visitor visitor, UUID id) {
        Forbidden.unless(
                may.decide(visitor, decisions.require(new DecisionId(id)).group()));
        decisions.remove(new DecisionId(id));
    }

    private static DecisionEntry entry(Map<String, @Nullable Object> values, DecisionEntry known) {
        var sent = new Sent(values);
        var sphere = known.sphere();
        var said = sent.text("sphere", sphere == null ? null : sphere.name());
        var disclosure = sent.text("disclosure", known.disclosure().name());
        var title = sent.text("title", known.title());
        var decided = sent.day("decidedOn", known.decidedOn());
        return new DecisionEntry(
                title == null ? "" : title,
                sent.text("body", known.body()),
                sent.text("mandateBasis", known.mandateBasis()),
                decided == null ? known.decidedOn() : decided,
                sent.id("groupId", known.group()),
                sent.id("meetingId", known.meeting()),
                sent.id("ownerOrganisation", known.organisation()),
                sent.id("ownerPerson", known.person()),
                sent.day("dueOn", known.due()),
                said == null ? null : Sphere.valueOf(said),
                disclosure == null ? Disclosure.BODY : Disclosure.valueOf(disclosure),
                sent.yes("funding", known.funding()));
    }
}
