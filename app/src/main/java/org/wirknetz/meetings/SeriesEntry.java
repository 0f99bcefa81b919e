package org.wirknetz.meetings;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wirknetz.platform.Refused;

/// What is said of a series when it is planned.
///
/// @param last the last day it can fall on: a series has an end
/// @param minutes how long each takes
/// @param land whose holidays are left out; null leaves none out
/// @param hosts organisations that take turns, in this order
/// @param topics what the first, second … is about; begun again after the last
public record SeriesEntry(
        String title,
        MeetingKind kind,
        Circle circle,
        @Nullable UUID group,
        Rhythm rhythm,
        LocalDate first,
        LocalDate last,
        LocalTime begins,
        int minutes,
        @Nullable Land land,
        @Nullable UUID venue,
        @Nullable String online,
        @Nullable Integer capacity,
        List<UUID> hosts,
        List<String> topics) {

    private static final int MOST_IN_TURN = 100;

    /// @throws Refused with a sentence for what is missing or odd
    public SeriesEntry {
        title = Texts.title(title);
        online = MeetingEntry.link(online);
        if (last.isBefore(first)) throw new Refused("meetings.series.ends-before-it-begins");
        if (minutes < 5 || minutes > 1440) throw new Refused("meetings.series.no-minutes");
        if (capacity != null && (capacity < 1 || capacity > 100_000)) throw new Refused("meetings.no-capacity");
        hosts = List.copyOf(hosts);
        topics = topics.stream()
                .map(it -> Texts.line(it, 200))
                .filter(java.util.Objects::nonNull)
                .toList();
        if (hosts.size() > MOST_IN_TURN || topics.size() > MOST_IN_TURN)
            throw new Refused("meetings.series.too-many-turns", MOST_IN_TURN);
    }

    /// One date of it.
    ///
    /// @param holiday what day that is in the Land; then nobody meets
    public record Date(LocalDate day, @Nullable String holiday) {}

    public List<Date> dates() {
        return rhythm.days(first, last).stream()
                .map(day ->
                        new Date(day, land == null ? null : land.holiday(day).orElse(null)))
                .toList();
    }

    /// @param n counted from 0 over the dates that are kept
    MeetingEntry meeting(LocalDate day, int n) {
        LocalDateTime starts = day.atTime(begins);
        return new MeetingEntry(
                topics.isEmpty() ? title : shortened(title + ": " + topics.get(n % topics.size())),
                kind,
                circle,
                group,
                new Slot(starts, starts.plusMinutes(minutes)),
                venue,
                null,
                online,
                hosts.isEmpty() ? null : hosts.get(n % hosts.size()),
                null,
                capacity,
                null);
    }

    private static String shortened(String title) {
        return title.length() > 200 ? title.substring(0, 200) : title;
    }
}
