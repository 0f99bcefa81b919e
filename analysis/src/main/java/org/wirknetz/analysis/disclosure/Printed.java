package org.wirknetz.analysis.disclosure;

/// One table as it was printed, or is to be.
///
/// @param unsafe what must keep its span: counts that are too small, and what somebody who takes off their
/// own part would be left with
/// @param rows of each row what tells it from others: rows of the same number are the same counts, in
/// whatever table
/// @param insiders who gave parts of it, as far as is known
record Printed(CountTable table, boolean[] hidden, boolean[] unsafe, int[] rows, Insiders insiders) {}
