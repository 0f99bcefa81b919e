package org.wirknetz.agreements;

import org.jspecify.annotations.Nullable;
import org.wirknetz.platform.Document;
import org.wirknetz.platform.Refused;

/// What shows that a duty was done: words, a link, a file, or several of them.
///
/// @param link `http` or `https`; empty where there is none
public record Evidence(String text, String link, @Nullable Document document) {

    public Evidence {
        text = text.strip();
        link = link.strip();
        if (text.length() > 2000) throw new Refused("agreements.too-long", 2000);
        if (!link.isEmpty() && (!link.matches("https?://[^\\s]+") || link.length() > 500))
            throw new Refused("agreements.obligation.link");
    }
}
