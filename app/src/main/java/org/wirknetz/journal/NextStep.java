package org.wirknetz.journal;

import java.time.LocalDate;

/// What is to be done next, and the day on which to think of it again.
public record NextStep(String what, LocalDate dueOn) {

    public static final int LONGEST = 300;

    /// @throws org.wirknetz.platform.Refused `journal.empty` or `journal.too-long`
    public NextStep {
        what = Texts.line(what, LONGEST);
    }
}
