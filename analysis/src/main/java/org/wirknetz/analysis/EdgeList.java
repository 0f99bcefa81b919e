package org.wirknetz.analysis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// Reads ties between numbered nodes from a text: two whole numbers a line, from and to, parted by blanks or a comma.
public final class EdgeList {
    private final byte[] text;
    private int at;
    private int line = 1;
    private int[] from;
    private int[] to;
    private int count;
    private int largest = -1;

    private EdgeList(byte[] text) {
        this.text = text;
        from = new int[Math.max(16, text.length / 10)];
        to = new int[from.length];
    }

    /// A line that is not two whole numbers is refused by its number.
    public static Graph read(Path file) throws IOException {
        return parse(Files.readAllBytes(file));
    }

    static Graph parse(byte[] text) {
        var list = new EdgeList(text);
        list.scan();
        return Graph.ofArcs(list.largest + 1, Arrays.copyOf(list.from, list.count), Arrays.copyOf(list.to, list.count));
    }

    private void scan() {
        while (at < text.length) {
            if (isBreak(text[at])) {
                if (text[at] == '\n') line++;
                at++;
                continue;
            }
            int one = number();
            while (at < text.length && (text[at] == ' ' || text[at] == '\t' || text[at] == ',')) at++;
            int other = number();
            if (at < text.length && !isBreak(text[at])) refuse();
            add(one, other);
        }
    }

    private static boolean isBreak(byte character) {
        return character == '\n' || character == '\r';
    }

    private int number() {
        int start = at;
        long value = 0;
        while (at < text.length && text[at] >= '0' && text[at] <= '9' && at - start < 10)
            value = value * 10 + text[at++] - '0';
        if (at == start || value >= Integer.MAX_VALUE) refuse();
        return (int) value;
    }

    private void refuse() {
        throw new RefusedInput(RefusedInput.Reason.BAD_LINE, line);
    }

    private void add(int one, int other) {
        if (count == from.length) {
            from = Arrays.copyOf(from, count * 2);
            to = Arrays.copyOf(to, count * 2);
        }
        from[count] = one;
        to[count++] = other;
        largest = Math.max(largest, Math.max(one, other));
    }
}
