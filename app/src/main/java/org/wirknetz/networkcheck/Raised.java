package org.wirknetz.networkcheck;

import java.time.LocalDate;
import java.util.List;
import org.wirknetz.networkcheck.check.CheckResult.Signal;

/// Says the alarms of a day as the signals of the contract, to those who may read them.
public interface Raised {

    /// Those that wait for an answer; none for readers other than the office.
    List<Signal> on(LocalDate day);
}
