package org.wirknetz.networkcheck.web;

import java.time.LocalDate;
import java.util.List;

/// One chapter of the network check.
///
/// @param blocks the measures
/// @param notice why little is shown, or empty
/// @param done of the history that is being worked out, in hundredths; 100 where it is there
public record ChapterPage(
        Chapter chapter,
        LocalDate asOf,
        boolean coordinator,
        boolean canLeaveOut,
        List<CheckPage.Block> blocks,
        String notice,
        long done) {}
