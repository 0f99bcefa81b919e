package org.wirknetz.equality;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Variable;
import org.springframework.beans.factory.annotation.Autowired;
import org.wirknetz.RoomTest;

/// Bodies in which a few people come and go, quarter after quarter: each line by enough, all together by too
/// few.
@RoomTest
class SlowDriftTests extends CountingRoom {

    private static final int QUARTERS = 12;
    private static final List<String> BODIES = List.of("Beirat", "AG Module", "AG Finanzierung", "AG Zugang");
    private static final List<String> PLACES = List.of("FOCUS", "OTHER", Release.TOTAL);

    @Autowired
    Collections collections;

    @Autowired
    Intake intake;

    @Autowired
    DisclosureControl control;

    @Test
    void each_quarter_is_published_and_all_of_them_together_protect_what_is_hidden() {
        int fresh = 0, attacked = 0;
        for (int seed = 1; seed <= 3; seed++) {
            set_the_stage();
            var random = new Random(seed);
            var now = beginning(random);
            var counted = new HashMap<LocalDate, long[][]>();
            var releases = new ArrayList<Release>();
            for (int quarter = 0; quarter < QUARTERS; quarter++) {
                var on = LocalDate.of(2023, 12, 31).plusMonths(3L * quarter).with(TemporalAdjusters.lastDayOfMonth());
                counted.put(on, Arrays.stream(now).map(long[]::clone).toArray(long[][]::new));
                releases.add(publish(on, now));
                for (var line : releases.getLast().parts()) if (line.repeatedFrom() == null) fresh++;
                drift(random, now);
            }
            attacked += attack(releases, counted);
        }
        assertThat(fresh).as("lines with new numbers").isGreaterThan(3 * BODIES.size() + 12);
        assertThat(attacked).as("hidden numbers attacked").isGreaterThan(50);
    }

    private static long[][] beginning(Random random) {
        var counts = new long[BODIES.size()][2];
        for (var line : counts)
            for (int c = 0; c < 2; c++) line[c] = random.nextInt(3) == 0 ? random.nextInt(5) : 10 + random.nextInt(20);
        return counts;
    }

    /// Some move from one body to another, a few come; seldom one goes.
    private static void drift(Random random, long[][] counts) {
        int from = random.nextInt(counts.length), to = random.nextInt(counts.length), column = random.nextInt(2);
        long many = Math.min(counts[from][column], 5 + random.nextInt(4));
        counts[from][column] -= many;
        counts[to][column] += many;
        var line = counts[random.nextInt(counts.length)];
        int one = random.nextInt(2);
        line[one] = Math.max(0, line[one] + random.nextInt(5) - 1);
    }

    private Release publish(LocalDate on, long[][] counts) {
        return stage.as(stage.officeAccount(), db -> {
            var collection = collections.begin(new CollectionEntry(
                    "GESCHLECHT-1",
                    Subject.BODIES,
                    Mode.COUNTS,
                    on,
                    null,
                    null,
                    null,
                    BODIES.stream()
                            .map(it -> new CollectionEntry.Line(it, Measure.PERSONS))
                            .toList()));
            var lines = lines(collection.value().toString());
            for (int n = 0; n < members.size(); n++) {
                var given = new HashMap<java.util.UUID, Map<String, Long>>();
                for (int l = 0; l < counts.length; l++)
                    given.put(lines.get(l), Map.of("FEMALE", part(counts[l][0], n), "MALE", part(counts[l][1], n)));
                intake.enter(collection, members.get(n), given);
            }
            collections.close(collection, on);
            return Release.of(db, control.publish(collection, on));
        });
    }

    /// Whoever has all releases knows which numbers stand there once more, and that all add up. How far can
    /// each hidden small number be narrowed?
    private static int attack(List<Release> releases, Map<LocalDate, long[][]> counted) {
        var model = new ExpressionsBasedModel();
        var numbers = new HashMap<String, Variable>();
        for (var release : releases) {
            for (var line : release.lines()) {
                var across = model.addExpression();
                for (var place : PLACES) {
                    var number = numbers.computeIfAbsent(
                            key(release, line, place),
                            it -> model.addVariable(it).lower(BigDecimal.ZERO).upper(BigDecimal.valueOf(1000)));
                    line.number(place).ifPresent(it -> number.level(BigDecimal.valueOf(it)));
                    across.set(number, place.equals(Release.TOTAL) ? -1 : 1);
                }
                across.level(BigDecimal.ZERO);
            }
            for (var place : PLACES) {
                var down = model.addExpression().level(BigDecimal.ZERO);
                for (var line : release.lines())
                    down.set(numbers.get(key(release, line, place)), line.position() == 0 ? -1 : 1);
            }
        }
        int attacked = 0;
        for (var release : releases)
            for (var line : release.parts())
                for (int c = 0; c < 2; c++) {
                    long count = counted.get(basis(release, line))[line.position() - 1][c];
                    long body = Arrays.stream(counted.get(basis(release, line))[line.position() - 1])
                            .sum();
                    if (count >= 5 && body >= 10) continue;
                    assertThat(line.number(PLACES.get(c))).isEmpty();
                    var number = numbers.get(key(release, line, PLACES.get(c))).weight(BigDecimal.ONE);
                    double low = model.minimise().getValue(),
                            high = model.maximise().getValue();
                    number.weight(null);
                    assertThat(high - low)
                            .as("%s, %s: from %s to %s", release.head().reportingOn(), line.name(), low, high)
                            .isGreaterThanOrEqualTo(Math.max(5, count) - 1e-6);
                    attacked++;
                }
        return attacked;
    }

    private static LocalDate basis(Release release, Release.Line line) {
        var since = line.repeatedFrom();
        return since == null ? release.head().reportingOn() : since;
    }

    private static String key(Release release, Release.Line line, String place) {
        return line.position() == 0
                ? release.head().reportingOn() + "/" + place
                : line.name() + basis(release, line) + place;
    }
}
