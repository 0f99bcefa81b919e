package org.wirknetz.api;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wirknetz.access.Visitor;
import org.wirknetz.networkcheck.NetworkcheckPermissions;
import org.wirknetz.networkcheck.map.MapViews;
import org.wirknetz.platform.Forbidden;

/// Views of the map under a name, by call. Another view under the same name takes its place.
@Component
class MapViewsWriting implements Writing {

    /// What may stand in the query of an address.
    private static final Pattern QUERY = Pattern.compile("[\\w.~%&=+:,;-]*");

    private final MapViews views;
    private final NetworkcheckPermissions may;

    MapViewsWriting(MapViews views, NetworkcheckPermissions may) {
        this.views = views;
        this.may = may;
    }

    @Override
    public UUID create(Visitor visitor, Map<String, @Nullable Object> values) {
        Forbidden.unless(may.keepViews(visitor));
        var sent = new Sent(values);
        var query = Objects.requireNonNullElse(sent.text("query", ""), "");
        if (!QUERY.matcher(query).matches()) throw new Invalid(422, "query", "api.map-view.no-query");
        return views.keep(Objects.requireNonNullElse(sent.text("name", ""), ""), query);
    }

    @Override
    public void change(Visitor visitor, UUID id, Map<String, @Nullable Object> values) {
        Forbidden.unless(may.keepViews(visitor));
        throw new Invalid(422, values.keySet().iterator().next(), "api.map-view.fixed");
    }

    @Override
    public void remove(Visitor visitor, UUID id) {
        Forbidden.unless(may.keepViews(visitor));
        views.drop(id);
    }
}
