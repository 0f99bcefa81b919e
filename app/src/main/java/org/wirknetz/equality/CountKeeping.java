package org.wirknetz.equality;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wirknetz.equality.Series.Part;

/// Reads counts for the disclosure control, and leaves of them what guards the next publication: the sums
/// it was made from, and of each number the largest parts. Of people and times the two largest, without
/// whose they are; of money what each organisation gave, because only that tells whether a difference is
/// one organisation's.
final class CountKeeping {

    /// The place of those who did not say.
    static final String UNKNOWN = "unknown";

    /// So many parts of a number of people stay.
    static final int LARGEST = 2;

    private CountKeeping() {}

    static Tally tally(JdbcClient db, UUID collection) {
        return new Tally(db.sql("select line, organisation, hand, answer, number from equality.tally(?)")
                .param(collection)
                .query(Tally.Counted.class)
                .list());
    }

    static List<Part> parts(JdbcClient db, UUID collection) {
        return db.sql("select line, organisation, place, number from equality.parts(?)")
                .param(collection)
                .query(Part.class)
                .list();
    }

    static void settle(JdbcClient db, CollectionId collection, Sheet sheet, Tally tally) {
        keepParts(db, collection, sheet, tally);
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

    private static void keepParts(JdbcClient db, CollectionId collection, Sheet sheet, Tally tally) {
        var lines = new ArrayList<String>();
        var organisations = new ArrayList<@Nullable String>();
        var places = new ArrayList<String>();
        var ranks = new ArrayList<Integer>();
        var numbers = new ArrayList<Long>();
        for (var row : sheet.rows())
            for (var place : places(sheet)) {
                int rank = 0;
                for (var part : largest(sheet, row, place, tally)) {
                    lines.add(row.place().id().toString());
                    organisations.add(
                            part.organisation() == null
                                    ? null
                                    : part.organisation().toString());
                    places.add(place);
                    ranks.add(++rank);
                    numbers.add(part.number());
                }
            }
        db.sql("""
                        select equality.keep_parts(:collection, cast(:lines as uuid[]), cast(:organisations as uuid[]),
                                                   cast(:places as text[]), cast(:ranks as int[]), cast(:numbers as bigint[]))
                        """)
                .param("collection", collection.value())
                .param("lines", lines.toArray(String[]::new))
                .param("organisations", organisations.toArray(String[]::new))
                .param("places", places.toArray(String[]::new))
                .param("ranks", ranks.toArray(Integer[]::new))
                .param("numbers", numbers.toArray(Long[]::new))
                .query()
                .listOfRows();
    }

    private static List<String> places(Sheet sheet) {
        var places = new ArrayList<>(sheet.columns());
        places.add(Release.TOTAL);
        places.add(UNKNOWN);
        return places;
    }

    /// What is repeated keeps the parts of its first publication.
    private static List<Part> largest(Sheet sheet, Sheet.Row row, String place, Tally tally) {
        var line = row.place().id();
        if (row.same() != null) return row.same().parts(row.place().strand(), place);
        boolean money = row.place().measure() == Measure.EURO;
        return tally.parts(line, sheet.definition(), place, sheet.detailed()).entrySet().stream()
                .filter(it -> it.getValue() > 0)
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(money ? Long.MAX_VALUE : LARGEST)
                .map(it -> new Part(line, money ? it.getKey() : null, place, it.getValue()))
                .toList();
    }
}
