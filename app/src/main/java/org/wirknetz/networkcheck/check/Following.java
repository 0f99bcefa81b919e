package org.wirknetz.networkcheck.check;

import java.util.EnumMap;
import java.util.Map;
import org.wirknetz.networkcheck.course.Course;
import org.wirknetz.networkcheck.course.Followed;
import org.wirknetz.networkcheck.course.Gauge;
import org.wirknetz.networkcheck.course.Tally;

/// Which of the measures of a check are followed through the quarters.
public final class Following {

    private static final Map<MeasureId, Gauge> STRUCTURE = Map.of(
            MeasureId.DEGREE_CENTRALISATION, Gauge.DEGREES,
            MeasureId.BETWEENNESS_CENTRALISATION, Gauge.BETWEENNESS,
            MeasureId.COORDINATOR_DEPENDENCY, Gauge.DEPENDENCY,
            MeasureId.PATH_LENGTH, Gauge.WAYS,
            MeasureId.MODULARITY, Gauge.CIRCLES);

    private static final Map<MeasureId, Tally> COUNTS = Map.of(
            MeasureId.MIXTURE, Tally.MIXTURE,
            MeasureId.OPERATIVE_REACH, Tally.REACH,
            MeasureId.SINGLE_THREAD_TIES, Tally.THREADS,
            MeasureId.FORMALITY, Tally.FORMALITY,
            MeasureId.DEPUTIES, Tally.DEPUTIES,
            MeasureId.OFFICE_SHARE, Tally.STEERING,
            MeasureId.ANCHORING, Tally.ANCHORING);

    private Following() {}

    public static Map<MeasureId, Course> of(Map<Gauge, Course> structure, Map<Tally, Followed> counts) {
        var courses = new EnumMap<MeasureId, Course>(MeasureId.class);
        STRUCTURE.forEach((measure, gauge) -> {
            var course = structure.get(gauge);
            if (course != null) courses.put(measure, course);
        });
        COUNTS.forEach((measure, tally) -> {
            var followed = counts.get(tally);
            if (followed != null) courses.put(measure, followed.course());
        });
        return courses;
    }
}
