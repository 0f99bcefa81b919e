package org.wirknetz.platform.tables;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A CSV text as a stream of rows. Encoding and separator are found out when it is opened; see [Encoding] and
/// [Separator].
final class CsvTable implements Table {
    private final Source source;
    private final Place at;
    private final Encoding encoding;
    private final char separator;
    private final boolean declared;
    private final Limits limits;

    private CsvTable(Source source, Place at, Encoding encoding, String beginning, Limits limits) {
        this.source = source;
        this.at = at;
        this.encoding = encoding;
        this.separator = Separator.of(beginning);
        this.declared = Separator.declared(beginning) != 0;
        this.limits = limits;
    }

    static CsvTable open(Source source, Place at, Limits limits) throws IOException {
        var encoding = Encoding.of(source, at);
        try (var text = text(source, encoding)) {
            var characters = new char[1 << 16];
            int read = 0;
            for (int more;
                    read < characters.length && (more = text.read(characters, read, characters.length - read)) > 0; ) {
                read += more;
            }
            return new CsvTable(source, at, encoding, new String(characters, 0, read), limits);
        }
    }

    @Override
    public String file() {
        return at.file();
    }

    @Override
    public @Nullable String sheet() {
        return at.sheet();
    }

    @Override
    public DecimalStyle decimals() {
        return separator == ',' ? DecimalStyle.ENGLISH : DecimalStyle.GERMAN;
    }

    @Override
    public Stream<Row> rows() {
        try {
            // The buffer holds one row; a quote that is never closed must not gather the rest of a large file.
            var reader = CsvReader.builder()
                    .fieldSeparator(separator)
                    .quoteCharacter('"')
                    .skipEmptyLines(true)
                    .allowExtraFields(true)
                    .allowMissingFields(true)
                    .allowExtraCharsAfterClosingQuote(true)
                    .allowUnclosedQuote(false)
                    .maxBufferSize(1 << 22)
                    .ofCsvRecord(text(source, encoding));
            return new GuardedRows<>(reader.iterator(), at, "tables.csv.broken", CsvRecord::getStartingLineNumber)
                    .stream().map(this::row).filter(it -> !it.blank()).onClose(() -> close(reader));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Row row(CsvRecord line) {
        var here = at.line(Math.toIntExact(Math.min(line.getStartingLineNumber(), Integer.MAX_VALUE)));
        if (here.line() > limits.rows()) throw new Unreadable(here, "tables.rows.too-many", limits.rows());
        if (line.getFieldCount() > limits.columns()) {
            throw new Unreadable(here, "tables.columns.too-many", line.getFieldCount(), limits.columns());
        }
        if (declared && line.getStartingLineNumber() == 1) return new Row(here, java.util.List.of());
        return new Row(here, line.getFields().stream().map(it -> cell(it, here)).toList());
    }

    private Cell cell(String text, Place here) {
        if (text.length() > limits.characters())
            throw new Unreadable(here, "tables.cell.too-long", limits.characters());
        if (text.indexOf('\0') >= 0) throw new Unreadable(here, "tables.file.binary");
        return Cell.of(FormulaGuard.unguarded(text));
    }

    private static Reader text(Source source, Encoding encoding) throws IOException {
        var in = source.open();
        in.skipNBytes(encoding.mark());
        return new BufferedReader(new InputStreamReader(in, encoding.charset()), 1 << 16);
    }

    private static void close(CsvReader<CsvRecord> reader) {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
