package org.wirknetz.platform.tables;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.apache.commons.compress.archivers.zip.ZipFile;

/// Which entry of a workbook holds which sheet: the order of sheets says nothing about their files.
final class SheetEntries {
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private SheetEntries() {}

    static Map<String, String> of(ZipFile zip) throws IOException {
        var targets = attributes(zip, "xl/_rels/workbook.xml.rels", "Relationship", null, "Id", "Target");
        var ids = attributes(zip, "xl/workbook.xml", "sheet", RELATIONS, "name", "id");
        var entries = new HashMap<String, String>();
        ids.forEach((name, id) -> {
            var target = targets.getOrDefault(id, "");
            entries.put(name, target.startsWith("/") ? target.substring(1) : "xl/" + target);
        });
        return entries;
    }

    private static Map<String, String> attributes(
            ZipFile zip,
            String entry,
            String element,
            @org.jspecify.annotations.Nullable String space,
            String key,
            String value)
            throws IOException {
        var found = new HashMap<String, String>();
        var file = zip.getEntry(entry);
        if (file == null) return found;
        try (var in = zip.getInputStream(file)) {
            var xml = SafeXml.reader(in);
            while (xml.hasNext()) {
                if (xml.next() != XMLStreamConstants.START_ELEMENT
                        || !xml.getLocalName().equals(element)) continue;
                var name = xml.getAttributeValue(null, key);
                var target = xml.getAttributeValue(space, value);
                if (name != null && target != null) found.put(name, target);
            }
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
        return found;
    }
}
