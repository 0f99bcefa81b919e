package org.wirknetz.surveys;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What a closed wave found on one statement. There is none below five raters, and nothing finer than this: no
/// part of the raters is ever shown by itself, so no two figures can be subtracted to tell one person.
///
/// @param raters who judged it
/// @param unknown who said they cannot judge it
/// @param counts how often 1, 2, 3, 4, 5 was said
public record Figure(
        UUID question, String key, String wordingDe, String wordingEn, int raters, int unknown, List<Integer> counts) {

    /// From so many raters on a mean has a decimal and a share is a percentage (domain rule against false precision).
    static final int ENOUGH_FOR_DECIMALS = 20;

    public Figure {
        counts = List.copyOf(counts);
    }

    /// In the order in which they were asked.
    public static List<Figure> of(JdbcClient db, WaveId wave) {
        return db.sql("""
                        select f.question, q.key, q.wording_de, q.wording_en, f.raters, f.unknown,
                               f.said_1, f.said_2, f.said_3, f.said_4, f.said_5
                          from surveys.figure f join surveys.question q on q.network = f.network and q.id = f.question
                         where f.wave = ? order by q.position
                        """)
                .param(wave.value())
                .query((row, n) -> new Figure(
                        row.getObject("question", UUID.class),
                        row.getString("key"),
                        row.getString("wording_de"),
                        row.getString("wording_en"),
                        row.getInt("raters"),
                        row.getInt("unknown"),
                        List.of(
                                row.getInt("said_1"),
                                row.getInt("said_2"),
                                row.getInt("said_3"),
                                row.getInt("said_4"),
                                row.getInt("said_5"))))
                .list();
    }

    public String in(Locale locale) {
        return locale.equals(Locale.GERMAN) ? wordingDe : wordingEn;
    }

    /// Who said 4 or 5.
    public int agree() {
        return counts.get(3) + counts.get(4);
    }

    /// The value in the middle; between two values where the middle lies between them.
    public double median() {
        return (at((raters - 1) / 2) + at(raters / 2)) / 2.0;
    }

    private int at(int place) {
        int passed = 0;
        for (int value = 1; value <= counts.size(); value++) {
            passed += counts.get(value - 1);
            if (place < passed) return value;
        }
        throw new IllegalStateException("counts do not add up to raters");
    }

    /// Only of enough raters to mean something.
    public Optional<Double> mean() {
        if (raters < ENOUGH_FOR_DECIMALS) return Optional.empty();
        return Optional.of(IntStream.rangeClosed(1, counts.size())
                        .mapToDouble(value -> (double) value * counts.get(value - 1))
                        .sum()
                / raters);
    }

    public boolean inPercent() {
        return raters >= ENOUGH_FOR_DECIMALS;
    }

    /// Whether another wave asked the very same.
    public boolean comparesWith(Figure other) {
        return key.equals(other.key) && wordingDe.equals(other.wordingDe) && wordingEn.equals(other.wordingEn);
    }
}
