package org.wirknetz.api;

import static org.wirknetz.api.Field.of;
import static org.wirknetz.api.Field.oneOf;
import static org.wirknetz.api.Field.text;

import java.util.List;
import org.springframework.stereotype.Component;
import org.wirknetz.api.Field.Type;
import org.wirknetz.tasks.TaskPermissions;

/// Decisions and tasks; the database leaves out those one may not read.
@Component
class TaskResources implements RoomResources {

    private final TaskPermissions tasks;
    private final TasksWriting tasksWriting;
    private final DecisionsWriting decisionsWriting;

    TaskResources(TaskPermissions tasks, TasksWriting tasksWriting, DecisionsWriting decisionsWriting) {
        this.tasks = tasks;
        this.tasksWriting = tasksWriting;
        this.decisionsWriting = decisionsWriting;
    }

    @Override
    public List<Resource> resources() {
        return List.of(
                new Resource(
                        "decisions",
                        "tasks.decision",
                        """
                        (select d.network, d.id, d.number, d.title, d.body, d.mandate_basis, d.decided_on, d.group_id, d.meeting_id,
                                d.owner_organisation, case when access.is_inside() then d.owner_person end as owner_person, d.due_on,
                                d.sphere, d.disclosure, d.funding, c.state, c.done_on, d.dropped_on, d.reason, d.version
                           from tasks.decision d
                           join tasks.decision_card c on c.network = d.network and c.id = d.id)""",
                        List.of(
                                of("number", Type.INTEGER).readOnly(),
                                text("title", 300).needed(),
                                text("body", 8_000),
                                text("mandateBasis", 1_000),
                                of("decidedOn", Type.DATE).needed(),
                                of("groupId", Type.UUID),
                                of("meetingId", Type.UUID),
                                of("ownerOrganisation", Type.UUID),
                                of("ownerPerson", Type.UUID),
                                of("dueOn", Type.DATE),
                                oneOf("sphere", "PRACTICE", "THEORY"),
                                oneOf("disclosure", "BODY", "NETWORK", "PUBLIC"),
                                of("funding", Type.BOOLEAN),
                                oneOf("state", "OPEN", "DONE", "DROPPED", "STANDING")
                                        .readOnly(),
                                of("doneOn", Type.DATE),
                                of("droppedOn", Type.DATE).readOnly(),
                                text("reason", 1_000).readOnly(),
                                of("version", Type.INTEGER).readOnly()),
                        tasks::readDecisions,
                        tasks::readTasks,
                        decisionsWriting),
                new Resource(
                        "tasks",
                        "tasks.task",
                        "tasks.task",
                        List.of(
                                text("title", 300).needed(),
                                text("note", 4_000),
                                of("ownerOrganisation", Type.UUID),
                                of("ownerPerson", Type.UUID),
                                of("givenOn", Type.DATE).readOnly(),
                                of("dueOn", Type.DATE),
                                of("doneOn", Type.DATE),
                                text("outcome", 1_000),
                                of("droppedOn", Type.DATE).readOnly(),
                                text("reason", 1_000).readOnly(),
                                of("groupId", Type.UUID),
                                of("meetingId", Type.UUID),
                                of("decisionId", Type.UUID),
                                of("initiatorOrganisation", Type.UUID),
                                of("promisedTo", Type.UUID),
                                of("promisedPerson", Type.UUID),
                                of("hours", Type.NUMBER),
                                of("version", Type.INTEGER).readOnly()),
                        tasks::readTasks,
                        tasks::readTasks,
                        tasksWriting));
    }
}
