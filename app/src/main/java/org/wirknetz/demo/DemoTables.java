package org.wirknetz.demo;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A demo network as the folder of tables that the network check and the importer read: UTF-8 with byte order mark,
/// separated by semicolons. Guests and organisations that were only asked are left out: a row without a date of entry
/// would count as a member.
public final class DemoTables {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private DemoTables() {}

    public static void write(DemoNetwork network, TableLanguage language, Path folder) {
        try {
            Files.createDirectories(folder);
            for (var table : tables(network, language).entrySet())
                Files.writeString(folder.resolve(table.getKey()), table.getValue());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /// File name and content, in the order in which one would read them.
    public static Map<String, String> tables(DemoNetwork network, TableLanguage language) {
        var rows = new TableRows(network, language);
        var tables = new LinkedHashMap<String, String>();
        tables.put("organisations.csv", csv(rows.organisations()));
        tables.put("people.csv", csv(rows.people()));
        tables.put("mandates.csv", csv(rows.mandates()));
        tables.put("ties.csv", csv(rows.ties()));
        tables.put("contributions.csv", csv(rows.contributions()));
        tables.put("targets.csv", csv(rows.targets()));
        tables.put("activities.csv", csv(rows.activities()));
        tables.put("funding.csv", csv(rows.funding()));
        return tables;
    }

    private static String csv(List<List<String>> rows) {
        var text = new StringWriter();
        text.write(BYTE_ORDER_MARK);
        try (var writer = CsvWriter.builder()
                .fieldSeparator(';')
                .lineDelimiter(LineDelimiter.LF)
                .build(text)) {
            rows.forEach(writer::writeRecord);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }
}
