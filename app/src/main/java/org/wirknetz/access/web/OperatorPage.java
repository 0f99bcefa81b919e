package org.wirknetz.access.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wirknetz.access.Accounts;
import org.wirknetz.access.Networks;
import org.wirknetz.platform.web.Choice;
import org.wirknetz.platform.web.Problem;

/// @param link of the first invitation, to be handed over where no mail can be sent; empty otherwise
/// @param sends whether this server can send mail
public record OperatorPage(
        List<Networks.Card> networks,
        List<Accounts.Card> accounts,
        List<Choice> templates,
        String slug,
        String name,
        String email,
        List<Problem> problems,
        String link,
        boolean sends) {

    public OperatorPage {
        networks = List.copyOf(networks);
        accounts = List.copyOf(accounts);
        templates = List.copyOf(templates);
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
