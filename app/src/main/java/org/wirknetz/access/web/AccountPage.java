package org.wirknetz.access.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wirknetz.access.Accounts;
import org.wirknetz.access.Passkeys;
import org.wirknetz.access.Sessions;
import org.wirknetz.access.Tokens;
import org.wirknetz.platform.web.Choice;
import org.wirknetz.platform.web.Problem;

/// Everything somebody may set about their own account.
///
/// @param codesLeft recovery codes not used yet
/// @param provider name of the other house with whose account this one is linked; empty when it is not
/// @param fresh signed in a moment ago, so that ways in may be added
/// @param freshToken shown this once; empty otherwise
public record AccountPage(
        Accounts.Card card,
        List<Sessions.Open> sessions,
        List<Passkeys.Card> passkeys,
        List<Tokens.Card> tokens,
        List<Choice> networks,
        List<Choice> languages,
        boolean secondFactor,
        int codesLeft,
        String provider,
        boolean fresh,
        String freshToken,
        List<Problem> problems) {

    public AccountPage {
        sessions = List.copyOf(sessions);
        passkeys = List.copyOf(passkeys);
        tokens = List.copyOf(tokens);
        networks = List.copyOf(networks);
        languages = List.copyOf(languages);
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
