/// Foreign tables: what offices really send us (CSV of any encoding, XLSX, ZIP, GraphML, GEXF) read as a
/// stream of rows
/// that
/// know where they stand, recognised, checked line by line, and tables written so that no spreadsheet executes them.
///
/// Plain Java without a container: `./wirknetz check` uses it before anything else of the platform is up.
/// Every input is hostile; a bad one yields a [Finding] with file, sheet, line and column, never a stack trace.
@NullMarked
package org.wirknetz.platform.tables;

import org.jspecify.annotations.NullMarked;
