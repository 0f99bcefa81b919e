package org.wirknetz.meetings.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wirknetz.directory.LoadBudgets;
import org.wirknetz.meetings.Dispatches;

/// Who is asked and who comes, as the page of a meeting shows it.
///
/// @param pending what would be told now; null for those who do not plan
/// @param over whether the meeting has ended
/// @param wide whether the visitor may invite the whole network
/// @param beyond organisations on the list of whom this asks more than they can give
public record ComingPart(
        InvitationRows invitations,
        Dispatches.@Nullable Pending pending,
        boolean over,
        boolean wide,
        List<LoadBudgets.Beyond> beyond) {

    public ComingPart {
        beyond = List.copyOf(beyond);
    }
}
