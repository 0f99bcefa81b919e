package org.wirknetz.exchange.web;

import java.util.List;
import org.springframework.stereotype.Component;
import org.wirknetz.directory.ProfilePart;
import org.wirknetz.directory.PublicDirectory;

/// On the network's profile: what the region needs, open together with the list of partners.
@Component
class NeedsOnTheProfile implements ProfilePart {

    private final PublicDirectory open;

    NeedsOnTheProfile(PublicDirectory open) {
        this.open = open;
    }

    @Override
    public List<OpenPage> openPages() {
        return open.isOpen() ? List.of(new OpenPage("exchange.public.title", "/needs")) : List.of();
    }
}
