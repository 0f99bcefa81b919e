package org.wirknetz.platform;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/// Makes the one clock everything asks. People in the field live in one time zone: Europe/Berlin.
public final class ClockSource {

    public static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private ClockSource() {}

    /// @param fixed an ISO date (taken at 09:00) or instant; null or blank for the running clock
    /// @throws WrongSetting when it is neither
    public static Clock of(@Nullable String fixed) {
        if (fixed == null || fixed.isBlank()) return Clock.system(ZONE);
        try {
            var instant = fixed.length() == 10
                    ? LocalDate.parse(fixed)
                            .atTime(LocalTime.of(9, 0))
                            .atZone(ZONE)
                            .toInstant()
                    : Instant.parse(fixed);
            return Clock.fixed(instant, ZONE);
        } catch (DateTimeParseException notADate) {
            throw new WrongSetting("platform.setting.clock", fixed);
        }
    }
}
