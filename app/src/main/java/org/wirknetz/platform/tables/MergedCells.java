package org.wirknetz.platform.tables;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

/// The cells of a sheet that are merged downwards: an office that merges "Handwerkskammer" over three
/// contacts means it
/// three times.
/// Cells merged sideways are titles and stay as they are.
record MergedCells(List<Block> blocks) {
    static final MergedCells NONE = new MergedCells(List.of());
    private static final Pattern REFERENCE = Pattern.compile("([A-Z]{1,3})(\\d{1,7}):([A-Z]{1,3})(\\d{1,7})");
    private static final int MOST = 20_000;

    record Block(int column, int first, int last) {}

    static MergedCells read(InputStream sheet, XMLInputFactory xml) throws IOException {
        var blocks = new ArrayList<Block>();
        try {
            var reader = xml.createXMLStreamReader(sheet);
            while (reader.hasNext() && blocks.size() < MOST) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT
                        && reader.getLocalName().equals("mergeCell")) {
                    var reference = REFERENCE.matcher(String.valueOf(reader.getAttributeValue(null, "ref")));
                    if (reference.matches()) add(reference, blocks);
                }
            }
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
        return new MergedCells(List.copyOf(blocks));
    }

    private static void add(java.util.regex.Matcher reference, List<Block> blocks) {
        int first = Integer.parseInt(reference.group(2));
        int last = Integer.parseInt(reference.group(4));
        if (last > first) blocks.add(new Block(column(reference.group(1)), first, last));
    }

    static int column(String letters) {
        int number = 0;
        for (char one : letters.toCharArray()) {
            number = number * 26 + (one - 'A' + 1);
        }
        return number - 1;
    }
}
