package org.wirknetz.equality;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wirknetz.platform.NotFound;

/// What was published, and nothing else: the one thing that pages, pictures, files, papers and the
/// interface may show.
///
/// It is only ever read from `equality.release`, which [DisclosureControl] alone writes; there is no other
/// way to make one.
public final class Release {

    /// The key of the column with the sums over a line.
    public static final String TOTAL = "total";

    /// Printed in the place of a protected number.
    public static final String HIDDEN = org.wirknetz.analysis.disclosure.Protected.HIDDEN;

    private final Head head;
    private final List<Line> lines;

    private Release(Head head, List<Line> lines) {
        this.head = head;
        this.lines = List.copyOf(lines);
    }

    /// @param detailed whether the columns are those of the definition, or its two sides
    /// @param restored whether it came from an archive, without the counts it was made from
    /// @param unknown how many did not say; null where it is protected or makes no sense
    /// @param organisations how many counted; null where people answered themselves
    /// @param typed of how many of them the office entered the numbers, which it therefore knows
    /// @param reference in percent
    public record Head(
            UUID id,
            UUID collection,
            String definition,
            Subject subject,
            Mode mode,
            LocalDate reportingOn,
            LocalDate publishedOn,
            boolean detailed,
            boolean restored,
            @Nullable Long unknown,
            @Nullable Integer organisations,
            @Nullable Integer typed,
            @Nullable BigDecimal reference,
            @Nullable String referenceSource,
            @Nullable String action) {}

    /// One body or resource, or, with position 0, the sums over all bodies.
    ///
    /// @param repeatedFrom the reporting date of an earlier publication whose numbers stand here once more,
    /// because too few people have changed since
    public record Line(
            int position,
            String name,
            Measure measure,
            Map<String, @Nullable Long> numbers,
            @Nullable LocalDate repeatedFrom) {

        public Line {
            numbers = Collections.unmodifiableMap(new LinkedHashMap<>(numbers));
        }

        /// Empty where it is protected.
        public OptionalLong number(String place) {
            var number = numbers.get(place);
            return number == null ? OptionalLong.empty() : OptionalLong.of(number);
        }

        /// As it is printed everywhere.
        public String text(String place) {
            var number = numbers.get(place);
            return number == null ? HIDDEN : Long.toString(number);
        }

        /// Not one number can be shown.
        public boolean silent() {
            return numbers.values().stream().allMatch(java.util.Objects::isNull);
        }
    }

    private record Cell(
            int position,
            String name,
            Measure measure,
            String place,
            @Nullable Long number,
            @Nullable LocalDate repeatedFrom) {}

    public static Release of(JdbcClient db, UUID id) {
        var head = db.sql(HEADS + " where id = ?")
                .param(id)
                .query(Head.class)
                .optional()
                .orElseThrow(NotFound::new);
        return new Release(head, lines(db, id));
    }

    private static final String HEADS = """
            select id, collection, definition, subject, mode, reporting_on, published_on, detailed, restored, unknown, organisations, typed,
                   reference, reference_source, action
              from equality.release
            """;

    /// All there are, the newest reporting date first.
    public static List<Head> all(JdbcClient db) {
        return db.sql(HEADS + " order by reporting_on desc, definition, subject, id")
                .query(Head.class)
                .list();
    }

    /// The last of a subject by a definition up to a day; empty where none was published.
    static Optional<Release> lastUpTo(JdbcClient db, Subject subject, String definition, LocalDate day) {
        return db.sql(HEADS + """
                         where subject = :subject and definition = :definition and reporting_on <= :day
                         order by reporting_on desc, id limit 1
                        """)
                .param("subject", subject.name())
                .param("definition", definition)
                .param("day", day)
                .query(Head.class)
                .optional()
                .map(head -> new Release(head, lines(db, head.id())));
    }

    private static List<Line> lines(JdbcClient db, UUID id) {
        var cells = db.sql("""
                        select position, name, measure, place, number, repeated_from from equality.cell where release = ?
                         order by position = 0, position, place
                        """).param(id).query(Cell.class).list();
        var lines = new ArrayList<Line>();
        for (int from = 0; from < cells.size(); ) {
            var first = cells.get(from);
            var numbers = new LinkedHashMap<String, @Nullable Long>();
            for (; from < cells.size() && cells.get(from).position() == first.position(); from++)
                numbers.put(cells.get(from).place(), cells.get(from).number());
            lines.add(new Line(first.position(), first.name(), first.measure(), numbers, first.repeatedFrom()));
        }
        return lines;
    }

    public Head head() {
        return head;
    }

    /// Bodies or resources in their order, the sums last.
    public List<Line> lines() {
        return lines;
    }

    /// Without the sums.
    public List<Line> parts() {
        return lines.stream().filter(it -> it.position() > 0).toList();
    }

    /// The sums over all bodies; resources have none.
    public Optional<Line> sums() {
        return lines.stream().filter(it -> it.position() == 0).findFirst();
    }

    public boolean hidesAnything() {
        return lines.stream().anyMatch(it -> it.numbers().containsValue(null));
    }
}
