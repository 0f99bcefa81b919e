package org.wirknetz.api;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wirknetz.access.Visitor;
import org.wirknetz.newsletter.Items;
import org.wirknetz.newsletter.NewsletterPermissions;
import org.wirknetz.platform.Forbidden;

/// Contributions to the newsletter by call: offered, revised, and by the office placed in an issue, put back or
/// declined.
@Component
class NewsletterItemsWriting implements Writing {

    private final Items items;
    private final NewsletterPermissions may;

    NewsletterItemsWriting(Items items, NewsletterPermissions may) {
        this.items = items;
        this.may = may;
    }

    @Override
    public UUID create(Visitor visitor, Map<String, @Nullable Object> values) {
        var organisation = new Sent(values).id("organisation", null);
        Forbidden.unless(may.contribute(visitor, organisation));
        for (var field : new String[] {"issue", "state"})
            if (values.get(field) != null && !"OFFERED".equals(values.get(field)))
                throw new Invalid(422, field, "api.read-only");
        return items.offer(entry(values, organisation, null));
    }

    /// Once it stands in an issue, it is the office's to edit.
    @Override
    public void change(Visitor visitor, UUID id, Map<String, @Nullable Object> values) {
        var card = items.require(id);
        Forbidden.unless(may.contribute(visitor, card.organisation()));
        Forbidden.unless(may.edit(visitor) || card.issue() == null);
        var sent = new Sent(values);
        var organisation = sent.id("organisation", card.organisation());
        if (!java.util.Objects.equals(organisation, card.organisation()))
            throw new Invalid(422, "organisation", "api.read-only");
        if (values.keySet().stream().anyMatch(java.util.Set.of("heading", "body", "link")::contains))
            items.revise(id, card.version(), entry(values, organisation, card));
        if (values.containsKey("issue")) {
            Forbidden.unless(may.edit(visitor));
            var issue = sent.id("issue", null);
            if (issue != null) items.take(id, issue);
            else if (card.issue() != null) items.putBack(id);
        }
        if (values.containsKey("state")) {
            Forbidden.unless(may.edit(visitor));
            if (!"DECLINED".equals(values.get("state")) || card.issue() != null || values.get("issue") != null)
                throw new Invalid(422, "state", "api.read-only");
            if (!card.state().equals("DECLINED")) items.putBack(id);
        }
    }

    /// What was offered is declined, not made unsaid.
    @Override
    public void remove(Visitor visitor, UUID id) {
        throw new Forbidden();
    }

    private static Items.Entry entry(
            Map<String, @Nullable Object> values, @Nullable UUID organisation, Items.@Nullable Card known) {
        var sent = new Sent(values);
        var link = sent.text("link", known == null ? null : known.link());
        if (link != null && !link.matches("https?://[^\\s\"<>]+"))
            throw new Invalid(422, "link", "newsletter.item.link-wrong");
        return new Items.Entry(
                organisation,
                line(needed(sent, "heading", known == null ? null : known.heading())),
                needed(sent, "body", known == null ? null : known.body()),
                link);
    }

    private static String needed(Sent sent, String field, @Nullable String known) {
        var text = sent.text(field, known);
        if (text == null || text.isBlank()) throw new Invalid(422, field, "api.missing");
        return text.strip();
    }

    /// Breaks of lines become blanks, so that nothing can be smuggled into a header.
    private static String line(String typed) {
        var line = typed.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
        if (line.isEmpty()) throw new Invalid(422, "heading", "api.missing");
        return line;
    }
}
