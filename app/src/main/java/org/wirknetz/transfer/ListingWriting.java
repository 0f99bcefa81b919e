package org.wirknetz.transfer;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.wirknetz.platform.tables.Folded;
import org.wirknetz.platform.tables.ListingRow;
import org.wirknetz.transfer.ImportCounts.Count;

/// Writes needs and offers. One of the same organisation, sort, title and first day is there already.
final class ListingWriting {

    private final JdbcTemplate db;
    private final UUID network;
    private final Map<String, UUID> organisations;
    private final GroupsAndAreas places;
    private final Runnable step;

    ListingWriting(
            JdbcTemplate db, UUID network, Map<String, UUID> organisations, GroupsAndAreas places, Runnable step) {
        this.db = db;
        this.network = network;
        this.organisations = organisations;
        this.places = places;
        this.step = step;
    }

    Count write(List<ListingRow> rows) {
        if (rows.isEmpty()) return Count.NONE;
        var there = there();
        int added = 0;
        int unchanged = 0;
        for (var row : rows) {
            step.run();
            var organisation = organisations.get(row.organisation());
            if (organisation == null) continue; // refused by the reader
            var sort = sort(row);
            if (!there.add(same(organisation, sort, row.title(), row.period().from()))) {
                unchanged++;
                continue;
            }
            db.update(
                    """
                    insert into exchange.listing (network, organisation, sort, title, details, topics, amount, unit, area, valid_from,
                           valid_to, visibility)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                    network,
                    organisation,
                    sort,
                    row.title(),
                    row.details(),
                    row.topics(),
                    row.amount(),
                    row.unit(),
                    row.area().isEmpty() ? null : places.area(row.area()),
                    row.period().from(),
                    row.period().to(),
                    visibility(row.visibility()));
            added++;
        }
        return new Count(added, 0, unchanged);
    }

    private Set<String> there() {
        var there = new HashSet<String>();
        db.query("select organisation, sort, title, valid_from from exchange.listing", row -> {
            there.add(same(
                    row.getObject("organisation", UUID.class),
                    row.getString("sort"),
                    row.getString("title"),
                    row.getObject("valid_from", LocalDate.class)));
        });
        return there;
    }

    private static String same(UUID organisation, String sort, String title, @Nullable LocalDate from) {
        return organisation + "|" + sort + "|" + Folded.words(title) + "|" + from;
    }

    private static String sort(ListingRow row) {
        if (row.need()) return "NEED";
        var word = Folded.word(row.sort());
        if (word.startsWith("ressource") || word.startsWith("resource")) return "RESOURCE";
        return word.startsWith("kompeten") || word.startsWith("competen") ? "COMPETENCE" : "OFFER";
    }

    private static String visibility(String written) {
        var word = Folded.word(written);
        if (word.startsWith("offentlich") || word.startsWith("public")) return "PUBLIC";
        return word.startsWith("koordinierung") || word.startsWith("office") ? "OFFICE" : "NETWORK";
    }
}
