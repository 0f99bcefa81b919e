package org.wirknetz.directory;

/// Where an organisation stands towards the network (German: *Status der Mitgliedschaft*).
public enum MembershipStatus {
    /// Invited, has not answered yet (*angefragt*).
    ASKED,
    DECLINED,
    ACTIVE,
    /// A member that takes no part for now (*ruhend*). Inside the boundary of every measure.
    DORMANT,
    LEFT,
    /// Takes part without being a member; outside the boundary.
    GUEST;

    /// Inside the boundary of the network.
    public boolean isMember() {
        return this == ACTIVE || this == DORMANT;
    }
}
