package org.wirknetz.reports;

import java.io.ByteArrayOutputStream;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/// Writes elements whose names and values come from strangers.
final class GraphXml {

    /// What stands inside an element.
    @FunctionalInterface
    interface Inside {
        void write() throws XMLStreamException;
    }

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final XMLStreamWriter xml;

    GraphXml() {
        try {
            xml = XMLOutputFactory.newFactory().createXMLStreamWriter(bytes, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// @param attributes names and values in turn; what is null or empty is left out
    void element(String name, List<? extends @Nullable Object> attributes, Inside inside) throws XMLStreamException {
        xml.writeStartElement(name);
        for (int n = 0; n < attributes.size(); n += 2) {
            var value = attributes.get(n + 1);
            if (value != null && !value.toString().isEmpty())
                xml.writeAttribute(String.valueOf(attributes.get(n)), readable(value.toString()));
        }
        inside.write();
        xml.writeEndElement();
    }

    void text(String text) throws XMLStreamException {
        xml.writeCharacters(readable(text));
    }

    void line() throws XMLStreamException {
        xml.writeCharacters("\n");
    }

    byte[] whole(Inside document) {
        try {
            line();
            document.write();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes.toByteArray();
    }

    /// XML 1.0 has no place for control characters, and half a character is none.
    private static String readable(String text) {
        return text.codePoints()
                .filter(it -> it >= 0x20 && !(it >= 0xD800 && it <= 0xDFFF) && it != 0xFFFE && it != 0xFFFF
                        || it == '\n'
                        || it == '\t')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
