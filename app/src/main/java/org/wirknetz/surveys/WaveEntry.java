package org.wirknetz.surveys;

import java.time.LocalDate;
import org.wirknetz.platform.Refused;

/// What a wave is to be.
///
/// @param purpose what comes of it, in words that everybody reads before answering
/// @param closesOn the last day on which answers count
/// @param reminders how often those who have not answered are reminded, 0 to 2 times
public record WaveEntry(String title, String purpose, LocalDate closesOn, int reminders) {

    public static final int MOST_REMINDERS = 2;
    public static final int LONGEST_TITLE = 200;
    public static final int LONGEST_PURPOSE = 2000;

    /// @throws Refused when something is missing, too long or out of range
    public WaveEntry {
        title = Texts.needed(title, LONGEST_TITLE);
        purpose = Texts.needed(purpose, LONGEST_PURPOSE);
        if (reminders < 0 || reminders > MOST_REMINDERS) throw new Refused("surveys.reminders-wrong", MOST_REMINDERS);
    }
}
