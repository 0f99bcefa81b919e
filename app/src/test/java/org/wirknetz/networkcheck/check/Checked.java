package org.wirknetz.networkcheck.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.wirknetz.platform.tables.Findings;
import org.wirknetz.platform.tables.NetworkTablesReader;

/// Checks of files, as the verb makes them.
final class Checked {
    static final Path M8 = Path.of("src/test/resources/tables/m8");
    static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    private Checked() {}

    static CheckResult of(Path input) {
        return NetworkCheck.of(input(input, DAY, null, Locale.GERMAN));
    }

    static CheckInput input(Path input, LocalDate day, @Nullable String coordinator, Locale locale) {
        var findings = new Findings();
        try {
            var tables = NetworkTablesReader.readFiles(List.of(input), findings);
            if (findings.refuse()) throw new AssertionError(findings.all());
            return new CheckInput("M8", day, tables, coordinator, OptionalDouble.empty(), locale);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static double value(CheckResult result, MeasureId id) {
        var value = result.measure(id).value();
        if (value == null)
            throw new AssertionError(id + " is withheld: " + result.measure(id).withheld());
        return value;
    }
}
