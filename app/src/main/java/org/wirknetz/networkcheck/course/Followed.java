package org.wirknetz.networkcheck.course;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.wirknetz.analysis.Range;

/// A count through the quarters.
///
/// @param points oldest first, the last is the day itself
/// @param course the same as values, with what leaving out each organisation in turn would make of them
public record Followed(List<Point> points, Course course) {

    public record Point(LocalDate day, Portion portion) {}

    public Followed {
        points = List.copyOf(points);
    }

    static Followed of(List<Point> points, Optional<Range> now, Optional<Range> yearAgo) {
        return new Followed(
                points,
                new Course(
                        points.stream()
                                .map(it ->
                                        new Course.Point(it.day(), it.portion().value()))
                                .toList(),
                        now,
                        yearAgo,
                        Optional.empty()));
    }
}
