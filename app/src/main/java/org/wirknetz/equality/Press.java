package org.wirknetz.equality;

import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wirknetz.analysis.disclosure.Cause;
import org.wirknetz.analysis.disclosure.Protected;
import org.wirknetz.equality.Sheet.Place;
import org.wirknetz.equality.Sheet.Row;

/// Writes down what may be read, with a verdict for each number that may not.
record Press(JdbcClient db, UUID release, Sheet sheet) {

    void head(DisclosureControl.Asked asked, LocalDate on, @Nullable Long unknown) {
        db.sql("""
                        insert into equality.release (network, id, collection, definition, subject, mode, reporting_on, published_on, detailed,
                                                      unknown, organisations, typed, reference, reference_source, action)
                        select platform.network(), :id, :collection, :definition, :subject, :mode, :reporting, :on, :detailed, :unknown,
                               case when :mode = 'COUNTS' then (select count(*) from equality.answered a where a.collection = :collection) end,
                               case when :mode = 'COUNTS' then (select count(*) from equality.answered a
                                                                 where a.collection = :collection and a.hand = :office) end,
                               :reference, :source, :action
                        """)
                .param("id", release)
                .param("collection", asked.id())
                .param("definition", asked.definition())
                .param("subject", asked.subject().name())
                .param("mode", asked.mode().name())
                .param("reporting", asked.reportingOn())
                .param("on", on)
                .param("detailed", sheet.detailed())
                .param("office", Tally.OFFICE)
                .param("unknown", unknown, Types.BIGINT)
                .param("reference", asked.reference(), Types.NUMERIC)
                .param("source", asked.referenceSource(), Types.VARCHAR)
                .param("action", asked.action(), Types.VARCHAR)
                .update();
    }

    void table(List<Row> rows, Protected table) {
        for (int r = 0; r < rows.size(); r++)
            for (int c = 0; c <= sheet.columns().size(); c++)
                cell(rows.get(r).place(), rows.get(r).repeatedFrom(), table, r, c);
    }

    void sums(Protected table) {
        var place = new Place(release, 0, "", Measure.PERSONS, release, false);
        for (int c = 0; c <= sheet.columns().size(); c++)
            cell(place, null, table, sheet.rows().size(), c);
    }

    private void cell(Place place, @Nullable LocalDate repeatedFrom, Protected table, int row, int column) {
        var key = column < sheet.columns().size() ? sheet.columns().get(column) : Release.TOTAL;
        var number = table.count(row, column);
        db.sql("""
                        insert into equality.cell (network, release, position, name, measure, place, number, repeated_from)
                        values (platform.network(), :release, :position, :name, :measure, :place, :number, :repeated)
                        """)
                .param("release", release)
                .param("position", place.position())
                .param("name", place.name())
                .param("measure", place.measure().name())
                .param("place", key)
                .param("number", number.isPresent() ? number.getAsLong() : null, Types.BIGINT)
                .param("repeated", repeatedFrom, Types.DATE)
                .update();
        var cause = table.cause(row, column);
        if (cause.isEmpty()) return;
        var bounds = table.bounds(row, column);
        db.sql("""
                        insert into equality.verdict (network, release, position, place, cause, low, high)
                        values (platform.network(), :release, :position, :place, :cause, :low, :high)
                        """)
                .param("release", release)
                .param("position", place.position())
                .param("place", key)
                .param("cause", told(cause.get(), place.measure()).name())
                .param("low", (long) bounds.low())
                .param("high", Double.isInfinite(bounds.high()) ? null : (long) bounds.high(), Types.BIGINT)
                .update();
    }

    /// A cause that only a 0 has would tell the number itself.
    private static Cause told(Cause cause, Measure measure) {
        if (cause != Cause.NOBODY) return cause;
        return measure == Measure.EURO ? Cause.DOMINANCE : Cause.MINIMUM;
    }
}
