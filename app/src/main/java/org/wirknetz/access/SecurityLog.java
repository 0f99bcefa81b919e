package org.wirknetz.access;

import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// One line for each event that matters to security: what, whom, from where. Never a secret, a name or an address.
@Component
public class SecurityLog {

    private static final Logger LOG = LoggerFactory.getLogger("org.wirknetz.security");
    private static final Pattern UNFIT = Pattern.compile("[^\\p{L}\\p{N}/:.,_@+-]");

    // A way in without an account carries its secret in the path: a segment that is long and no identity.
    static final Pattern SECRET = Pattern.compile(
            "(?<=/)(?![0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?:[/.]|$))[A-Za-z0-9_=-]{22,}(?=[/.]|$)");

    /// @param event such as `sign-in.refused`
    /// @param facts names and values in turn; whatever could break the line is replaced
    public void note(String event, Object... facts) {
        var line = new StringBuilder("event=").append(fit(event));
        for (int i = 0; i + 1 < facts.length; i += 2) {
            line.append(' ').append(fit(facts[i])).append('=').append(fit(facts[i + 1]));
        }
        LOG.info("{}", line);
    }

    private static String fit(Object value) {
        var open = String.valueOf(value);
        var told = open.startsWith("/") ? SECRET.matcher(open).replaceAll("_secret_") : open;
        var text = UNFIT.matcher(told).replaceAll("_");
        return text.length() > 120 ? text.substring(0, 120) : text;
    }
}
