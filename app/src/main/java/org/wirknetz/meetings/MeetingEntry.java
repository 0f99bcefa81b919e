package org.wirknetz.meetings;

import java.time.LocalDate;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wirknetz.platform.Refused;

/// What is said of a meeting when it is planned.
///
/// @param group whose meeting it is; null for none
/// @param place in words, where no venue is kept for it
/// @param online an address beginning with https://
/// @param host organisation that receives the others
/// @param capacity how many can come; null for as many as like
/// @param replyUntil the last day for answers
public record MeetingEntry(
        String title,
        MeetingKind kind,
        Circle circle,
        @Nullable UUID group,
        Slot slot,
        @Nullable UUID venue,
        @Nullable String place,
        @Nullable String online,
        @Nullable UUID host,
        @Nullable String purpose,
        @Nullable Integer capacity,
        @Nullable LocalDate replyUntil) {

    private static final Pattern LINK = Pattern.compile("https?://[^\\s\"<>\\\\^`{|}]+");

    /// @throws Refused with a sentence for what is missing, too long, or no address
    public MeetingEntry {
        title = Texts.title(title);
        place = Texts.line(place, 300);
        online = link(online);
        purpose = Texts.clean(purpose, 4000);
        if (capacity != null && (capacity < 1 || capacity > 100_000)) throw new Refused("meetings.no-capacity");
        if (replyUntil != null && replyUntil.isAfter(slot.day())) throw new Refused("meetings.reply-too-late");
    }

    static @Nullable String link(@Nullable String typed) {
        var link = Texts.line(typed, 500);
        if (link != null && !LINK.matcher(link).matches()) throw new Refused("meetings.no-link");
        return link;
    }
}
