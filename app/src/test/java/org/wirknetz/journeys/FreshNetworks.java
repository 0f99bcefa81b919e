package org.wirknetz.journeys;

import org.springframework.stereotype.Component;
import org.wirknetz.Cast;
import org.wirknetz.access.Accounts;

/// Networks without anybody but Aylin Demir, who can sign in to them.
@Component
class FreshNetworks {

    private final Cast cast;
    private final Accounts accounts;

    FreshNetworks(Cast cast, Accounts accounts) {
        this.cast = cast;
        this.accounts = accounts;
    }

    record Fresh(String path, String email) {}

    Fresh network() {
        var stage = cast.network();
        accounts.choosePassword(stage.officeAccount(), Guest.PASSWORD);
        return new Fresh(stage.path(""), accounts.require(stage.officeAccount()).email());
    }
}
