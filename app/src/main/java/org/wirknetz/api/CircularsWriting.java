package org.wirknetz.api;

import static org.wirknetz.api.NewslettersWriting.id;
import static org.wirknetz.api.NewslettersWriting.line;
import static org.wirknetz.api.NewslettersWriting.text;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wirknetz.access.Visitor;
import org.wirknetz.newsletter.Audience;
import org.wirknetz.newsletter.Circulars;
import org.wirknetz.newsletter.NewsletterPermissions;
import org.wirknetz.platform.Forbidden;

/// Drafts of circulars by call. What has gone out stays as it is.
@Component
class CircularsWriting implements Writing {

    private final Circulars circulars;
    private final NewsletterPermissions may;

    CircularsWriting(Circulars circulars, NewsletterPermissions may) {
        this.circulars = circulars;
        this.may = may;
    }

    @Override
    public UUID create(Visitor visitor, Map<String, @Nullable Object> values) {
        Forbidden.unless(may.edit(visitor));
        return circulars.draft(new Circulars.Entry(
                line(values.get("topic")),
                line(values.get("subject")),
                body(values.get("body")),
                id(values.get("groupId")),
                new Audience.Segment(id(values.get("actorGroup")), id(values.get("area")), text(values.get("level"))),
                days(values.get("withinDays"), 7)));
    }

    @Override
    public void change(Visitor visitor, UUID id, Map<String, @Nullable Object> values) {
        Forbidden.unless(may.edit(visitor));
        var now = circulars.require(id);
        circulars.revise(
                id,
                now.version(),
                new Circulars.Entry(
                        values.containsKey("topic") ? line(values.get("topic")) : now.topic(),
                        values.containsKey("subject") ? line(values.get("subject")) : now.subject(),
                        values.get("body") instanceof String body && !body.isBlank() ? body : now.body(),
                        values.containsKey("groupId") ? id(values.get("groupId")) : now.groupId(),
                        new Audience.Segment(
                                values.containsKey("actorGroup") ? id(values.get("actorGroup")) : now.actorGroup(),
                                values.containsKey("area") ? id(values.get("area")) : now.area(),
                                values.containsKey("level") ? text(values.get("level")) : now.level()),
                        days(values.get("withinDays"), now.withinDays())));
    }

    private static String body(@Nullable Object value) {
        var text = text(value);
        if (text == null) throw new Invalid(422, "body", "api.missing");
        return text;
    }

    private static int days(@Nullable Object value, int usual) {
        if (!(value instanceof Number number)) return usual;
        if (number.intValue() < 1 || number.intValue() > 90) throw new Invalid(422, "withinDays", "api.rule");
        return number.intValue();
    }

    @Override
    public void remove(Visitor visitor, UUID id) {
        Forbidden.unless(may.edit(visitor));
        circulars.discard(id);
    }
}
