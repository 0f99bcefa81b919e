package org.wirknetz.platform.web;

import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// A paper as DOCX (ISO/IEC 29500): headings with levels, tables whose first row is a heading and repeats on
/// each page, with a description for those who hear them; language, title; nothing that runs.
public final class WordPaper {

    public static final String TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final String CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    private static final String DUBLIN_CORE = "http://purl.org/dc/elements/1.1/";
    private static final String TERMS = "http://purl.org/dc/terms/";
    private static final String SCHEMA = "http://www.w3.org/2001/XMLSchema-instance";
    private static final int WIDTH = 9866;

    private static final String TYPES = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" \
            ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" \
            ContentType="application/xml"/><Override PartName="/word/document.xml" \
            ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override \
            PartName="/word/styles.xml" \
            ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override \
            PartName="/docProps/core.xml" \
            ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>""";

    private static final String ROOT = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" \
            Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" \
            Target="word/document.xml"/><Relationship Id="r2" \
            Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" \
            Target="docProps/core.xml"/></Relationships>""";

    private static final String LINKS = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" \
            Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" \
            Target="styles.xml"/></Relationships>""";

    private final XMLStreamWriter xml;

    private WordPaper(XMLStreamWriter xml) {
        this.xml = xml;
    }

    public static byte[] of(Paper paper) {
        return new ZippedFile()
                .part("[Content_Types].xml", TYPES)
                .part("_rels/.rels", ROOT)
                .part("docProps/core.xml", xml -> properties(xml, paper))
                .part("word/_rels/document.xml.rels", LINKS)
                .part("word/styles.xml", PaperStyles.of("styles-docx.xml", paper))
                .part("word/document.xml", xml -> new WordPaper(xml).document(paper))
                .whole();
    }

    private static void properties(XMLStreamWriter xml, Paper paper) throws XMLStreamException {
        xml.setPrefix("cp", CORE);
        xml.writeStartElement("cp", "coreProperties", CORE);
        xml.writeNamespace("cp", CORE);
        xml.writeNamespace("dc", DUBLIN_CORE);
        xml.writeNamespace("dcterms", TERMS);
        xml.writeNamespace("xsi", SCHEMA);
        property(xml, "title", paper.title());
        property(xml, "description", paper.description());
        property(xml, "creator", "Wirknetz");
        property(xml, "language", paper.region());
        xml.writeStartElement("dcterms", "created", TERMS);
        xml.writeAttribute("xsi", SCHEMA, "type", "dcterms:W3CDTF");
        xml.writeCharacters(paper.day() + "T00:00:00Z");
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static void property(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        xml.writeStartElement("dc", name, DUBLIN_CORE);
        xml.writeCharacters(value);
        xml.writeEndElement();
    }

    private void document(Paper paper) throws XMLStreamException {
        xml.setPrefix("w", WORD);
        begin("document");
        xml.writeNamespace("w", WORD);
        begin("body");
        paragraph("Heading1", paper.title());
        for (var part : paper.parts()) {
            switch (part) {
                case Paper.Heading heading -> paragraph("Heading" + heading.level(), heading.text());
                case Paper.Paragraph paragraph -> paragraph("Normal", paragraph.text());
                case Paper.Foot foot -> paragraph("Small", foot.text());
                case Paper.Table table -> table(table);
            }
        }
        begin("sectPr");
        empty("pgSz", "w", "11906", "h", "16838");
        empty(
                "pgMar", "top", "1020", "right", "1020", "bottom", "1020", "left", "1020", "header", "708", "footer",
                "708", "gutter", "0");
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void table(Paper.Table table) throws XMLStreamException {
        begin("tbl");
        begin("tblPr");
        empty("tblStyle", "val", "Figures");
        empty("tblW", "w", String.valueOf(WIDTH), "type", "dxa");
        empty("tblLayout", "type", "fixed");
        empty("tblLook", "val", "00A0", "firstRow", "1", "firstColumn", "1");
        empty("tblCaption", "val", table.caption());
        empty("tblDescription", "val", table.caption() + ": " + String.join(", ", table.header()));
        xml.writeEndElement();
        begin("tblGrid");
        for (int width : table.widths()) empty("gridCol", "w", String.valueOf(WIDTH * width / 100));
        xml.writeEndElement();
        row(table, table.header(), true);
        for (var row : table.rows()) row(table, row, false);
        xml.writeEndElement();
        // Word wants something between a table and what follows it.
        paragraph("Small", "");
    }

    private void row(Paper.Table table, List<String> cells, boolean heading) throws XMLStreamException {
        begin("tr");
        begin("trPr");
        empty("cantSplit");
        if (heading) empty("tblHeader");
        xml.writeEndElement();
        for (int n = 0; n < cells.size(); n++) {
            begin("tc");
            begin("tcPr");
            empty("tcW", "w", String.valueOf(WIDTH * table.widths().get(n) / 100), "type", "dxa");
            xml.writeEndElement();
            paragraph(heading || n == 0 ? "CellHeading" : "Cell", cells.get(n));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private void paragraph(String style, String text) throws XMLStreamException {
        begin("p");
        begin("pPr");
        empty("pStyle", "val", style);
        xml.writeEndElement();
        begin("r");
        var lines = text.split("\n", -1);
        for (int line = 0; line < lines.length; line++) {
            if (line > 0) empty("br");
            begin("t");
            xml.writeAttribute("xml", "http://www.w3.org/XML/1998/namespace", "space", "preserve");
            xml.writeCharacters(lines[line]);
            xml.writeEndElement();
        }
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void begin(String name) throws XMLStreamException {
        xml.writeStartElement("w", name, WORD);
    }

    private void empty(String name, String... attributes) throws XMLStreamException {
        xml.writeEmptyElement("w", name, WORD);
        for (int n = 0; n < attributes.length; n += 2) xml.writeAttribute("w", WORD, attributes[n], attributes[n + 1]);
    }
}
