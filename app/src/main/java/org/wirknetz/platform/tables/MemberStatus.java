package org.wirknetz.platform.tables;

/// Where a list says that an organisation stands towards the network (German: *Status*).
public enum MemberStatus {
    ASKED,
    DECLINED,
    ACTIVE,
    /// A member that takes no part for now (*ruhend*).
    DORMANT,
    LEFT,
    /// Takes part without being a member.
    GUEST
}
