package org.wirknetz.platform.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// A document as word processors keep it: a ZIP of XML parts. The same parts give the same bytes.
public final class ZippedFile {

    /// Writes one part; closing what was opened is the caller's.
    public interface Writing {
        void to(XMLStreamWriter xml) throws XMLStreamException;
    }

    /// The first minute of 1980 means "before 1980" to the writer, which then adds a field that no reader expects in
    /// `mimetype`.
    private static final LocalDateTime FIRST_DAY = LocalDateTime.of(1980, 1, 2, 0, 0);

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8);

    /// Stored as it is, not compressed: readers look for it at a fixed place.
    public ZippedFile stored(String name, String content) {
        var text = content.getBytes(StandardCharsets.US_ASCII);
        var sum = new CRC32();
        sum.update(text);
        var entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(text.length);
        entry.setCrc(sum.getValue());
        return put(entry, text);
    }

    public ZippedFile part(String name, String xml) {
        return put(new ZipEntry(name), xml.getBytes(StandardCharsets.UTF_8));
    }

    public ZippedFile part(String name, Writing writing) {
        var part = new ByteArrayOutputStream();
        try {
            var xml = XMLOutputFactory.newFactory().createXMLStreamWriter(part, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            writing.to(xml);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
        return put(new ZipEntry(name), part.toByteArray());
    }

    public byte[] whole() {
        try {
            zip.close();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private ZippedFile put(ZipEntry entry, byte[] content) {
        // Without a moment of its own an entry takes that of writing.
        entry.setTimeLocal(FIRST_DAY);
        try {
            zip.putNextEntry(entry);
            zip.write(content);
            zip.closeEntry();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return this;
    }
}
