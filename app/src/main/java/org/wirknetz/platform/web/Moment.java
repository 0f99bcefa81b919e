package org.wirknetz.platform.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One line of a history: on this day, this happened.
///
/// @param sentence in the person's language
/// @param href where it is told in full, or null
/// @param ahead whether it lies in the future
public record Moment(
        LocalDate on, String sentence, @Nullable String href, boolean ahead) {}
