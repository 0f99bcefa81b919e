package org.wirknetz.networkcheck.web;

import java.util.List;
import org.springframework.stereotype.Component;
import org.wirknetz.directory.ProfilePart;
import org.wirknetz.networkcheck.fair.Summaries;

/// On the network's profile: how neutral the office is, where it has opened a summary.
@Component
class SummaryOnTheProfile implements ProfilePart {

    private final Summaries summaries;

    SummaryOnTheProfile(Summaries summaries) {
        this.summaries = summaries;
    }

    @Override
    public List<OpenPage> openPages() {
        return summaries.openUntil().isPresent()
                ? List.of(new OpenPage("networkcheck.summary.one", "/neutrality"))
                : List.of();
    }
}
