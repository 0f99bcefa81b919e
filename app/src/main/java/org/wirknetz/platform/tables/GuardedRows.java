package org.wirknetz.platform.tables;

import de.siegmar.fastcsv.reader.CsvParseException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.dhatim.fastexcel.reader.ExcelReaderException;

/// A broken table shows itself only while it is read: the parsers' exceptions become one sentence with the line after
/// the last
/// good one.
final class GuardedRows<T> implements Iterator<T> {
    private final Iterator<T> rows;
    private final Place at;
    private final String key;
    private final ToLongFunction<T> line;
    private long last;

    GuardedRows(Iterator<T> rows, Place at, String key, ToLongFunction<T> line) {
        this.rows = rows;
        this.at = at;
        this.key = key;
        this.line = line;
    }

    Stream<T> stream() {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(this, Spliterator.ORDERED), false);
    }

    @Override
    public boolean hasNext() {
        return guarded(rows::hasNext);
    }

    @Override
    public T next() {
        var next = guarded(rows::next);
        last = line.applyAsLong(next);
        return next;
    }

    // The workbook reader throws whatever its XML parser and its own casts throw on nonsense, so the net is wide on
    // purpose.
    private <R> R guarded(Supplier<R> step) {
        try {
            return step.get();
        } catch (CsvParseException
                | UncheckedIOException
                | ExcelReaderException
                | IllegalArgumentException
                | IllegalStateException
                | NullPointerException
                | IndexOutOfBoundsException
                | ArithmeticException e) {
            throw new Unreadable(at.line((int) Math.min(last + 1, Integer.MAX_VALUE)), key);
        }
    }
}
