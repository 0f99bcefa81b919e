package org.wirknetz.journeys;

import org.springframework.stereotype.Component;
import org.wirknetz.Cast;
import org.wirknetz.access.Accounts;
import org.wirknetz.platform.AccountId;

/// Networks without anybody but Aylin Demir, who can sign in to them.
@Component
class FreshNetworks {

    private final Cast cast;
    private final Accounts accounts;

    FreshNetworks(Cast cast, Accounts accounts) {
        this.cast = cast;
        this.accounts = accounts;
    }

    record Fresh(String path, String email, Cast.Stage stage) {}

    Fresh network() {
        var stage = cast.network();
        return new Fresh(stage.path(""), opens(stage.officeAccount()), stage);
    }

    /// @return the address with which the account opens
    String opens(AccountId account) {
        accounts.choosePassword(account, Guest.PASSWORD);
        return accounts.require(account).email();
    }
}
