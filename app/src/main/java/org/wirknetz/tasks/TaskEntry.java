package org.wirknetz.tasks;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is written down about a task.
///
/// @param organisation with whom it lies; null: the office
/// @param person who sees to it there
/// @param due the last day on which it is in time; null when there is none
/// @param initiator whose idea it was; null: the office
/// @param promisedTo to whom it was promised: it is a promise then
public record TaskEntry(
        String title,
        @Nullable String note,
        @Nullable UUID organisation,
        @Nullable UUID person,
        @Nullable LocalDate due,
        @Nullable UUID group,
        @Nullable UUID meeting,
        @Nullable DecisionId decision,
        @Nullable UUID initiator,
        @Nullable UUID promisedTo,
        @Nullable UUID promisedPerson) {

    /// @throws org.wirknetz.platform.Refused when the title is missing or a text is too long
    public TaskEntry {
        title = Texts.needed(title, 300, "tasks.title-missing");
        note = Texts.clean(note, 4000);
        Days.require(due);
    }

    /// A task of the office without a date; the rest is told after it.
    public static TaskEntry of(String title) {
        return new TaskEntry(title, null, null, null, null, null, null, null, null, null, null);
    }

    public TaskEntry lyingWith(@Nullable UUID organisation, @Nullable UUID person) {
        return new TaskEntry(
                title,
                note,
                organisation,
                person,
                due,
                group,
                meeting,
                decision,
                initiator,
                promisedTo,
                promisedPerson);
    }

    public TaskEntry dueOn(@Nullable LocalDate due) {
        return new TaskEntry(
                title,
                note,
                organisation,
                person,
                due,
                group,
                meeting,
                decision,
                initiator,
                promisedTo,
                promisedPerson);
    }

    public TaskEntry noting(@Nullable String note) {
        return new TaskEntry(
                title,
                note,
                organisation,
                person,
                due,
                group,
                meeting,
                decision,
                initiator,
                promisedTo,
                promisedPerson);
    }

    /// @param group and meeting in which it was given
    public TaskEntry from(@Nullable UUID group, @Nullable UUID meeting, @Nullable DecisionId decision) {
        return new TaskEntry(
                title,
                note,
                organisation,
                person,
                due,
                group,
                meeting,
                decision,
                initiator,
                promisedTo,
                promisedPerson);
    }

    public TaskEntry begunBy(@Nullable UUID initiator) {
        return new TaskEntry(
                title,
                note,
                organisation,
                person,
                due,
                group,
                meeting,
                decision,
                initiator,
                promisedTo,
                promisedPerson);
    }

    boolean promise() {
        return promisedTo != null || promisedPerson != null;
    }
}
