package org.wirknetz.networkcheck.web;

import java.time.LocalDate;
import java.util.List;

/// One chapter of the network check.
///
/// @param blocks the measures
/// @param notice why little is shown, or empty
/// @param done of the history that is being worked out, in hundredths; 100 where it is there
/// @param stopped somebody ended that work
/// @param organisations counted here
/// @param size what can be said of so many, in sentences
/// @param stops whether the reader may end it, or want it again
public record ChapterPage(
        Chapter chapter,
        LocalDate asOf,
        boolean coordinator,
        boolean canLeaveOut,
        List<CheckPage.Block> blocks,
        String notice,
        long done,
        boolean stopped,
        int organisations,
        List<String> size,
        boolean stops) {

    /// The way to how far it is.
    public String query() {
        return "chapter=" + chapter.path() + "&asOf=" + asOf + "&coordinator=" + (coordinator ? "with" : "without");
    }
}
