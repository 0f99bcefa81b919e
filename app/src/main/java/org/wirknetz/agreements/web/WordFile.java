package org.wirknetz.agreements.web;

import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.wirknetz.platform.web.ZippedFile;

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
            <w:b/><w:sz w:val="26"/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Small"><w:name w:val="footnote text"/>\
            <w:basedOn w:val="Normal"/><w:rPr><w:sz w:val="16"/></w:rPr></w:style></w:styles>""";

    private WordFile() {}

    static byte[] of(Paper paper) {
        return new ZippedFile()
                .part("[Content_Types].xml", TYPES)
                .part("_rels/.rels", ROOT)
                .part("word/_rels/document.xml.rels", LINKS)
                .part("word/styles.xml", STYLES)
                .part("word/document.xml", xml -> document(xml, paper))
                .whole();
    }

    private static void document(XMLStreamWriter xml, Paper paper) throws XMLStreamException {
        xml.setPrefix("w", WORD);
        xml.writeStartElement("w", "document", WORD);
        xml.writeNamespace("w", WORD);
        xml.writeStartElement("w", "body", WORD);
        paragraph(xml, "Heading1", List.of(paper.title()));
        for (var part : paper.parts()) {
            switch (part) {
                case Paper.Heading heading -> paragraph(xml, "Heading2", List.of(heading.text()));
                case Paper.Paragraph paragraph -> paragraph(xml, "Normal", paragraph.lines());
                case Paper.Foot foot -> paragraph(xml, "Small", List.of(foot.text()));
            }
        }
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static void paragraph(XMLStreamWriter xml, String style, List<String> lines) throws XMLStreamException {
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
            xml.writeCharacters(lines.get(line));
            xml.writeEndElement();
        }
        xml.writeEndElement();
        xml.writeEndElement();
    }
}
