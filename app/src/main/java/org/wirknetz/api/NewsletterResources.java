package org.wirknetz.api;

import static org.wirknetz.api.Field.of;
import static org.wirknetz.api.Field.oneOf;
import static org.wirknetz.api.Field.text;

import java.util.List;
import org.springframework.stereotype.Component;
import org.wirknetz.api.Field.Type;
import org.wirknetz.newsletter.NewsletterPermissions;

/// Issues of newsletters and circulars: drafts are written by call, sending is done by people on the page.
/// Subscribers have none: nobody copies a list out by a token.
@Component
class NewsletterResources implements RoomResources {

    private static final String[] LEVELS = {"LEADERSHIP", "OPERATIONAL", "ADMINISTRATION"};

    private final NewsletterPermissions may;
    private final NewslettersWriting newsletters;
    private final CircularsWriting circulars;
    private final NewsletterItemsWriting items;
    private final NewsletterListsWriting lists;

    NewsletterResources(
            NewsletterPermissions may,
            NewslettersWriting newsletters,
            CircularsWriting circulars,
            NewsletterItemsWriting items,
            NewsletterListsWriting lists) {
        this.may = may;
        this.newsletters = newsletters;
        this.circulars = circulars;
        this.items = items;
        this.lists = lists;
    }

    @Override
    public List<Resource> resources() {
        return List.of(
                items(),
                lists(),
                new Resource(
                        "newsletters",
                        "newsletter.issue",
                        "newsletter.issue",
                        List.of(
                                of("list", Type.UUID).needed(),
                                text("subject", 150).needed(),
                                text("lead", 20_000),
                                oneOf("archive", "PUBLIC", "MEMBERS", "NOBODY"),
                                of("actorGroup", Type.UUID),
                                of("area", Type.UUID),
                                oneOf("level", LEVELS),
                                oneOf("state", "DRAFT", "PLANNED", "SENT").readOnly(),
                                of("sentAt", Type.TIME).readOnly(),
                                of("recipients", Type.INTEGER).readOnly(),
                                of("version", Type.INTEGER).readOnly()),
                        may::see,
                        may::edit,
                        newsletters),
                new Resource(
                        "circulars",
                        "newsletter.circular",
                        "newsletter.circular",
                        List.of(
                                text("topic", 80).needed(),
                                text("subject", 150).needed(),
                                text("body", 20_000).needed(),
                                of("groupId", Type.UUID),
                                of("actorGroup", Type.UUID),
                                of("area", Type.UUID),
                                oneOf("level", LEVELS),
                                of("withinDays", Type.INTEGER),
                                oneOf("state", "DRAFT", "SENT").readOnly(),
                                of("sentAt", Type.TIME).readOnly(),
                                of("version", Type.INTEGER).readOnly()),
                        may::see,
                        may::edit,
                        circulars));
    }

    /// One's own, and those that have gone out; the database leaves out the others.
    private Resource items() {
        return new Resource(
                "newsletter-items",
                "newsletter.item",
                "newsletter.item",
                List.of(
                        of("organisation", Type.UUID),
                        text("heading", 200).needed(),
                        text("body", 10_000).needed(),
                        text("link", 1_000),
                        of("issue", Type.UUID),
                        oneOf("state", "OFFERED", "TAKEN", "DECLINED"),
                        of("offeredOn", Type.DATE).readOnly(),
                        of("version", Type.INTEGER).readOnly()),
                may::see,
                may::contribute,
                items);
    }

    /// Those one can subscribe to; the others the office alone. Nobody reads here who is on them.
    private Resource lists() {
        return new Resource(
                "newsletter-lists",
                "newsletter.list",
                "(select l.* from newsletter.list l where l.open or :audience = 4)",
                List.of(
                        text("name", 100).needed(),
                        text("about", 1_000).needed(),
                        of("open", Type.BOOLEAN),
                        of("everyDays", Type.INTEGER),
                        of("version", Type.INTEGER).readOnly()),
                may::see,
                may::edit,
                lists);
    }
}
