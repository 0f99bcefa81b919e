package org.wirknetz.platform.tables;

/// Watches XML go by for what a parser would have to hold in one piece: a single text or tag of many megabytes, a row
/// of a
/// million cells. Both pass every limit on the sum of bytes.
final class XmlLengths {
    private static final int LONGEST_PIECE = 1 << 20;
    private static final int MOST_TAGS_A_ROW = 300_000;
    private static final byte[] ROW = {'r', 'o', 'w'};

    private final boolean sheet;
    private int piece;
    private int tags;
    private int matched = -1;

    XmlLengths(boolean sheet) {
        this.sheet = sheet;
    }

    /// @throws Unreadable when a piece or row is longer than any spreadsheet makes it
    void check(byte[] buffer, int length, Place at, Limits limits) {
        for (int i = 0; i < length; i++) {
            byte one = buffer[i];
            if (one == '<' || one == '>') {
                piece = 0;
                if (one == '<' && sheet && ++tags > MOST_TAGS_A_ROW) {
                    throw new Unreadable(at, "tables.columns.too-many", tags, limits.columns());
                }
            } else if (++piece > LONGEST_PIECE) {
                throw new Unreadable(at, "tables.cell.too-long", limits.characters());
            }
            if (sheet) row(one);
        }
    }

    // A tag named row, with or without a prefix, begins the count anew.
    private void row(byte one) {
        if (one == '<' || one == ':') {
            matched = 0;
        } else if (matched == ROW.length) {
            if (one == ' ' || one == '>' || one == '\n' || one == '\t' || one == '\r') tags = 0;
            matched = -1;
        } else if (matched >= 0) {
            matched = one == ROW[matched] ? matched + 1 : -1;
        }
    }
}
