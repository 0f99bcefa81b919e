package org.wirknetz.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.wirknetz.access.Accounts;
import org.wirknetz.access.Identities;
import org.wirknetz.access.Passkeys;
import org.wirknetz.access.ProviderSettings;
import org.wirknetz.access.Recently;
import org.wirknetz.access.SecondFactor;
import org.wirknetz.access.Sessions;
import org.wirknetz.access.Tokens;
import org.wirknetz.platform.AccountId;
import org.wirknetz.platform.web.Choice;
import org.wirknetz.platform.web.Problem;
import org.wirknetz.platform.web.Redirects;
import org.wirknetz.platform.web.SignedIn;

/// Builds the account page for each of the controllers that answer with it.
@Component
class AccountPages {

    private final Accounts accounts;
    private final Sessions sessions;
    private final Passkeys passkeys;
    private final Tokens tokens;
    private final SecondFactor secondFactor;
    private final Redirects redirects;
    private final ProviderSettings provider;
    private final Identities identities;
    private final Recently recently;

    AccountPages(
            Accounts accounts,
            Sessions sessions,
            Passkeys passkeys,
            Tokens tokens,
            SecondFactor secondFactor,
            Redirects redirects,
            ProviderSettings provider,
            Identities identities,
            Recently recently) {
        this.recently = recently;
        this.provider = provider;
        this.identities = identities;
        this.accounts = accounts;
        this.sessions = sessions;
        this.passkeys = passkeys;
        this.tokens = tokens;
        this.secondFactor = secondFactor;
        this.redirects = redirects;
    }

    ModelAndView page(
            HttpStatus status, AccountId me, List<Problem> problems, String token, HttpServletRequest request) {
        var card = accounts.require(me);
        var session = request.getSession(false);
        var signedIn = (SignedIn) request.getAttribute(SignedIn.class.getName());
        var page = new AccountPage(
                card,
                sessions.of(me, session == null ? null : session.getId()),
                passkeys.of(me),
                tokens.of(me),
                signedIn == null
                        ? List.of()
                        : signedIn.networks().stream()
                                .map(it -> new Choice(it.slug(), it.name(), false))
                                .toList(),
                Stream.of("de", "en")
                        .map(it -> new Choice(
                                it, redirects.say(request, "access.language." + it), it.equals(card.locale())))
                        .toList(),
                secondFactor.isOn(me),
                secondFactor.recoveryCodesLeft(me),
                provider.present() && identities.isLinked(me) ? provider.name() : "",
                recently.signedIn(),
                token,
                problems);
        return new ModelAndView(
                "access/account",
                Map.of("title", redirects.say(request, "access.account.title"), "page", page),
                status);
    }
}
