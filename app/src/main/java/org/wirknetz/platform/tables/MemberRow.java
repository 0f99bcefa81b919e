package org.wirknetz.platform.tables;

/// Who sits in a group.
///
/// @param group its name
/// @param organisation key of the organisation that sends somebody
/// @param person key of the person; empty while none is named
public record MemberRow(
        Place at, String group, String organisation, String person, String part, boolean votes, Period period) {

    public enum Seat {
        LEAD,
        DEPUTY,
        MEMBER,
        GUEST
    }

    /// What the written part means.
    public Seat seat() {
        var word = Folded.word(part);
        if (word.startsWith("leit") || word.startsWith("lead") || word.startsWith("vorsitz")) return Seat.LEAD;
        if (word.startsWith("stell") || word.startsWith("deput") || word.startsWith("vertret")) return Seat.DEPUTY;
        return word.startsWith("gast") || word.startsWith("guest") ? Seat.GUEST : Seat.MEMBER;
    }
}
