package org.wirknetz.tasks;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wirknetz.platform.Refused;

/// What is written down about a task.
///
/// @param organisation with whom it lies; null: the office
/// @param person who sees to it there
/// @param due the last day on which it is in time; null when there is none
/// @param initiator whose idea it was; null: the office
/// @param promisedTo to whom it was promised: it is a promise then
/// @param hours how many it is reckoned to take, with one decimal; null where nobody has said
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
        @Nullable UUID promisedPerson,
        @Nullable BigDecimal hours) {

    private static final BigDecimal MOST_HOURS = BigDecimal.valueOf(10_000);

    /// @throws Refused when the title is missing, a text is too long or the hours are none
    public TaskEntry {
        title = Texts.needed(title, 300, "tasks.title-missing");
        note = Texts.clean(note, 4000);
        Days.require(due);
        if (hours != null) {
            hours = hours.setScale(1, RoundingMode.HALF_UP);
            if (hours.signum() <= 0 || hours.compareTo(MOST_HOURS) > 0) throw new Refused("tasks.no-hours");
        }
    }

    /// A task of the office without a date; the rest is told after it.
    public static TaskEntry of(String title) {
        return new TaskEntry(title, null, null, null, null, null, null, null, null, null, null, null);
    }

    public TaskEntry titled(String title) {
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
                promisedPerson,
                hours);
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
                promisedPerson,
                hours);
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
                promisedPerson,
                hours);
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
                promisedPerson,
                hours);
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
                promisedPerson,
                hours);
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
                promisedPerson,
                hours);
    }

    boolean promise() {
        return promisedTo != null || promisedPerson != null;
    }
}
