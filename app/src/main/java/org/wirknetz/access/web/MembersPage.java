package org.wirknetz.access.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wirknetz.access.Invitations;
import org.wirknetz.access.Seats;
import org.wirknetz.platform.web.Choice;
import org.wirknetz.platform.web.Problem;

/// @param link to be handed over, since no mail can be sent; empty otherwise
/// @param sends whether this server can send mail
public record MembersPage(
        List<Member> members,
        List<Open> open,
        List<Choice> roles,
        List<Choice> organisations,
        String email,
        List<Problem> problems,
        String link,
        boolean sends,
        boolean office) {
    /// One row of the list.
    public record Member(Seats.Seat seat, String organisation, List<Choice> roles, boolean removable) {
        public Member {
            roles = List.copyOf(roles);
        }
    }

    public record Open(Invitations.Waiting invitation, java.time.LocalDate until) {}

    public MembersPage {
        members = List.copyOf(members);
        open = List.copyOf(open);
        roles = List.copyOf(roles);
        organisations = List.copyOf(organisations);
        problems = List.copyOf(problems);
    }

    public @Nullable String problem(String field) {
        return problems.stream()
                .filter(it -> it.field().equals(field))
                .map(Problem::sentence)
                .findFirst()
                .orElse(null);
    }
}
