package org.wirknetz.groups.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wirknetz.groups.GroupMembers;
import org.wirknetz.groups.Part;

/// What somebody typed about a place in a group.
///
/// @param member the place; null for a new one
/// @param person identity of the person, or empty while none is named
public record MemberForm(
        @Nullable UUID member,
        int version,
        UUID organisation,
        String organisationName,
        String person,
        String part,
        boolean votes,
        String since,
        String until) {

    static MemberForm of(GroupPage.Member member) {
        return new MemberForm(
                member.id(),
                member.version(),
                member.organisation(),
                member.organisationName(),
                member.person() == null ? "" : member.person().toString(),
                member.part(),
                member.votes(),
                member.since().toString(),
                member.until() == null ? "" : member.until().toString());
    }

    /// @param known where it stands now, or a blank one
    static MemberForm of(Map<String, String> given, MemberForm known) {
        var part = given.getOrDefault("part", "");
        return new MemberForm(
                known.member(),
                given.getOrDefault("version", "").matches("\\d{1,9}") ? Integer.parseInt(given.get("version")) : 0,
                known.organisation(),
                known.organisationName(),
                given.getOrDefault("person", "").strip(),
                Arrays.stream(Part.values()).anyMatch(it -> it.name().equals(part)) ? part : Part.MEMBER.name(),
                given.getOrDefault("votes", "").equals("true"),
                given.getOrDefault("since", "").strip(),
                given.getOrDefault("until", "").strip());
    }

    /// @param since the day meant
    GroupMembers.Seat seat(LocalDate since) {
        return new GroupMembers.Seat(organisation, id(person), Part.valueOf(part), votes, since);
    }

    private static @Nullable UUID id(String text) {
        return text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}") ? UUID.fromString(text) : null;
    }
}
