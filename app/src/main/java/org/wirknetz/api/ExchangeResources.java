package org.wirknetz.api;

import static org.wirknetz.api.Field.of;
import static org.wirknetz.api.Field.oneOf;
import static org.wirknetz.api.Field.text;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.wirknetz.api.Field.Type;
import org.wirknetz.exchange.ExchangePermissions;

/// Give and take; the database shows each pair its own.
@Component
class ExchangeResources implements RoomResources {

    private final ExchangePermissions exchange;
    private final ContributionsWriting contributions;
    private final IntroductionsWriting introductions;

    ExchangeResources(
            ExchangePermissions exchange, ContributionsWriting contributions, IntroductionsWriting introductions) {
        this.exchange = exchange;
        this.contributions = contributions;
        this.introductions = introductions;
    }

    @Override
    public List<Resource> resources() {
        return List.of(
                new Resource(
                        "contributions",
                        "exchange.contribution",
                        "exchange.contribution",
                        List.of(
                                of("giver", Type.UUID).needed(),
                                of("receiver", Type.UUID).needed(),
                                text("kind", 200),
                                of("effort", Type.NUMBER),
                                of("hours", Type.NUMBER),
                                of("requested", Type.BOOLEAN),
                                of("gift", Type.BOOLEAN),
                                of("givenOn", Type.DATE),
                                of("noReturn", Type.BOOLEAN),
                                oneOf("state", "CONFIRMED", "DECLINED"),
                                of("version", Type.INTEGER).readOnly()),
                        exchange::seeContributions,
                        exchange::seeContributions,
                        contributions),
                new Resource(
                        "introductions",
                        "exchange.introduction",
                        "exchange.introduction",
                        List.of(
                                of("need", Type.UUID).needed(),
                                of("offer", Type.UUID).needed(),
                                of("asker", Type.UUID).readOnly(),
                                of("helper", Type.UUID).readOnly(),
                                text("subject", 200).needed(),
                                text("body", 10_000).needed(),
                                oneOf("state", "DRAFT", "SENT", "HELPED", "NOTHING"),
                                of("sentAt", Type.TIME).readOnly(),
                                of("outcomeOn", Type.DATE).readOnly(),
                                of("version", Type.INTEGER).readOnly()),
                        exchange::introduce,
                        exchange::introduce,
                        introductions),
                new Resource(
                        "needs",
                        "exchange.need",
                        "exchange.need",
                        listing(),
                        exchange::seeListings,
                        exchange::publishSomething),
                new Resource(
                        "offers",
                        "exchange.offer",
                        "exchange.offer",
                        Stream.concat(listing().stream(), Stream.of(oneOf("sort", "OFFER", "RESOURCE", "COMPETENCE")))
                                .toList(),
                        exchange::seeListings,
                        exchange::publishSomething));
    }

    /// What a need and an offer have in common; whose it may be, the table's own policy says.
    private static List<Field> listing() {
        return List.of(
                of("organisation", Type.UUID).needed(),
                text("title", 200).needed(),
                text("details", 4_000),
                text("topics", 500),
                of("amount", Type.NUMBER),
                text("unit", 60),
                of("area", Type.UUID),
                of("validFrom", Type.DATE),
                of("validTo", Type.DATE),
                oneOf("visibility", "OFFICE", "NETWORK", "PUBLIC"),
                of("version", Type.INTEGER).readOnly());
    }
}
