package org.wirknetz.access;

import java.time.Duration;
import org.springframework.stereotype.Component;
import org.wirknetz.platform.Attempts;
import org.wirknetz.platform.Recurring;
import org.wirknetz.platform.SentForms;

/// Every hour: forgets failures of yesterday, links that have expired and forms of the day before yesterday.
@Component
class Tidying implements Recurring {

    private final Patience patience;
    private final Links links;
    private final SentForms forms;

    Tidying(Patience patience, Links links, SentForms forms) {
        this.patience = patience;
        this.links = links;
        this.forms = forms;
    }

    @Override
    public String name() {
        return "access.tidying";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void round() {
        var attempts = new Attempts();
        attempts.at("patience", patience::tidy);
        attempts.at("links", links::tidy);
        attempts.at("forms", forms::tidy);
        attempts.end();
    }
}
