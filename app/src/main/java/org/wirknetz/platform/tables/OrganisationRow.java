package org.wirknetz.platform.tables;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An organisation of a table. Empty texts mean that nothing was written.
///
/// @param key as written, else the name
/// @param groups actor groups; several are separated by ; | or a line end
/// @param member membership in the network; always, when no dates are given
/// @param status where it stands towards the network; null when the table does not say
/// @param answered whether it answered the questions behind the ties; null when the table does not say
/// @param free unknown columns by heading, in the table's order
public record OrganisationRow(
        Place at,
        String key,
        String name,
        List<String> groups,
        String area,
        boolean coordinator,
        Period member,
        @Nullable MemberStatus status,
        @Nullable Boolean answered,
        Contact contact,
        Map<String, String> free) {
    public OrganisationRow {
        groups = List.copyOf(groups);
        free = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(free));
    }

    /// Inside the boundary of the network on a day.
    public boolean belongs(LocalDate day) {
        return isMembership() && member.holds(day);
    }

    /// Whether the interval is one of a member: not of a guest, nor of somebody who left on no known day.
    public boolean isMembership() {
        if (status == null) return true;
        return switch (status) {
            case ACTIVE, DORMANT -> true;
            case LEFT -> member.to() != null;
            case ASKED, DECLINED, GUEST -> false;
        };
    }

    /// Where to reach it.
    public record Contact(String website, String email, String phone, String street, String postcode, String city) {
        public static final Contact NONE = new Contact("", "", "", "", "", "");
    }
}
