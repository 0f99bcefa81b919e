package org.wirknetz.platform.tables;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.SheetVisibility;

/// Opens what a person hands over (a folder, CSV files, a workbook, a ZIP of CSV files, GraphML, GEXF) as [Table]s.
///
/// What a file is, is told by its bytes and not by its name. A file that cannot be read leaves a finding and
/// the others
/// are
/// opened all the same, so that a person learns everything at once.
public final class TableFiles implements Closeable {
    private static final List<String> ENDINGS =
            List.of(".csv", ".tsv", ".txt", ".xlsx", ".xls", ".zip", ".graphml", ".gexf");

    private final Limits limits;
    private final Findings findings;
    private final List<Table> tables = new ArrayList<>();
    private final List<Closeable> open = new ArrayList<>();

    private TableFiles(Limits limits, Findings findings) {
        this.limits = limits;
        this.findings = findings;
    }

    public static TableFiles open(List<Path> inputs, Limits limits, Findings findings) {
        var files = new TableFiles(limits, findings);
        for (var input : inputs) {
            if (Files.isDirectory(input)) files.folder(input);
            else files.file(input);
        }
        return files;
    }

    public List<Table> tables() {
        return List.copyOf(tables);
    }

    @Override
    public void close() throws IOException {
        for (var one : open) one.close();
    }

    private void folder(Path folder) {
        try (var entries = Files.list(folder)) {
            var files = entries.filter(TableFiles::looksLikeTable).sorted().toList();
            if (files.isEmpty()) findings.add(Finding.error(Place.file(name(folder)), "tables.folder.empty"));
            files.forEach(this::file);
        } catch (IOException e) {
            findings.add(Finding.error(Place.file(name(folder)), "tables.file.unreadable"));
        }
    }

    private static boolean looksLikeTable(Path file) {
        var name = name(file).toLowerCase(Locale.ROOT);
        return Files.isRegularFile(file)
                && !name.startsWith(".")
                && !name.startsWith("~$")
                && ENDINGS.stream().anyMatch(name::endsWith);
    }

    private void file(Path file) {
        var at = Place.file(name(file));
        try {
            if (!Files.isRegularFile(file)) throw new Unreadable(at, "tables.file.missing");
            long size = Files.size(file);
            if (size == 0) throw new Unreadable(at, "tables.file.empty");
            if (size > limits.fileBytes()) throw new Unreadable(at, "tables.file.too-big", limits.fileBytes() >> 20);
            tables.addAll(tables(file, at));
        } catch (Unreadable e) {
            findings.add(e.finding());
        } catch (IOException | ExcelReaderException e) {
            findings.add(Finding.error(at, Files.isReadable(file) ? "tables.file.broken" : "tables.file.unreadable"));
        }
    }

    private List<Table> tables(Path file, Place at) throws IOException {
        Source source = () -> Files.newInputStream(file);
        var head = source.beginning(8_192);
        if (ReadableWorkbook.isOLE2Header(head)) throw new Unreadable(at, oldWorkbook(source));
        if (head.length > 3 && head[0] == 'P' && head[1] == 'K') return packed(file, at);
        var start = new String(head, StandardCharsets.ISO_8859_1);
        if (start.startsWith("%PDF")) throw new Unreadable(at, "tables.file.binary");
        if (start.stripLeading().startsWith("<") || start.contains("<?xml")) return graph(source, at, start);
        return List.of(CsvTable.open(source, at, limits));
    }

    private List<Table> graph(Source source, Place at, String start) throws IOException {
        if (start.contains("<!DOCTYPE")) throw new Unreadable(at, "tables.xml.refused");
        if (!start.contains("<graphml") && !start.contains("<gexf")) throw new Unreadable(at, "tables.xml.unknown");
        return GraphFile.read(source, at, limits);
    }

    // Both the binary format of before 2007 and a workbook with a password are OLE2 files.
    private static String oldWorkbook(Source source) throws IOException {
        var bytes = source.beginning(4 << 20);
        var text = new String(bytes, StandardCharsets.UTF_16LE);
        var shifted = new String(bytes, 1, bytes.length - 1, StandardCharsets.UTF_16LE);
        return text.contains("EncryptedPackage") || shifted.contains("EncryptedPackage")
                ? "tables.file.password"
                : "tables.file.old-workbook";
    }

    private List<Table> packed(Path file, Place at) throws IOException {
        java.util.Set<String> merged;
        ZipFile zip;
        try {
            zip = ZipFile.builder().setPath(file).get();
        } catch (IOException e) {
            throw new Unreadable(at, "tables.zip.broken");
        }
        open.add(zip);
        try {
            merged = new ZipGuard(at, limits).check(zip);
        } catch (IOException e) {
            throw new Unreadable(at, "tables.zip.broken");
        }
        if (zip.getEntry("xl/workbook.xml") != null) return workbook(file, at, zip, merged);
        if (zip.getEntry("mimetype") != null && zip.getEntry("content.xml") != null) {
            throw new Unreadable(at, "tables.file.opendocument");
        }
        return archive(zip, at);
    }

    private List<Table> workbook(Path file, Place at, ZipFile zip, java.util.Set<String> merged) throws IOException {
        // Some generators leave the styles out; without them a day cannot be told from a number, and the field decides.
        var styled = zip.getEntry("xl/styles.xml") != null;
        var workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(styled, true));
        open.add(workbook);
        var entries = SheetEntries.of(zip);
        var sheets = new ArrayList<Table>();
        for (var sheet : workbook.getSheets().toList()) {
            if (sheet.getVisibility() == SheetVisibility.VISIBLE) {
                var block = MergedCells.NONE;
                var entry = entries.getOrDefault(sheet.getName(), "");
                if (merged.contains(entry)) {
                    try (InputStream in = zip.getInputStream(zip.getEntry(entry))) {
                        block = MergedCells.read(in, SafeXml.factory());
                    }
                }
                sheets.add(new XlsxTable(at.file(), sheet, block, workbook.isDate1904(), limits));
            } else {
                findings.add(Finding.note(new Place(at.file(), sheet.getName(), 0, null), "tables.sheet.hidden"));
            }
        }
        return sheets;
    }

    private List<Table> archive(ZipFile zip, Place at) throws IOException {
        var found = new ArrayList<Table>();
        var entries = java.util.Collections.list(zip.getEntries());
        entries.sort(java.util.Comparator.comparing(it -> it.getName()));
        for (var entry : entries) {
            var name = entry.getName().toLowerCase(Locale.ROOT);
            if (entry.isDirectory() || name.contains("__macosx") || !name.matches(".*\\.(csv|tsv|txt)")) continue;
            found.add(CsvTable.open(
                    () -> zip.getInputStream(entry), new Place(at.file(), entry.getName(), 0, null), limits));
        }
        if (found.isEmpty()) throw new Unreadable(at, "tables.zip.no-tables");
        return found;
    }

    private static String name(Path path) {
        var name = path.toAbsolutePath().normalize().getFileName();
        return name == null ? path.toString() : name.toString();
    }
}
