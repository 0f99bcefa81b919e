package org.wirknetz.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What somebody had typed and sent in vain: it is given back to be sent again.
///
/// @param action the path it was sent to
public record TypedWords(String action, List<Field> fields) {

    private static final int MOST = 50_000;
    private static final Set<String> NEVER = Set.of("_csrf", "_form", "password", "current", "code");

    public record Field(String name, String value) {}

    public TypedWords {
        fields = List.copyOf(fields);
    }

    /// Nothing for uploads, and nothing that came from another site: pressing the button must not do a
    /// stranger's will.
    static TypedWords of(HttpServletRequest request) {
        var fields = new ArrayList<Field>();
        var own = "same-origin".equals(request.getHeader("Sec-Fetch-Site"))
                && String.valueOf(request.getContentType()).startsWith("application/x-www-form-urlencoded");
        long size = 0;
        if (own && request.getMethod().equals("POST")) {
            for (var entry : request.getParameterMap().entrySet()) {
                if (NEVER.contains(entry.getKey())) continue;
                for (var value : entry.getValue()) {
                    size += value.length();
                    fields.add(new Field(entry.getKey(), value));
                }
            }
        }
        return new TypedWords(request.getRequestURI(), size > MOST ? List.of() : fields);
    }

    /// Worth giving back at all.
    public boolean any() {
        return fields.stream().anyMatch(it -> !it.value().isBlank());
    }
}
