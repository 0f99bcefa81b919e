package org.wirknetz.networkcheck.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A frozen map as it is shown: inside, to a funder, or to anybody. What the page says comes from the
/// copy alone.
///
/// @param sentence how many organisations and ties, and of which day
/// @param export address of the map, below which its files lie; null where there are none
/// @param office what the office does with it; null for everybody else
public record FrozenPage(
        String title,
        String sentence,
        boolean hidden,
        MapDrawing drawing,
        List<Group> groups,
        List<Organisation> organisations,
        List<Tie> ties,
        boolean kinds,
        @Nullable String export,
        @Nullable Office office) {

    public String file(String name) {
        return MapFiles.address(name);
    }

    public record Group(String name, int colour, int shape) {}

    public record Organisation(String name, String group, int degree) {}

    public record Tie(String from, String to, String kind) {}

    /// @param warning how many could be recognised all the same; empty where names are shown anyway
    /// @param address for everybody, where one was made just now; else empty
    public record Office(UUID id, boolean approved, boolean open, String warning, String address) {}

    /// One in the list.
    public record Line(UUID id, String title, String told, boolean approved, boolean open, boolean hidden) {}
}
