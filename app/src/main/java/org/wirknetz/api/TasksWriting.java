package org.wirknetz.api;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wirknetz.access.Visitor;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.tasks.DecisionId;
import org.wirknetz.tasks.TaskEntry;
import org.wirknetz.tasks.TaskId;
import org.wirknetz.tasks.TaskPermissions;
import org.wirknetz.tasks.Tasks;

/// Tasks by call: given, changed, done, taken out.
@Component
class TasksWriting implements Writing {

    private final Tasks tasks;
    private final TaskPermissions may;

    TasksWriting(Tasks tasks, TaskPermissions may) {
        this.tasks = tasks;
        this.may = may;
    }

    @Override
    public UUID create(Visitor visitor, Map<String, @Nullable Object> values) {
        if (values.containsKey("doneOn") || values.containsKey("outcome"))
            throw new Invalid(422, "doneOn", "api.read-only");
        Forbidden.unless(may.decide(visitor, new Sent(values).id("groupId", null)));
        return tasks.assign(entry(values, null)).value();
    }

    /// A day in `doneOn` is all there is to say of a task that is done.
    @Override
    public void change(Visitor visitor, UUID id, Map<String, @Nullable Object> values) {
        var known = tasks.require(new TaskId(id));
        if (values.get("doneOn") instanceof LocalDate day) {
            Forbidden.unless(may.settle(visitor, known.organisation(), known.person(), known.group()));
            tasks.finish(new TaskId(id), day, new Sent(values).text("outcome", null));
            return;
        }
        Forbidden.unless(may.decide(visitor, known.group()));
        Forbidden.unless(may.decide(visitor, new Sent(values).id("groupId", known.group())));
        if (values.containsKey("doneOn")) {
            tasks.reopen(new TaskId(id), null);
            return;
        }
        tasks.revise(new TaskId(id), known.version(), entry(values, tasks.entry(new TaskId(id))));
    }

    @Override
    public void remove(Visitor visitor, UUID id) {
        Forbidden.unless(may.decide(visitor, tasks.require(new TaskId(id)).group()));
        tasks.remove(new TaskId(id));
    }

    private static TaskEntry entry(Map<String, @Nullable Object> values, @Nullable TaskEntry given) {
        var known = given == null ? TaskEntry.of("-") : given;
        var sent = new Sent(values);
        var decision = known.decision();
        var decided = sent.id("decisionId", decision == null ? null : decision.value());
        var title = sent.text("title", given == null ? null : known.title());
        return new TaskEntry(
                title == null ? "" : title,
                sent.text("note", known.note()),
                sent.id("ownerOrganisation", known.organisation()),
                sent.id("ownerPerson", known.person()),
                sent.day("dueOn", known.due()),
                sent.id("groupId", known.group()),
                sent.id("meetingId", known.meeting()),
                decided == null ? null : new DecisionId(decided),
                sent.id("initiatorOrganisation", known.initiator()),
                sent.id("promisedTo", known.promisedTo()),
                sent.id("promisedPerson", known.promisedPerson()),
                sent.decimal("hours", known.hours()));
    }
}
