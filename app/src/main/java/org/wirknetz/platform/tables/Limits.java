package org.wirknetz.platform.tables;

/// What a foreign file may cost us. The limits hold while bytes are inflated, before a parser sees them.
///
/// @param fileBytes the file as it lies on disk
/// @param inflatedBytes everything inside a ZIP or workbook together, unpacked
/// @param sharedBytes the table of shared texts of a workbook, which its reader keeps in memory
/// @param entries files inside a ZIP or workbook
/// @param rows rows of one table
/// @param columns columns of one table
/// @param characters characters of one cell (a spreadsheet allows 32,767)
public record Limits(
        long fileBytes, long inflatedBytes, long sharedBytes, int entries, int rows, int columns, int characters) {
    public static Limits usual() {
        return new Limits(100L << 20, 300L << 20, 48L << 20, 2_000, 1_048_576, 500, 32_767);
    }
}
