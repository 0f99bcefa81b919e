package org.wirknetz.newsletter.web;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.wirknetz.directory.ProfilePart;
import org.wirknetz.newsletter.Issues;
import org.wirknetz.newsletter.Lists;
import org.wirknetz.platform.Scope;

/// On the network's profile: the way to subscribe where there is something to subscribe to, and what was published.
@Component
class NewsletterOnTheProfile implements ProfilePart {

    private final Lists lists;
    private final Issues issues;

    NewsletterOnTheProfile(Lists lists, Issues issues) {
        this.lists = lists;
        this.issues = issues;
    }

    @Override
    public List<OpenPage> openPages() {
        return Scope.of(Scope.current().requireNetwork()).<List<OpenPage>, RuntimeException>call(() -> {
            var open = new ArrayList<OpenPage>();
            if (lists.setting().isPresent() && lists.all().stream().anyMatch(Lists.Card::open))
                open.add(new OpenPage("newsletter.sign-up.title", "/newsletter"));
            if (issues.all().stream().anyMatch(it -> it.isSent() && it.archive().equals("PUBLIC")))
                open.add(new OpenPage("newsletter.archive.title", "/newsletters"));
            return open;
        });
    }
}
