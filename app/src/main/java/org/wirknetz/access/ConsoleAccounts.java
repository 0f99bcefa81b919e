package org.wirknetz.access;

import java.util.Locale;
import org.springframework.stereotype.Component;
import org.wirknetz.platform.AccountId;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.Scope;

/// Accounts from the console. Whoever has the console has the data anyway; they get a link, never a password.
@Component
public class ConsoleAccounts {

    private final Accounts accounts;
    private final Networks networks;
    private final Links links;
    private final Sessions sessions;
    private final SecondFactor secondFactor;
    private final Doors doors;
    private final SecurityLog log;

    ConsoleAccounts(
            Accounts accounts,
            Networks networks,
            Links links,
            Sessions sessions,
            SecondFactor secondFactor,
            Doors doors,
            SecurityLog log) {
        this.accounts = accounts;
        this.networks = networks;
        this.links = links;
        this.sessions = sessions;
        this.secondFactor = secondFactor;
        this.doors = doors;
        this.log = log;
    }

    /// @return the address at which the password is chosen
    /// @throws Refused `access.account.email-taken`, `access.email.invalid`
    public String create(String email, String name, boolean operator) {
        var plain = email.strip().matches("[^\\s@,;<>\"()\\[\\]\\\\]+@[A-Za-z0-9.-]+") && email.length() <= 254;
        if (!plain) throw new Refused("access.email.invalid");
        var account = accounts.open(email, name, null, Locale.getDefault(), operator);
        log.note("account.created", "account", account.value(), "operator", operator, "by", "console");
        return link(account);
    }

    /// @throws Refused `access.console.no-network`
    public void seat(String email, String network, Role role) {
        var place = networks.bySlug(network).orElseThrow(() -> new Refused("access.console.no-network", network));
        var account = known(email);
        Scope.of(place).run(() -> networks.seat(account, role, null));
    }

    /// Ends every session; a second factor stays unless its loss is what brought the person here.
    public String reset(String email, boolean withoutSecondFactor) {
        var account = known(email);
        sessions.endAll(account);
        if (withoutSecondFactor) secondFactor.turnOff(account);
        log.note("account.reset", "account", account.value(), "by", "console");
        return link(account);
    }

    public void disable(String email) {
        var account = known(email);
        accounts.disable(account);
        log.note("account.disabled", "account", account.value(), "by", "console");
    }

    public void enable(String email) {
        var account = accounts.all().stream()
                .filter(it -> it.email().equalsIgnoreCase(email.strip()))
                .findFirst()
                .orElseThrow(() -> new Refused("access.console.no-account", email));
        accounts.enable(account.account());
        log.note("account.enabled", "account", account.id(), "by", "console");
    }

    private AccountId known(String email) {
        return accounts.byEmail(email).orElseThrow(() -> new Refused("access.console.no-account", email));
    }

    private String link(AccountId account) {
        return doors.address("/set-up/" + links.issue(Links.Kind.SET_UP, account));
    }
}
