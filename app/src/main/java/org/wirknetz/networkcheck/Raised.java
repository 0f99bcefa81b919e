package org.wirknetz.networkcheck;

import java.time.LocalDate;
import org.wirknetz.networkcheck.check.CheckResult;

/// Brings the signals of a check and the alarms of a day together, for those who may read them: what the office has
/// answered is silent here as it is on the page.
public interface Raised {

    /// The same check. For the office without the signals it has answered, and with the alarms that wait for an answer;
    /// for others as it is.
    CheckResult with(CheckResult check, LocalDate day);
}
