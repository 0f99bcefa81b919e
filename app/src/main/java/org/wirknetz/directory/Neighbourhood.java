package org.wirknetz.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wirknetz.platform.web.EgoPicture;

/// Whom one organisation works with on one day: a small drawing, and the same as lines.
///
/// @param caption what is drawn and what is left out
/// @param lines the first ties; the whole list is at `all`
/// @param enter where a tie is entered; null for those who may not
public record Neighbourhood(
        EgoPicture picture,
        String caption,
        int ties,
        List<Line> lines,
        String all,
        @Nullable String enter) {

    /// @param strength in words, empty where nobody said
    public record Line(
            UUID tie,
            String partner,
            String partnerHref,
            String kind,
            String strength,
            boolean confirmedByBoth,
            @Nullable LocalDate since) {}
}
