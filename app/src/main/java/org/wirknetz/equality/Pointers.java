package org.wirknetz.equality;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wirknetz.platform.Refused;

/// Where evidence lies: a page on the web, or a page of this network, which is kept without the network's own address
/// so that it outlives a change of it.
@Component
class Pointers {

    static final int LONGEST = 500;
    private static final Pattern HERE = Pattern.compile(
            "(?:https?://[^/]+)?(?:/w/([a-z0-9-]+))?(/(meetings|decisions|agreements|groups|organisations)/([0-9a-f-]{36}))(?:[/?#].*)?");

    /// Where each kind of page can be looked up.
    private static final Map<String, String> CARDS = Map.of(
            "meetings", "meetings.meeting_card",
            "decisions", "tasks.decision_card",
            "agreements", "agreements.agreement_card",
            "groups", "groups.group_card",
            "organisations", "directory.organisation_card");

    private final JdbcClient db;

    Pointers(JdbcClient db) {
        this.db = db;
    }

    /// @throws Refused `equality.no-address` where it is neither, or leads to nothing that is here
    String read(@Nullable String typed) {
        var address = Texts.needed(typed, LONGEST);
        var here = HERE.matcher(address);
        if (here.matches() && isThisNetwork(here.group(1))) {
            if (!isKnown(here.group(3), here.group(4))) throw new Refused("equality.no-address");
            return here.group(2);
        }
        try {
            var web = new URI(address);
            boolean open = "https".equals(web.getScheme()) || "http".equals(web.getScheme());
            if (open && web.getHost() != null && web.getUserInfo() == null) return address;
        } catch (URISyntaxException notAnAddress) {
            throw new Refused("equality.no-address");
        }
        throw new Refused("equality.no-address");
    }

    private boolean isThisNetwork(@Nullable String slug) {
        return slug == null || db.sql("""
                                select exists (select from access.network_card
                                                where id = platform.network() and slug = ?)
                                """).param(slug).query(Boolean.class).single();
    }

    private boolean isKnown(String kind, String id) {
        try {
            return db.sql("select exists (select from " + CARDS.get(kind)
                            + " where network = platform.network() and id = ?)")
                    .param(UUID.fromString(id))
                    .query(Boolean.class)
                    .single();
        } catch (IllegalArgumentException noId) {
            return false;
        }
    }
}
