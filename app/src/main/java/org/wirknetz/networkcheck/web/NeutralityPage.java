package org.wirknetz.networkcheck.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wirknetz.networkcheck.fair.Interests.Interest;

/// How neutral the coordination office is, and which interests the organisation behind it has laid open.
///
/// @param blocks the measures, as far as the reader may see them
/// @param interests everything that was laid open
/// @param keeps whether the reader keeps the register
/// @param changed the interest that is being changed; null where a new one is
public record NeutralityPage(
        List<CheckPage.Block> blocks,
        List<Interest> interests,
        boolean keeps,
        @Nullable Interest changed) {}
