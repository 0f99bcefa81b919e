package org.wirknetz.platform.tables;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A duty within an agreement.
///
/// @param agreement its key, or its title
/// @param person key of a person; empty where nobody is named
public record ObligationRow(
        Place at,
        String agreement,
        String organisation,
        String person,
        String title,
        @Nullable LocalDate due,
        @Nullable LocalDate done,
        String evidence) {}
