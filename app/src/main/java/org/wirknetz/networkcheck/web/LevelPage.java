package org.wirknetz.networkcheck.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wirknetz.networkcheck.Levels;

/// One partner: who takes part on which level, and whom one could invite.
///
/// @param doers who works there operatively; empty for those who do not see them by name
/// @param named whether the reader sees them by name
/// @param actions what to do where nobody is known
public record LevelPage(
        Levels.Partner partner, List<Doer> doers, boolean named, String why, List<StepsPage.Action> actions) {

    /// @param last day of the last meeting they were at; null where none is known
    /// @param invitations each invites this person to a meeting that is coming
    /// @param invited meetings that are coming to which they are invited already
    public record Doer(
            String name,
            String path,
            @Nullable LocalDate last,
            List<StepsPage.Action> invitations,
            List<String> invited) {}

    public List<org.wirknetz.analysis.PersonalContacts.Level> levels() {
        return LevelsPage.LEVELS;
    }
}
