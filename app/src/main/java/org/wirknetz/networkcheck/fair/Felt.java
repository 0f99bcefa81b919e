package org.wirknetz.networkcheck.fair;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What partners answered to "the coordination office treats all partners neutrally" in the last survey that was closed
/// up to a day (M11 d): from 1, not true at all, to 5, fully true. Below five raters the room of surveys keeps nothing.
///
/// @param invited people that were asked
/// @param raters who judged
/// @param unknown who could not
public record Felt(
        String survey,
        LocalDate closedOn,
        int invited,
        int raters,
        int unknown,
        int ones,
        int twos,
        int threes,
        int fours,
        int fives) {

    /// The statement in the questionnaire that comes with the program; whoever rewords it keeps the key.
    private static final String KEY = "neutral";

    public static Optional<Felt> of(JdbcClient db, LocalDate day) {
        return db.sql("""
                        select w.title as survey, w.closed_on, w.invited, f.raters, f.unknown, f.ones, f.twos, f.threes, f.fours, f.fives
                          from surveys.figure_card f
                          join surveys.wave_card w on w.network = f.network and w.id = f.wave
                         where f.network = platform.network() and f.key = :key and w.closed_on <= :day
                         order by w.closed_on desc, w.id
                         limit 1
                        """).param("key", KEY).param("day", day).query(Felt.class).optional();
    }

    public int said(int value) {
        return switch (value) {
            case 1 -> ones;
            case 2 -> twos;
            case 3 -> threes;
            case 4 -> fours;
            default -> fives;
        };
    }

    /// Whoever said 4 or 5.
    public int agree() {
        return fours + fives;
    }

    public double median() {
        return (at((raters + 1) / 2) + at(raters / 2 + 1)) / 2.0;
    }

    /// The value from which on a quarter, and up to which three quarters, of the answers lie.
    public int quartile(int which) {
        return at(Math.max(1, (int) Math.ceil(raters * which / 4.0)));
    }

    /// The value of the answer in that place, the lowest first.
    private int at(int place) {
        return IntStream.rangeClosed(1, 5)
                .filter(value -> IntStream.rangeClosed(1, value).map(this::said).sum() >= place)
                .findFirst()
                .orElse(5);
    }
}
