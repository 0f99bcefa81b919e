package org.wirknetz.networkcheck;

import java.time.LocalDate;

/// January to June, or July to December. `[from, to)`
public record HalfYear(LocalDate from, LocalDate to) {

    public static HalfYear of(LocalDate day) {
        var from = LocalDate.of(day.getYear(), day.getMonthValue() <= 6 ? 1 : 7, 1);
        return new HalfYear(from, from.plusMonths(6));
    }

    /// As in an address, such as `2026-2`; the one of the day where it is none.
    public static HalfYear parse(String typed, LocalDate day) {
        if (!typed.matches("(19|20|21)[0-9]{2}-[12]")) return of(day);
        return of(LocalDate.of(Integer.parseInt(typed.substring(0, 4)), typed.endsWith("1") ? 1 : 7, 1));
    }

    public HalfYear before() {
        return of(from.minusMonths(6));
    }

    public HalfYear after() {
        return of(to);
    }

    public int number() {
        return from.getMonthValue() == 1 ? 1 : 2;
    }

    public String key() {
        return from.getYear() + "-" + number();
    }
}
