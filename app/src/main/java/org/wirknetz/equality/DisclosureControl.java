package org.wirknetz.equality;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.equality.Sheet.Place;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Refused;

/// The one way from counts to anything that is shown: it reads them, protects them, stores what may be read
/// as a [Release], and leaves of the counts only the sums it was made from.
///
/// Minimum count, whole bodies, zeros, dominance and p-percent rule, what an organisation is left with that
/// takes off its own part; complementary suppression checked by exact bounds; guarded against what was
/// published before, under whatever name (`domain.md` 6.4).
@Component
@Transactional
public class DisclosureControl {

    private final JdbcClient db;
    private final Definitions definitions;

    DisclosureControl(JdbcClient db, Definitions definitions) {
        this.db = db;
        this.definitions = definitions;
    }

    record Asked(
            UUID id,
            String definition,
            Subject subject,
            Mode mode,
            LocalDate reportingOn,
            @Nullable BigDecimal reference,
            @Nullable String referenceSource,
            @Nullable String action,
            boolean closed) {}

    /// @return the release
    /// @throws Refused `equality.not-closed`, `equality.published-already`, `equality.later-published`,
    /// `equality.renamed`, `equality.too-similar`, `equality.cannot-protect`, `equality.too-large`,
    /// `equality.too-much`
    public UUID publish(CollectionId collection, LocalDate on) {
        var asked = asked(collection);
        var definition = definitions.of(asked.definition());
        // Two of one series at the same moment would not see each other, and what one hides the other could tell.
        db.sql("select pg_advisory_xact_lock(hashtextextended('equality/' || platform.network() || :series, 0))")
                .param("series", "/" + asked.definition() + "/" + asked.subject())
                .query()
                .listOfRows();
        var series = Series.of(db, asked.definition(), asked.subject());
        if (series.former().stream().anyMatch(it -> it.reportingOn().isAfter(asked.reportingOn())))
            throw new Refused("equality.later-published");
        var tally = CountKeeping.tally(db, collection.value());
        var places = db.sql("""
                        select id, position, name, measure, strand, anew from equality.line where collection = ? order by position
                        """).param(collection.value()).query(Place.class).list();
        boolean bodies = asked.subject() == Subject.BODIES;
        boolean detailed = bodies && detailed(definition, places, tally, series);
        var sheet = Sheet.of(definition, detailed, places, tally, series);
        new RenamedLines(sheet, series).requireToldApart();
        return bodies
                ? press(asked, on, HeldBack.of(sheet, tally, series), tally, series)
                : press(asked, on, sheet, tally, series);
    }

    private UUID press(Asked asked, LocalDate on, HeldBack bodies, Tally tally, Series series) {
        var sheet = bodies.sheet();
        var press = new Press(db, UUID.randomUUID(), sheet);
        press.head(asked, on, new Shield(sheet, tally, series).unknown(bodies.whole()));
        press.table(sheet.rows(), bodies.whole());
        press.sums(bodies.whole());
        CountKeeping.settle(db, new CollectionId(asked.id()), sheet, tally);
        return press.release();
    }

    private UUID press(Asked asked, LocalDate on, Sheet resources, Tally tally, Series series) {
        var press = new Press(db, UUID.randomUUID(), resources);
        var shield = new Shield(resources, tally, series);
        press.head(asked, on, null);
        for (var row : resources.rows()) press.table(List.of(row), shield.resource(row));
        CountKeeping.settle(db, new CollectionId(asked.id()), resources, tally);
        return press.release();
    }

    private Asked asked(CollectionId collection) {
        var asked = db.sql("""
                        select id, definition, subject, mode, reporting_on, reference, reference_source, action,
                               closed_on is not null as closed
                          from equality.collection where id = ? for update
                        """)
                .param(collection.value())
                .query(Asked.class)
                .optional()
                .orElseThrow(NotFound::new);
        if (!asked.closed()) throw new Refused("equality.not-closed");
        if (db.sql("select exists (select from equality.release where collection = ?)")
                .param(collection.value())
                .query(Boolean.class)
                .single()) throw new Refused("equality.published-already");
        return asked;
    }

    /// The columns of a series stay as they were: a change of columns would be a second view of the same
    /// people.
    private static boolean detailed(Definition definition, List<Place> places, Tally tally, Series series) {
        var last = series.last();
        if (last.isPresent()) return last.get().release().head().detailed();
        if (definition.columns().size() <= 2) return false;
        var finest = Sheet.of(definition, true, places, tally, series);
        for (long total : finest.total()) if (Shield.PEOPLE.isUnsafe(total)) return false;
        return true;
    }
}
