package org.wirknetz.platform.tables;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Files as a test needs them, and what reading them yields.
final class Given {
    private Given() {}

    static Path file(Path folder, String name, String text) {
        return file(folder, name, text, StandardCharsets.UTF_8);
    }

    static Path file(Path folder, String name, String text, Charset charset) {
        return bytes(folder, name, text.getBytes(charset));
    }

    static Path bytes(Path folder, String name, byte[] bytes) {
        try {
            return Files.write(folder.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path zip(Path folder, String name, String... namesAndTexts) {
        var file = folder.resolve(name);
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    /// A workbook with one sheet of raw XML, as a stranger may build it.
    static Path workbook(Path folder, String name, String sheet) {
        return zip(folder, name, workbookParts("organisations", sheet));
    }

    static String[] workbookParts(String title, String sheet) {
        return new String[] {
            "[Content_Types].xml",
            """
            <?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
            <Default Extension="xml" ContentType="application/xml"/>\
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
            <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>\
            <Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>""",
            "_rels/.rels",
            """
            <?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
            <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>""",
            "xl/_rels/workbook.xml.rels",
            """
            <?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
            <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>""",
            "xl/workbook.xml",
            """
            <?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">\
            <sheets><sheet name="%s" sheetId="1" r:id="rId1"/></sheets></workbook>""".formatted(title),
            "xl/worksheets/sheet1.xml",
            sheet
        };
    }

    static String sheet(String rows, String after) {
        return "<?xml version=\"1.0\"?><worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                + rows + "</sheetData>" + after + "</worksheet>";
    }

    static String text(String at, String text) {
        return "<c r=\"" + at + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }

    static Reading reading(Path... inputs) {
        var findings = new Findings();
        try {
            return new Reading(NetworkTablesReader.readFiles(List.of(inputs), findings), findings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    record Reading(NetworkTables tables, Findings findings) {
        List<String> sentences() {
            var german = new FindingSentences(Locale.GERMAN);
            return findings.all().stream().map(german::line).toList();
        }
    }
}
