package org.wirknetz.meetings;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wirknetz.platform.Refused;

/// A place where people meet (German: *Ort*).
///
/// @param accessNote what else counts for who comes in: lift, toilet, induction loop
/// @param directions how to get there by bus, by car, from the door on
/// @param organisation whose house it is
public record VenueEntry(
        String name,
        @Nullable String street,
        @Nullable String postcode,
        @Nullable String city,
        StepFree stepFree,
        @Nullable String accessNote,
        @Nullable String directions,
        @Nullable UUID organisation) {

    /// Whether one gets in and around without a step.
    public enum StepFree {
        YES,
        PARTLY,
        NO,
        UNKNOWN
    }

    /// @throws Refused when the name is missing or a text is too long
    public VenueEntry {
        var named = Texts.line(name, 200);
        if (named == null) throw new Refused("meetings.venue.name-missing");
        name = named;
        street = Texts.line(street, 200);
        postcode = Texts.line(postcode, 20);
        city = Texts.line(city, 100);
        accessNote = Texts.clean(accessNote, 1000);
        directions = Texts.clean(directions, 2000);
    }
}
