package org.wirknetz.access.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wirknetz.access.Invitations;
import org.wirknetz.platform.web.Problem;

/// @param way NEW somebody without an account · MINE signed in as the invited · OTHER signed in as somebody else ·
/// SIGN_IN has an account and is not signed in
/// @param links whether this server can send links to sign in with; without them a password is needed
public record InvitationPage(
        String secret, Invitations.Letter letter, String way, String name, List<Problem> problems, boolean links) {
    public InvitationPage {
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
