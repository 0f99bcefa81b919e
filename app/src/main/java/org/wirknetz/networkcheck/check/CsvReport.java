package org.wirknetz.networkcheck.check;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wirknetz.platform.tables.Cell;
import org.wirknetz.platform.tables.CsvTables;

/// The result as tables for a spreadsheet: measures, organisations, communities, exchange, target constellation, named
/// groups.
/// Headings are
/// the names of `check.json`.
final class CsvReport {
    private final Map<String, ByteArrayOutputStream> files = new LinkedHashMap<>();
    private final CheckResult result;

    private CsvReport(CheckResult result) {
        this.result = result;
    }

    static Map<String, byte[]> of(CheckResult result) {
        var report = new CsvReport(result);
        try (var out = new CsvTables(report::file)) {
            report.measures(out);
            report.organisations(out);
            report.communities(out);
            report.imbalances(out);
            report.coverage(out);
            report.namedGroups(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var bytes = new LinkedHashMap<String, byte[]>();
        report.files.forEach((name, file) -> bytes.put(name, file.toByteArray()));
        return bytes;
    }

    private ByteArrayOutputStream file(String table) {
        return files.computeIfAbsent("check-" + table + ".csv", it -> new ByteArrayOutputStream());
    }

    private void measures(CsvTables out) {
        out.table(
                "measures",
                List.of(
                        "id",
                        "deck",
                        "value",
                        "numerator",
                        "denominator",
                        "n",
                        "missing",
                        "display",
                        "withheld",
                        "methodVersion",
                        "source"));
        for (var it : result.measures()) {
            var withheld = it.withheld();
            out.row(row(
                    it.id().id(),
                    it.id().deck(),
                    it.value(),
                    it.numerator(),
                    it.denominator(),
                    it.n(),
                    it.missing(),
                    it.display(),
                    withheld == null ? null : withheld.code(),
                    MeasureId.METHOD_VERSION,
                    it.id().source()));
        }
        result.measure(MeasureId.TRIADS)
                .counts()
                .forEach((name, count) -> out.row(row(
                        "triads " + name,
                        MeasureId.TRIADS.deck(),
                        count,
                        null,
                        null,
                        result.network().organisations(),
                        null,
                        count,
                        null,
                        MeasureId.METHOD_VERSION,
                        MeasureId.TRIADS.source())));
    }

    private void organisations(CsvTables out) {
        out.table(
                "organisations",
                List.of(
                        "key",
                        "name",
                        "group",
                        "degree",
                        "inDegree",
                        "outDegree",
                        "closeness",
                        "harmonic",
                        "betweenness",
                        "constraint",
                        "core",
                        "pageRank",
                        "clustering",
                        "community"));
        for (var it : result.organisations()) {
            out.row(row(
                    it.key(),
                    it.name(),
                    String.join(" | ", it.groups()),
                    it.degree(),
                    it.inDegree(),
                    it.outDegree(),
                    it.closeness(),
                    it.harmonic(),
                    it.betweenness(),
                    it.constraint(),
                    it.core(),
                    it.pageRank(),
                    it.clustering(),
                    it.community()));
        }
    }

    private void communities(CsvTables out) {
        out.table("communities", List.of("id", "members", "external", "internal", "ei"));
        for (var it : result.communities()) {
            out.row(row(it.id(), String.join(" | ", it.members()), it.external(), it.internal(), it.ei()));
        }
    }

    private void imbalances(CsvTables out) {
        out.table("imbalances", List.of("one", "other", "given", "received", "imbalance", "reminder"));
        for (var it : result.imbalances()) {
            out.row(row(it.one(), it.other(), it.given(), it.received(), it.imbalance(), it.reminder()));
        }
    }

    private void coverage(CsvTables out) {
        out.table("coverage", List.of("group", "area", "weight", "minimum", "present", "who"));
        for (var it : result.coverage()) {
            out.row(row(
                    it.group(),
                    it.area(),
                    it.weight(),
                    it.required(),
                    it.present().size(),
                    String.join(" | ", it.present())));
        }
    }

    private void namedGroups(CsvTables out) {
        out.table(
                "named-groups",
                List.of("name", "by", "members", "external", "internal", "asClosed", "compared", "exact", "p"));
        for (var it : result.namedGroups()) {
            var share = it.test().pValue();
            out.row(row(
                    it.name(),
                    it.sort() == NamedGroup.Sort.GROUP ? "group" : "area",
                    String.join(" | ", it.members()),
                    it.ties().external(),
                    it.ties().internal(),
                    it.test().asClosed(),
                    it.test().compared(),
                    it.test().exact(),
                    share.isPresent() ? (Double) share.getAsDouble() : null));
        }
    }

    private static List<Cell> row(@Nullable Object... values) {
        var cells = new ArrayList<Cell>();
        for (var value : values) {
            if (value == null) cells.add(Cell.BLANK);
            else if (value instanceof Double number) cells.add(new Cell.Amount(BigDecimal.valueOf(number)));
            else if (value instanceof Number number) cells.add(new Cell.Amount(new BigDecimal(number.toString())));
            else if (value instanceof Boolean truth) cells.add(new Cell.Truth(truth));
            else cells.add(Cell.of(value.toString()));
        }
        return cells;
    }
}
