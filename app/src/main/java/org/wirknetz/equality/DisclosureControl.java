package org.wirknetz.equality;

import java.math.BigDecimal;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.analysis.Effort;
import org.wirknetz.analysis.disclosure.AmountRule;
import org.wirknetz.analysis.disclosure.Cause;
import org.wirknetz.analysis.disclosure.CountRule;
import org.wirknetz.analysis.disclosure.CountTable;
import org.wirknetz.analysis.disclosure.Marks;
import org.wirknetz.analysis.disclosure.Protected;
import org.wirknetz.analysis.disclosure.Together;
import org.wirknetz.equality.Sheet.Place;
import org.wirknetz.equality.Sheet.Row;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Refused;

/// The one way from counts to anything that is shown: it reads them, protects them, stores what may be read
/// as a [Release], and leaves of the counts only the sums it was made from.
///
/// Minimum count, whole bodies, zeros, dominance and p-percent rule, a total less one organisation's own
/// part; complementary suppression checked by exact bounds; guarded against what was published before
/// (`domain.md` 6.4).
@Component
@Transactional
public class DisclosureControl {

    private static final CountRule PEOPLE = CountRule.SENSITIVE;
    /// Amounts have no minimum; a 0 says too much as it does of people.
    private static final CountRule MONEY = new CountRule(1, true, 0);
    private static final AmountRule P_PERCENT = new AmountRule.PPercent(15);
    private static final List<AmountRule> DOMINANCE =
            List.of(new AmountRule.Dominance(1, 85), new AmountRule.Dominance(2, 85));
    /// Refusing to answer is no special category.
    private static final CountRule ORDINARY = CountRule.ORDINARY;

    private static final Effort ALONE = Effort.threads(1);

    private final JdbcClient db;
    private final Definitions definitions;

    DisclosureControl(JdbcClient db, Definitions definitions) {
        this.db = db;
        this.definitions = definitions;
    }

    private record Asked(
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
    /// `equality.too-similar`, `equality.cannot-protect`, `equality.too-large`
    public UUID publish(CollectionId collection, LocalDate on) {
        var asked = asked(collection);
        var definition = definitions.of(asked.definition());
        var series = Series.of(db, asked.definition(), asked.subject());
        if (series.former().stream().anyMatch(it -> it.reportingOn().isAfter(asked.reportingOn())))
            throw new Refused("equality.later-published");
        var tally = tally(db, collection.value());
        var places = db.sql(
                        "select id, position, name, measure from equality.line where collection = ? order by position")
                .param(collection.value())
                .query(Place.class)
                .list();
        boolean bodies = asked.subject() == Subject.BODIES;
        boolean detailed = bodies && detailed(definition, places, tally, series);
        var sheet = Sheet.of(definition, detailed, places, tally, series);
        if (bodies) sheet.requireTotalsMayFollow(series);
        var release = UUID.randomUUID();
        var whole = bodies ? people(sheet, tally, series) : null;
        keep(release, asked, on, detailed, whole == null ? null : unknown(sheet, whole));
        if (whole != null) {
            keepTable(release, sheet, sheet.rows(), whole);
            keepSums(release, sheet, whole);
        } else {
            for (var row : sheet.rows()) keepTable(release, sheet, List.of(row), resource(sheet, row, tally));
        }
        settle(collection, sheet);
        return release;
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

    static Tally tally(JdbcClient db, UUID collection) {
        return new Tally(db.sql("select line, organisation, answer, number from equality.tally(?)")
                .param(collection)
                .query(Tally.Counted.class)
                .list());
    }

    /// The columns of a series stay as they were: a change of columns would be a second view of the same
    /// people.
    private static boolean detailed(Definition definition, List<Place> places, Tally tally, Series series) {
        var last = series.last();
        if (last.isPresent()) return last.get().release().head().detailed();
        if (definition.columns().size() <= 2) return false;
        var finest = Sheet.of(definition, true, places, tally, series);
        for (long total : finest.total()) if (PEOPLE.isUnsafe(total)) return false;
        return true;
    }

    private static Protected people(Sheet sheet, Tally tally, Series series) {
        var table = sheet.table();
        var marks = Marks.on(table);
        for (int r = 0; r < table.rows(); r++) pin(marks, sheet, r, sheet.rows().get(r));
        if (sheet.repeats(series)) pinSums(marks, sheet, series, table);
        for (var organisation : tally.organisations()) {
            var own = tally.own(organisation, sheet.definition(), sheet.columns(), sheet.detailed());
            long all = 0;
            for (int c = 0; c < table.columns(); c++) {
                all += own[c];
                ownPart(marks, table, c, own[c]);
            }
            ownPart(marks, table, table.columns(), all);
        }
        return beside(sheet, series)
                .follow(table, marks, series.numbers(sheet), ALONE)
                .orElseThrow(() -> new Refused("equality.cannot-protect"));
    }

    /// What readers have in their hands already.
    private static Together beside(Sheet sheet, Series series) {
        var together = Together.under(PEOPLE);
        for (var former : series.former()) {
            var rows = former.release().parts().stream()
                    .map(it -> sheet.counts(former.answers(it.name())))
                    .toArray(long[][]::new);
            together.with(
                    CountTable.of(rows),
                    former.release().lines().stream()
                            .map(line -> dots(line, sheet.columns()))
                            .toArray(boolean[][]::new),
                    series.numbers(former, sheet));
        }
        return together;
    }

    private static boolean[] dots(Release.Line line, List<String> columns) {
        var dots = new boolean[columns.size() + 1];
        for (int c = 0; c < columns.size(); c++)
            dots[c] = line.number(columns.get(c)).isEmpty();
        dots[columns.size()] = line.number(Release.TOTAL).isEmpty();
        return dots;
    }

    /// Whoever takes off what they told themselves must not be left with an unsafe count.
    private static void ownPart(Marks marks, CountTable table, int column, long own) {
        long total = table.count(table.rows(), column);
        if (own > 0 && own <= total && PEOPLE.isUnsafe(total - own)) marks.hide(table.rows(), column, Cause.OWN_PART);
    }

    /// Counts that were published before and are the same still are hidden and shown as they were then.
    private static void pin(Marks marks, Sheet sheet, int row, Row counts) {
        var same = counts.same();
        if (same == null) return;
        var line = same.line(counts.place().name()).orElseThrow();
        for (int c = 0; c <= sheet.columns().size(); c++)
            pin(
                    marks,
                    row,
                    c,
                    line,
                    c < sheet.columns().size() ? sheet.columns().get(c) : Release.TOTAL);
    }

    private static void pin(Marks marks, int row, int column, Release.Line line, String place) {
        if (line.number(place).isEmpty()) marks.hide(row, column, Cause.BEFORE);
        else marks.known(row, column);
    }

    private static void pinSums(Marks marks, Sheet sheet, Series series, CountTable table) {
        var sums = series.last().flatMap(it -> it.release().sums()).orElseThrow();
        for (int c = 0; c < table.columns(); c++)
            pin(marks, table.rows(), c, sums, sheet.columns().get(c));
        pin(marks, table.rows(), table.columns(), sums, Release.TOTAL);
    }

    private static Protected holding(Protected table) {
        if (!table.holds()) throw new Refused("equality.cannot-protect");
        return table;
    }

    private static Protected resource(Sheet sheet, Row row, Tally tally) {
        var table = Sheet.table(row.counts());
        var marks = Marks.on(table);
        pin(marks, sheet, 0, row);
        boolean money = row.place().measure() == Measure.EURO;
        // A repeated sum was judged when it was first published; its parts are gone.
        if (money && row.repeatedFrom() == null && row.same() == null)
            for (int c = 0; c <= table.columns(); c++) judge(marks, sheet, row, c, tally);
        return holding(Protected.of(table, money ? MONEY : PEOPLE, marks, ALONE));
    }

    private static void judge(Marks marks, Sheet sheet, Row row, int column, Tally tally) {
        var key = column < sheet.columns().size() ? sheet.columns().get(column) : Release.TOTAL;
        var parts = tally.parts(row.place().id(), sheet.definition(), key, sheet.detailed());
        if (DOMINANCE.stream().anyMatch(it -> it.isUnsafe(parts))) marks.hide(0, column, Cause.DOMINANCE);
        else if (P_PERCENT.isUnsafe(parts)) marks.hide(0, column, Cause.P_PERCENT);
    }

    /// Over the whole network only, and not where it would be the one thing known of a few.
    private static @Nullable Long unknown(Sheet sheet, Protected table) {
        if (table.isHidden(sheet.rows().size(), sheet.columns().size())) return null;
        long unknown = 0;
        for (var row : sheet.rows())
            for (var answer : row.answers().entrySet())
                if (sheet.definition()
                        .columnOf(answer.getKey(), sheet.detailed())
                        .isEmpty()) unknown += answer.getValue();
        return ORDINARY.isUnsafe(unknown) ? null : unknown;
    }

    private void keep(UUID release, Asked asked, LocalDate on, boolean detailed, @Nullable Long unknown) {
        db.sql("""
                        insert into equality.release (network, id, collection, definition, subject, mode, reporting_on, published_on, detailed,
                                                      unknown, organisations, reference, reference_source, action)
                        select platform.network(), :id, :collection, :definition, :subject, :mode, :reporting, :on, :detailed, :unknown,
                               case when :mode = 'COUNTS' then (select count(*) from equality.answered a where a.collection = :collection) end,
                               :reference, :source, :action
                        """)
                .param("id", release)
                .param("collection", asked.id())
                .param("definition", asked.definition())
                .param("subject", asked.subject().name())
                .param("mode", asked.mode().name())
                .param("reporting", asked.reportingOn())
                .param("on", on)
                .param("detailed", detailed)
                .param("unknown", unknown, Types.BIGINT)
                .param("reference", asked.reference(), Types.NUMERIC)
                .param("source", asked.referenceSource(), Types.VARCHAR)
                .param("action", asked.action(), Types.VARCHAR)
                .update();
    }

    private void keepTable(UUID release, Sheet sheet, List<Row> rows, Protected table) {
        for (int r = 0; r < rows.size(); r++)
            for (int c = 0; c <= sheet.columns().size(); c++)
                keepCell(release, rows.get(r).place(), rows.get(r).repeatedFrom(), sheet, table, r, c);
    }

    private void keepSums(UUID release, Sheet sheet, Protected table) {
        var place = new Place(release, 0, "", Measure.PERSONS);
        for (int c = 0; c <= sheet.columns().size(); c++)
            keepCell(release, place, null, sheet, table, sheet.rows().size(), c);
    }

    private void keepCell(
            UUID release,
            Place place,
            @Nullable LocalDate repeatedFrom,
            Sheet sheet,
            Protected table,
            int row,
            int column) {
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

    private void settle(CollectionId collection, Sheet sheet) {
        var lines = new ArrayList<String>();
        var answers = new ArrayList<String>();
        var numbers = new ArrayList<Long>();
        for (var row : sheet.rows())
            row.answers().forEach((answer, number) -> {
                lines.add(row.place().id().toString());
                answers.add(answer);
                numbers.add(number);
            });
        db.sql("""
                        select equality.settle(:collection, cast(:lines as uuid[]), cast(:answers as text[]), cast(:numbers as bigint[]))
                        """)
                .param("collection", collection.value())
                .param("lines", lines.toArray(String[]::new))
                .param("answers", answers.toArray(String[]::new))
                .param("numbers", numbers.toArray(Long[]::new))
                .query()
                .listOfRows();
    }
}
