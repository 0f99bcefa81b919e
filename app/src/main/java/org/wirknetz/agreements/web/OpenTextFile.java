package org.wirknetz.agreements.web;

import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.wirknetz.platform.web.ZippedFile;

/// A paper as ODT (OpenDocument 1.3, ISO/IEC 26300), the format of public offices: title, paragraphs, language, nothing
/// that runs.
final class OpenTextFile {

    static final String TYPE = "application/vnd.oasis.opendocument.text";

    private static final String OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    private static final String TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
    private static final String META = "urn:oasis:names:tc:opendocument:xmlns:meta:1.0";
    private static final String DUBLIN_CORE = "http://purl.org/dc/elements/1.1/";

    private static final String MANIFEST = """
            <?xml version="1.0" encoding="UTF-8"?>
            <manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">\
            <manifest:file-entry manifest:full-path="/" manifest:version="1.3" \
            manifest:media-type="application/vnd.oasis.opendocument.text"/>\
            <manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>\
            <manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/>\
            <manifest:file-entry manifest:full-path="meta.xml" manifest:media-type="text/xml"/>\
            </manifest:manifest>""";

    private static final String STYLES = """
            <?xml version="1.0" encoding="UTF-8"?>
            <office:document-styles xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
            xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" \
            xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.3"><office:styles>\
            <style:default-style style:family="paragraph"><style:paragraph-properties fo:margin-bottom="0.28cm"/>\
            <style:text-properties fo:font-size="11pt" fo:language="de" fo:country="DE"/></style:default-style>\
            <style:style style:name="Standard" style:family="paragraph"/>\
            <style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph" \
            style:parent-style-name="Standard" style:default-outline-level="1">\
            <style:text-properties fo:font-size="18pt" fo:font-weight="bold"/></style:style>\
            <style:style style:name="Heading_20_2" style:display-name="Heading 2" style:family="paragraph" \
            style:parent-style-name="Standard" style:default-outline-level="2">\
            <style:paragraph-properties fo:margin-top="0.7cm"/>\
            <style:text-properties fo:font-size="13pt" fo:font-weight="bold"/></style:style>\
            <style:style style:name="Small" style:family="paragraph" style:parent-style-name="Standard">\
            <style:text-properties fo:font-size="8pt"/></style:style></office:styles><office:automatic-styles>\
            <style:page-layout style:name="Page"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" \
            fo:margin-top="2.2cm" fo:margin-bottom="2.2cm" fo:margin-left="2cm" fo:margin-right="2cm"/></style:page-layout>\
            </office:automatic-styles><office:master-styles><style:master-page style:name="Standard" \
            style:page-layout-name="Page"/></office:master-styles></office:document-styles>""";

    private OpenTextFile() {}

    static byte[] of(Paper paper) {
        return new ZippedFile()
                .stored("mimetype", TYPE)
                .part("META-INF/manifest.xml", MANIFEST)
                .part("styles.xml", STYLES)
                .part("meta.xml", xml -> properties(xml, paper))
                .part("content.xml", xml -> content(xml, paper))
                .whole();
    }

    private static void properties(XMLStreamWriter xml, Paper paper) throws XMLStreamException {
        begin(xml, "document-meta");
        xml.writeNamespace("meta", META);
        xml.writeNamespace("dc", DUBLIN_CORE);
        xml.writeAttribute("office", OFFICE, "version", "1.3");
        xml.writeStartElement("office", "meta", OFFICE);
        property(xml, "meta", META, "generator", "Wirknetz");
        property(xml, "dc", DUBLIN_CORE, "title", paper.title());
        property(xml, "dc", DUBLIN_CORE, "description", paper.description());
        property(xml, "dc", DUBLIN_CORE, "language", "de-DE");
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static void property(XMLStreamWriter xml, String prefix, String space, String name, String value)
            throws XMLStreamException {
        xml.writeStartElement(prefix, name, space);
        xml.writeCharacters(value);
        xml.writeEndElement();
    }

    private static void content(XMLStreamWriter xml, Paper paper) throws XMLStreamException {
        begin(xml, "document-content");
        xml.writeNamespace("text", TEXT);
        xml.writeAttribute("office", OFFICE, "version", "1.3");
        xml.writeStartElement("office", "body", OFFICE);
        xml.writeStartElement("office", "text", OFFICE);
        heading(xml, 1, paper.title());
        for (var part : paper.parts()) {
            switch (part) {
                case Paper.Heading heading -> heading(xml, 2, heading.text());
                case Paper.Paragraph paragraph -> paragraph(xml, "Standard", paragraph.lines());
                case Paper.Foot foot -> paragraph(xml, "Small", List.of(foot.text()));
            }
        }
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static void begin(XMLStreamWriter xml, String document) throws XMLStreamException {
        xml.setPrefix("office", OFFICE);
        xml.writeStartElement("office", document, OFFICE);
        xml.writeNamespace("office", OFFICE);
    }

    private static void heading(XMLStreamWriter xml, int level, String text) throws XMLStreamException {
        xml.writeStartElement("text", "h", TEXT);
        xml.writeAttribute("text", TEXT, "style-name", "Heading_20_" + level);
        xml.writeAttribute("text", TEXT, "outline-level", String.valueOf(level));
        text(xml, text);
        xml.writeEndElement();
    }

    private static void paragraph(XMLStreamWriter xml, String style, List<String> lines) throws XMLStreamException {
        xml.writeStartElement("text", "p", TEXT);
        xml.writeAttribute("text", TEXT, "style-name", style);
        for (int line = 0; line < lines.size(); line++) {
            if (line > 0) xml.writeEmptyElement("text", "line-break", TEXT);
            text(xml, lines.get(line));
        }
        xml.writeEndElement();
    }

    /// Here several spaces are one, and a tab is one too, unless they are elements: what is signed must not change.
    private static void text(XMLStreamWriter xml, String text) throws XMLStreamException {
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
