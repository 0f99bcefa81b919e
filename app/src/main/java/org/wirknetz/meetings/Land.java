package org.wirknetz.meetings;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.Locale;
import java.util.Optional;

/// A German Land with its public holidays.
public enum Land {
    BW,
    BY,
    BE,
    BB,
    HB,
    HH,
    HE,
    MV,
    NI,
    NW,
    RP,
    SL,
    SN,
    ST,
    SH,
    TH;

    private static final class Calendar {
        private static final HolidayManager GERMAN =
                HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.GERMANY));
    }

    /// What day it is there, where nobody works.
    public Optional<String> holiday(LocalDate day) {
        return Calendar.GERMAN.getHolidays(Year.of(day.getYear()), name().toLowerCase(Locale.ROOT)).stream()
                .filter(it -> it.getDate().equals(day))
                .map((Holiday it) -> it.getDescription(Locale.GERMAN))
                .sorted()
                .findFirst();
    }
}
