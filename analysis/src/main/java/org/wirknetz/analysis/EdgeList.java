package org.wirknetz.analysis;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// Reads ties between numbered nodes from a text: two whole numbers a line, from and to, parted by blanks or a
/// comma. Empty lines and blanks at the end are passed over; a line that is anything else, a tie from a node to
/// itself and a file of more than 2 GB are refused. There are as many nodes as the largest number says, which
/// is at most twenty million and twenty more a line.
///
/// Cost O(text + ties). Memory: the text, and 16 bytes a line on top of the graph.
public final class EdgeList {
    /// Longer texts are read in pieces, which may share threads.
    private static final int PIECE = 1 << 20;

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /// One digit, as it is told of a number.
    private static final long DIGIT = 1L << 32;

    private static final int LARGEST = Integer.MAX_VALUE - 1;

    /// A short text must not ask for room for thousands of millions of nodes.
    private static final int MOST_UNNAMED = 20_000_000;

    private static final int MOST_A_LINE = 20;

    private int[] from;
    private int[] to;
    private int count;
    private int largest = -1;

    private EdgeList(int mostLines) {
        from = new int[mostLines];
        to = new int[mostLines];
    }

    /// A line that is not two whole numbers is refused by its number.
    public static Graph read(Path file) throws IOException {
        return read(file, Effort.threads(1));
    }

    public static Graph read(Path file, Effort effort) throws IOException {
        long bytes = Files.size(file);
        if (bytes > LARGEST - PIECE) throw new RefusedInput(RefusedInput.Reason.TOO_LONG, bytes, LARGEST - PIECE);
        return parse(Files.readAllBytes(file), effort);
    }

    static Graph parse(byte... text) {
        return parse(text, Effort.threads(1));
    }

    static Graph parse(byte[] text, Effort effort) {
        int pieces = Math.max(1, text.length / PIECE);
        var read = new EdgeList[pieces];
        effort.run(pieces, piece -> read[piece] = scan(text, start(text, piece), start(text, piece + 1)));
        var all = pieces == 1 ? read[0] : joined(read);
        long most = MOST_UNNAMED + (long) MOST_A_LINE * all.count;
        if (all.largest > most)
            throw new RefusedInput(RefusedInput.Reason.OUT_OF_RANGE, "The largest node number", all.largest, 0, most);
        return Graph.ofArcs(all.largest + 1, all.from, all.to, all.count, effort);
    }

    /// Where the first line begins that begins within the piece.
    private static int start(byte[] text, int piece) {
        if (piece == 0) return 0;
        if (piece >= Math.max(1, text.length / PIECE)) return text.length;
        int at = piece * PIECE;
        while (at < text.length && !isBreak(text[at - 1])) at++;
        return at;
    }

    private static EdgeList joined(EdgeList... pieces) {
        int count = 0;
        for (var piece : pieces) count = Math.addExact(count, piece.count);
        var all = new EdgeList(count);
        for (var piece : pieces) {
            System.arraycopy(piece.from, 0, all.from, all.count, piece.count);
            System.arraycopy(piece.to, 0, all.to, all.count, piece.count);
            all.count += piece.count;
            all.largest = Math.max(all.largest, piece.largest);
        }
        return all;
    }

    private static EdgeList scan(byte[] text, int start, int end) {
        var list = new EdgeList((end - start) / 8 + 1);
        int[] from = list.from, to = list.to;
        int at = start, count = 0, largest = -1;
        while (at < end) {
            if (isBreak(text[at])) {
                at++;
                continue;
            }
            int line = at;
            long one = number(text, at, end);
            at += (int) (one >>> 32);
            int gap = at;
            // One blank is what all but every line has.
            if (at < end && isGap(text[at])) at++;
            while (at < end && isGap(text[at])) at++;
            long other = at == gap ? 0 : number(text, at, end);
            at += (int) (other >>> 32);
            while (at < end && (text[at] == ' ' || text[at] == '\t')) at++;
            if (one < DIGIT || other < DIGIT || (at < end && !isBreak(text[at]))) refuse(text, line);
            if (count == from.length) {
                from = list.from = Arrays.copyOf(from, count * 2);
                to = list.to = Arrays.copyOf(to, count * 2);
            }
            from[count] = (int) one;
            to[count++] = (int) other;
            largest = Math.max(largest, Math.max((int) one, (int) other));
        }
        list.count = count;
        list.largest = largest;
        return list;
    }

    /// The number that begins there, and above it, in the upper half, how many digits it has: none where it is
    /// no number below 2³¹ − 2. Eight characters are looked at together, two, four and eight of them put
    /// together at once.
    private static long number(byte[] text, int at, int end) {
        if (at + Long.BYTES > end) return longNumber(text, at, end);
        long digits = (long) EIGHT.get(text, at) ^ 0x3030303030303030L;
        long others = (digits + 0x7676767676767676L | digits) & 0x8080808080808080L;
        if (others == 0) return longNumber(text, at, end);
        int count = Long.numberOfTrailingZeros(others) >>> 3;
        if (count == 0) return 0;
        digits <<= (8 - count) << 3;
        digits = digits * 10 + (digits >>> 8) & 0x00FF00FF00FF00FFL;
        digits = digits * 100 + (digits >>> 16) & 0x0000FFFF0000FFFFL;
        digits = digits * 10_000 + (digits >>> 32) & 0xFFFFFFFFL;
        return digits | (long) count << 32;
    }

    private static long longNumber(byte[] text, int start, int end) {
        int at = start;
        long value = 0;
        for (; at < end && text[at] >= '0' && text[at] <= '9'; at++) {
            value = value * 10 + text[at] - '0';
            if (value >= LARGEST) return 0;
        }
        return value | (long) (at - start) << 32;
    }

    private static boolean isBreak(byte character) {
        return character == '\n' || character == '\r';
    }

    private static boolean isGap(byte character) {
        return character == ' ' || character == '\t' || character == ',';
    }

    private static void refuse(byte[] text, int at) {
        int line = 1;
        for (int i = 0; i < at; i++) if (text[i] == '\n') line++;
        throw new RefusedInput(RefusedInput.Reason.BAD_LINE, line);
    }
}
