package org.wirknetz.newsletter;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the office writes of an issue.
///
/// @param archive `PUBLIC`, `MEMBERS` or `NOBODY`: who may read it in a browser afterwards
public record IssueEntry(
        UUID list, String subject, @Nullable String lead, String archive, Audience.Segment segment) {}
