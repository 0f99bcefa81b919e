package org.wirknetz.platform.tables;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/// One sheet of a workbook as a stream of rows. Formulas give the value that the office program computed
/// last; nothing
/// is
/// ever computed here.
final class XlsxTable implements Table {
    private static final LocalDate EPOCH = LocalDate.of(1899, 12, 30);
    private static final LocalDate MAC_EPOCH = LocalDate.of(1904, 1, 1);
    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|\\\\.|\\[[^\\]]*]|_.|\\*.");

    private final String file;
    private final Sheet sheet;
    private final MergedCells merged;
    private final boolean mac;
    private final Limits limits;

    XlsxTable(String file, Sheet sheet, MergedCells merged, boolean mac, Limits limits) {
        this.file = file;
        this.sheet = sheet;
        this.merged = merged;
        this.mac = mac;
        this.limits = limits;
    }

    @Override
    public String file() {
        return file;
    }

    @Override
    public String sheet() {
        return sheet.getName();
    }

    @Override
    public DecimalStyle decimals() {
        return DecimalStyle.GERMAN;
    }

    @Override
    public Stream<Row> rows() {
        try {
            var above = new HashMap<MergedCells.Block, Cell>();
            var rows = sheet.openStream();
            return new GuardedRows<>(rows.iterator(), at(), "tables.file.broken", it -> it.getRowNum())
                    .stream()
                            .map(it -> row(it, above))
                            .filter(it -> !it.blank())
                            .onClose(rows::close);
        } catch (IOException | ExcelReaderException e) {
            throw new Unreadable(at(), "tables.file.broken");
        }
    }

    private Row row(org.dhatim.fastexcel.reader.Row row, Map<MergedCells.Block, Cell> above) {
        var here = at().line(row.getRowNum());
        if (row.getRowNum() > limits.rows()) throw new Unreadable(here, "tables.rows.too-many", limits.rows());
        var cells = new ArrayList<Cell>(row.getCellCount());
        for (var cell : row) {
            cells.add(cell == null ? Cell.BLANK : cell(cell, here));
        }
        while (!cells.isEmpty() && cells.getLast().blank()) cells.removeLast();
        if (cells.size() > limits.columns()) {
            throw new Unreadable(here, "tables.columns.too-many", cells.size(), limits.columns());
        }
        repeatMerged(row.getRowNum(), cells, above);
        return new Row(here, cells);
    }

    private void repeatMerged(int line, List<Cell> cells, Map<MergedCells.Block, Cell> above) {
        for (var block : merged.blocks()) {
            if (line < block.first() || line > block.last() || block.column() >= limits.columns()) continue;
            if (line == block.first()) {
                if (block.column() < cells.size()) above.put(block, cells.get(block.column()));
            } else if (above.containsKey(block)) {
                while (cells.size() <= block.column()) cells.add(Cell.BLANK);
                cells.set(block.column(), java.util.Objects.requireNonNull(above.get(block)));
            }
        }
    }

    private Cell cell(org.dhatim.fastexcel.reader.Cell cell, Place here) {
        return switch (cell.getType()) {
            case EMPTY, ERROR -> Cell.BLANK;
            case BOOLEAN -> new Cell.Truth(cell.asBoolean());
            case NUMBER -> number(cell.asNumber(), cell.getDataFormatString());
            case STRING -> text(cell.asString(), here);
            case FORMULA -> cached(cell, here);
        };
    }

    private Cell cached(org.dhatim.fastexcel.reader.Cell cell, Place here) {
        var value = cell.getValue();
        if (value instanceof BigDecimal number) return number(number, cell.getDataFormatString());
        if (value instanceof Boolean truth) return new Cell.Truth(truth);
        if (!(value instanceof String text)) return Cell.BLANK;
        return isNumber(text) && !isText(cell)
                ? number(new BigDecimal(text), cell.getDataFormatString())
                : text(text, here);
    }

    private static boolean isNumber(String text) {
        return text.length() < 40 && text.matches("-?\\d+(\\.\\d+)?([eE][+-]?\\d{1,2})?");
    }

    private static boolean isText(org.dhatim.fastexcel.reader.Cell cell) {
        var format = cell.getDataFormatString();
        return format != null && format.contains("@");
    }

    private Cell text(@Nullable String text, Place here) {
        if (text == null) return Cell.BLANK;
        if (text.length() > limits.characters())
            throw new Unreadable(here, "tables.cell.too-long", limits.characters());
        return Cell.of(FormulaGuard.unguarded(text));
    }

    private Cell number(BigDecimal number, @Nullable String format) {
        if (!isDate(format)) return new Cell.Amount(number);
        long days = number.longValue();
        return days < 1 || days > 2_958_465
                ? new Cell.Amount(number)
                : new Cell.Day((mac ? MAC_EPOCH : EPOCH).plusDays(days));
    }

    /// A number format shows a date when it has a day or year sign outside of literals and colours.
    static boolean isDate(@Nullable String format) {
        if (format == null) return false;
        var signs = LITERAL.matcher(format.toLowerCase(java.util.Locale.ROOT)).replaceAll("");
        return signs.contains("yy") || signs.contains("jj") || signs.contains("d") || signs.contains("tt");
    }
}
