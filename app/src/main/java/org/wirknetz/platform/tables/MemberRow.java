package org.wirknetz.platform.tables;

/// Who sits in a group.
///
/// @param group its name
/// @param organisation key of the organisation that sends somebody
/// @param person key of the person; empty while none is named
public record MemberRow(
        Place at, String group, String organisation, String person, String part, boolean votes, Period period) {}
