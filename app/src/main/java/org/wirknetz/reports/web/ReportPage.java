package org.wirknetz.reports.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wirknetz.networkcheck.HalfYear;
import org.wirknetz.reports.Edition;
import org.wirknetz.reports.Place;

/// The reports there are, and for the office the one it prepares.
///
/// @param preparing null for those who only read
/// @param graphs the network for other programs, as this reader may have it
public record ReportPage(List<Line> reports, @Nullable Preparing preparing, List<Graph> graphs) {

    /// @param words the end of the key of its words
    public record Graph(String words, String href) {}

    /// @param releasedOn null until those outside may read it
    public record Line(
            UUID id,
            String title,
            LocalDate frozenOn,
            @Nullable LocalDate releasedOn) {}

    public record Choice(String key, String title) {}

    /// @param choices the half-years that can be chosen, the newest first
    /// @param frozen the report of this half-year, where it is frozen already
    /// @param over whether the half-year is, so that it can be frozen
    public record Preparing(
            HalfYear period,
            List<Choice> choices,
            Edition edition,
            Map<Place, String> passages,
            @Nullable UUID frozen,
            boolean over) {

        public Place[] places() {
            return Place.values();
        }

        public String passage(Place place) {
            return passages.getOrDefault(place, "");
        }
    }
}
