package org.wirknetz.networkcheck.alarms;

import java.util.List;
import org.wirknetz.analysis.Favours;
import org.wirknetz.networkcheck.Neutrality;
import org.wirknetz.networkcheck.Silence;

/// The rules, in the order in which their alarms are told. The words of each begin with `networkcheck.alarm.` and its
/// name.
public enum Rule {
    /// A part of the network closes itself off (F4, M4).
    FISSION("F4", 0.2, true),
    /// An organisation's contact to all others hangs on somebody whom nobody stands in for (F3, M8).
    KEY_PERSON("F3", 2, true),
    /// A group in which only leaders know each other (F5, M7).
    LEADERSHIP_ONLY("F5", 0.25, true),
    /// More leave than before, or hardly a tie stays (M5).
    FLUCTUATION("M5", 2, true),
    /// Most of the money is public and ends soon, or comes from one source (F6, M6).
    FUNDING("M6", 0.1, true),
    /// Some are introduced more or less often than their share (F10, M11).
    NEUTRALITY("F10", 0.1, true),
    /// One gives and little comes back (F1, M10). The room of give and take tells it on the page Heute.
    ONE_SIDEDNESS("F1", 8, false),
    /// A partner has not been seen for long (C7.3).
    SILENT_PARTNER("C7.3", 180, true),
    /// Nobody fills a role of the target constellation (M1). The partners' room tells it on the page Heute.
    MISSING_ROLE("M1", 1, false),
    /// Nobody answers for a topic, or nobody of those who do has somebody to stand in (C4.4).
    RESPONSIBILITY("C4.4", 1, true);

    private final String code;
    private final double worse;
    private final boolean today;

    Rule(String code, double worse, boolean today) {
        this.code = code;
        this.worse = worse;
        this.today = today;
    }

    /// What it is called in the files of the check (contract, section 4).
    public String code() {
        return code;
    }

    /// By so much the figure must grow until an alarm that is known speaks again.
    public double worse() {
        return worse;
    }

    /// Whether this room tells it on the page Heute.
    public boolean isForToday() {
        return today;
    }

    /// The numbers in the words of the rule, as the office's answers have tuned them.
    public List<Object> thresholds(Tuning tuning) {
        int steps = tuning.steps(this);
        return switch (this) {
            case FISSION -> List.of(Fission.fall(steps));
            case KEY_PERSON -> List.of(People.LOST + steps, People.LOST_WITH_LEAVING + steps, People.SOON);
            case LEADERSHIP_ONLY -> List.of(People.PAIRS + steps);
            case FLUCTUATION -> List.of(Presence.EXITS + steps, Presence.STABLE);
            case FUNDING -> List.of(Money.hundredths(Money.SHORT, steps), Money.hundredths(Money.SINGLE, steps));
            case NEUTRALITY -> List.of(Neutrality.FEWEST + Balance.STEP_CASES * steps);
            case ONE_SIDEDNESS ->
                List.of(Math.round(Favours.REMINDER_VOLUME) + Balance.STEP_VOLUME * steps, Favours.REMINDER_MONTHS);
            case SILENT_PARTNER -> List.of(Silence.LONG + Presence.STEP_DAYS * steps);
            case MISSING_ROLE -> List.of(Presence.WEIGHT + steps);
            case RESPONSIBILITY -> List.of(Answering.STEP_DAYS * steps);
        };
    }
}
