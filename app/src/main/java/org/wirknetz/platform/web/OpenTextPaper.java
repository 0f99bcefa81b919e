package org.wirknetz.platform.web;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// A paper as ODT (OpenDocument 1.3, ISO/IEC 26300), the format of public offices: headings with levels,
/// tables with rows of headings and a description, language, title; nothing that runs.
public final class OpenTextPaper {

    public static final String TYPE = "application/vnd.oasis.opendocument.text";

    private static final String OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    private static final String TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
    private static final String TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
    private static final String STYLE = "urn:oasis:names:tc:opendocument:xmlns:style:1.0";
    private static final String LOOKS = "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0";
    private static final String META = "urn:oasis:names:tc:opendocument:xmlns:meta:1.0";
    private static final String DUBLIN_CORE = "http://purl.org/dc/elements/1.1/";
    private static final double WIDTH = 17.4;

    private static final String MANIFEST = """
            <?xml version="1.0" encoding="UTF-8"?>
            <manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">\
            <manifest:file-entry manifest:full-path="/" manifest:version="1.3" \
            manifest:media-type="application/vnd.oasis.opendocument.text"/>\
            <manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>\
            <manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/>\
            <manifest:file-entry manifest:full-path="meta.xml" manifest:media-type="text/xml"/>\
            </manifest:manifest>""";

    private final XMLStreamWriter xml;

    private OpenTextPaper(XMLStreamWriter xml) {
        this.xml = xml;
    }

    public static byte[] of(Paper paper) {
        return new ZippedFile()
                .stored("mimetype", TYPE)
                .part("META-INF/manifest.xml", MANIFEST)
                .part("styles.xml", PaperStyles.of("styles-odt.xml", paper))
                .part("meta.xml", xml -> new OpenTextPaper(xml).properties(paper))
                .part("content.xml", xml -> new OpenTextPaper(xml).content(paper))
                .whole();
    }

    private void properties(Paper paper) throws XMLStreamException {
        begin("document-meta");
        xml.writeNamespace("meta", META);
        xml.writeNamespace("dc", DUBLIN_CORE);
        version();
        xml.writeStartElement("office", "meta", OFFICE);
        property("meta", META, "generator", "Wirknetz");
        property("dc", DUBLIN_CORE, "title", paper.title());
        property("dc", DUBLIN_CORE, "description", paper.description());
        property("dc", DUBLIN_CORE, "language", paper.region());
        property("dc", DUBLIN_CORE, "date", paper.day() + "T00:00:00");
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void property(String prefix, String space, String name, String value) throws XMLStreamException {
        xml.writeStartElement(prefix, name, space);
        xml.writeCharacters(value);
        xml.writeEndElement();
    }

    private void content(Paper paper) throws XMLStreamException {
        begin("document-content");
        xml.writeNamespace("text", TEXT);
        xml.writeNamespace("table", TABLE);
        xml.writeNamespace("style", STYLE);
        xml.writeNamespace("fo", LOOKS);
        version();
        widths(paper);
        xml.writeStartElement("office", "body", OFFICE);
        xml.writeStartElement("office", "text", OFFICE);
        heading(1, paper.title());
        int tables = 0;
        for (var part : paper.parts()) {
            switch (part) {
                case Paper.Heading heading -> heading(heading.level(), heading.text());
                case Paper.Paragraph paragraph -> paragraph("Standard", paragraph.text());
                case Paper.Foot foot -> paragraph("Small", foot.text());
                case Paper.Table table -> table(table, ++tables);
            }
        }
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void begin(String document) throws XMLStreamException {
        xml.setPrefix("office", OFFICE);
        xml.writeStartElement("office", document, OFFICE);
        xml.writeNamespace("office", OFFICE);
    }

    private void version() throws XMLStreamException {
        xml.writeAttribute("office", OFFICE, "version", "1.3");
    }

    /// A style for each width of a column, and one for the line below a cell.
    private void widths(Paper paper) throws XMLStreamException {
        var widths = new LinkedHashSet<Integer>();
        for (var part : paper.parts()) if (part instanceof Paper.Table table) widths.addAll(table.widths());
        xml.writeStartElement("office", "automatic-styles", OFFICE);
        for (int width : widths) {
            style("w" + width, "table-column");
            xml.writeEmptyElement("style", "table-column-properties", STYLE);
            xml.writeAttribute(
                    "style", STYLE, "column-width", String.format(Locale.ROOT, "%.2fcm", WIDTH * width / 100));
            xml.writeEndElement();
        }
        style("cell", "table-cell");
        xml.writeEmptyElement("style", "table-cell-properties", STYLE);
        xml.writeAttribute("fo", LOOKS, "padding", "0.08cm");
        xml.writeAttribute("fo", LOOKS, "border-bottom", "0.5pt solid #8a939a");
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void style(String name, String family) throws XMLStreamException {
        xml.writeStartElement("style", "style", STYLE);
        xml.writeAttribute("style", STYLE, "name", name);
        xml.writeAttribute("style", STYLE, "family", family);
    }

    private void heading(int level, String text) throws XMLStreamException {
        xml.writeStartElement("text", "h", TEXT);
        xml.writeAttribute("text", TEXT, "style-name", "Heading_20_" + level);
        xml.writeAttribute("text", TEXT, "outline-level", String.valueOf(level));
        lines(text);
        xml.writeEndElement();
    }

    private void table(Paper.Table table, int number) throws XMLStreamException {
        xml.writeStartElement("table", "table", TABLE);
        xml.writeAttribute("table", TABLE, "name", "T" + number);
        property("table", TABLE, "title", table.caption());
        property("table", TABLE, "desc", table.caption() + ": " + String.join(", ", table.header()));
        for (int width : table.widths()) {
            xml.writeEmptyElement("table", "table-column", TABLE);
            xml.writeAttribute("table", TABLE, "style-name", "w" + width);
        }
        xml.writeStartElement("table", "table-header-rows", TABLE);
        row(table.header(), true);
        xml.writeEndElement();
        for (var row : table.rows()) row(row, false);
        xml.writeEndElement();
    }

    private void row(List<String> cells, boolean heading) throws XMLStreamException {
        xml.writeStartElement("table", "table-row", TABLE);
        for (int n = 0; n < cells.size(); n++) {
            xml.writeStartElement("table", "table-cell", TABLE);
            xml.writeAttribute("table", TABLE, "style-name", "cell");
            // Text, whatever it begins with: nothing here is ever a formula.
            xml.writeAttribute("office", OFFICE, "value-type", "string");
            paragraph(heading || n == 0 ? "Table_20_Heading" : "Table_20_Contents", cells.get(n));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private void paragraph(String style, String text) throws XMLStreamException {
        xml.writeStartElement("text", "p", TEXT);
        xml.writeAttribute("text", TEXT, "style-name", style);
        lines(text);
        xml.writeEndElement();
    }

    private void lines(String text) throws XMLStreamException {
        var lines = text.split("\n", -1);
        for (int line = 0; line < lines.length; line++) {
            if (line > 0) xml.writeEmptyElement("text", "line-break", TEXT);
            text(lines[line]);
        }
    }

    /// Here several spaces are one, and a tab is one too, unless they are elements: what is signed must not change.
    private void text(String text) throws XMLStreamException {
        int at = 0;
        while (at < text.length()) {
            int end = at;
            while (end < text.length() && text.charAt(end) != '\t' && !secondSpace(text, end)) end++;
            xml.writeCharacters(text.substring(at, end));
            at = end;
            while (at < text.length() && (text.charAt(at) == '\t' || secondSpace(text, at))) {
                xml.writeEmptyElement("text", text.charAt(at) == '\t' ? "tab" : "s", TEXT);
                at++;
            }
        }
    }

    private static boolean secondSpace(String text, int at) {
        return text.charAt(at) == ' ' && (at == 0 || text.charAt(at - 1) == ' ');
    }
}
