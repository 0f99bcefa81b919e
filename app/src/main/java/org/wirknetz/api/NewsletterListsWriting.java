package org.wirknetz.api;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wirknetz.access.Visitor;
import org.wirknetz.newsletter.Lists;
import org.wirknetz.newsletter.NewsletterPermissions;
import org.wirknetz.platform.Forbidden;

/// Lists by call. None is removed: on it hangs what proves that people agreed.
@Component
class NewsletterListsWriting implements Writing {

    private final Lists lists;
    private final NewsletterPermissions may;

    NewsletterListsWriting(Lists lists, NewsletterPermissions may) {
        this.lists = lists;
        this.may = may;
    }

    @Override
    public UUID create(Visitor visitor, Map<String, @Nullable Object> values) {
        Forbidden.unless(may.edit(visitor));
        var sent = new Sent(values);
        return lists.add(
                needed(sent, "name", null), needed(sent, "about", null), sent.yes("open", true), rhythm(sent, null));
    }

    @Override
    public void change(Visitor visitor, UUID id, Map<String, @Nullable Object> values) {
        Forbidden.unless(may.edit(visitor));
        var card = lists.require(id);
        var sent = new Sent(values);
        lists.change(
                id,
                card.version(),
                needed(sent, "name", card.name()),
                needed(sent, "about", card.about()),
                sent.yes("open", card.open()),
                rhythm(sent, card.everyDays()));
    }

    @Override
    public void remove(Visitor visitor, UUID id) {
        throw new Forbidden();
    }

    private static String needed(Sent sent, String field, @Nullable String known) {
        var text = sent.text(field, known);
        if (text == null || text.isBlank()) throw new Invalid(422, field, "api.missing");
        return field.equals("name")
                ? text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip()
                : text.strip();
    }

    private static @Nullable Integer rhythm(Sent sent, @Nullable Integer known) {
        var days = sent.number("everyDays", known);
        if (days != null && (days < 1 || days > 730)) throw new Invalid(422, "everyDays", "api.rule");
        return days;
    }
}
