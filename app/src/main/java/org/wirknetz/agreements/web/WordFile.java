package org.wirknetz.agreements.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// A paper as DOCX (ISO/IEC 29500), to go on writing in any word processor: title, paragraphs, language, nothing else.
final class WordFile {

    private static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private static final String TYPES = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" \
            ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" \
            ContentType="application/xml"/><Override PartName="/word/document.xml" \
            ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override \
            PartName="/word/styles.xml" \
            ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>""";

    private static final String ROOT = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" \
            Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" \
            Target="word/document.xml"/></Relationships>""";

    private static final String LINKS = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" \
            Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" \
            Target="styles.xml"/></Relationships>""";

    private static final String STYLES = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults><w:rPrDefault><w:rPr>\
            <w:sz w:val="22"/><w:lang w:val="de-DE"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="160"/></w:pPr>\
            </w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>\
            </w:style><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:pPr>\
            <w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="36"/></w:rPr></w:style><w:style w:type="paragraph" \
            w:styleId="Heading2"><w:name w:val="heading 2"/><w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr><w:rPr>\
            <w:b/><w:sz w:val="26"/></w:rPr></w:style></w:styles>""";

    private WordFile() {}

    static byte[] of(Paper paper) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            entry(zip, "[Content_Types].xml", TYPES.getBytes(StandardCharsets.UTF_8));
            entry(zip, "_rels/.rels", ROOT.getBytes(StandardCharsets.UTF_8));
            entry(zip, "word/_rels/document.xml.rels", LINKS.getBytes(StandardCharsets.UTF_8));
            entry(zip, "word/styles.xml", STYLES.getBytes(StandardCharsets.UTF_8));
            entry(zip, "word/document.xml", document(paper));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void entry(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    private static byte[] document(Paper paper) {
        var bytes = new ByteArrayOutputStream();
        try {
            var xml = XMLOutputFactory.newFactory().createXMLStreamWriter(bytes, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            xml.setPrefix("w", WORD);
            xml.writeStartElement("w", "document", WORD);
            xml.writeNamespace("w", WORD);
            xml.writeStartElement("w", "body", WORD);
            paragraph(xml, "Heading1", java.util.List.of(paper.title()));
            for (var lines : paper.paragraphs()) paragraph(xml, "Normal", lines);
            paragraph(xml, "Heading2", java.util.List.of(paper.signed()));
            for (var line : paper.signatures()) paragraph(xml, "Normal", java.util.List.of(line));
            paragraph(xml, "Normal", java.util.List.of(paper.foot()));
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void paragraph(XMLStreamWriter xml, String style, java.util.List<String> lines)
            throws XMLStreamException {
        xml.writeStartElement("w", "p", WORD);
        xml.writeStartElement("w", "pPr", WORD);
        xml.writeEmptyElement("w", "pStyle", WORD);
        xml.writeAttribute("w", WORD, "val", style);
        xml.writeEndElement();
        xml.writeStartElement("w", "r", WORD);
        for (int line = 0; line < lines.size(); line++) {
            if (line > 0) xml.writeEmptyElement("w", "br", WORD);
            xml.writeStartElement("w", "t", WORD);
            xml.writeAttribute("xml", "http://www.w3.org/XML/1998/namespace", "space", "preserve");
            xml.writeCharacters(readable(lines.get(line)));
            xml.writeEndElement();
        }
        xml.writeEndElement();
        xml.writeEndElement();
    }

    /// XML 1.0 has no place for control characters, and half a character is none.
    static String readable(String text) {
        return text.codePoints()
                .filter(it ->
                        it >= 0x20 && !(it >= 0xD800 && it <= 0xDFFF) && it != 0xFFFE && it != 0xFFFF || it == '\t')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
