package org.wirknetz.attacks;

import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.wirknetz.Cast;
import org.wirknetz.access.Accounts;
import org.wirknetz.platform.AccountId;

/// Gives people of the cast a browser at the running program.
@Component
class Browsers {

    static final String PASSWORD = "drei blaue Fahrräder am Wehr";

    private final Accounts accounts;
    private final Environment environment;

    Browsers(Accounts accounts, Environment environment) {
        this.accounts = accounts;
        this.environment = environment;
    }

    String house() {
        return "http://localhost:" + environment.getRequiredProperty("local.server.port");
    }

    Browser stranger() {
        return new Browser(house());
    }

    Browser signedIn(AccountId account) throws Exception {
        accounts.choosePassword(account, PASSWORD);
        var browser = stranger();
        browser.signIn(accounts.require(account).email(), PASSWORD);
        return browser;
    }

    Browser office(Cast.Stage stage) throws Exception {
        return signedIn(stage.officeAccount());
    }
}
