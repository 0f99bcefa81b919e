package org.wirknetz.networkcheck.alarms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirknetz.networkcheck.check.CheckFiles;
import org.wirknetz.networkcheck.check.CheckFormat;
import org.wirknetz.networkcheck.check.CheckInput;
import org.wirknetz.networkcheck.check.CheckResult;
import org.wirknetz.networkcheck.check.MeasureId;
import org.wirknetz.networkcheck.course.Course;
import org.wirknetz.platform.tables.Findings;
import org.wirknetz.platform.tables.NetworkTablesReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A ring of twelve that has lost one tie: the mean way of a ring of twelve is 36/11, of a row of twelve 13/3.
class ComparedTablesTests {

    private static final String ALL = "ABCDEFGHIJKL";
    private static final double RING = 36 / 11.0;
    private static final double ROW = 13 / 3.0;

    @TempDir
    Path folder = Path.of("");

    private CheckInput ring(int members, boolean dated) throws IOException {
        var all = ALL.substring(0, members);
        var organisations = new StringBuilder("key,name\n");
        all.chars()
                .forEach(it -> organisations
                        .append((char) it)
                        .append(",Partner ")
                        .append((char) it)
                        .append('\n'));
        Files.writeString(folder.resolve("organisations.csv"), organisations);
        var ties = new StringBuilder("from,to,from_date,to_date\n");
        for (int i = 0; i < members; i++) {
            ties.append(all.charAt(i))
                    .append(',')
                    .append(all.charAt((i + 1) % members))
                    .append(',');
            ties.append(!dated ? "," : i == members - 1 ? "2024-12-01,2026-05-01" : "2024-12-01,")
                    .append('\n');
        }
        Files.writeString(folder.resolve("ties.csv"), ties);
        var findings = new Findings();
        var tables = NetworkTablesReader.readFiles(List.of(folder), findings);
        assertThat(findings.refuse()).as(findings.all().toString()).isFalse();
        return new CheckInput(
                "Lindenfurt", LocalDate.of(2026, 11, 23), tables, null, OptionalDouble.empty(), Locale.GERMAN);
    }

    @Test
    void a_measure_stands_beside_its_quarters_and_chance() throws IOException {
        var course =
                Objects.requireNonNull(TableCheck.of(ring(12, true)).courses().get(MeasureId.PATH_LENGTH));
        assertThat(course.points())
                .extracting(Course.Point::day)
                .startsWith(LocalDate.of(2024, 12, 31))
                .endsWith(LocalDate.of(2026, 9, 30), LocalDate.of(2026, 11, 23))
                .hasSize(9);
        assertThat(course.points().getFirst().value().orElseThrow()).isCloseTo(RING, within(1e-9));
        assertThat(course.points().getLast().value().orElseThrow()).isCloseTo(ROW, within(1e-9));
        // Six quarters of the ring, two of the row: 7 of 8 lie below.
        assertThat(course.level()).isEqualTo(Course.Level.HIGH);
        // Whoever leaves a ring of twelve leaves a row of eleven, 12/3; whoever leaves the end of the row leaves it,
        // too.
        assertThat(course.yearAgo().orElseThrow().low()).isCloseTo(4, within(1e-9));
        assertThat(course.now().orElseThrow().high()).isCloseTo(4, within(1e-9));
        assertThat(course.trend()).isEqualTo(Course.Trend.NONE);
        assertThat(course.chance().orElseThrow().draws()).isEqualTo(200);
    }

    @Test
    void the_files_say_it() throws IOException {
        var input = ring(12, true);
        var course = json(TableCheck.of(input), input, "path-length");
        assertThat(course.get("level").asString()).isEqualTo("high");
        assertThat(course.get("trend").asString()).isEqualTo("none");
        assertThat(course.get("points").get(8).get("value").asDouble()).isCloseTo(ROW, within(1e-9));
        assertThat(course.get("quantile").asDouble()).isBetween(0.0, 1.0);
        assertThat(json(TableCheck.of(input), input, "density").isNull()).isTrue();
        assertThat(report(input))
                .contains("Gegen die eigenen letzten 8 Quartale gehalten: hoch.")
                .contains("Kein Pfeil seit 23.11.2025: Nähme man irgendeine Organisation heraus")
                .contains("(200 gezogen)");
    }

    @Test
    void ties_without_days_have_no_past() throws IOException {
        var input = ring(12, false);
        var course = Objects.requireNonNull(TableCheck.of(input).courses().get(MeasureId.PATH_LENGTH));
        assertThat(course.points()).hasSize(1);
        assertThat(course.yearAgo()).isEmpty();
        assertThat(course.level()).isEqualTo(Course.Level.UNKNOWN);
        assertThat(report(input)).contains("reichen die Quartale noch nicht").doesNotContain("Kein Pfeil");
    }

    @Test
    void below_ten_there_is_no_trend() throws IOException {
        var input = ring(9, true);
        assertThat(TableCheck.of(input).courses()).isEmpty();
        assertThat(json(TableCheck.of(input), input, "path-length").isNull()).isTrue();
    }

    private static JsonNode json(CheckResult result, CheckInput input, String id) throws IOException {
        var file = new CheckFiles(result, input, new Findings())
                .in(List.of(CheckFormat.JSON))
                .get("check.json");
        return new JsonMapper()
                .readTree(Objects.requireNonNull(file))
                .get("measures")
                .valueStream()
                .filter(it -> it.get("id").asString().equals(id))
                .findFirst()
                .orElseThrow()
                .get("course");
    }

    private static String report(CheckInput input) throws IOException {
        var files = new CheckFiles(TableCheck.of(input), input, new Findings()).in(List.of(CheckFormat.HTML));
        return new String(Objects.requireNonNull(files.get("check.html")), StandardCharsets.UTF_8);
    }
}
