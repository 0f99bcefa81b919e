package org.wirknetz.platform.tables;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/// Unpacks every entry of a ZIP once into nothing, counting, before any parser sees a byte: sizes as declared are not
/// believed.
/// XML with a DOCTYPE is refused, since no office program writes one and every XML attack needs one.
///
/// A ratio alone is no defence (a spreadsheet bomb of 58:1 passes the usual 100:1), so the sum of all bytes
/// is limited.
final class ZipGuard {
    private static final byte[] DOCTYPE = "<!DOCTYPE".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    private static final byte[] MERGED = "<mergeCell ".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    private final Place at;
    private final Limits limits;
    private final Set<String> merged = new HashSet<>();
    private long total;

    ZipGuard(Place at, Limits limits) {
        this.at = at;
        this.limits = limits;
    }

    /// @return the XML entries that merge cells, so that only those are read a second time
    Set<String> check(ZipFile zip) throws IOException {
        var names = new HashSet<String>();
        for (var entries = zip.getEntries(); entries.hasMoreElements(); ) {
            var entry = entries.nextElement();
            if (names.size() >= limits.entries()) throw new Unreadable(at, "tables.zip.entries", limits.entries());
            if (!names.add(entry.getName())) throw new Unreadable(at, "tables.zip.broken");
            if (!entry.isDirectory()) unpack(zip, entry);
        }
        return merged;
    }

    private void unpack(ZipFile zip, ZipArchiveEntry entry) throws IOException {
        if (entry.getGeneralPurposeBit().usesEncryption()) throw new Unreadable(at, "tables.file.password");
        var name = entry.getName();
        boolean xml = name.endsWith(".xml") || name.endsWith(".rels") || name.endsWith(".vml");
        boolean shared = name.equals("xl/sharedStrings.xml");
        var buffer = new byte[1 << 16];
        var doctype = new Finder(DOCTYPE);
        var merge = new Finder(MERGED);
        var addresses = new Addresses();
        var lengths = new XmlLengths(name.startsWith("xl/worksheets/"));
        long size = 0;
        try (var in = zip.getInputStream(entry)) {
            for (int read; (read = in.read(buffer)) >= 0; ) {
                if (size == 0 && xml && read > 1 && wide(buffer)) throw new Unreadable(at, "tables.xml.refused");
                size += read;
                total += read;
                if (total > limits.inflatedBytes() || (shared && size > limits.sharedBytes())) {
                    throw new Unreadable(at, "tables.zip.too-big", limits.inflatedBytes() >> 20);
                }
                if (xml && doctype.in(buffer, read)) throw new Unreadable(at, "tables.xml.refused");
                if (xml && merge.in(buffer, read)) merged.add(name);
                if (xml) lengths.check(buffer, read, at, limits);
                if (xml && addresses.beyond(buffer, read)) throw new Unreadable(at, "tables.file.broken");
            }
        }
    }

    // UTF-16 would hide the DOCTYPE from the search above; spreadsheets are UTF-8.
    private static boolean wide(byte[] start) {
        return start[0] == 0 || start[1] == 0 || (start[0] == (byte) 0xFE) || (start[0] == (byte) 0xFF);
    }

    /// Finds a word in a stream of buffers, also across their borders.
    private static final class Finder {
        private final byte[] word;
        private int matched;

        Finder(byte[] word) {
            this.word = word;
        }

        boolean in(byte[] buffer, int length) {
            for (int i = 0; i < length; i++) {
                matched = buffer[i] == word[matched] ? matched + 1 : buffer[i] == word[0] ? 1 : 0;
                if (matched == word.length) {
                    matched = 0;
                    return true;
                }
            }
            return false;
        }
    }

    /// Looks for cell addresses such as r="ZZZZZZ1": readers set aside a place for every column before it.
    private static final class Addresses {
        private int matched;
        private int letters;

        boolean beyond(byte[] buffer, int length) {
            for (int i = 0; i < length; i++) {
                byte one = buffer[i];
                if (matched == 4 && one >= 'A' && one <= 'Z') {
                    if (++letters > 3) return true;
                } else {
                    letters = 0;
                    matched = switch (one) {
                        case ' ', '\n', '\t', '\r' -> 1;
                        case 'r' -> matched == 1 ? 2 : 0;
                        case '=' -> matched == 2 ? 3 : 0;
                        case '"', '\'' -> matched == 3 ? 4 : 0;
                        default -> 0;
                    };
                }
            }
            return false;
        }
    }
}
