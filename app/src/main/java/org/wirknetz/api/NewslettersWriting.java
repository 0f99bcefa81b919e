package org.wirknetz.api;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wirknetz.access.Visitor;
import org.wirknetz.newsletter.Audience;
import org.wirknetz.newsletter.IssueEntry;
import org.wirknetz.newsletter.Issues;
import org.wirknetz.newsletter.Lists;
import org.wirknetz.newsletter.NewsletterPermissions;
import org.wirknetz.platform.Forbidden;

/// Drafts of newsletters by call. What has gone out stays as it is.
@Component
class NewslettersWriting implements Writing {

    private final Issues issues;
    private final Lists lists;
    private final NewsletterPermissions may;

    NewslettersWriting(Issues issues, Lists lists, NewsletterPermissions may) {
        this.issues = issues;
        this.lists = lists;
        this.may = may;
    }

    @Override
    public UUID create(Visitor visitor, Map<String, @Nullable Object> values) {
        Forbidden.unless(may.edit(visitor));
        var list = id(values.get("list"));
        if (list == null) throw new Invalid(422, "list", "api.missing");
        lists.require(list);
        return issues.draft(new IssueEntry(
                list,
                line(values.get("subject")),
                text(values.get("lead")),
                values.get("archive") instanceof String archive ? archive : "PUBLIC",
                new Audience.Segment(id(values.get("actorGroup")), id(values.get("area")), text(values.get("level")))));
    }

    @Override
    public void change(Visitor visitor, UUID id, Map<String, @Nullable Object> values) {
        Forbidden.unless(may.edit(visitor));
        var now = issues.require(id);
        var list = values.containsKey("list") ? id(values.get("list")) : now.list();
        if (list == null) throw new Invalid(422, "list", "api.missing");
        lists.require(list);
        issues.revise(
                id,
                now.version(),
                new IssueEntry(
                        list,
                        values.containsKey("subject") ? line(values.get("subject")) : now.subject(),
                        values.containsKey("lead") ? text(values.get("lead")) : now.lead(),
                        values.get("archive") instanceof String archive ? archive : now.archive(),
                        new Audience.Segment(
                                values.containsKey("actorGroup") ? id(values.get("actorGroup")) : now.actorGroup(),
                                values.containsKey("area") ? id(values.get("area")) : now.area(),
                                values.containsKey("level") ? text(values.get("level")) : now.level())));
    }

    @Override
    public void remove(Visitor visitor, UUID id) {
        Forbidden.unless(may.edit(visitor));
        issues.discard(id);
    }

    static @Nullable UUID id(@Nullable Object value) {
        return value == null ? null : UUID.fromString(String.valueOf(value));
    }

    static @Nullable String text(@Nullable Object value) {
        return value instanceof String text && !text.isBlank() ? text.strip() : null;
    }

    /// Breaks of lines become blanks, so that nothing can be smuggled into a header.
    static String line(@Nullable Object value) {
        var text = value instanceof String typed
                ? typed.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip()
                : "";
        if (text.isEmpty()) throw new Invalid(422, "subject", "api.missing");
        return text;
    }
}
