package org.wirknetz.directory.web;

import org.jspecify.annotations.Nullable;
import org.wirknetz.directory.MembershipStatus;

/// Where an organisation stands, as a badge.
final class Standing {

    private Standing() {}

    static String badge(@Nullable MembershipStatus status) {
        return switch (status) {
            case null -> "plain";
            case ACTIVE -> "good";
            case ASKED -> "notice";
            case DECLINED, DORMANT, LEFT, GUEST -> "plain";
        };
    }
}
